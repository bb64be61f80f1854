import { z } from 'zod';
import { dayColumn, textColumn } from '../../contract/columns.ts';
import { store } from '../../contract/store.ts';
import { type PartnershipYear, parseYear } from '../../domain/partnership-year.ts';
import type { YearlyReport } from '../../domain/yearly-report.ts';

/** The yearly reports that are published. */
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
