import type { Actor } from './actor.ts';
import type { BankHolidays } from './bank-holidays.ts';
import { CLOCKS, clockDeadline, clockInForce } from './clocks.ts';
import type { Day } from './dates.ts';
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

/**
 * The last day on which the report on a year is in time; `undefined` where the partnership has no
 * clock for it.
 * @example reportDueOn('2020-21' as PartnershipYear, partnership, england) // '2021-09-30'
 */
export function reportDueOn(
  year: PartnershipYear,
  { yearStart, clocks }: Years,
  bankHolidays: BankHolidays,
): Day | undefined {
  const ended = yearSpan(year, yearStart).to;
  const clock = clockInForce(clocks, CLOCKS.report, ended);
  const due = clock && clockDeadline(clock, ended, bankHolidays);
  return due?.ok ? due.value : undefined;
}

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
