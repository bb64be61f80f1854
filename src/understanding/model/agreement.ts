import type { Args, Filters, Question } from '../../contract/question.ts';
import type { Day } from '../../domain/dates.ts';
import { resolveDueRange } from '../../domain/due-range.ts';
import type { YearStart } from '../../domain/partnership.ts';
import { resolveYear } from '../../domain/partnership-year.ts';
import type { Candidate, Reading } from '../reading.ts';
import type { AnswerShape } from './answer-shape.ts';

/** So many readings of the reader count, and are offered. */
const MAX_READINGS = 3;

/** The best readings that the reader had of a message, the likeliest first. */
export function bestReadings(reading: Reading): readonly Candidate[] {
  switch (reading.kind) {
    case 'question':
      return [reading];
    case 'choice':
      return reading.readings.slice(0, MAX_READINGS);
    case 'unknown':
      return reading.guess ? [reading.guess] : [];
    default:
      return [];
  }
}

/** Arguments in which two readings must agree; of words they must both have some, or neither. */
const COMPARED = [
  'actionRef',
  'assignee',
  'hasOwner',
  'hasAgency',
  'hasGroup',
  'hasPerson',
  'hasDue',
  'hasEvidence',
  'unsure',
  'groupBy',
  'order',
  'field',
  'mode',
  'response',
  'panel',
  'beforeMeetingOf',
] as const satisfies readonly (keyof Args)[];
const COMPARED_BY_PRESENCE = ['topic', 'match'] as const satisfies readonly (keyof Args)[];

/** What two readings are compared in. */
export interface ComparedIn {
  readonly today: Day;
  readonly yearStart: YearStart;
  /** The action that was spoken of before: what is asked of it need not name it again. */
  readonly before?: string;
}

/**
 * Whether a model takes a message for what one of the reader's readings says: the same intent, the
 * same records, the same of them. What the reader took from the question before, the model may
 * leave out; the answer names it.
 */
export function agrees(
  { question: read, inherited = [] }: Candidate,
  answered: Question,
  thread: ComparedIn,
): boolean {
  const { before } = thread;
  const names = new Set([...Object.keys(read.filters), ...Object.keys(answered.filters)]);
  const isSameFilter = (name: keyof Filters) => {
    const [one, other] = [read.filters[name], answered.filters[name]];
    const isLeftOut = other === undefined && inherited.includes(name);
    return isLeftOut || resolve(name, one, thread) === resolve(name, other, thread);
  };
  const isSameArg = (name: keyof Args) =>
    (name === 'actionRef' && answered.args[name] === undefined && read.args[name] === before) ||
    read.args[name] === answered.args[name];
  return (
    read.intent === answered.intent &&
    [...names].every((name) => isSameFilter(name as keyof Filters)) &&
    COMPARED.every(isSameArg) &&
    (read.args.actionRef !== undefined ||
      COMPARED_BY_PRESENCE.every((name) => !read.args[name] === !answered.args[name]))
  );
}

function resolve(
  filter: keyof Filters,
  value: string | undefined,
  { today, yearStart }: ComparedIn,
): string | undefined {
  if (value === undefined) return undefined;
  if (filter === 'year') return resolveYear(value, today, yearStart) ?? value;
  return filter === 'dueRange' ? JSON.stringify(resolveDueRange(value, today) ?? value) : value;
}

/** What rules found for the same intent and a model cannot tell is kept, such as a day. */
export function withReadArgs(
  question: Question,
  readings: readonly Candidate[],
  { args: answerable }: AnswerShape,
): Question {
  const same = readings.find((each) => each.question.intent === question.intent);
  const found = Object.entries(same?.question.args ?? {}).filter(([arg]) => !(arg in answerable));
  return { ...question, args: { ...Object.fromEntries(found), ...question.args } };
}

/** What is offered in place of an answer: the model's reading first, then the reader's others. */
export function offer(first: Candidate, readings: readonly Candidate[], thread: ComparedIn) {
  const others = readings.filter((each) => !agrees(each, first.question, thread));
  return [first, ...others].slice(0, MAX_READINGS);
}
