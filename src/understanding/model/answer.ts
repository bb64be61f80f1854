import type { Args, Filters, Question } from '../../contract/question.ts';
import { questionSchema } from '../../contract/question-schema.ts';
import { resolveDueRange } from '../../domain/due-range.ts';
import { normaliseTexts } from '../../domain/normalise-text.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { guessReferences } from '../bare-number.ts';
import { annotate } from '../entities/annotate.ts';
import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import { findTitle, MIN_TITLE_SHARE } from '../entities/find-title.ts';
import type { Lexicon } from '../entities/lexicon.ts';
import { findReferences } from '../entities/references.ts';
import type { ReadContext } from '../reading.ts';
import { tokenise } from '../text/tokenise.ts';
import type { AnswerShape, ModelIntent } from './answer-shape.ts';
import type { RedactedMessage } from './redact-names.ts';

/** Why what a model said is no answer; `none fits` is what an honest model says. */
export type AnswerFault =
  | 'none fits'
  | 'no question'
  | 'unknown intent'
  | 'unknown value'
  | 'unknown title'
  | 'own words';

/** What an answer is checked against. */
export interface Asked {
  /** The message as it was typed, and with what was recognised in it. */
  readonly text: string;
  readonly message: AnnotatedMessage;
  readonly redacted: RedactedMessage;
  readonly lexicon: Lexicon;
  readonly intents: readonly ModelIntent[];
  readonly shape: AnswerShape;
  readonly context: Pick<ReadContext, 'today' | 'searchTitles' | 'home' | 'previous'>;
}

/** A typed question that a model took a message for. */
export interface ModelAnswer {
  readonly question: Question;
  readonly intent: ModelIntent;
  readonly shape: AnswerShape;
}

/**
 * The typed question in a completion, checked like any stranger's: by the schema, with an intent
 * that can be asked, values that the partnership has, references and titles that our own search
 * finds in the message, and no words but those of the message.
 */
export async function parseAnswer(
  completion: string,
  asked: Asked,
): Promise<Outcome<ModelAnswer, AnswerFault>> {
  const parsed = parseQuestion(completion);
  if (!parsed) return refuse('no question');
  if (parsed.intent === 'none') return refuse('none fits');
  const intent = asked.intents.find(({ name }) => name === parsed.intent);
  if (!intent) return refuse('unknown intent');
  const filters = resolveReview(parsed.filters, asked);
  const fault = findFault(filters, parsed.args, intent, asked);
  if (fault) return refuse(fault);
  const action = await findAction(parsed.args, asked);
  if (!action) return refuse('unknown title');
  const { actionRef, match, ...rest } = parsed.args;
  const person = asked.redacted.people.get(rest.assignee ?? '');
  const args = { ...rest, ...action, ...(person && { assignee: person.id }) };
  const taken = {
    intent: intent.name,
    filters: pick(filters, (name) => takesFilter(intent, name as keyof Filters)),
    args: pick(args, (name) => name in intent.args),
  };
  const question = complete(taken, intent, asked);
  return isAboutNothing(question, intent)
    ? refuse('unknown title')
    : accept({ intent, shape: asked.shape, question });
}

const takesFilter = ({ phrases, variants }: ModelIntent, filter: keyof Filters): boolean =>
  phrases.filters?.includes(filter) === true || variants.some(({ filters }) => filter in filters);

/** Nothing can be shown of an action that is not named; a form for a change asks which it is. */
const isAboutNothing = ({ args }: Question, { phrases: { requires, mutates } }: ModelIntent) =>
  requires === 'action' && !mutates && !args.actionRef && !args.match;

const pick = <Part extends object>(part: Part, isKept: (name: string) => boolean | undefined) =>
  Object.fromEntries(Object.entries(part).filter(([name]) => isKept(name))) as Part;

