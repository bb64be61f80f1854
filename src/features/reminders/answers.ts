import { ask } from '../../answers/questions.ts';
import { formatList } from '../../answers/words.ts';
import type { Answer, Button, Suggestion } from '../../contract/answer.ts';
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
 * @example describeDays([5, 6, 7]) // 'on Fridays and at weekends'
 */
export function describeDays(days: readonly number[]): string {
  const isWeekend = days.includes(6) && days.includes(7);
  const named = days.filter((day) => !isWeekend || day < 6).map((day) => DAYS[day - 1] ?? '');
  return formatList([
    ...(named.length > 0 ? [`on ${formatList(named)}`] : []),
    ...(isWeekend ? ['at weekends'] : []),
  ]);
}

/** When ordinary notices come, after the hours or days that are quiet. */
export function describeTimes(quietDays: readonly number[], quietHours: Hours | undefined): string {
  const own = quietDays.filter((day) => day < 6);
  const days = own.length > 0 ? `on working days, but not ${describeDays(own)}` : 'on working days';
  return quietHours ? `${days}, and not between ${quietHours.from} and ${quietHours.to}` : days;
}

type SettingRefusal = PreferenceRefusal | 'too-many' | 'words-missing';

/** Nothing was changed: why, and what can be asked instead. */
export function answerNotSet(refusal: SettingRefusal, what: string): Answer {
  return { text: describeRefusal(refusal, what) };
}

function describeRefusal(refusal: SettingRefusal, what: string): string {
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

export const MY_SETTINGS: Suggestion = { title: 'My notice settings', ...ask('notify_settings') };

/** What a press did, in the place of the card that was pressed; its buttons take it back or go on. */
export function answerSet(
  heading: string,
  sentence: string,
  buttons: readonly Button[] = [],
): Answer {
  return {
    text: `${heading}. ${sentence}`,
    heading,
    sentence,
    buttons: [...buttons, MY_SETTINGS],
  };
}

/** A form of somebody else’s settings, pressed in a chat of several. */
export function answerNotYours(): Answer {
  return {
    text: 'Nothing was changed: that form is somebody else’s. Ask me yourself, and you get your own.',
    refused: 'access',
  };
}
