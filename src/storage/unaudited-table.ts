import type { RecordTable } from './repository.ts';
import { inTransactions } from './sizes.ts';
import type { Row, Step, Table } from './table.ts';

/** A table for what is no record of the partnership, such as what somebody chose for themselves: it keeps no audit log. */
export function createUnauditedTable(table: Table): RecordTable {
  return {
    name: table.name,
    point: table.point,
    range: table.range,
    append: (_, steps) => table.commit(steps),
    async appendAll(_, steps) {
      const groups = steps.map((step) => [step].flat()).filter((group) => group.length > 0);
      for (const batch of inTransactions(groups, (group) => group.map(rowOf)))
        await table.commit(batch.flat());
    },
  };
}

const rowOf = (step: Step): Row => ('put' in step ? step.put : step.remove);
