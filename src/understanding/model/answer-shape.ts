import type { IntentGrammar, SlotName } from '../../contract/intent-grammar.ts';
import type { Filters } from '../../contract/question.ts';
import type { Directory } from '../../domain/directory.ts';
import type { IntentDefinition, IntentLabel, LabelledMessages } from '../classifier/corpus.ts';
import { FILTER_WORDS, GROUP_BY_WORDS } from '../entities/filter-words.ts';
import type { JsonSchema } from './language-model.ts';

/** What can be asked, what it is about in two or three words, and what it can be asked with. */
export type ModelIntent = IntentDefinition & {
  readonly label: string;
  /** Arguments that it takes, with the values of those that the choice of reading settles. */
  readonly args: Readonly<Record<string, readonly string[]>>;
  /** What the choice of reading settles together: with `mode: list`, `status: open`. */
  readonly variants: readonly Pick<IntentLabel, 'args' | 'filters'>[];
};

/** The values that a part of an answer may have; `words` are looked for in the message. */
type Values = readonly string[] | 'words' | 'boolean';

/** Every part that an answer may have. */
export interface AnswerShape {
  readonly intents: readonly string[];
  readonly filters: Readonly<Record<keyof Filters, Values>>;
  readonly args: Readonly<Record<string, Values>>;
}

/** What slots give, of what a model can tell from words alone. */
const ARGS_OF_SLOTS: Readonly<Partial<Record<SlotName, readonly string[]>>> = {
  action: ['actionRef', 'match'],
  assignee: ['assignee'],
  'presence-filters': ['hasOwner', 'hasAgency', 'hasGroup', 'hasPerson', 'hasDue', 'hasEvidence'],
  grouping: ['groupBy', 'count'],
  order: ['order'],
  rank: ['order'],
  topic: ['topic'],
};

/** What can be asked, as a model is told of it. */
export function toModelIntents(
  intents: readonly (IntentDefinition & { readonly label: string })[],
  corpus: readonly LabelledMessages[],
): ModelIntent[] {
  return intents.map(({ name, phrases, label }) => {
    const args: Record<string, string[]> = {};
    for (const arg of argsOf(phrases)) args[arg] = [];
    const variants = corpus.flatMap(({ meaning }) => (meaning?.intent === name ? meaning : []));
    for (const variant of variants)
      for (const [arg, value] of Object.entries(variant.args))
        args[arg] = [...(args[arg] ?? []), String(value)];
    return {
      ...{ name, phrases, label, variants },
      args: Object.fromEntries(
        Object.entries(args).map(([arg, values]) => [arg, [...new Set(values)]]),
      ),
    };
  });
}

const argsOf = ({ slots = [], filters = [] }: IntentGrammar): readonly string[] => [
  ...slots.flatMap((slot) => ARGS_OF_SLOTS[slot] ?? []),
  ...(filters.includes('dueRange') ? ['beforeMeetingOf'] : []),
];

const idsOf = (records: readonly { readonly id: string }[]): string[] => [
  ...new Set(records.map(({ id }) => id)),
];
const MONTHS_OF_YEAR = Array.from(
  { length: 12 },
  (_, at) => `month:${String(at + 1).padStart(2, '0')}`,
);

/** The parts and values of an answer about one message in which `people` are named. */
export function createAnswerShape(
  { agencies, groups, priorities }: Directory,
  intents: readonly ModelIntent[],
  people: Iterable<string>,
): AnswerShape {
  const settled = new Map<string, Set<string>>();
  for (const { args } of intents)
    for (const [arg, values] of Object.entries(args))
      settled.set(arg, (settled.get(arg) ?? new Set()).union(new Set(values)));
  return {
    intents: intents.map(({ name }) => name),
    filters: {
      agency: idsOf(agencies),
      group: idsOf(groups),
      priority: idsOf(priorities),
      status: [...Object.keys(FILTER_WORDS.status ?? {}), 'LCSPR', 'no LCSPR'],
      dueRange: 'words',
      source: Object.keys(FILTER_WORDS.source ?? {}),
      reviewRef: 'words',
      meeting: ['this', 'next', 'last', ...MONTHS_OF_YEAR],
      year: 'words',
    },
    args: {
      ...Object.fromEntries([...settled].map(([arg, values]) => [arg, [...values]])),
      actionRef: 'words',
      match: 'words',
      topic: 'words',
      assignee: ['me', ...people],
      hasOwner: 'boolean',
      hasAgency: 'boolean',
      hasGroup: 'boolean',
      hasPerson: 'boolean',
      hasDue: 'boolean',
      hasEvidence: 'boolean',
      count: 'boolean',
      groupBy: Object.keys(GROUP_BY_WORDS),
      order: ['lowest', 'highest'],
      beforeMeetingOf: idsOf(groups),
    },
  };
}

/** The strict JSON schema of a shape: every part is there, and null where the message says nothing. */
export function toJsonSchema({ intents, filters, args }: AnswerShape): JsonSchema {
  return toStrictObject({
    intent: { type: 'string', enum: [...intents, 'none'] },
    filters: toStrictObject(mapValues(filters, toNullable)),
    args: toStrictObject(mapValues(args, toNullable)),
  });
}

function toNullable(values: Values): JsonSchema {
  if (typeof values === 'string')
    return { type: [values === 'words' ? 'string' : 'boolean', 'null'] };
  return values.length > 0
    ? { type: ['string', 'null'], enum: [...values, null] }
    : { type: 'null' };
}

function toStrictObject(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

const mapValues = <From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));
