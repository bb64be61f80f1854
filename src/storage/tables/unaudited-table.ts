import type { RecordTable } from '../audit/audited-table.ts';
import { packTransactions } from './sizes.ts';
import type { StorageTable } from './table.ts';

/** A table without an audit log, for personal settings. */
export function createUnauditedTable(table: StorageTable): RecordTable {
  return {
    name: table.name,
    point: table.point,
    range: table.range,
    append: (_, operations) => table.commit(operations),
    async appendAll(_, operations) {
      for (const batch of packTransactions(operations)) await table.commit(batch);
    },
  };
}
