import type { StoreContext } from '../../contract/notice.ts';
import type { Day } from '../../domain/dates.ts';
import type { NoticeContext, SweepContext } from '../../domain/notices/notice-context.ts';
import { limitStep } from '../../domain/notices/owed-steps.ts';
import type { PartnershipYear } from '../../domain/partnership-year.ts';
import { reportDueOn, reportedYear, yearBefore } from '../../domain/yearly-report.ts';
import { type Limit, limitNotice } from '../limit-notices.ts';
import { openPublishedForm } from './record-published.ts';
import { openReport } from './show-report.ts';
import { yearlyReportStore } from './store.ts';

/** The yearly report has to be published: from half a year before its last day, and weekly while it is late. */
export const publishReport = limitNotice<Limit>({
  rule: 'report',
  label: 'yearly report due',
  listedAs: 'the yearly report',
  title: 'Yearly report',
  what: 'publish the yearly report',
  steps: 'reportSteps',
  maxDailyDays: 0,
  find: findReport,
  load: async (_year, context) => (await findReport(context))[0],
  opens: ({ about: year }) => openReport.press({ year }),
  buttons: ({ about: year }) => [
    openPublishedForm.button('It is published…', { year: year as PartnershipYear }),
  ],
});

/** Nothing is asked of the storage while no step is reached, as far as the day is known without it. */
async function findReport(
  context: StoreContext & NoticeContext<{ readonly reportSteps: readonly number[] }>,
): Promise<Limit[]> {
  const { directory, window, store } = context;
  const about = reportedYear(window.today, directory.partnership.yearStart);
  const known = reportLimit(context);
  if (known && !limitStep(known.dueOn, context.settings.reportSteps, context, 0)) return [];
  const [published, last] = await Promise.all([
    store(yearlyReportStore).get(about),
    known ? undefined : store(yearlyReportStore).get(yearBefore(about)),
  ]);
  const limit = known ?? reportLimit(context, last?.publishedOn);
  return published || !limit ? [] : [limit];
}

/** The report on the year that ended last. */
export function reportLimit(
  { directory: { partnership }, bankHolidays, window: { today } }: SweepContext,
  lastPublishedOn?: Day,
): (Limit & { readonly about: PartnershipYear }) | undefined {
  const about = reportedYear(today, partnership.yearStart);
  const dueOn = reportDueOn(about, partnership, bankHolidays, lastPublishedOn);
  return dueOn && { rule: 'report', about, dueOn };
}
