import type { NoticeItem } from '../contract/notice.ts';
import type { Moment } from '../contract/request.ts';
import { type Day, daysBetween, formatDay } from '../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../domain/directory.ts';
import type { RecipientReason } from '../domain/notices/recipients.ts';
import { workingDaysBetween } from '../domain/working-days.ts';
import { formatCount } from './words.ts';

/**
 * Why somebody is told; `asChair` says what a chair has to do with it.
 * @example reasonInWords({ kind: 'chair', group: 'NEG' }, directory, ' and can verify it').sentence // 'You chair Neglect and can verify it.'
 */
export function describeReason(
  reason: RecipientReason,
  directory: Directory,
  asChair = '',
): NoticeItem['reason'] {
  switch (reason.kind) {
    case 'owner':
      return { sentence: 'You own it.', short: 'yours' };
    case 'agency': {
      const agency = agencyName(directory, reason.agency);
      return { sentence: `You speak for ${agency}.`, short: `for ${agency}` };
    }
    case 'statutory': {
      const agency = agencyName(directory, reason.agency);
      const sentence = `You speak for ${agency}, a statutory partner. A time limit like this one comes whatever you set.`;
      return { sentence, short: `for ${agency}` };
    }
    case 'chair': {
      const chairs = `you chair ${reason.group ? groupName(directory, reason.group) : 'the partnership'}`;
      return { sentence: `Y${chairs.slice(1)}${asChair}.`, short: chairs };
    }
    case 'scrutineer':
      return {
        sentence: 'You are the scrutineer, who can verify it.',
        short: 'for the scrutineer',
      };
    case 'administrator':
      return { sentence: 'You are an administrator.', short: 'for administrators' };
    case 'asked':
      return { sentence: 'You asked for it.', short: 'you asked for it' };
  }
}

/**
 * When an action is due, in working days, for that is what one has to do it in.
 * @example dueInWords(day('2021-03-22'), friday19March) // 'due in 1 working day'
 * @example dueInWords(day('2021-03-20'), friday19March) // 'due on Sat 20 March'
 */
export function formatDueIn(dueOn: Day, moment: Moment): string {
  if (dueOn === moment.today) return 'due today';
  const days = workingDays(dueOn, moment);
  if (dueOn < moment.today)
    return days ? `overdue by ${days}` : `overdue since ${formatDay(dueOn, moment.today)}`;
  return days ? `due in ${days}` : `due on ${formatDay(dueOn, moment.today)}`;
}

/** When a time limit ends, to stand behind what has to be done by then: `within 5 working days`. */
export function formatLimit(dueOn: Day, moment: Moment): string {
  if (dueOn === moment.today) return 'today';
  const days = workingDays(dueOn, moment);
  if (dueOn < moment.today)
    return days ? `was due ${days} ago` : `was due on ${formatDay(dueOn, moment.today)}`;
  return days ? `within ${days}` : `by ${formatDay(dueOn, moment.today)}`;
}

/** `3 working days` between today and a day, in days where the bank holidays are not known; `undefined` for none. */
function workingDays(to: Day, { today, bankHolidays }: Moment): string | undefined {
  const between = workingDaysBetween(today, to, bankHolidays);
  if (!between.ok) return formatCount(Math.abs(daysBetween(today, to)), 'day');
  return between.value === 0 ? undefined : formatCount(Math.abs(between.value), 'working day');
}
