import type { StoredRow } from './row.ts';
import type { Table } from './table.ts';
import { type AuditEvent, fromEntryRow, isOfTrail, TRAIL_HEAD } from './trail.ts';
import { type ExportedHead, type VerifiedTrail, verifyTrail } from './verify-trail.ts';

export type { ExportedHead, VerifiedTrail };

/** The trails of all partnerships, for whoever has to be sure of them. */
export interface Trails {
  /** Reads everything and looks through every trail; `exported` are heads as they once were. */
  verify(exported?: readonly ExportedHead[]): Promise<VerifiedTrail[]>;
  /** Everything that was done, trail by trail, each from its beginning. */
  deeds(): AsyncIterable<AuditEvent & { readonly at: string }>;
}

export function createTrails(tables: readonly Table[]): Trails {
  return {
    async verify(exported = []) {
      const verified: VerifiedTrail[] = [];
      for (const table of tables) {
        for await (const [partition, rows] of byPartition(table))
          verified.push(verifyTrail(table.name, partition, rows, exported));
      }
      const gone = Map.groupBy(exported, ({ partition }) => partition);
      for (const { partition } of verified) gone.delete(partition);
      for (const [partition, heads] of gone) verified.push(verifyTrail('', partition, [], heads));
      return verified;
    },
    async *deeds() {
      for (const table of tables) {
        for await (const row of table.all()) {
          if (!isOfTrail(row) || row.rowKey === TRAIL_HEAD) continue;
          const { entry } = fromEntryRow(table.name, row);
          for (const deed of entry?.deeds ?? []) yield { ...deed, at: entry?.at ?? '' };
        }
      }
    },
  };
}

/** The rows of a table, partition by partition. */
export async function* byPartition(
  table: Table,
): AsyncGenerator<[partition: string, rows: StoredRow[]]> {
  let rows: StoredRow[] = [];
  for await (const row of table.all()) {
    const partition = rows[0]?.partitionKey;
    if (partition !== undefined && partition !== row.partitionKey) {
      yield [partition, rows];
      rows = [];
    }
    rows.push(row);
  }
  if (rows[0]) yield [rows[0].partitionKey, rows];
}
