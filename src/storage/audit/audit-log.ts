import type { StoredRow } from '../tables/row.ts';
import type { StorageTable } from '../tables/table.ts';
import { AUDIT_HEAD_KEY, type AuditEvent, fromEntryRow, isAuditRow } from './audit-entry.ts';
import { type ExportedHead, type VerifiedPartition, verifyPartition } from './verify-partition.ts';

export type { ExportedHead, VerifiedPartition };

/** The audit logs of all partitions. */
export interface AuditLog {
  /** Reads and verifies every partition, also against heads that were exported earlier. */
  verify(exported?: readonly ExportedHead[]): Promise<VerifiedPartition[]>;
  /** All events, partition by partition, oldest first. */
  events(): AsyncIterable<AuditEvent & { readonly at: string }>;
}

export function createAuditLog(tables: readonly StorageTable[]): AuditLog {
  return {
    async verify(exported = []) {
      const verified: VerifiedPartition[] = [];
      for (const table of tables) {
        for await (const [partition, rows] of byPartition(table))
          verified.push(verifyPartition(table.name, partition, rows, exported));
      }
      const missingPartitions = Map.groupBy(exported, ({ partition }) => partition);
      for (const { partition } of verified) missingPartitions.delete(partition);
      for (const [partition, heads] of missingPartitions)
        verified.push(verifyPartition('', partition, [], heads));
      return verified;
    },
    async *events() {
      for (const table of tables) {
        for await (const row of table.all()) {
          if (!isAuditRow(row) || row.rowKey === AUDIT_HEAD_KEY) continue;
          const { entry } = fromEntryRow(table.name, row);
          for (const event of entry?.events ?? []) yield { ...event, at: entry?.at ?? '' };
        }
      }
    },
  };
}

/** The rows of a table, partition by partition. */
export async function* byPartition(
  table: StorageTable,
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
