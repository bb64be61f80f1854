import type { Action, ActionChange } from '../domain/action.ts';
import { type FeedEntry, type Head, type KeptAction, toActionRows, toChangeRow } from './action-rows.ts';
import { recount } from './action-tallies.ts';
import { MOST_BYTES_IN_TRANSACTION, MOST_OPERATIONS, sentBytes } from './sizes.ts';
import type { Row, Step } from './table.ts';

/** An action as it shall be. */
export interface ActionWrite {
  readonly action: Action;
  /** Saved only if this is the stored version; 0 for an action that must be new. Without it, whatever is there is replaced. */
  readonly expectedVersion?: number;
  /** What the history shall say; an action that only arrives has none. */
  readonly change?: ActionChange;
}

/** A partnership's head as it was read, with the actions that are about to be written. Good as long as the etag holds. */
export interface Snapshot {
  readonly head: Head;
  readonly etag: string;
  readonly known: Map<string, KeptAction>;
}

/** What goes into one transaction, beside the head and the feed. */
export interface Batch {
  /** How many of the writes are dealt with, be it that they are stale. */
  readonly taken: number;
  readonly steps: readonly Step[];
  readonly kept: readonly KeptAction[];
  readonly saved: FeedEntry['saved'];
  /** References of actions whose stored version is not the expected one. */
  readonly stale: readonly string[];
  /** The head as it will be. */
  readonly head: Head;
}

/** The titles of a transaction are one text in its feed row, which holds 32 Ki characters. */
const MOST_TITLE_CHARACTERS = 20_000;
const ROOM_FOR_HEAD_AND_FEED = 512 * 1024;

/** As many of the writes, from one on, as go into one transaction; at least one. No action is in it twice. */
export function nextBatch(
  partition: string,
  { head, known }: Snapshot,
  writes: readonly ActionWrite[],
  from: number,
): Batch {
  const steps: Step[] = [];
  const kept: KeptAction[] = [];
  const saved: FeedEntry['saved'][number][] = [];
  const stale: string[] = [];
  let { created, tallies, lastRef } = head;
  let bytes = ROOM_FOR_HEAD_AND_FEED;
  let titleCharacters = 0;
  let at = from;
  for (; at < writes.length; at += 1) {
    const { action, expectedVersion, change } = writes[at] as ActionWrite;
    const { ref, title } = action;
    if (kept.some((other) => other.action.ref === ref)) break;
    const before = known.get(ref);
    if (expectedVersion !== undefined && expectedVersion !== (before?.version ?? 0)) {
      stale.push(ref);
      continue;
    }
    const after = { action, version: (before?.version ?? 0) + 1, order: before?.order ?? created + 1 };
    const added = stepsFor(partition, before, after, change);
    bytes += added.reduce((sum, step) => sum + sentBytes('put' in step ? step.put : step.remove), 0);
    titleCharacters += title.length;
    const fits =
      steps.length + added.length + 2 <= MOST_OPERATIONS &&
      bytes <= MOST_BYTES_IN_TRANSACTION &&
      titleCharacters <= MOST_TITLE_CHARACTERS;
    if (!fits && kept.length > 0) break;
    steps.push(...added);
    kept.push(after);
    saved.push({ ref, title, verb: change?.verb ?? 'recorded', by: change?.by });
    tallies = recount(tallies, before?.action, action);
    created = Math.max(created, after.order);
    lastRef = lastOf(lastRef, ref);
  }
  return {
    taken: at - from,
    steps,
    kept,
    saved,
    stale,
    head: { ...head, version: head.version + 1, created, tallies, lastRef },
  };
}

function stepsFor(
  partition: string,
  before: KeptAction | undefined,
  after: KeptAction,
  change: ActionChange | undefined,
): Step[] {
  const rows = toActionRows(partition, after);
  const keys = new Set(rows.map(({ rowKey }) => rowKey));
  const outdated = before ? toActionRows(partition, before).filter(({ rowKey }) => !keys.has(rowKey)) : [];
  const history: Row[] = change ? [toChangeRow(partition, after.action.ref, after.version, change)] : [];
  return [...outdated.map((remove) => ({ remove })), ...[...rows, ...history].map((put) => ({ put }))];
}

function lastOf(last: string | undefined, ref: string): string {
  return last !== undefined && last.localeCompare(ref, 'en', { numeric: true }) >= 0 ? last : ref;
}
