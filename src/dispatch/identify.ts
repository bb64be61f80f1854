import type { Answer } from '../contract/answer.ts';
import type { Inbound } from '../contract/feature.ts';
import type { ConversationReference, DirectoryMatch, Ports } from '../contract/ports.ts';
import type { Context, EventContext, Request } from '../contract/request.ts';
import type { Directory, Identity } from '../domain/directory.ts';
import { findPerson } from '../domain/find-person.ts';
import type { Person } from '../domain/partnership.ts';
import { choosePartnership } from './choose-partnership.ts';
import { createHomePrefetch, createThreadPrefetch, type LoadThread } from './prefetch.ts';
import { listReaders } from './readers.ts';
import {
  cardOfOthers,
  personWhoLeft,
  unknownPartnership,
  unknownPerson,
} from './standard-answers.ts';

/** Lets one person rehearse all roles. Exists in `local` mode only. */
export interface Rehearsal {
  /** Answers a rehearsal command, typed or pressed; `undefined` when it is not one. */
  command(inbound: Inbound, directory: Directory): Answer | undefined;
  /** The person whose role is being played, `undefined` for one's own. */
  playedBy(from: Identity, directory: Directory): Person | undefined;
}

/** Who speaks, of which partnership, where and when; or what is said to somebody who may not. */
export type Identification =
  | { readonly request: Request; readonly loadThread: LoadThread; readonly isFirst: boolean }
  | { readonly eventContext: EventContext }
  | { readonly answer: Answer; readonly isStranger: boolean; readonly partnership?: string };

export interface IdentifyParts {
  readonly ports: Ports;
  readonly rehearsal?: Rehearsal;
}

/** Finds the partnership by chat and tenant, and the person by their identity; remembers how to reach them. */
export function createIdentifier({ ports, rehearsal }: IdentifyParts) {
  const prefetchThread = createThreadPrefetch(ports.threads);
  const prefetchHome = createHomePrefetch(ports.meetings);

  return async (inbound: Inbound): Promise<Identification | undefined> => {
    const { from, place, reference } = inbound;
    const loadThread = prefetchThread(inbound);
    const loadHome = prefetchHome(inbound);
    const named = partnershipOfCard(inbound);
    const match = await ports.directories.findForConversation(from, place, named);
    if (inbound.kind === 'removed') return endConversation(match, inbound, ports);
    if (!match) {
      await noteContact(inbound, ports);
      return { answer: unknownPartnership(from), isStranger: true };
    }
    if (reference) await noteChoices(match.choices, inbound, reference, ports);
    const chosen = await choosePartnership(inbound, match, ports);
    if (!chosen) return undefined;
    if ('text' in chosen) return { answer: chosen, isStranger: false };
    const directory = chosen;
    const { id } = directory.partnership;
    if (named !== undefined && named !== id)
      return { answer: cardOfOthers(), isStranger: true, partnership: id };
    const own = findPerson(directory, from);
    const context = createContext(directory, ports);
    if (inbound.kind === 'meeting')
      return { eventContext: { ...context, place, ...(own && { person: own }) } };
    const command = rehearsal?.command(inbound, directory);
    if (command) return { answer: command, isStranger: false };
    // Of a rehearsal the conversation is kept under the player's own name.
    const isFirst = reference
      ? await ports.conversations.note(id, place, reference, own?.id)
      : false;
    const person = rehearsal?.playedBy(from, directory) ?? own;
    if (!person) {
      await noteContact(inbound, ports);
      return { answer: unknownPerson(directory, from), isStranger: true, partnership: id };
    }
    if (person.endedOn)
      return {
        answer: personWhoLeft(directory, person.endedOn),
        isStranger: true,
        partnership: id,
      };
    const home = await loadHome(directory);
    const spoken = { ...context, person, place, ...(home && { home }) };
    return { request: { ...spoken, readers: listReaders(inbound, spoken) }, loadThread, isFirst };
  };
}

/** A card says which partnership it is of: in one chat there may be cards of several. */
function partnershipOfCard(inbound: Inbound): string | undefined {
  if (inbound.kind !== 'submission') return undefined;
  const { partnership } = (inbound.data ?? {}) as { readonly partnership?: unknown };
  return typeof partnership === 'string' ? partnership : undefined;
}

/** Whoever belongs to several partnerships has one chat with Convenor, by which each can reach them. */
async function noteChoices(
  choices: readonly Directory[],
  { from, place }: Inbound,
  reference: ConversationReference,
  { conversations }: Ports,
): Promise<void> {
  if (place.kind !== 'personal') return;
  await Promise.all(
    choices.map((each) =>
      conversations.note(each.partnership.id, place, reference, findPerson(each, from)?.id),
    ),
  );
}

/** Whoever writes before they are imported can be reached once they are. */
async function noteContact({ from, place, reference }: Inbound, ports: Ports): Promise<void> {
  if (place.kind === 'personal' && reference)
    await ports.conversations.noteContact(from, reference);
}

/** Whoever removes Convenor from their chat or a group's is answered by nothing: there is no place for it. */
async function endConversation(
  match: DirectoryMatch | undefined,
  { from, place }: Inbound,
  { conversations, calendar }: Ports,
): Promise<undefined> {
  const asOf = calendar.now();
  if (place.kind === 'personal') await conversations.forgetContact(from);
  const of = match ? new Set([match.directory, ...match.choices]) : [];
  await Promise.all(
    [...of].map((each) => {
      const person = findPerson(each, from)?.id;
      if (place.kind === 'personal' && !person) return undefined;
      return conversations.end(each.partnership.id, place, asOf, person);
    }),
  );
}

/** What every use case is told of the moment, whoever asks. */
export function createContext(directory: Directory, ports: Ports): Context {
  const { calendar } = ports;
  return {
    directory,
    now: calendar.now(),
    today: calendar.today(directory.partnership.timeZone),
    bankHolidays: calendar.bankHolidays,
    store: ports.stores(directory.partnership.id),
    ports,
  };
}
