import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { awaitsVerification } from '../domain/action.ts';
import { type ActionWrite, type Batch, nextBatch, type Snapshot } from './action-batch.ts';
import { verifyKey } from './action-index.ts';
import {
  actionKey,
  feedKey,
  fromActionRow,
  fromFeedRow,
  fromHeadRow,
  HEAD,
  newHead,
  toActionRows,
  toFeedRow,
  toHeadRow,
} from './action-rows.ts';
import { startingWith } from './keys.ts';
import { isConflict, type Table } from './table.ts';

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
  onProgress: (done: number) => void = () => {},
): Promise<ActionsSaved> {
  const saved: string[] = [];
  const stale: string[] = [];
  let snapshot: Snapshot | undefined;
  let attempts = 0;
  for (let done = 0; done < writes.length; ) {
    snapshot ??= await readSnapshot(table, partition, writes.slice(done));
    const batch = nextBatch(partition, snapshot, writes, done);
    const etag = batch.kept.length > 0 ? await commit(table, partition, snapshot.etag, batch, now) : snapshot.etag;
    if (etag === undefined) {
      snapshot = undefined;
      attempts += 1;
      if (attempts === MOST_ATTEMPTS) throw new TooBusy(partition);
      await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, 10 * 2 ** attempts));
      continue;
    }
    for (const kept of batch.kept) snapshot.known.set(kept.action.ref, kept);
    saved.push(...batch.saved.map(({ ref }) => ref));
    stale.push(...batch.stale);
    done += batch.taken;
    onProgress(done);
    snapshot = etag ? { ...snapshot, head: batch.head, etag } : undefined;
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
  const head = fromHeadRow(table.name, row);
  if (!head.indexed) await indexVerification(table, partition);
  return {
    head: { ...head, indexed: true },
    etag: row.etag,
    known: new Map(known.map((stored) => [stored.action.ref, stored])),
  };
}

/**
 * The head's new etag, `''` when the transaction went in but its etag was lost on the way, `undefined` when another writer
 * was first. The client repeats a request whose reply it did not get, so its own success can come back as a conflict: the
 * feed tells whose transaction made that version.
 */
async function commit(
  table: Table,
  partition: string,
  etag: string,
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

/** Gives those that wait to be verified their rows, in a store from before there were any. */
async function indexVerification(table: Table, partition: string): Promise<void> {
  const rows = (await table.range(partition, startingWith('x', 'all'))).map((row) => fromActionRow(table.name, row));
  const waiting = rows.filter(({ action }) => awaitsVerification(action));
  const wanted = new Set(waiting.map(({ action }) => verifyKey(action.ref)));
  const copies = waiting.flatMap((kept) => toActionRows(partition, kept)).filter(({ rowKey }) => wanted.has(rowKey));
  await table.putAll(copies);
}
