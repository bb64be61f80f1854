import type { Instead, NoticeItem } from '../contract/notice-item.ts';
import type { OutgoingMessage } from '../contract/ports/personal-chats.ts';
import { formatDayWithYear } from '../domain/dates.ts';
import type { Moment } from './action-words.ts';
import { type Colour, inNewMessage } from './card-parts.ts';
import {
  colourOf,
  headlineOf,
  standingOf,
  togetherInWords,
  whyInShort,
  whyInWords,
} from './notice-words.ts';
import { sentenceCase } from './words.ts';

/** A button: with a verb it does something, without one it says `ask` as if it had been typed. */
export interface Press {
  readonly title: string;
  readonly verb?: string;
  readonly data?: object;
  readonly ask?: string;
}

/** `cards/notice.json`: one thing that is owed to somebody, with what settles it. */
export interface NoticeView {
  readonly source: string;
  readonly headline: string;
  /** What it is about: the title of the action. */
  readonly sentence: string;
  /** Empty where the headline says it all. */
  readonly standing: string;
  readonly colour: Colour;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** Why it came, and how to change what comes. */
  readonly why: string;
  readonly change: string;
  readonly presses: readonly Press[];
}

/** `cards/notice-digest.json`: several things of one day, the most pressing first. */
export interface DigestView {
  readonly source: string;
  readonly headline: string;
  readonly groups: readonly { readonly title: string; readonly rows: readonly DigestRow[] }[];
  /** What there was no room for. */
  readonly extent: string;
  readonly change: string;
  readonly presses: readonly Press[];
}

export interface DigestRow {
  readonly ref: string;
  readonly title: string;
  readonly standing: string;
  readonly colour: Colour;
  readonly why: string;
  /** What pressing the row asks. */
  readonly ask: string;
  /** The likeliest thing to do about it. */
  readonly press: Press;
}

/** Where a notice comes from, and on which day it is told. */
export interface Occasion {
  /** The partnership’s short name. */
  readonly source: string;
  readonly today: Moment;
  /** Said in a group’s chat, because these could not be told themselves. */
  readonly instead?: Instead;
  /** Said once more, because nobody can know whether it arrived the first time. */
  readonly isAgain?: boolean;
}

/** The line above a message: whose it is, of which day, and whether it was sent before. */
export const sourceLine = ({ source, today, isAgain }: Occasion): string =>
  [
    source,
    `as at ${formatDayWithYear(today.today)}`,
    ...(isAgain ? ['sent again in case the first was lost'] : []),
  ].join(' · ');

/** What is added to a message that was sent before; it begins with a space. */
export const repeatNote = ({ isAgain }: Occasion): string =>
  isAgain ? ' You may have had this already: Teams did not say whether it arrived.' : '';

/** What a person types, or presses, to change what comes. */
export const SETTINGS = 'my notice settings';
const SNOOZE_DAYS = 7;
const MAX_ROWS = 12;

/** One thing that is owed, as a message with its card. The first sentence is what a phone shows of it. */
export function composeNotice(item: NoticeItem, occasion: Occasion): OutgoingMessage {
  const { today, instead } = occasion;
  const headline = headlineOf(item, today);
  const why = instead
    ? `For ${instead.of}, who could not be reached.`
    : whyInWords(item.why, today.today);
  const isPlain = item.matter.kind === 'reminder' && item.matter.words !== undefined;
  const view: NoticeView = {
    source: sourceLine(occasion),
    headline,
    sentence: isPlain ? 'In your own words.' : item.title,
    standing: sentenceCase(item.standing ?? ''),
    colour: colourOf(item.matter, today),
    facts: (item.facts ?? []).slice(0, 5),
    why,
    change: SETTINGS,
    presses: instead ? [openPress(item)] : pressesFor(item),
  };
  const text = `${headline}. ${isPlain ? '' : `${item.title}. `}${why}${repeatNote(occasion)}`;
  return { text, card: { name: 'notice', view, plain: plainNotice(text, view) } };
}

/** Several things of one day as one message: never five where one will do (the brief). Of one thing, the notice itself. */
export function composeDigest(items: readonly NoticeItem[], occasion: Occasion): OutgoingMessage {
  const { today, instead } = occasion;
  const ordered = sortByUrgency(items, today);
  const [first, ...others] = ordered;
  if (!first) throw new RangeError('A digest of nothing');
  if (others.length === 0) return composeNotice(first, occasion);
  const shown = ordered.slice(0, MAX_ROWS);
  const headline = togetherInWords(items, today);
  const view: DigestView = {
    source: sourceLine(occasion),
    headline: instead ? `${headline.replace(/ you\b/, ` ${instead.of}`)}` : headline,
    groups: GROUPS.map((title, at) => ({
      title,
      rows: shown
        .filter((item) => urgency(item, today) === at)
        .map((item) => digestRow(item, occasion)),
    })).filter(({ rows }) => rows.length > 0),
    extent: ordered.length > shown.length ? `and ${ordered.length - shown.length} more` : '',
    change: SETTINGS,
    presses: [{ title: 'All of mine', ask: 'what have i got' }],
  };
  const who = instead ? ` For ${instead.of}, who could not be reached.` : '';
  const text = `${view.headline}. First: ${headlineOf(first, today)}.${who}${repeatNote(occasion)}`;
  return { text, card: { name: 'notice-digest', view, plain: plainDigest(text, view) } };
}

/** What is owed to a chair besides their letter, as the rows of a digest. */
export function digestRows(items: readonly NoticeItem[], occasion: Occasion): DigestRow[] {
  return sortByUrgency(items, occasion.today).map((item) => digestRow(item, occasion));
}

