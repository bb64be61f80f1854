import type { Intent } from '../contract/feature.ts';
import type { Args, Filters, Question } from '../contract/question.ts';
import { formatDayWithYear, parseDay } from '../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../domain/directory.ts';
import { findPriority } from '../domain/find-priority.ts';
import { shortName } from './short-name.ts';
import { sentenceCase } from './words.ts';

/** What a question is put into words with. */
export interface QuestionWording {
  /** What is asked: its intent's label, and what it says of this question. */
  readonly label: Intent['label'];
  readonly offered?: Intent['offered'];
  readonly directory: Directory;
  /** The title of the action that it names. */
  readonly title?: string;
}

/** The widest label of a button that a phone shows whole. */
export const MAX_LABEL_CHARACTERS = 22;

/**
 * A question as somebody would put it: the thing first, then what is asked of it.
 * @example describeQuestion(question, wording) // 'West Midlands Police: overdue actions'
 */
export function describeQuestion(question: Question, wording: QuestionWording): string {
  const { thing, wanted } = describeParts(question, wording);
  return thing ? `${thing}: ${wanted}` : sentenceCase(wanted);
}

/** What a question is about, if it names something, and what is asked of it. */
export function describeParts(
  question: Question,
  wording: QuestionWording,
): { readonly thing: string; readonly wanted: string } {
  const wanted = describeWanted(question, wording);
  return { thing: describeThing(question, wording, wanted), wanted };
}

/** The same for a button: what is asked, without the thing; at most 22 characters, never cut off. */
export function describeQuestionBriefly(question: Question, wording: QuestionWording): string {
  const titles = [describeWanted(question, wording), describeIntent(question, wording)];
  const fits = titles.find((title) => title.length <= MAX_LABEL_CHARACTERS);
  return sentenceCase(fits ?? wording.label);
}

/** For an intent's `offered`: words for each value of an argument or filter. */
export const offeredBy =
  (name: keyof Args | keyof Filters, words: Readonly<Record<string, string>>, otherwise?: string) =>
  ({ filters, args }: Question): string | undefined =>
    words[String(args[name] ?? filters[name as keyof Filters])] ?? otherwise;

/**
 * What a question is about: `SA-019 “Train the champions”`, `West Midlands Police`; nothing of it
 * that is `said` already.
 */
export function describeThing(
  { filters, args }: Question,
  { directory, title }: Pick<QuestionWording, 'directory' | 'title'>,
  said = '',
): string {
  const { actionRef, risk } = args;
  const names = [
    actionRef && (title ? `${actionRef} “${title}”` : actionRef),
    typeof risk === 'string' && risk.toUpperCase(),
    ...FILTERS_OF_THINGS.map((filter) => describeFilter(filter, filters[filter], directory)),
    args.assignee && args.assignee !== 'me' && personName(directory, args.assignee),
  ];
  return names.filter((name) => name && !said.includes(name)).join(' · ');
}

const FILTERS_OF_THINGS = ['reviewRef', 'agency', 'group', 'priority'] as const;

/** The value of a filter as one says it; `undefined` where there is none. */
export function describeFilter(
  filter: keyof Filters,
  value: string | undefined,
  directory: Directory,
): string | undefined {
  if (!value) return undefined;
  switch (filter) {
    case 'agency':
      return shortName(agencyName(directory, value), directory.agencies);
    case 'group':
      return shortName(groupName(directory, value), directory.groups);
    case 'priority':
      return findPriority(directory, value, '')?.title ?? value;
    case 'reviewRef':
      return value === 'latest' ? 'The latest rapid review' : value;
    case 'dueRange':
      return DUE_RANGES[value] ?? describeDueRange(value);
    case 'year':
      return YEARS[value] ?? `in ${value}`;
    case 'meeting':
      return MEETINGS[value] ?? 'at that meeting';
    case 'source':
      return `from ${value}`;
    case 'status':
      return value;
  }
}

/** `due by 30 June 2021`, `due in the next 14 days` */
function describeDueRange(range: string): string {
  const [, kind = '', first = '', last] =
    /^(\w+):([\d-]{10})(?:\.\.([\d-]{10}))?$/.exec(range) ?? [];
  if (!first) return `due ${range.replace(/^next-(?=\d)/, 'in the next ').replace(/-/g, ' ')}`;
  const to = last ? ` and ${describeDay(last)}` : '';
  return `due ${describeDay(first, kind)}${to}`;
}

function describeDay(written: string, preposition = ''): string {
  const day = parseDay(written);
  return day ? `${preposition} ${formatDayWithYear(day)}`.trim() : 'at the last meeting';
}

/** `overdue actions`, `attendance this year` */
function describeWanted(question: Question, wording: QuestionWording): string {
  const { filters, args } = question;
  const { directory } = wording;
  const what = describeIntent(question, wording);
  const isOffered = wording.offered?.(question, directory) !== undefined;
  const words = (filter: keyof Filters) => describeFilter(filter, filters[filter], directory);
  const isOverdue = filters.dueRange === 'overdue';
  const before = [
    args.assignee === 'me' && 'my',
    isOverdue ? 'overdue' : isOffered ? undefined : filters.status,
    what,
  ];
  const after = [
    ...PRESENCES.map(([name, no, yes]) => (args[name] === false ? no : args[name] && yes)),
    args.groupBy && `by ${args.groupBy}`,
    isOverdue ? undefined : words('dueRange'),
    args.asAt && describeDay(args.asAt, 'on'),
    words('source'),
    args.topic && !isOffered && `about “${args.topic}”`,
    args.on
      ? describeDay(String(args.on), 'on')
      : words('meeting')?.replace(/^at/, HAPPENED.test(what) ? 'at' : 'for'),
    words('year'),
  ];
  return [...before, ...after].filter(Boolean).join(' ');
}

/** Of what was said and done “at” a meeting; anything else is “for” it. */
const HAPPENED = /^(who|whether|what|record)\b/;

const describeIntent = (question: Question, { label, offered, directory }: QuestionWording) =>
  offered?.(question, directory) ??
  label.replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase());

const DUE_RANGES: Readonly<Record<string, string>> = {
  overdue: 'overdue',
  today: 'due today',
  'by:month-end': 'due by the end of the month',
  'before-next-meeting': 'due before the next meeting',
};
const YEARS: Readonly<Record<string, string>> = {
  current: 'this year',
  last: 'last year',
  next: 'next year',
};
const MEETINGS: Readonly<Record<string, string>> = {
  this: 'at this meeting',
  last: 'at the last meeting',
  next: 'at the next meeting',
};
const PRESENCES: readonly (readonly [name: keyof Args, no: string, yes: string])[] = [
  ['hasOwner', 'without an owner', 'with an owner'],
  ['hasDue', 'without a due date', 'with a due date'],
  ['hasEvidence', 'without evidence', 'with evidence'],
];
