import { withSource } from '../answers/source.ts';
import type { Answer } from '../contract/answer.ts';
import type { CardAction, Feature, Inbound } from '../contract/feature.ts';
import type { Ports } from '../contract/ports.ts';
import type { ShownList } from '../contract/question.ts';
import type { Thread } from '../contract/thread.ts';
import { isAboutRow } from '../understanding/dialogue/point-at-rows.ts';
import { ASK, type Call } from './call.ts';

export interface MemoryParts {
  readonly features: readonly Feature[];
  readonly actions: readonly CardAction[];
  readonly ports: Ports;
}

/** What is kept of a request: the thread that a follow-up builds on, and an audit entry of what was refused. */
export function createMemory({ features, actions, ports }: MemoryParts) {
  const ids = new Set([ASK, ...actions.map(({ id }) => id)]);
  const dialogs = new Set(
    features.flatMap(({ extension }) => extension?.dialogs ?? []).map(({ command }) => command),
  );

  /** Whatever says that somebody may not, or that their words may not be kept, is audited: the one place for all of them. */
  async function auditRefusal({ request, name }: Call, answer: Answer): Promise<void> {
    if (!answer.refused) return;
    const { person, directory, place } = request;
    const { tenantId, objectId, id } = person;
    await ports.refusals.record(directory.partnership.id, {
      from: { tenantId, objectId },
      person: id,
      verb: name,
      refusal: answer.refused,
      conversationId: place.conversationId,
    });
  }

  /** A list can be gone on with after other things were asked. */
  function keepThread({ request }: Call, answer: Answer): Promise<void> | undefined {
    if (!answer.thread) return undefined;
    const { directory, person, place, thread } = request;
    const kept = ports.threads.save(directory.partnership.id, person.id, place, {
      list: thread?.list,
      lists: listsAfter(answer.thread, answer, thread),
      undo: thread?.undo,
      ...answer.thread,
    });
    kept.catch(() => undefined); // whoever sends the answer awaits it
    return kept;
  }

  return {
    async remember(call: Call, answer: Answer): Promise<Answer> {
      await auditRefusal(call, answer);
      const kept = keepThread(call, answer);
      return { ...withSource(answer, call.request), ...(kept && { kept }) };
    },
    /** A press, a dialog or a search by somebody unknown is audited; of what they merely say nothing is. */
    async auditStranger(inbound: Inbound, partnership: string | undefined): Promise<void> {
      const name = nameOfStrangers(inbound);
      if (!name) return;
      const { from, place } = inbound;
      await ports.refusals.record(partnership, {
        from,
        verb: name,
        refusal: 'stranger',
        conversationId: place.conversationId,
      });
    },
  };

  function nameOfStrangers(inbound: Inbound): string | undefined {
    switch (inbound.kind) {
      case 'submission':
        return ids.has(inbound.verb) ? inbound.verb : 'unknown';
      case 'dialog':
        return dialogs.has(inbound.command) ? inbound.command : 'unknown';
      case 'file':
        return 'files.send';
      case 'file-consent':
        return 'files.consent';
      case 'search':
        return inbound.kind;
      default:
        return undefined;
    }
  }
}

/** As many lists are remembered: of a record's own rows, and the one that it was picked from. */
const MAX_LISTS = 2;

/** The rows that can be pointed at after an answer: its own, and those that its record is one of. */
function listsAfter(
  { question, choices, list }: Thread,
  answer: Answer,
  before: Thread | undefined,
): readonly ShownList[] {
  if (choices) return before?.lists ?? [];
  const rows = listRows(answer);
  const own = rows.length > 0 ? [{ rows, left: list ? list.all - list.shown : 0 }] : [];
  const kept = (before?.lists ?? []).filter((each) =>
    each.rows.some((row) => row && isAboutRow(question, row)),
  );
  return [...own, ...kept].slice(0, MAX_LISTS);
}

/** What opens the rows of an answer, from the first to the last; `null` where nothing does. */
function listRows({ heading, sections = [] }: Answer): ShownList['rows'] {
  if (!heading) return [];
  const rows = sections.flatMap((section) => section.rows ?? []);
  if (rows.length > 0)
    return rows.map(({ opens }) => (opens && 'question' in opens ? opens.question : null));
  return sections.flatMap(({ table, items = [], shares = [] }) =>
    [...(table?.rows ?? []), ...items, ...shares].map(() => null),
  );
}
