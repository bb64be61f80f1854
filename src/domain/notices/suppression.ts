import type { BankHolidays } from '../bank-holidays.ts';
import { type LocalTime, toDay } from '../dates.ts';
import { defaultPreferences, isSuppressed, type Preferences } from '../preferences.ts';
import type { Hours, TimeOfDay } from '../time-of-day.ts';
import { isWorkingDay } from '../working-days.ts';
import type { Notice } from './notice.ts';

/** Why something that is owed is not said just now. */
export type Suppression =
  | 'quiet hours'
  | 'no working day'
  | 'snoozed'
  | 'their own quiet time'
  | 'before the morning';

/** When a partnership is not to be disturbed. */
export interface QuietSettings {
  /** Nothing but statutory notices is sent in these hours. */
  readonly quietHours: Hours;
  /** From this time of its day a statutory notice is sent, quiet hours or not: nobody is woken at midnight by a step. */
  readonly statutoryFrom: TimeOfDay;
}

/**
 * Whether a notice can be said to a person at a time, and if not, why. Statutory clocks ask for nobody’s quiet time; they only
 * wait for the morning of their day. What somebody set for a day comes on that day, working or not.
 * @example suppressionReason(overdue, usual, '2021-03-15T18:30' as LocalTime, rules) // 'quiet hours'
 * @example suppressionReason(reviewDue, usual, '2021-03-20T18:30' as LocalTime, rules) // undefined: a statutory clock on a Saturday evening
 */
export function suppressionReason(
  { priorityClass, about }: Pick<Notice, 'priorityClass' | 'about'>,
  preferences: Preferences,
  at: LocalTime,
  {
    settings,
    bankHolidays,
  }: { readonly settings: QuietSettings; readonly bankHolidays: BankHolidays },
): Suppression | undefined {
  if (priorityClass === 'statutory')
    return at.slice(11) < settings.statutoryFrom ? 'before the morning' : undefined;
  const partnerships = { ...defaultPreferences(''), quietHours: settings.quietHours };
  if (priorityClass === 'ordinary' && !isWorkingDay(toDay(at), bankHolidays))
    return 'no working day';
  if (isSuppressed(partnerships, { priorityClass: 'own' }, at)) return 'quiet hours';
  if (!isSuppressed(preferences, { priorityClass, subject: about }, at)) return undefined;
  return isSuppressed(preferences, { priorityClass }, at) ? 'their own quiet time' : 'snoozed';
}
