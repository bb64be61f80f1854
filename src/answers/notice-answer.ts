import type { Answer, AnswerRow, Button, Section } from '../contract/answer.ts';
import type { NoticeItem, NoticeSection } from '../contract/notice.ts';
import type { Day } from '../domain/dates.ts';
import { ask } from './questions.ts';
import { truncateList } from './truncate.ts';
import { formatCount, pluralVerb, sentenceCase } from './words.ts';

/** On which day it is told, and where. */
export interface NoticeOccasion {
  readonly today: Day;
  /** Told in a group's chat, because this person could not be reached: they have the buttons. */
  readonly unreachedPerson?: string;
}

const MAX_ROWS = 12;

/** What people press to change what comes. */
export const CHANGE_NOTICES = {
  title: 'Change what comes',
  aloud: 'To change what comes, say: my notice settings',
  ...ask('notify_settings'),
};

/** Opens all of somebody's work. */
const ALL_OF_MINE: Button = {
  title: 'All of mine',
  ...ask('list_actions', { status: 'open' }, { assignee: 'me' }),
};

const SECTIONS: Readonly<Record<NoticeSection, string>> = {
  limit: 'Time limits',
  overdue: 'Overdue',
  due: 'Due',
  'to-verify': 'For you to verify or evidence',
  reminder: 'You asked to be reminded',
  'to-look-into': 'To look into',
};
const ORDER = Object.keys(SECTIONS) as NoticeSection[];

/** Everything that is told at once, as one message: of one thing the notice itself, of several a digest. */
export function noticeAnswer(items: readonly NoticeItem[], telling: NoticeOccasion): Answer {
  const [first, ...others] = mostUrgentFirst(items);
  if (!first) throw new RangeError('A digest of nothing');
  return others.length === 0 ? singleNotice(first, telling) : digest([first, ...others], telling);
}

/** The first sentence is what a phone shows of it. */
function singleNotice(item: NoticeItem, { unreachedPerson }: NoticeOccasion): Answer {
  const { headline, sentence, title, status, colour, facts = [], opens, buttons } = item;
  const reason = unreachedPerson ? notReached(unreachedPerson) : item.reason.sentence;
  return {
    text: [`${headline}.`, ...(sentence ? [] : [`${title}.`]), reason].join(' '),
    heading: headline,
    sentence: sentence ?? title,
    ...(status && { state: { words: sentenceCase(status), colour } }),
    sections: [...(facts.length > 0 ? [{ facts }] : []), { note: reason, link: CHANGE_NOTICES }],
    buttons: unreachedPerson ? [openButton(opens)] : buttons,
  };
}

/** Several things of one day: never five messages where one will do (the brief). */
function digest(items: readonly [NoticeItem, ...NoticeItem[]], telling: NoticeOccasion): Answer {
  const { today, unreachedPerson } = telling;
  const { shown, ...note } = truncateList(items, MAX_ROWS);
  const headline = summary(items, today);
  const heading = unreachedPerson ? headline.replace(/ you\b/, ` ${unreachedPerson}`) : headline;
  const sections = ORDER.map((section): Section => {
    const rows = shown.filter((item) => item.section === section);
    return {
      heading: `${SECTIONS[section]} · ${rows.length}`,
      rows: rows.map((item) => noticeRow(item, telling)),
    };
  });
  return {
    text: [
      `${heading}.`,
      `First: ${items[0].headline}.`,
      ...(unreachedPerson ? [notReached(unreachedPerson)] : []),
    ].join(' '),
    heading,
    sections: [...sections, { ...note, link: CHANGE_NOTICES }],
    buttons: [ALL_OF_MINE],
  };
}

/** What is owed to somebody besides, as rows; the most pressing first. */
export function noticeRows(items: readonly NoticeItem[], telling: NoticeOccasion): AnswerRow[] {
  return mostUrgentFirst(items).map((item) => noticeRow(item, telling));
}

function noticeRow(item: NoticeItem, { unreachedPerson }: NoticeOccasion): AnswerRow {
  const { ref, title, status, standing, colour, reason, opens, buttons } = item;
  const button = (!unreachedPerson && buttons[0]) || openButton(opens);
  return {
    // A meeting is often called as its group is.
    ...(ref !== title && { ref }),
    title,
    state: { words: [status, standing].filter(Boolean).join(', '), colour },
    ...(!unreachedPerson && { line: reason.short }),
    opens,
    buttons: [{ ...button, aloud: `${button.title} ${ref || title}`, inNewMessage: true }],
  };
}

export const openButton = (opens: NoticeItem['opens']): Button => ({
  title: 'Open',
  inNewMessage: true,
  ...opens,
});

const notReached = (person: string) => `For ${person}, who could not be reached.`;

/** In a group's chat, where nothing may be said of what it is about. */
export const couldNotReach = (person: string): string =>
  `I could not reach ${person}. To get my messages they open Convenor in Teams and write to it once.`;

function mostUrgentFirst(items: readonly NoticeItem[]): NoticeItem[] {
  const urgency = ({ section }: NoticeItem) => ORDER.indexOf(section);
  const due = ({ dueOn }: NoticeItem) => dueOn ?? '9999-12-31';
  return items.toSorted(
    (a, b) =>
      urgency(a) - urgency(b) ||
      due(a).localeCompare(due(b)) ||
      a.ref.localeCompare(b.ref, 'en', { numeric: true }),
  );
}

/** “5 things need you, 2 of them overdue” */
export function summary(items: readonly NoticeItem[], today: Day): string {
  const late = items.filter(({ dueOn }) => dueOn && dueOn < today).length;
  const needing = `${formatCount(items.length, 'thing')} ${pluralVerb(items.length, 'needs', 'need')} you`;
  return late > 0
    ? `${needing}, ${late === items.length ? 'all' : `${late} of them`} overdue`
    : needing;
}
