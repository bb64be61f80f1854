import { findLikelyNotOurs } from '../src/dispatch/answer-reading.ts';
import type { MessageReading } from '../src/dispatch/read-message.ts';
import type { Day } from '../src/domain/dates.ts';
import { resolveDueRange } from '../src/domain/due-range.ts';
import { resolveYear } from '../src/domain/partnership-year.ts';
import { intents } from '../src/features/index.ts';

/** The parts of a question that count when a reading is judged. */
export const ARGUMENTS_THAT_COUNT = [
  'actionRef',
  'assignee',
  'hasEvidence',
  'hasOwner',
  'hasDue',
  'groupBy',
  'mode',
  'response',
  'order',
] as const;

export interface Expected {
  readonly intent: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * A reading in the words of a questions file: to ask back is `ambiguous`, to decline, or to say
 * that no record is kept, is `out_of_scope`.
 */
export function inTheirWords(reading: MessageReading): Expected {
  switch (reading.kind) {
    case 'choice':
      if (findLikelyNotOurs(reading.readings)) return NOT_OURS;
      return { intent: 'ambiguous', filters: {}, args: {} };
    case 'doubt':
      return { intent: 'ambiguous', filters: {}, args: {} };
    case 'refused':
      return { intent: 'out_of_scope', filters: {}, args: { reason: reading.refusal } };
    case 'unknown':
      return {
        intent: `unknown (${reading.guess?.question.intent ?? 'nothing'}?)`,
        filters: {},
        args: {},
      };
    case 'document':
      return { intent: `a pasted ${reading.document}`, filters: {}, args: {} };
    case 'no-row':
      return { intent: 'no row', filters: {}, args: {} };
    case 'unknown-name':
      return { intent: `unknown name “${reading.name.words}”`, filters: {}, args: {} };
    case 'several':
      return (reading.questions[0]?.question ?? { intent: '', filters: {}, args: {} }) as Expected;
    case 'question':
      return /^(not_kept|case)$/.test(reading.question.intent)
        ? NOT_OURS
        : (reading.question as Expected);
  }
}

/** No record answers it, and the answer says so. */
const NOT_OURS: Expected = { intent: 'out_of_scope', filters: {}, args: { reason: 'unrelated' } };

/** In which parts a reading differs from what was expected; empty when they agree. */
export function differences(
  expected: Expected,
  read: Expected,
  today: Day,
  yearStart: string,
): string[] {
  const found: string[] = [];
  if (toScope(expected.intent) !== toScope(read.intent)) found.push('intent');
  const defaults = intents.find(({ name }) => name === read.intent)?.phrases.defaults ?? {};
  const [wanted, had] = [withoutImplied(expected.filters), withoutImplied(read.filters)];
  for (const filter of new Set([...Object.keys(wanted), ...Object.keys(had)])) {
    const meant = (value: string | undefined) => value && resolved(filter, value, today, yearStart);
    const isDefault =
      wanted[filter] === undefined && (defaults as Expected['filters'])[filter] === had[filter];
    if (!isDefault && meant(wanted[filter]) !== meant(had[filter])) found.push(`filters.${filter}`);
  }
  for (const name of ARGUMENTS_THAT_COUNT) {
    if (inOneWord(expected.args[name]) !== inOneWord(read.args[name])) found.push(`args.${name}`);
  }
  return found;
}

/** What is overdue is open; some writers say both. */
function withoutImplied({ status, ...filters }: Expected['filters']): Expected['filters'] {
  const isImplied = status === 'open' && filters.dueRange === 'overdue';
  return status === undefined || isImplied ? filters : { ...filters, status };
}

/** Writers of sets say `worst` where the reader says `lowest`. */
const SAME_WORD: Readonly<Record<string, string>> = {
  worst: 'lowest',
  least: 'lowest',
  best: 'highest',
  most: 'highest',
};

const inOneWord = (value: unknown): unknown =>
  typeof value === 'string' ? (SAME_WORD[value] ?? value) : (value ?? undefined);

/** What is not ours is not ours, whatever the label says of its subject. */
const toScope = (intent: string): string =>
  /^(not_kept|case|out_of_scope)$/.test(intent) ? 'out_of_scope' : intent;

/** What became of a message; `offered` is asked back with the whole reading among the choices. */
export type ReadingOutcome =
  | 'whole'
  | 'offered'
  | 'asked back'
  | 'sure and wrong'
  | 'not understood';

/** So many choices are shown. */
export const MAX_CHOICES = 3;

/** Judges a reading; to ask back or to decline is whole where that is what was expected. */
export function judgeReading(
  expected: Expected,
  reading: MessageReading,
  today: Day,
  yearStart: string,
): ReadingOutcome {
  const isWhole = (read: Expected) => differences(expected, read, today, yearStart).length === 0;
  if (isWhole(inTheirWords(reading))) return 'whole';
  if (reading.kind === 'unknown') return 'not understood';
  if (reading.kind === 'unknown-name')
    return toScope(expected.intent) === 'out_of_scope' ? 'whole' : 'asked back';
  if (reading.kind !== 'choice') return 'sure and wrong';
  const choices = reading.readings.slice(0, MAX_CHOICES);
  return choices.some(({ question }) => isWhole(question as Expected)) ? 'offered' : 'asked back';
}

function resolved(filter: string, value: string, today: Day, yearStart: string): string {
  if (filter === 'dueRange') return JSON.stringify(resolveDueRange(value, today) ?? value);
  return filter === 'year' ? (resolveYear(value, today, yearStart) ?? value) : value;
}
