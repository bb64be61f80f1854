import { type LocalTime, toDay } from '../dates.ts';
import { isHushed, type Preferences, usualPreferences } from '../preferences.ts';
import { type BankHolidays, isWorkingDay } from '../working-days.ts';
import type { Notice } from './notice.ts';
import type { NoticeSettings } from './notice-settings.ts';

/** Why something that is owed is not said just now. */
export type Hush =
  | 'quiet hours'
  | 'no working day'
  | 'snoozed'
  | 'their own quiet time'
  | 'before the morning';

/**
 * Whether a notice can be said to a person at a time, and if not, why. Statutory clocks ask for nobody’s quiet time; they only
 * wait for the morning of their day. What somebody set for a day comes on that day, working or not.
 * @example hushOf(overdue, usual, '2021-03-15T18:30' as LocalTime, rules) // 'quiet hours'
 * @example hushOf(reviewDue, usual, '2021-03-20T18:30' as LocalTime, rules) // undefined: a statutory clock on a Saturday evening
 */
export function hushOf(
  { pace, about }: Pick<Notice, 'pace' | 'about'>,
  preferences: Preferences,
  at: LocalTime,
  {
    settings,
    bankHolidays,
  }: { readonly settings: NoticeSettings; readonly bankHolidays: BankHolidays },
): Hush | undefined {
  if (pace === 'statutory')
    return at.slice(11) < settings.statutoryFrom ? 'before the morning' : undefined;
  const partnerships = { ...usualPreferences(''), quietHours: settings.quietHours };
  if (pace === 'ordinary' && !isWorkingDay(toDay(at), bankHolidays)) return 'no working day';
  if (isHushed(partnerships, { kind: 'own' }, at)) return 'quiet hours';
  if (!isHushed(preferences, { kind: pace, subject: about }, at)) return undefined;
  return isHushed(preferences, { kind: pace }, at) ? 'their own quiet time' : 'snoozed';
}
