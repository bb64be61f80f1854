import type { Args } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { BankHolidays } from '../../domain/bank-holidays.ts';
import { addDays, type Day, parseDay, toDay } from '../../domain/dates.ts';
import { isWorkingDay } from '../../domain/working-days.ts';

/**
 * The day that somebody's words mean: a day, so many days before the next meeting of a group or before a due day;
 * “after” a day is the one behind it. `undefined` when they named none, or none that the records know.
 */
export async function resolveReminderDay(
  { directory, ports, today, bankHolidays }: Request,
  args: Args,
  dueOn?: Day,
): Promise<Day | undefined> {
  const lead = typeof args.leadDays === 'number' ? args.leadDays : 0;
  const later = args.after === true ? 1 : 0;
  if (typeof args.meetingOf === 'string') {
    const tomorrow = addDays(today, 1);
    const meeting = await ports.meetings.findNext(
      directory.partnership.id,
      args.meetingOf,
      tomorrow,
    );
    const on = meeting && toDay(meeting.startsAt);
    return on && (later ? addDays(on, later) : workingDayAhead(on, lead, bankHolidays));
  }
  if (args.beforeDue === true) return dueOn && workingDayAhead(dueOn, lead, bankHolidays);
  const named = parseDay(args.on);
  return named && addDays(named, later);
}

/**
 * So many days ahead of a day; the working day before that, where it is none: nobody wants “three days before” on a Sunday.
 * @example ahead(day('2021-03-24'), 3, england) // '2021-03-19'
 */
function workingDayAhead(of: Day, days: number, bankHolidays: BankHolidays): Day {
  let on = addDays(of, -days);
  while (days > 0 && !isWorkingDay(on, bankHolidays)) on = addDays(on, -1);
  return on;
}
