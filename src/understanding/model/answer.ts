import type { Args, Filters, Question } from '../../contract/question.ts';
import { questionSchema } from '../../contract/question-schema.ts';
import type { Day } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import { resolveDueRange } from '../../domain/due-range.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { FILTER_WORDS } from '../entities/filter-words.ts';
import type { ModelIntent } from './prompt.ts';
import type { RedactedMessage } from './redact-names.ts';

/** Why what a model said is no answer; `none fits` is what an honest model says. */
export type AnswerFault =
  | 'none fits'
  | 'no question'
  | 'unknown intent'
  | 'unknown value'
  | 'own words';

/** What an answer is checked against. */
export interface Asked {
  /** The message as it was typed. */
  readonly text: string;
  readonly redacted: RedactedMessage;
  readonly directory: Directory;
  readonly intents: readonly ModelIntent[];
  readonly today: Day;
}

/**
 * The typed question in a completion, checked like any stranger's: by the schema, with an intent
 * that can be asked, values that the partnership has, and no words but those of the message.
 */
export function parseAnswer(
  completion: string,
  asked: Asked,
): Outcome<{ question: Question; intent: ModelIntent }, AnswerFault> {
  const parsed = parseQuestion(completion);
  if (!parsed) return refuse('no question');
  if (parsed.intent === 'none') return refuse('none fits');
  const intent = asked.intents.find(({ name }) => name === parsed.intent);
  if (!intent) return refuse('unknown intent');
  const filters = Object.entries(parsed.filters) as [keyof Filters, string][];
  const args = Object.entries(parsed.args);
  const isKnown =
    filters.every(([filter, value]) => FILTERS[filter](value, asked)) &&
    args.every(([name, value]) => ARGS.get(name)?.(String(value), asked) ?? true);
  if (!isKnown) return refuse('unknown value');
  if (!args.every(([name, value]) => ARGS.has(name) || isFromMessage(value, intent, asked)))
    return refuse('own words');
  const person = asked.redacted.people.get(parsed.args.assignee ?? '');
  const question = {
    intent: intent.name,
    filters: Object.fromEntries(
      filters.filter(([filter]) => intent.phrases.filters?.includes(filter)),
    ),
    args: { ...parsed.args, ...(person && { assignee: person.id }) },
  };
  return accept({ question, intent });
}

/** The JSON object in a text; models like to put words or a fence around it. */
function parseQuestion(completion: string): Question | undefined {
  try {
    const { intent, filters, args } = JSON.parse(
      completion.slice(completion.indexOf('{'), completion.lastIndexOf('}') + 1),
    );
    return questionSchema.safeParse({
      intent,
      filters: omitEmpty(filters),
      args: omitEmpty(args),
    }).data;
  } catch {
    return undefined;
  }
}

/** “Leave it out” is often written as null or an empty text. */
function omitEmpty(part: object | null | undefined): object {
  return Object.fromEntries(
    Object.entries(part ?? {}).filter(([, value]) => value !== null && value !== ''),
  );
}

type Check = (value: string, asked: Asked) => boolean;

const oneOf = (values: readonly string[]): Check => {
  const known = new Set(values);
  return (value) => known.has(value);
};
const has = (records: readonly { readonly id: string }[], id: string) =>
  records.some((record) => record.id === id);

const FILTERS: Readonly<Record<keyof Filters, Check>> = {
  agency: (id, { directory }) => has(directory.agencies, id),
  group: (id, { directory }) => has(directory.groups, id),
  priority: (id, { directory }) => has(directory.priorities, id),
  reviewRef: (ref, { directory }) => ref === 'latest' || directory.reviewRefs.includes(ref),
  status: oneOf([...Object.keys(FILTER_WORDS.status ?? {}), 'LCSPR', 'no LCSPR']),
  source: oneOf(Object.keys(FILTER_WORDS.source ?? {})),
  dueRange: (value, { today }) => resolveDueRange(value, today, today) !== undefined,
  meeting: (value) => /^(this|next|last|month:(0[1-9]|1[0-2]))$/.test(value),
  year: (value) => /^(current|last|next|\d{4}-\d{2})$/.test(value),
};

/** Arguments whose values are known; any other must be words of the message. */
const ARGS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['assignee', (value, { redacted }) => value === 'me' || redacted.people.has(value)],
  ['beforeMeetingOf', FILTERS.group],
  ['groupBy', oneOf(['agency', 'group', 'priority', 'status'])],
  ['order', oneOf(['lowest', 'highest'])],
  [
    'field',
    oneOf(['owner', 'due', 'status', 'evidence', 'history', 'lead', 'objectives', 'decision']),
  ],
]);

function isFromMessage(
  value: Args[string],
  { phrases }: ModelIntent,
  { text, redacted }: Asked,
): boolean {
  if (typeof value !== 'string') return true;
  const variantValues = (phrases.variants ?? []).flatMap(({ args }) => Object.values(args));
  return (
    variantValues.includes(value) ||
    [text, redacted.text].some((each) => each.toLowerCase().includes(value.toLowerCase().trim()))
  );
}
