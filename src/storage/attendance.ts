import type { ClosedRegisters } from '../contract/ports/attendance.ts';
import type { AuditedTable } from './audited-table.ts';
import { keyOf, startingWith } from './keys.ts';
import { itemsOf } from './kind.ts';
import { meetingKinds, meetingsPartition } from './meeting-rows.ts';

/** Reads the rows `register|MEETING|AGENCY` of the partition `PARTNERSHIP|meetings`; who writes them closes registers or imports. */
export function createClosedRegisters(
  table: Pick<AuditedTable, 'name' | 'point' | 'range'>,
): ClosedRegisters {
  const { lines } = meetingKinds(table.name);
  return {
    async lines(partnership, meetingIds) {
      const partition = meetingsPartition(partnership);
      const registers = await Promise.all(
        meetingIds.map((id) => table.range(partition, startingWith('register', id))),
      );
      return registers.flatMap((rows) => itemsOf(lines, rows));
    },
    async linesOf(partnership, agency, meetingIds) {
      const partition = meetingsPartition(partnership);
      const rows = await Promise.all(
        meetingIds.map((id) => table.point(partition, keyOf('register', id, agency))),
      );
      return rows.flatMap((row) => (row ? [lines.fromRow(row)] : []));
    },
  };
}
