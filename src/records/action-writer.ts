import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Action, ActionChange } from '../domain/action.ts';
import {
  actionKey,
  feedKey,
  fromActionRow,
  fromFeedRow,
  fromHeadRow,
  HEAD,
  type Head,
  type KeptAction,
  newHead,
  toActionRows,
  toChangeRow,
  toFeedRow,
  toHeadRow,
} from './action-rows.ts';
import { recount } from './action-tallies.ts';
import { startingWith } from './keys.ts';
import { MOST_BYTES_IN_TRANSACTION, MOST_OPERATIONS, sentBytes } from './sizes.ts';
import { isConflict, type Row, type Step, type Table } from './table.ts';

/** An action as it shall be. */
export interface ActionWrite {
  readonly action: Action;
  /** Saved only if this is the stored version; 0 for an action that must be new. Without it, whatever is there is replaced. */
  readonly expectedVersion?: number;
  /** What the history shall say; an action that only arrives has none. */
  readonly change?: ActionChange;
}

export interface ActionsSaved {
  readonly saved: readonly string[];
  /** References of actions that somebody else has changed meanwhile: nothing of theirs was written. */
  readonly stale: readonly string[];
}

/** Others kept writing to the same partnership for longer than anybody waits. */
export class TooBusy extends Error {
  constructor(partition: string) {
    super(`The actions of ${partition} could not be saved: others kept writing`);
    this.name = 'TooBusy';
  }
}

const MOST_ATTEMPTS = 60;
const LONGEST_PAUSE_MS = 200;
/** More references than this are looked up by one range instead of one by one. */
const MOST_POINT_READS = 8;
const MOST_TITLE_CHARACTERS = 20_000;
const ROOM_FOR_HEAD_AND_FEED = 512 * 1024;

/** A partnership's head as it was read, with the actions that are about to be written. Good as long as the etag holds. */
interface Snapshot {
  readonly head: Head;
  readonly etag: string;
  readonly known: ReadonlyMap<string, KeptAction>;
}

interface Batch {
  readonly steps: readonly Step[];
  readonly taken: number;
  readonly saved: readonly { readonly ref: string; readonly title: string; readonly verb: string; readonly by?: string }[];
  readonly stale: readonly string[];
  readonly head: Head;
  readonly known: ReadonlyMap<string, KeptAction>;
}

/**
 * Writes actions, in their order, in as few transactions as fit. Each transaction holds whole actions with their history,
 * their copies, the feed and the tallies, and goes in only on the head that it was reckoned from; otherwise all is read
 * and reckoned again.
 */
export async function writeActions(
  table: Table,
  partition: string,
  writes: readonly ActionWrite[],
  now: () => Date,
): Promise<ActionsSaved> {
  const saved: string[] = [];
  const stale: string[] = [];
  let left = writes;
  let snapshot: Snapshot | undefined;
  for (let attempts = 0; left.length > 0; ) {
    snapshot ??= await readSnapshot(table, partition, left);
    const batch = nextBatch(partition, snapshot, left);
    const etag = batch.steps.length > 0 ? await commit(table, partition, snapshot, batch, now) : snapshot.etag;
    if (etag === undefined) {
      snapshot = undefined;
      attempts += 1;
      if (attempts === MOST_ATTEMPTS) throw new TooBusy(partition);
      await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, 10 * 2 ** attempts));
      continue;
    }
    saved.push(...batch.saved.map(({ ref }) => ref));
    stale.push(...batch.stale);
    left = left.slice(batch.taken);
    snapshot = etag ? { head: batch.head, etag, known: batch.known } : undefined;
    attempts = 0;
  }
  return { saved, stale };
}

/** The head first: what is read after it and changes before the write will be noticed by its etag. */
async function readSnapshot(table: Table, partition: string, writes: readonly ActionWrite[]): Promise<Snapshot> {
  const row = await table.point(partition, HEAD);
  if (!row) return { head: newHead, etag: '', known: new Map() };
  const refs = [...new Set(writes.map(({ action }) => action.ref))];
  const rows =
    refs.length > MOST_POINT_READS
      ? await table.range(partition, startingWith('x', 'all'))
      : await Promise.all(refs.map((ref) => table.point(partition, actionKey(ref))));
  const known = rows.flatMap((row) => (row ? [fromActionRow(table.name, row)] : []));
  return {
    head: fromHeadRow(table.name, row),
    etag: row.etag,
    known: new Map(known.map((stored) => [stored.action.ref, stored])),
  };
}

/** As many of the writes as go into one transaction; at least one. */
function nextBatch(partition: string, snapshot: Snapshot, writes: readonly ActionWrite[]): Batch {
  const known = new Map(snapshot.known);
  const steps: Step[] = [];
  const saved: { ref: string; title: string; verb: string; by?: string }[] = [];
  const stale: string[] = [];
  let { created, tallies, lastRef } = snapshot.head;
  let taken = 0;
  let bytes = ROOM_FOR_HEAD_AND_FEED;
  let titleCharacters = 0;
  for (const { action, expectedVersion, change } of writes) {
    const { ref, title } = action;
    const before = known.get(ref);
    if (expectedVersion !== undefined && expectedVersion !== (before?.version ?? 0)) {
      stale.push(ref);
      taken += 1;
      continue;
    }
    const after = { action, version: (before?.version ?? 0) + 1, order: before?.order ?? created + 1 };
    const added = stepsFor(partition, before, after, change);
    bytes += added.reduce((sum, step) => sum + sentBytes('put' in step ? step.put : step.remove), 0);
    titleCharacters += title.length;
    const isFull =
      steps.length + added.length + 2 > MOST_OPERATIONS ||
      bytes > MOST_BYTES_IN_TRANSACTION ||
      titleCharacters > MOST_TITLE_CHARACTERS ||
      saved.some((other) => other.ref === ref);
    if (isFull && saved.length > 0) break;
    steps.push(...added);
    saved.push({ ref, title, verb: change?.verb ?? 'recorded', by: change?.by });
    tallies = recount(tallies, before?.action, action);
    created = Math.max(created, after.order);
    lastRef = lastOf(lastRef, ref);
    known.set(ref, after);
    taken += 1;
  }
  return { steps, taken, saved, stale, known, head: { version: snapshot.head.version + 1, created, tallies, lastRef } };
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

/**
 * The head's new etag, `''` when the transaction went in but its etag was lost on the way, `undefined` when another writer
 * was first. The client repeats a request whose reply it did not get, so its own success can come back as a conflict: the
 * feed tells whose transaction made that version.
 */
async function commit(
  table: Table,
  partition: string,
  { etag }: Snapshot,
  { head, steps, saved }: Batch,
  now: () => Date,
): Promise<string | undefined> {
  const writer = randomUUID();
  const feed = toFeedRow(partition, head.version, { writer, at: now().toISOString(), saved });
  try {
    const [newEtag] = await table.commit([{ put: toHeadRow(partition, head), etag }, { put: feed }, ...steps]);
    return newEtag ?? '';
  } catch (error) {
    if (!isConflict(error)) throw error;
    const row = await table.point(partition, feedKey(head.version));
    return row && fromFeedRow(table.name, row).writer === writer ? '' : undefined;
  }
}

function lastOf(last: string | undefined, ref: string): string {
  return last !== undefined && last.localeCompare(ref, 'en', { numeric: true }) >= 0 ? last : ref;
}
