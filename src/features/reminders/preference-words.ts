import { formatList } from '../../answers/words.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import {
  MAX_PAUSE_DAYS,
  MAX_SNOOZE_DAYS,
  type PreferenceRefusal,
} from '../../domain/preferences.ts';
import type { Hours } from '../../domain/time-of-day.ts';

const DAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** What holds whatever somebody sets; said wherever silence is asked for. */
export const STILL_COMES = 'Time limits in law still come.';

/**
 * Days of the week as one says them.
 * @example daysInWords([5, 6, 7]) // 'on Fridays and at weekends'
 */
export function daysInWords(days: readonly number[]): string {
  const isWeekend = days.includes(6) && days.includes(7);
  const named = days.filter((day) => !isWeekend || day < 6).map((day) => DAYS[day - 1] ?? '');
  return formatList([
    ...(named.length > 0 ? [`on ${formatList(named)}`] : []),
    ...(isWeekend ? ['at weekends'] : []),
  ]);
}

/** When ordinary notices come, after the hours or days that are quiet. */
export function whenTheyCome(quietDays: readonly number[], quietHours: Hours | undefined): string {
  const own = quietDays.filter((day) => day < 6);
  const days = own.length > 0 ? `on working days, but not ${daysInWords(own)}` : 'on working days';
  return quietHours ? `${days}, and not between ${quietHours.from} and ${quietHours.to}` : days;
}

/** Nothing was changed: why, and what can be asked instead. */
export function notSet(
  refusal: PreferenceRefusal | 'too-many' | 'words-missing',
  what: string,
): string {
  switch (refusal) {
    case 'no-day-left':
      return 'Nothing was changed: no working day would be left on which I can tell you anything. To be left alone for a while, say until when you are away.';
    case 'no-hour-left':
      return 'Nothing was changed: less than an hour of the working day would be left. Please choose shorter quiet hours.';
    case 'not-after-today':
      return `Nothing was changed: ${what} needs a day after today.`;
    case 'too-far-off':
      return `Nothing was changed: that is too far off. One thing can be snoozed for ${MAX_SNOOZE_DAYS} days, and you can be away for ${MAX_PAUSE_DAYS}; for longer, ask for more time.`;
    case 'too-many':
      return 'Nothing was changed: you have as many reminders as I can keep. Cancel one first.';
    case 'words-missing':
      return 'Nothing was changed: say what I shall remind you of.';
  }
}

/** `until Wed 14 April`; the day itself is the first on which messages come again. */
export function formatUntil(day: Day, today: Day): string {
  return `until ${formatDay(day, today)}`;
}
