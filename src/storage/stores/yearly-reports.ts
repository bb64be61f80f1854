import { z } from 'zod';
import { dayColumn, textColumn } from '../../contract/columns.ts';
import type { YearlyReports } from '../../contract/ports.ts';
import { type OpenStores, store } from '../../contract/store.ts';
import { accept } from '../../domain/outcome.ts';
import { type PartnershipYear, parseYear } from '../../domain/partnership-year.ts';
import type { YearlyReport } from '../../domain/yearly-report.ts';

export const yearlyReportStore = store<YearlyReport>({
  kind: 'yearly-report',
  key: ({ year }) => year,
  audited: ['year', 'publishedOn'],
  columns: z.object({
    year: z.custom<PartnershipYear>(
      (value) => typeof value === 'string' && parseYear(value),
      'is not a year',
    ),
    publishedOn: dayColumn,
    where: textColumn.optional(),
    recordedBy: textColumn,
    recordedAt: textColumn,
  }),
});

export function createYearlyReports(open: OpenStores): YearlyReports {
  return {
    async find(partnership, year) {
      const found = await open(partnership)(yearlyReportStore).getVersioned(year);
      return found && { report: found.record, version: String(found.version) };
    },
    async record(partnership, report, version) {
      const reports = open(partnership)(yearlyReportStore);
      const event = { type: 'published', by: report.recordedBy, at: report.recordedAt };
      const saved = version
        ? await reports.change(
            report.year,
            () => accept({ record: report, event }),
            Number(version),
          )
        : await reports.add(report, event);
      return saved.ok ? 'saved' : 'stale';
    },
  };
}
