import type { MessageReading } from '../src/dispatch/read-message.ts';
import type { Day } from '../src/domain/dates.ts';
import { resolveDueRange } from '../src/domain/due-range.ts';
import { resolveYear } from '../src/domain/partnership-year.ts';

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
 * A reading in the words of a questions file: to ask back is `ambiguous`, to decline is
 * `out_of_scope`.
 */
export function inTheirWords(reading: MessageReading): Expected {
  switch (reading.kind) {
    case 'choice':
      return { intent: 'ambiguous', filters: {}, args: {} };
    case 'refused':
      return { intent: 'out_of_scope', filters: {}, args: { reason: reading.refusal } };
    case 'unknown':
      return {
        intent: `unknown (${reading.guess?.question.intent ?? 'nothing'}?)`,
        filters: {},
        args: {},
      };
    case 'question':
      return reading.question as Expected;
  }
}

/** In which parts a reading differs from what was expected; empty when they agree. */
export function differences(
  expected: Expected,
  read: Expected,
  today: Day,
  yearStart: string,
): string[] {
  const found: string[] = [];
  if (expected.intent !== read.intent) found.push('intent');
  for (const filter of new Set([...Object.keys(expected.filters), ...Object.keys(read.filters)])) {
    const meant = (value: string | undefined) => value && resolved(filter, value, today, yearStart);
    if (meant(expected.filters[filter]) !== meant(read.filters[filter]))
      found.push(`filters.${filter}`);
  }
  for (const name of ARGUMENTS_THAT_COUNT) {
    if ((expected.args[name] ?? undefined) !== (read.args[name] ?? undefined))
      found.push(`args.${name}`);
  }
  return found;
}

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
  if (reading.kind !== 'choice') return 'sure and wrong';
  const choices = reading.readings.slice(0, MAX_CHOICES);
  return choices.some(({ question }) => isWhole(question as Expected)) ? 'offered' : 'asked back';
}

function resolved(filter: string, value: string, today: Day, yearStart: string): string {
  if (filter === 'dueRange') return JSON.stringify(resolveDueRange(value, today) ?? value);
  return filter === 'year' ? (resolveYear(value, today, yearStart) ?? value) : value;
}
