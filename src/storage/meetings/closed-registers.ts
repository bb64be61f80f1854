import type { ClosedRegisters } from '../../contract/ports/attendance.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { prefixRange, toKey } from '../tables/keys.ts';
import { decodeRows } from '../tables/row-codec.ts';
import { meetingCodecs, meetingsPartition } from './meeting-rows.ts';

/** Reads the rows `register|MEETING|AGENCY` of the partition `PARTNERSHIP|meetings`; who writes them closes registers or imports. */
export function createClosedRegisters(
  table: Pick<AuditedTable, 'name' | 'point' | 'range'>,
): ClosedRegisters {
  const { lines } = meetingCodecs(table.name);
  return {
    async lines(partnership, meetingIds) {
      const partition = meetingsPartition(partnership);
      const registers = await Promise.all(
        meetingIds.map((id) => table.range(partition, prefixRange('register', id))),
      );
      return registers.flatMap((rows) => decodeRows(lines, rows));
    },
    async linesOf(partnership, agency, meetingIds) {
      const partition = meetingsPartition(partnership);
      const rows = await Promise.all(
        meetingIds.map((id) => table.point(partition, toKey('register', id, agency))),
      );
      return rows.flatMap((row) => (row ? [lines.fromRow(row)] : []));
    },
  };
}
