import { ask } from '../../answers/questions.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { EARLIEST } from '../../domain/calendar-spans.ts';
import { formatDay, parseDay } from '../../domain/dates.ts';
import type { Meeting } from '../../domain/meeting.ts';
import {
  type PartnershipYear,
  resolveYear,
  yearContaining,
  yearSpan,
} from '../../domain/partnership-year.ts';
import { formatMonth, parseMonthAsked } from '../../domain/period.ts';
import { findMeetingsBetween } from '../meetings/queries.ts';
import { attendanceThisYear } from './buttons.ts';

/** The meetings of a year at which a question about attendance looks. */
export interface YearMeetings {
  readonly year: PartnershipYear;
  /** It is the year of today. */
  readonly isCurrent: boolean;
  /** `in 2020-21`, `in 2020-21 so far`. */
  readonly inYear: string;
  /** By their time, of one group or of all. */
  readonly meetings: readonly Meeting[];
}

/** Reads the meetings of the year asked for, this year unless one is named, or of a month, or since a day: of the group asked for, else of every group. */
export async function findYearMeetings(
  request: Request,
  { filters, args }: Question,
): Promise<YearMeetings | { readonly answer: Answer }> {
  const { directory, today } = request;
  const { yearStart } = directory.partnership;
  const year = resolveYear(filters.year ?? 'current', today, yearStart);
  if (!year) return { answer: unknownYear(filters.year ?? '') };
  const since = parseDay(args.fromDay);
  const month = parseMonthAsked(filters.meeting, today, 'last');
  const isEver = args.ever === true && !filters.year;
  const { from, to } =
    month ?? (since || isEver ? { from: since ?? EARLIEST, to: today } : yearSpan(year, yearStart));
  const meetings = await findMeetingsBetween(request, filters.group, { from, to });
  const isCurrent = year === yearContaining(today, yearStart);
  const inYear = month
    ? `in ${formatMonth(month)}`
    : since
      ? `since ${formatDay(since, today)}`
      : isEver
        ? 'on record'
        : `in ${year}${isCurrent ? ' so far' : ''}`;
  return { year, isCurrent, inYear, meetings };
}

function unknownYear(asked: string): Answer {
  return {
    text: `I do not know the year “${asked}”. Years are written like 2020-21.`,
    suggestions: [
      attendanceThisYear(),
      { title: 'Attendance last year', ...ask('attendance_summary', { year: 'last' }) },
    ],
  };
}
