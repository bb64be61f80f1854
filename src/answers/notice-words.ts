import type { Matter, NoticeItem, Why } from '../contract/notice-item.ts';
import { type Day, daysBetween, formatDay } from '../domain/dates.ts';
import { workingDaysBetween } from '../domain/working-days.ts';
import type { Moment } from './action-words.ts';
import type { Colour } from './card-parts.ts';
import { counted, verb } from './words.ts';

/**
 * What is owed as one says it first; it is what a phone shows before the chat is opened. Without the last full stop.
 * @example headlineOf(action('SA-019', day('2021-03-16')), monday15March) // 'SA-019 is due in 1 working day'
 */
export function headlineOf(
  { subject, title, matter }: Pick<NoticeItem, 'subject' | 'title' | 'matter'>,
  today: Moment,
): string {
  switch (matter.kind) {
    case 'action':
      return `${subject} is ${dueInWords(matter.dueOn, today)}`;
    case 'verification':
      return `${subject} is complete and waits to be verified`;
    case 'evidence':
      return `${subject} is complete, impact not yet evidenced`;
    case 'clock':
      return `${subject}: ${matter.what} ${limitInWords(matter.dueOn, today)}`;
    case 'register':
      return `The register of ${matter.group} on ${formatDay(matter.heldOn, today.today)} is not closed`;
    case 'absence':
      return `${matter.agency} missed the last ${matter.meetings} meetings of ${matter.group}`;
    case 'reminder':
      return `You asked to be reminded: ${matter.words ?? `${subject} “${title}”`}`;
  }
}

/** How a matter stands, for a row that has its reference and title already. */
export function standingOf(matter: Matter, today: Moment): string {
  switch (matter.kind) {
    case 'action':
      return dueInWords(matter.dueOn, today);
    case 'verification':
      return 'complete with evidence, not yet verified';
    case 'evidence':
      return 'complete, impact not yet evidenced';
    case 'clock':
      return `${matter.what} ${limitInWords(matter.dueOn, today)}`;
    case 'register':
      return `register of ${formatDay(matter.heldOn, today.today)} not closed`;
    case 'absence':
      return `missed the last ${matter.meetings} meetings`;
    case 'reminder':
      return 'your reminder';
  }
}

/** Red is for what is overdue or breached alone. */
export function colourOf(matter: Matter, { today: day }: Moment): Colour {
  switch (matter.kind) {
    case 'action':
    case 'clock':
      return matter.dueOn < day ? 'attention' : 'warning';
    case 'verification':
      return 'good';
    case 'reminder':
      return 'accent';
    default:
      return 'warning';
  }
}

/** Why somebody is told, as a sentence: “You own it.” */
export function whyInWords(why: Why, today: Day): string {
  switch (why.kind) {
    case 'owner':
      return 'You own it.';
    case 'lead':
      return `You lead for ${why.agency}, which owns it.`;
    case 'agency':
      return `You speak for ${why.agency}.`;
    case 'group':
      return `You chair ${why.group}, which follows it up.`;
    case 'escalation':
      return `You chair ${why.group ?? 'the partnership'}; it has been overdue for ${counted(why.workingDaysOverdue, 'working day')}.`;
    case 'verifier':
      return why.as === 'scrutineer'
        ? 'You are the scrutineer, who can verify it.'
        : `You chair ${why.group ?? 'the partnership'} and can verify it.`;
    case 'statutory':
      return `You speak for ${why.agency}, a statutory partner. A time limit like this one comes whatever you set.`;
    case 'chair':
      return `You chair ${why.group ?? 'the partnership'}.`;
    case 'administrator':
      return 'You are an administrator.';
    case 'asked':
      return `You asked for it on ${formatDay(why.on, today)}.`;
  }
}

/** The same in a few words, for a row that says the rest. */
export function whyInShort(why: Why): string {
  switch (why.kind) {
    case 'owner':
      return 'yours';
    case 'lead':
    case 'agency':
    case 'statutory':
      return `for ${why.agency}`;
    case 'verifier':
      return why.as === 'scrutineer'
        ? 'for the scrutineer'
        : `you chair ${why.group ?? 'the partnership'}`;
    case 'administrator':
      return 'for administrators';
    case 'asked':
      return 'you asked for it';
    default:
      return `you chair ${why.group ?? 'the partnership'}`;
  }
}

/**
 * When an action is due, in working days, for that is what one has to do it in.
 * @example dueInWords(day('2021-03-22'), friday19March) // 'due in 1 working day'
 * @example dueInWords(day('2021-03-20'), friday19March) // 'due on Sat 20 March'
 */
export function dueInWords(dueOn: Day, today: Moment): string {
  if (dueOn === today.today) return 'due today';
  const days = workingDays(dueOn, today);
  if (dueOn < today.today)
    return days ? `overdue by ${days}` : `overdue since ${formatDay(dueOn, today.today)}`;
  return days ? `due in ${days}` : `due on ${formatDay(dueOn, today.today)}`;
}

/** When a time limit ends, to stand behind what has to be done by then. */
function limitInWords(dueOn: Day, today: Moment): string {
  if (dueOn === today.today) return 'today';
  const days = workingDays(dueOn, today);
  if (dueOn < today.today)
    return days ? `was due ${days} ago` : `was due on ${formatDay(dueOn, today.today)}`;
  return days ? `within ${days}` : `by ${formatDay(dueOn, today.today)}`;
}

/** `3 working days` between today and a day, in days where the bank holidays are not known; `undefined` for none. */
function workingDays(to: Day, { today: day, bankHolidays }: Moment): string | undefined {
  const between = workingDaysBetween(day, to, bankHolidays);
  if (!between.ok) return counted(Math.abs(daysBetween(day, to)), 'day');
  return between.value === 0 ? undefined : counted(Math.abs(between.value), 'working day');
}

/** “5 things need you today, 2 of them overdue” */
export function togetherInWords(items: readonly NoticeItem[], { today: day }: Moment): string {
  const late = items.filter(({ matter }) => 'dueOn' in matter && matter.dueOn < day).length;
  const needing = `${counted(items.length, 'thing')} ${verb(items.length, 'needs', 'need')} you`;
  return late > 0
    ? `${needing}, ${late === items.length ? 'all' : `${late} of them`} overdue`
    : needing;
}