/** The most pressing first. */
function sortByUrgency(items: readonly NoticeItem[], today: Moment): NoticeItem[] {
  return [...items].sort((a, b) => urgency(a, today) - urgency(b, today) || byDay(a, b));
}

const GROUPS = [
  'Time limits',
  'Overdue',
  'Due',
  'For you to verify or evidence',
  'You asked to be reminded',
  'To look into',
];

/** The place of a matter among {@link GROUPS}, the most pressing first. */
function urgency({ matter }: NoticeItem, { today: day }: Moment): number {
  switch (matter.kind) {
    case 'clock':
      return 0;
    case 'action':
      return matter.dueOn < day ? 1 : 2;
    case 'verification':
    case 'evidence':
      return 3;
    case 'reminder':
      return 4;
    default:
      return 5;
  }
}

function byDay(a: NoticeItem, b: NoticeItem): number {
  const due = ({ matter }: NoticeItem) => ('dueOn' in matter ? matter.dueOn : '9999-12-31');
  return (
    due(a).localeCompare(due(b)) || a.subject.localeCompare(b.subject, 'en', { numeric: true })
  );
}

function digestRow(item: NoticeItem, { today, instead }: Occasion): DigestRow {
  const title =
    item.matter.kind === 'reminder' && item.matter.words ? item.matter.words : item.title;
  return {
    // A meeting is often called as its group is.
    ref: item.subject === title ? '' : item.subject,
    title,
    standing: [item.standing, standingOf(item.matter, today)].filter(Boolean).join(', '),
    colour: colourOf(item.matter, today),
    why: instead ? '' : whyInShort(item.why),
    ask: askOf(item),
    press: below((!instead && pressesFor(item)[0]) || openPress(item)),
  };
}

/** What settles a notice: the likeliest first, at most three. */
function pressesFor(item: NoticeItem): Press[] {
  const { subject, matter, why } = item;
  const isOwner = why.kind === 'owner' || why.kind === 'lead' || why.kind === 'group';
  switch (matter.kind) {
    case 'action':
      return isOwner
        ? [
            formPress('Done…', subject, 'done'),
            formPress('Need more time…', subject, 'more-time'),
            snoozePress(subject),
          ]
        : [openPress(item), snoozePress(subject)];
    case 'verification':
      return [
        formPress('Verify…', subject, 'verify'),
        formPress('Send back…', subject, 'send-back'),
        openPress(item),
      ];
    case 'evidence':
      return isOwner
        ? [formPress('Add evidence…', subject, 'done'), openPress(item), snoozePress(subject)]
        : [openPress(item), snoozePress(subject)];
    case 'reminder':
      return [...(matter.words ? [] : [openPress(item)]), againPress(subject, matter.words)];
    case 'register': {
      const open: Press = { title: 'Open the register', ask: askOf(item) };
      const called: Press = { title: 'It was not held…', ask: `/cancel ${matter.meeting}` };
      return why.kind === 'administrator' ? [open, called] : [open];
    }
    case 'clock':
      return [...(matter.report ? [publishedPress(matter.report)] : []), openPress(item)];
    default:
      return [openPress(item)];
  }
}

function below(press: Press): Press {
  return press.verb ? inNewMessage(press) : press;
}

function formPress(title: string, ref: string, form: string): Press {
  return { title, verb: 'actions.form', data: { verb: 'actions.form', ref, form } };
}

function publishedPress(year: string): Press {
  const verb = 'yearly-report.form';
  return { title: 'It is published…', verb, data: { verb, year } };
}

function snoozePress(subject: string): Press {
  const verb = 'reminders.snooze';
  return { title: 'Snooze a week', verb, data: { verb, subject, days: SNOOZE_DAYS } };
}

function againPress(subject: string, words: string | undefined): Press {
  const verb = 'reminders.again';
  return {
    title: 'Again in a week',
    verb,
    data: { verb, subject, days: SNOOZE_DAYS, ...(words && { words }) },
  };
}

const openPress = (item: NoticeItem): Press => ({ title: 'Open', ask: askOf(item) });

/** What one types to see more of it. */
function askOf({ subject, matter }: NoticeItem): string {
  switch (matter.kind) {
    case 'register':
      return `/register ${matter.meeting}`;
    case 'absence':
      return `attendance of ${matter.agency} at ${matter.group}`;
    case 'clock':
      return matter.report
        ? `/yearly-report ${matter.report}`
        : `tell me about ${matter.review ?? subject}`;
    default:
      return `tell me about ${subject}`;
  }
}

function plainNotice(text: string, { standing, facts, presses }: NoticeView): string {
  return [
    text,
    ...(standing ? [`${standing}.`] : []),
    ...facts.map(({ title, value }) => `${title}: ${value}.`),
    `You can press: ${presses.map(({ title }) => title.replace('…', '')).join(', ')}.`,
    `To change what comes, say: ${SETTINGS}.`,
  ].join('\n');
}

function plainDigest(text: string, { groups, extent }: DigestView): string {
  return [
    text,
    ...groups.flatMap(({ title, rows }) => [
      `${title}:`,
      ...rows.map(
        (row) =>
          `${row.ref && `${row.ref}: `}${row.title}, ${row.standing}${row.why && `, ${row.why}`}.`,
      ),
    ]),
    ...(extent ? [`${sentenceCase(extent)}.`] : []),
    `To change what comes, say: ${SETTINGS}.`,
  ].join('\n');
}
