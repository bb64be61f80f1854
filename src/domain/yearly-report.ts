import type { Actor } from './actor.ts';
import type { BankHolidays } from './bank-holidays.ts';
import { CLOCKS, clockDeadline, clockInForce } from './clocks.ts';
import { addMonths, type Day, day } from './dates.ts';
import { omitUndefined, trimToUndefined } from './optional.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { Partnership } from './partnership.ts';
import {
  type PartnershipYear,
  yearBeginningIn,
  yearContaining,
  yearSpan,
} from './partnership-year.ts';
import { findPersonalDetail } from './privacy-guard.ts';

/**
 * The publication of the report on a partnership’s year (Working Together 2023: for the year from 1
 * April, by 30 September).
 */
export interface YearlyReport {
  readonly year: PartnershipYear;
  readonly publishedOn: Day;
  /** Where it can be read. */
  readonly where?: string;
  /** Person id. */
  readonly recordedBy: string;
  readonly recordedAt: string;
}

export type NewReport = Pick<YearlyReport, 'year' | 'publishedOn' | 'where'>;

export type ReportRefusal = 'not-yet' | 'before-its-end' | 'personal';

type Years = Pick<Partnership, 'yearStart' | 'clocks'>;

/**
 * The last year that has ended, on which the next or latest report is.
 * @example reportedYear(day('2021-09-30'), '04-01') // '2020-21'
 */
export function reportedYear(today: Day, yearStart: string): PartnershipYear {
  return yearBeginningIn(Number(yearContaining(today, yearStart).slice(0, 4)) - 1);
}

/** The first year whose report has a fixed last day (Working Together 2023). */
const FIXED_FROM = day('2024-03-31');
/** Working Together 2018: “at least once in every 12-month period”. */
const MONTHS_BEFORE = 12;

/**
 * The last day on which the report on a year is in time: by the partnership's own clock, else by the
 * guidance in force when the year ended: 30 September for years from 2023-24 (Working Together 2023),
 * within 12 months of the last report before (Working Together 2018). `undefined` where it is not known
 * when that one was published.
 * @example reportDueOn('2020-21' as PartnershipYear, withClock, england) // '2021-09-30'
 * @example reportDueOn('2020-21' as PartnershipYear, withoutClock, england, day('2020-11-02')) // '2021-11-02'
 */
export function reportDueOn(
  year: PartnershipYear,
  { yearStart, clocks }: Years,
  bankHolidays: BankHolidays,
  lastPublishedOn?: Day,
): Day | undefined {
  const ended = yearSpan(year, yearStart).to;
  const clock = clockInForce(clocks, CLOCKS.report, ended);
  if (clock) {
    const due = clockDeadline(clock, ended, bankHolidays);
    return due.ok ? due.value : undefined;
  }
  if (ended >= FIXED_FROM) return day(`${ended.slice(0, 4)}-09-30`);
  return lastPublishedOn && addMonths(lastPublishedOn, MONTHS_BEFORE);
}

/** The year before, whose report was the last. */
export const yearBefore = (year: PartnershipYear): PartnershipYear =>
  yearBeginningIn(Number(year.slice(0, 4)) - 1);

/** Records that the report on a year is published; recorded again, it is corrected. */
export function publish(
  { year, publishedOn, where }: NewReport,
  { by, at, today }: Actor,
  { yearStart }: Pick<Years, 'yearStart'>,
): Outcome<YearlyReport, ReportRefusal> {
  if (publishedOn > today) return refuse('not-yet');
  if (publishedOn <= yearSpan(year, yearStart).to) return refuse('before-its-end');
  if (where && findPersonalDetail(where)) return refuse('personal');
  return accept(
    omitUndefined({
      year,
      publishedOn,
      where: trimToUndefined(where),
      recordedBy: by,
      recordedAt: at,
    }),
  );
}
