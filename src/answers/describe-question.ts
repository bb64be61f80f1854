import type { Args, Filters, Question } from '../contract/question.ts';
import { formatDayWithYear, parseDay } from '../domain/dates.ts';
import {
  agencyName,
  type Directory,
  findPriority,
  groupName,
  personName,
} from '../domain/directory.ts';
import { shortName } from './short-name.ts';
import { sentenceCase } from './words.ts';

/** What a question is put into words with. */
export interface QuestionWording {
  /** What the intent is about in two or three words. */
  readonly label: string;
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
  const thing = describeThing(question, wording);
  const wanted = describeWanted(question, wording);
  return thing ? `${thing}: ${wanted}` : sentenceCase(wanted);
}

/** The same for a button: what is asked, without the thing; at most 22 characters, never cut off. */
export function describeQuestionBriefly(question: Question, wording: QuestionWording): string {
  const titles = [sentenceCase(describeWanted(question, wording)), wording.label];
  return titles.find((title) => title.length <= MAX_LABEL_CHARACTERS) ?? 'Ask this';
}

/** What a question is about: `SA-019 “Train the champions”`, `West Midlands Police`. */
export function describeThing(
  { filters, args }: Question,
  { directory, title }: Pick<QuestionWording, 'directory' | 'title'>,
): string {
  const { actionRef, risk } = args;
  const names = [
    actionRef && (title ? `${actionRef} “${title}”` : actionRef),
    typeof risk === 'string' && risk.toUpperCase(),
    ...FILTERS_OF_THINGS.map((filter) => describeFilter(filter, filters[filter], directory)),
    args.assignee && args.assignee !== 'me' && personName(directory, args.assignee),
  ];
  return names.filter(Boolean).join(' · ');
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
function describeWanted(
  { filters, args }: Question,
  { label, directory }: QuestionWording,
): string {
  const words = (filter: keyof Filters) => describeFilter(filter, filters[filter], directory);
  const isOverdue = filters.dueRange === 'overdue';
  const before = [
    args.assignee === 'me' && 'my',
    isOverdue ? 'overdue' : filters.status,
    label.replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase()),
  ];
  const after = [
    args.field && FIELDS[args.field],
    ...PRESENCES.map(([name, no, yes]) => (args[name] === false ? no : args[name] && yes)),
    args.groupBy && `by ${args.groupBy}`,
    isOverdue ? undefined : words('dueRange'),
    args.asAt && describeDay(args.asAt, 'on'),
    words('source'),
    args.topic && `about “${args.topic}”`,
    args.on ? describeDay(String(args.on), 'on') : words('meeting'),
    words('year'),
  ];
  return [...before, ...after].filter(Boolean).join(' ');
}

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
const FIELDS: Readonly<Record<string, string>> = {
  owner: '(who owns it)',
  due: '(when it is due)',
  lead: '(who leads)',
  chair: '(who chairs)',
  members: '(who sits on it)',
  missed: '(what was missed)',
  status: '(where it stands)',
  evidence: '(its evidence)',
  history: '(its history)',
  objectives: '(its objectives)',
  decision: '(what was decided)',
  nationalPanel: '(what the Panel said)',
};
const PRESENCES: readonly (readonly [name: keyof Args, no: string, yes: string])[] = [
  ['hasOwner', 'without an owner', 'with an owner'],
  ['hasDue', 'without a due date', 'with a due date'],
  ['hasEvidence', 'without evidence', 'with evidence'],
];
