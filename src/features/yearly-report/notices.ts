import type { StoreContext } from '../../contract/notice.ts';
import { daysBetween } from '../../domain/dates.ts';
import type { NoticeContext, SweepContext } from '../../domain/notices/notice-context.ts';
import { limitStep, MAX_DAILY_DAYS } from '../../domain/notices/owed-steps.ts';
import type { PartnershipYear } from '../../domain/partnership-year.ts';
import { reportDueOn, reportedYear } from '../../domain/yearly-report.ts';
import { type Limit, limitNotice } from '../limit-notices.ts';
import { openPublishedForm } from './record-published.ts';
import { openReport } from './show-report.ts';
import { yearlyReportStore } from './store.ts';

/**
 * The yearly report has to be published. Spoken of until a month after its last day: by then it is likelier that nobody recorded
 * its publication than that nobody knows that it is late.
 */
export const publishReport = limitNotice<Limit>({
  rule: 'report',
  label: 'yearly report due',
  listedAs: 'the yearly report',
  title: 'Yearly report',
  what: 'publish the yearly report',
  find: findReport,
  load: async (_year, context) => (await findReport(context))[0],
  opens: ({ about: year }) => openReport.press({ year }),
  buttons: ({ about: year }) => [
    openPublishedForm.button('It is published…', { year: year as PartnershipYear }),
  ],
});

/** Nothing is asked of the storage while no step is reached. */
async function findReport(
  context: StoreContext & NoticeContext<{ readonly clockSteps: readonly number[] }>,
): Promise<Limit[]> {
  const limit = reportLimit(context);
  if (!limit || !limitStep(limit.dueOn, context.settings.clockSteps, context)) return [];
  const published = await context.store(yearlyReportStore).get(limit.about);
  return published ? [] : [limit];
}

/** The report on the year that ended last, until a month after its last day. */
export function reportLimit({
  directory,
  bankHolidays,
  window: { today },
}: SweepContext): (Limit & { readonly about: PartnershipYear }) | undefined {
  const { partnership } = directory;
  const about = reportedYear(today, partnership.yearStart);
  const dueOn = reportDueOn(about, partnership, bankHolidays);
  const isOver = dueOn && daysBetween(dueOn, today) > MAX_DAILY_DAYS;
  return dueOn && !isOver ? { rule: 'report', about, dueOn } : undefined;
}
