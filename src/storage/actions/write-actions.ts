import type { AuditedTable } from '../audit/audited-table.ts';
import { prefixRange } from '../tables/keys.ts';
import { operationRange } from '../tables/operation-rows.ts';
import { retryOnConflict } from '../tables/optimistic-retry.ts';
import { isConflict } from '../tables/table.ts';
import { type ActionWrite, type Batch, nextBatch, type Snapshot } from './action-batch.ts';
import { actionKey, fromActionRow, fromHeadRow, HEAD, newHead, toHeadRow } from './action-rows.ts';

export interface ActionsSaved {
  readonly saved: readonly string[];
  /** The references of actions that were not written because another version is stored. */
  readonly stale: readonly string[];
}

/** More references than this are read as one range instead of one by one. */
const MAX_POINT_READS = 8;

/**
 * Writes actions in their order, in as few transactions as possible. Each transaction contains
 * complete actions with history, copies and tallies, and is conditional on the etag of the head;
 * after a conflict it is computed again.
 */
export async function writeActions(
  table: AuditedTable,
  partition: string,
  writes: readonly ActionWrite[],
  onProgress: (done: number) => void = () => {},
): Promise<ActionsSaved> {
  const saved: string[] = [];
  const stale: string[] = [];
  let next: Snapshot | undefined;
  for (let done = 0; done < writes.length; ) {
    const { snapshot, batch, etag } = await retryOnConflict(partition, async () => {
      const snapshot = next ?? (await readSnapshot(table, partition, writes.slice(done)));
      next = undefined;
      const batch = nextBatch(partition, snapshot, writes, done);
      const etag =
        batch.written.length > 0
          ? await commit(table, partition, snapshot.etag, batch)
          : snapshot.etag;
      return etag === undefined ? undefined : { snapshot, batch, etag };
    });
    for (const kept of batch.written) snapshot.stored.set(kept.action.ref, kept);
    saved.push(...batch.titles.map(({ ref }) => ref));
    stale.push(...batch.stale);
    done += batch.consumed;
    onProgress(done);
    if (etag) next = { ...snapshot, head: batch.head, etag };
  }
  return { saved, stale };
}

/** Reads the head first, so that any later change makes the write fail on its etag. */
async function readSnapshot(
  table: AuditedTable,
  partition: string,
  writes: readonly ActionWrite[],
): Promise<Snapshot> {
  const row = await table.point(partition, HEAD);
  if (!row) return { head: newHead, etag: '', stored: new Map(), operations: new Set() };
  const refs = [...new Set(writes.map(({ action }) => action.ref))];
  const [rows, pressed] = await Promise.all([
    refs.length > MAX_POINT_READS
      ? table.range(partition, prefixRange('x', 'all'))
      : Promise.all(refs.map((ref) => table.point(partition, actionKey(ref)))),
    findOperations(table, partition, writes),
  ]);
  const known = rows.flatMap((row) => (row ? [fromActionRow(table.name, row)] : []));
  const head = fromHeadRow(table.name, row);
  return {
    head,
    etag: row.etag,
    stored: new Map(known.map((stored) => [stored.action.ref, stored])),
    operations: pressed,
  };
}

/** The operations among those of new actions that have already raised one. */
async function findOperations(
  table: AuditedTable,
  partition: string,
  writes: readonly ActionWrite[],
): Promise<Set<string>> {
  const operations = writes.flatMap(({ expectedVersion, change }) =>
    expectedVersion === 0 && change?.operation ? [change.operation] : [],
  );
  const found = await Promise.all(
    operations.map((operation) => table.range(partition, operationRange(operation))),
  );
  return new Set(operations.filter((_, at) => found[at]?.length));
}

/**
 * The new etag of the head; `''` when the transaction succeeded but its reply was lost, `undefined`
 * after a conflict.
 */
async function commit(
  table: AuditedTable,
  partition: string,
  etag: string,
  { head, operations, events, titles }: Batch,
): Promise<string | undefined> {
  try {
    const [newEtag] = await table.append(
      partition,
      [{ put: toHeadRow(partition, head), etag }, ...operations],
      events,
      JSON.stringify(titles),
    );
    return newEtag ?? '';
  } catch (error) {
    if (!isConflict(error)) throw error;
    return undefined;
  }
}
