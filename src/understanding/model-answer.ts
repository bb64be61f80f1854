import type { Args, Filters, Question } from '../contract/question.ts';
import { questionSchema } from '../contract/question-schema.ts';
import type { Day } from '../domain/dates.ts';
import { resolveDueRange } from '../domain/due-range.ts';
import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import type { ModelIntent } from './model-prompt.ts';
import { PART_WORDS } from './part-words.ts';
import type { Hearing } from './reader.ts';
import type { Nameless } from './without-names.ts';

/** Why what a model said is no answer; `none fits` is what an honest model says. */
export type AnswerFault =
  | 'none fits'
  | 'no question'
  | 'unknown intent'
  | 'unknown value'
  | 'own words';

export interface Asked {
  readonly nameless: Nameless;
  readonly hearing: Hearing;
  readonly intents: readonly ModelIntent[];
  readonly today: Day;
}

/**
 * The typed question in what a model said, checked like any stranger's: by the schema, with an intent that can be asked, with
 * values that the partnership has, and with no words but those of the message.
 */
export function checkAnswer(
  said: string,
  asked: Asked,
): Outcome<{ question: Question; intent: ModelIntent }, AnswerFault> {
  const stated = questionIn(said);
  if (!stated) return refuse('no question');
  if (stated.intent === 'none') return refuse('none fits');
  const intent = asked.intents.find(({ name }) => name === stated.intent);
  if (!intent) return refuse('unknown intent');
  const given = Object.entries(stated.filters) as [keyof Filters, string][];
  if (!given.every(([filter, value]) => FILTERS[filter](value, asked)))
    return refuse('unknown value');
  const args = Object.entries(stated.args);
  if (!args.every(([name, value]) => isKnownArg(name, value, asked)))
    return refuse('unknown value');
  if (!args.every(([name, value]) => name in ARGS || isFromMessage(value, intent, asked)))
    return refuse('own words');
  const takes = given.filter(([filter]) => intent.phrases.filters?.includes(filter));
  const question = {
    intent: intent.name,
    filters: Object.fromEntries(takes),
    args: namedAgain(stated.args, asked),
  };
  return accept({ question, intent });
}

/** The first JSON object of a text; models like to put words or a fence around it. */
function questionIn(said: string): Question | undefined {
  try {
    const { intent, filters, args } = JSON.parse(
      said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1),
    );
    const parsed = questionSchema.safeParse({
      intent,
      filters: withoutNothings(filters),
      args: withoutNothings(args),
    });
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** “Leave it out” is often written as null or an empty text. */
function withoutNothings(part: object | null | undefined): object {
  return Object.fromEntries(
    Object.entries(part ?? {}).filter(([, value]) => value !== null && value !== ''),
  );
}

type Check = (value: string, asked: Asked) => boolean;

const STATUSES = new Set([...Object.keys(PART_WORDS.status ?? {}), 'LCSPR', 'no LCSPR']);
const has = (records: readonly { readonly id: string }[], id: string) =>
  records.some((record) => record.id === id);

const FILTERS: Readonly<Record<keyof Filters, Check>> = {
  agency: (id, { hearing }) => has(hearing.asker.directory.agencies, id),
  group: (id, { hearing }) => has(hearing.asker.directory.groups, id),
  priority: (id, { hearing }) => has(hearing.asker.directory.priorities, id),
  reviewRef: (ref, { hearing }) =>
    ref === 'latest' || hearing.asker.directory.reviewRefs.includes(ref),
  status: (value) => STATUSES.has(value),
  source: (value) => Object.hasOwn(PART_WORDS.source ?? {}, value),
  dueRange: (value, { today }) => resolveDueRange(value, today, today) !== undefined,
  meeting: (value) => /^(this|next|last|month:(0[1-9]|1[0-2]))$/.test(value),
  year: (value) => /^(current|last|next|\d{4}-\d{2})$/.test(value),
};

/** Arguments whose values are known; any other must be words of the message. */
const ARGS: Readonly<Record<string, Check>> = {
  assignee: (value, { nameless }) => value === 'me' || nameless.people.has(value),
  beforeMeetingOf: (id, asked) => FILTERS.group(id, asked),
  groupBy: (value) => ['agency', 'group', 'priority', 'status'].includes(value),
  order: (value) => ['lowest', 'highest'].includes(value),
  field: (value) =>
    ['owner', 'due', 'status', 'evidence', 'history', 'lead', 'objectives', 'decision'].includes(
      value,
    ),
};

function isKnownArg(name: string, value: Args[string], asked: Asked): boolean {
  return ARGS[name]?.(String(value), asked) ?? true;
}

function isFromMessage(
  value: Args[string],
  { phrases }: ModelIntent,
  { hearing, nameless }: Asked,
): boolean {
  if (typeof value !== 'string') return true;
  const settled = (phrases.variants ?? []).flatMap(({ args }) => Object.values(args));
  const texts = [hearing.text, nameless.text].map((text) => text.toLowerCase());
  return settled.includes(value) || texts.some((text) => text.includes(value.toLowerCase().trim()));
}

/** `person-1` is somebody again. */
function namedAgain(args: Args, { nameless }: Asked): Args {
  const person = nameless.people.get(args.assignee ?? '');
  return person ? { ...args, assignee: person.id } : args;
}
