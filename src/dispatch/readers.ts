import { isDeepStrictEqual } from 'node:util';
import { withSource } from '../answers/source.ts';
import type { Answer } from '../contract/answer.ts';
import type { Inbound } from '../contract/feature.ts';
import type { Request } from '../contract/request.ts';
import { seenBy, type Unseen } from '../contract/seen-by.ts';
import type { Person } from '../domain/partnership.ts';
import { groupPeople, UNSEEN_REVIEW, withoutRefs } from '../domain/review-sight.ts';
import { ASK } from './call.ts';

/**
 * Whoever reads what is answered: in a personal chat, and where Teams shows it to them alone, the
 * asker; in the chat of a group the asker and its people. Who reads another chat is not known, nor
 * where somebody puts what a search found: nobody in particular.
 */
export function listReaders(
  { kind, isPrivate, place }: Inbound,
  { person, home, directory }: Pick<Request, 'person' | 'home' | 'directory'>,
): readonly Person[] {
  if (kind === 'search') return [];
  if (place.kind === 'personal' || isPrivate) return [person];
  return home ? [person, ...groupPeople(home, directory)] : [];
}

/** A request with nothing in it but what its readers may see, and what has been kept from them so far. */
export function limitToReaders(request: Request): {
  readonly request: Request;
  note(what: Unseen): void;
  listUnseen(): ReadonlySet<Unseen>;
} {
  const unseen = new Set<Unseen>();
  const note = (what: Unseen) => void unseen.add(what);
  return {
    request: { ...request, ...seenBy(request.readers, request, note) },
    note,
    listUnseen: () => unseen,
  };
}

/** The same request as its asker would make it in their own chat. Whatever is counted of it is counted once. */
export function toPrivateRequest(request: Request): Request {
  const { person, place, ports, home: _, ...rest } = request;
  const misses = { ...ports.misses, note: async () => {} };
  const own = {
    ...rest,
    person,
    ports: { ...ports, misses },
    place: { ...place, kind: 'personal' as const },
    readers: [person],
  };
  return limitToReaders(own).request;
}

/** Whether it asks something, so that asking it again for the asker alone changes nothing. */
const isAsked = ({ kind, ...inbound }: Inbound): boolean =>
  kind === 'message' || (kind === 'submission' && 'verb' in inbound && inbound.verb === ASK);

/** Whether what somebody sent names a review that not every reader may see. */
function namesUnseen(inbound: Inbound, whole: Request, shared: Request): boolean {
  const seen = new Set(listReviewNames(shared));
  const rewrite = withoutRefs(listReviewNames(whole).filter((name) => !seen.has(name)));
  const said = inbound.kind === 'message' ? inbound.text : JSON.stringify(inbound);
  return rewrite(said) !== said;
}

/** The references of reviews, and what local reviews are called. */
const listReviewNames = ({ directory: { reviewRefs, lcsprs } }: Request): string[] => [
  ...reviewRefs,
  ...lcsprs.map(({ name }) => name),
];

interface Asked {
  readonly inbound: Inbound;
  readonly whole: Request;
  readonly request: Request;
  readonly unseen: ReadonlySet<Unseen>;
}

/** What an answer in a chat of several keeps back of what was asked; `undefined` where it says all of it. */
export function findWithheld(
  answer: Answer,
  { inbound, whole, request, unseen }: Asked,
): Unseen | undefined {
  if (whole.place.kind === 'personal' || answer.refused || !isAsked(inbound)) return undefined;
  if (unseen.has('records') || namesUnseen(inbound, whole, request)) return 'records';
  return unseen.has('parts') && JSON.stringify(answer).includes(UNSEEN_REVIEW)
    ? 'parts'
    : undefined;
}

const TOLD_PRIVATELY =
  'Not everybody in this chat may see that, so I have answered you in your own chat.';
const REST_IS_PRIVATE =
  'Not everybody in this chat may see all of it: the rest is in your own chat with me.';
const NOT_REACHED =
  'Not everybody in this chat may see that, and I cannot reach you in your own chat. Write to me there once, then ask again.';

/**
 * What is said in a chat of several, where the asker may see more than everybody there: the rest
 * goes to them alone. Where nothing is left for all, not even that is said.
 */
export async function sendRestPrivately(
  request: Request,
  { shared, own, unseen }: { shared: Answer; own: Answer; unseen: Unseen },
): Promise<Answer> {
  if (isDeepStrictEqual(comparable(shared), comparable(own))) return shared;
  const { directory, person, ports } = request;
  const isTold = await ports.personalChats.tell(
    directory.partnership.id,
    person.id,
    withSource(own, request),
  );
  if (unseen === 'records' && !shared.heading)
    return {
      text: isTold ? TOLD_PRIVATELY : NOT_REACHED,
      ...(own.thread && { thread: own.thread }), // it is the asker's alone
    };
  if (!isTold) return shared;
  return {
    ...shared,
    text: `${shared.text} ${REST_IS_PRIVATE}`,
    ...(shared.heading && { sections: [...(shared.sections ?? []), { note: REST_IS_PRIVATE }] }),
  };
}

/** What people see of an answer: every button names its press anew. */
function comparable({ thread: _, kept: __, ...answer }: Answer): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) => (key === 'operation' ? undefined : value)),
  );
}
