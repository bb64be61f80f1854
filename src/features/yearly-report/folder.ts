import { z } from 'zod';
import { dayCell, idCell, instantCell, textCell } from '../../contract/cells.ts';
import { camelKeys, folderFile } from '../../contract/folder-file.ts';
import { type PartnershipYear, parseYear } from '../../domain/partnership-year.ts';
import type { YearlyReport } from '../../domain/yearly-report.ts';
import { yearlyReportStore } from './store.ts';

const yearCell = z.custom<PartnershipYear>(
  (value) => typeof value === 'string' && parseYear(value),
  'is not a year such as 2020-21',
);

/** `yearly-reports.csv`: which yearly reports are published. */
export const yearlyReportsFile = folderFile({
  name: 'yearly-reports',
  columns: {
    year: yearCell,
    published_on: dayCell,
    where: textCell.optional(),
    recorded_by: idCell,
    recorded_at: instantCell,
  },
  read: (cells): YearlyReport => camelKeys(cells),
  isOfExports: true,
  settledColumns: () => ['published_on', 'where', 'recorded_by', 'recorded_at'],
  idColumn: 'year',
  uniqueKeys: [{ columns: 'year', value: ({ year }) => year }],
  store: yearlyReportStore,
});
