import { z } from 'zod';
import type { YearlyReports } from '../contract/ports.ts';
import { type PartnershipYear, parseYear } from '../domain/partnership-year.ts';
import type { YearlyReport } from '../domain/yearly-report.ts';
import type { AuditedTable } from './audited-table.ts';
import { day, text } from './columns.ts';
import { keyOf } from './keys.ts';
import { createKind } from './kind.ts';
import { meetingsPartition } from './meeting-rows.ts';
import { isConflict } from './table.ts';

const columns = z.object({
  year: z.custom<PartnershipYear>(
    (value) => typeof value === 'string' && parseYear(value),
    'is not a year',
  ),
  publishedOn: day,
  where: text.optional(),
  recordedBy: text,
  recordedAt: text,
});

/** Among the rows of the meetings: `yearly-report|YEAR`. */
export function createYearlyReports(table: AuditedTable): YearlyReports {
  const reports = createKind<YearlyReport>(table.name, 'yearly-report', columns, ({ year }) => [
    year,
  ]);
  return {
    async find(partnership, year) {
      const row = await table.point(meetingsPartition(partnership), keyOf('yearly-report', year));
      return row && { report: reports.fromRow(row), version: row.etag };
    },
    async record(partnership, report, version) {
      const put = reports.toRow(meetingsPartition(partnership), report);
      const { year, publishedOn, recordedBy } = report;
      const changes = { published: { to: publishedOn } };
      const deed = { by: recordedBy, verb: 'published', kind: 'yearly report', id: year, changes };
      try {
        await table.append(put.partitionKey, [{ put, etag: version }], [deed]);
        return 'saved';
      } catch (error) {
        if (isConflict(error)) return 'stale';
        throw error;
      }
    },
  };
}
