import type { Filters, Question } from '../../contract/question.ts';
import { type ModelInput, toModelInput } from '../classifier/features.ts';
import type { ReadRequest } from '../read-request.ts';
import type { Candidate } from '../reading.ts';
import { findLimit } from '../slots/order.ts';

const MAX_WORDS = 6;
const MAX_TITLES = 10;
/** Words alone pick a choice that is so many times likelier than the next. */
const MIN_LEAD = 2;
/** To “did you mean this?” */
const YES = /^(yes|yep|yeah|yup|aye|y|sure|correct|please do|do it|go on|go ahead)\b/;
const NEW_QUESTION =
  /^(what|which|show|list|give|find|who|when|where|how|why|is|are|has|have|did|does|any|add|close|mark)\b/;
/**
 * The choice that a few words pick: “SA-070”, “the trainers one”, “its actions”.
 * `undefined` when there is nothing to choose, or when the message is a new question.
 */
export async function resolveChoice(request: ReadRequest): Promise<Candidate | undefined> {
  const { text, tokens } = request.message;
  const choices = request.context.previous?.choices ?? [];
  if (choices.length === 0 || tokens.length > MAX_WORDS || NEW_QUESTION.test(text))
    return undefined;
  const question =
    (choices.length === 1 && YES.test(text) ? choices[0] : undefined) ??
    byKind(request, choices) ??
    byName(request, choices) ??
    (await byTitle(request, choices)) ??
    byWords(request, choices);
  const parts = [{ words: text, field: 'choice', value: question?.intent ?? '' }];
  return question && { question, confidence: 1, parts };
}

const KIND_NOUNS = {
  agency: /\b(agency|agencies|organisation|service)\b/,
  group: /\b(group|sub ?group)\b/,
  priority: /\b(priority|theme)\b/,
} as const;

/** “The priority”, “I meant the agency”: what else bears the same name is not meant. */
function byKind({ message: { text } }: ReadRequest, choices: readonly Question[]) {
  const kinds = (['agency', 'group', 'priority'] as const).filter((kind) =>
    KIND_NOUNS[kind].test(text),
  );
  const [only, ...others] = choices.filter(({ filters }) => kinds.some((kind) => filters[kind]));
  return kinds.length === 1 && others.length === 0 ? only : undefined;
}

/** “SA-070”, “the trust” */
function byName({ message }: ReadRequest, choices: readonly Question[]): Question | undefined {
  const named: unknown[] = [
    ...[...message.actionRefs, ...message.reviewRefs].map(({ ref }) => ref),
    ...message.entities.flatMap(({ senses }) => senses.map(({ id }) => id)),
  ];
  const [only, ...others] = choices.filter(({ filters, args }) =>
    [...Object.values(filters), args.actionRef].some((value) => named.includes(value)),
  );
  return others.length === 0 ? only : undefined;
}

/** “the trainers one”, of several actions */
async function byTitle(
  { message, context }: ReadRequest,
  choices: readonly Question[],
): Promise<Question | undefined> {
  const refs = choices.flatMap(({ args }) => args.actionRef ?? []);
  const words = message.tokens
    .map(({ word }) => word)
    .filter((word) => word.length > 2 && !/^(the|one|action|that)$/.test(word));
  if (refs.length === 0 || words.length === 0) return undefined;
  const found = await context.searchTitles(words.join(' '), MAX_TITLES);
  const [best, next] = found.filter(({ ref }) => refs.includes(ref));
  return best && best.score > (next?.score ?? 0)
    ? choices.find(({ args }) => args.actionRef === best.ref)
    : undefined;
}

/**
 * “its actions”, “attendance”: the intent that the words speak for, unless they name something
 * else.
 */
function byWords(
  { message, dates, model }: ReadRequest,
  choices: readonly Question[],
): Question | undefined {
  const { actionRefs, reviewRefs, concepts, filterValues } = message;
  const known = new Set(choices.flatMap(({ filters }) => Object.values(filters)));
  const others = message.entities.filter(({ senses }) => !senses.some(({ id }) => known.has(id)));
  // “actions from the 2019 inspection” names a source, “cancel tomorrow's meeting” another meeting.
  if (/\d/.test(message.text)) return undefined;
  const periods = filterValues.filter(
    ({ filter, value }) => filter === 'dueRange' && value !== 'overdue',
  );
  if ([...others, ...actionRefs, ...reviewRefs, ...dates, ...periods].length > 0) return undefined;
  if ([...concepts, ...filterValues].length === 0 || findLimit(message.text)) return undefined;
  const input = toModelInput(message);
  const [likeliest] = model.classifier
    .toShares(withNamed(choices[0]?.filters ?? {}, input))
    .toSorted((a, b) => b.share - a.share);
  const own = likeliest && (model.labels.get(likeliest.label)?.intent ?? likeliest.label);
  if (!choices.some(({ intent }) => intent === own)) return undefined;
  const shareOf = ({ intent, filters }: Question) =>
    model.classifier
      .toShares(withNamed(filters, input))
      .filter(({ label }) => (model.labels.get(label)?.intent ?? label) === intent)
      .reduce((sum, { share }) => sum + share, 0);
  const [best, next] = choices
    .map((question) => ({ question, share: shareOf(question) }))
    .sort((a, b) => b.share - a.share);
  return best && best.share > MIN_LEAD * (next?.share ?? 0) ? best.question : undefined;
}

/** Repeats what the choice is about: “attendance” of an agency is “{agency} attendance”. */
function withNamed(filters: Filters, { words, concepts, isConceptsOnly }: ModelInput): ModelInput {
  const kinds = (['agency', 'group', 'priority'] as const)
    .filter((kind) => filters[kind])
    .map((kind) => `{${kind}}`);
  return { words: [...kinds, ...words], concepts: [...concepts, ...kinds], isConceptsOnly };
}