/** The JSON object in a text; models like to put words or a fence around it. */
function parseQuestion(completion: string): Question | undefined {
  try {
    const json = completion.slice(completion.indexOf('{'), completion.lastIndexOf('}') + 1);
    const { intent, filters, args } = normaliseTexts(JSON.parse(json)) as Record<string, object>;
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

/** “rr4” as the reference that it stands for. */
function resolveReview(filters: Filters, { lexicon }: Asked): Filters {
  const { reviewRef } = filters;
  if (!reviewRef || lexicon.directory.reviewRefs.includes(reviewRef)) return filters;
  const [found] = findReferences(tokenise(reviewRef), lexicon).reviewRefs;
  return found ? { ...filters, reviewRef: found.ref } : filters;
}

function findFault(
  filters: Filters,
  args: Args,
  intent: ModelIntent,
  asked: Asked,
): AnswerFault | undefined {
  const { shape } = asked;
  const isKnownFilter = ([name, value]: [string, string]) => {
    const values = shape.filters[name as keyof Filters];
    return typeof values === 'object'
      ? values.includes(value)
      : (WRITTEN[name]?.(value, asked) ?? false);
  };
  const isKnownArg = ([name, value]: [string, Args[string]]) => {
    const values = shape.args[name];
    return typeof values !== 'object' || values.includes(String(value));
  };
  if (!Object.entries(filters).every(isKnownFilter) || !Object.entries(args).every(isKnownArg))
    return 'unknown value';
  const { reviewRef, ...others } = { reviewRef: filters.reviewRef, ...args };
  if (reviewRef && reviewRef !== 'latest' && !referencesIn(asked).includes(reviewRef))
    return 'own words';
  const { actionRef, ...words } = others;
  const isOwn = Object.entries(words).some(
    ([name, value]) =>
      typeof shape.args[name] !== 'object' &&
      !intent.args[name]?.includes(String(value)) &&
      !isFromMessage(value, asked),
  );
  return isOwn
    ? 'own words'
    : actionRef && !toActionRef(actionRef, asked)
      ? 'own words'
      : undefined;
}

/** Filters whose values are written by a rule. */
const WRITTEN: Readonly<Record<string, (value: string, asked: Asked) => boolean>> = {
  reviewRef: (ref, { lexicon: { directory } }) =>
    ref === 'latest' || directory.reviewRefs.includes(ref),
  dueRange: (value, { context: { today } }) => resolveDueRange(value, today, today) !== undefined,
  year: (value) => /^(current|last|next|\d{4}-\d{2})$/.test(value),
};

/** What our own search finds in the message: references, and what a bare number may refer to. */
function referencesIn({ message, lexicon }: Asked): string[] {
  const guessed = guessReferences(message, lexicon);
  return [message, ...guessed].flatMap(({ actionRefs, reviewRefs }) =>
    [...actionRefs, ...reviewRefs].map(({ ref }) => ref),
  );
}

/** “sa 31” and `SA-031` are one reference; it stands in the message in one way or another. */
function toActionRef(written: string, asked: Asked): string | undefined {
  const [found] = findReferences(tokenise(written), asked.lexicon).actionRefs;
  const ref = found?.ref ?? written;
  if (referencesIn(asked).includes(ref)) return ref;
  return isFromMessage(written, asked) ? ref : undefined;
}

/** The action that an answer names, by its reference or by words that fit its title. */
async function findAction(
  { actionRef, match }: Args,
  asked: Asked,
): Promise<Pick<Args, 'actionRef' | 'match'> | undefined> {
  const isReference = actionRef !== undefined && /\d/.test(actionRef);
  if (isReference) return { actionRef: toActionRef(actionRef, asked) ?? actionRef };
  const words = match ?? actionRef;
  if (words === undefined) return {};
  const named = annotate(tokenise(`the ${words} one`), asked.lexicon);
  const title = await findTitle(named, asked.context.searchTitles, {
    cueStems: new Set(),
    anyWords: true,
  });
  if (!title || title.share < MIN_TITLE_SHARE) return undefined;
  const [only, ...others] = title.titles;
  return { match: title.words, ...(only && others.length === 0 && { actionRef: only.ref }) };
}

function isFromMessage(value: Args[string], { text, redacted }: Asked): boolean {
  if (typeof value !== 'string') return true;
  const words = value.toLowerCase().trim();
  return [text, redacted.text].some((each) => each.toLowerCase().includes(words));
}

/** Adds what goes without saying, as the reader does: defaults, and the action spoken of before. */
function complete(
  { intent, filters, args }: Question,
  { phrases: { defaults = {}, filters: accepted = [], requires }, variants }: ModelIntent,
  { lexicon, context }: Asked,
): Question {
  const variant = variants.find(({ args: settled }) => {
    const entries = Object.entries(settled);
    return entries.length > 0 && entries.every(([arg, value]) => args[arg] === value);
  });
  const board = context.home ?? lexicon.board;
  const isOwnOpen = args.assignee === 'me' && accepted.includes('status');
  const before = context.previous?.question.args.actionRef;
  const isOfBefore = requires === 'action' && !args.actionRef && !args.match;
  const isBeforeMeeting = filters.dueRange === 'before-next-meeting';
  return {
    intent,
    filters: {
      ...defaults,
      ...(defaults.group === 'board' && { group: board }),
      ...(isOwnOpen && { status: 'open' }),
      ...variant?.filters,
      ...filters,
    },
    args: {
      ...(isBeforeMeeting && board && { beforeMeetingOf: board }),
      ...(isOfBefore && before && { actionRef: before }),
      ...args,
    },
  };
}
