import { isDeepStrictEqual } from 'node:util';
import { findUnused, typedWords } from './account.ts';
import { guessReferences } from './bare-number.ts';
import { buildQuestion } from './build-question.ts';
import { toModelInput } from './classifier/features.ts';
import {
  AMBIGUOUS_LABEL,
  CASE_LABEL,
  type IntentLabel,
  type IntentModel,
} from './classifier/intent-model.ts';
import type { Ranking } from './classifier/linear-model.ts';
import { whyOutOfScope } from './classifier/out-of-scope.ts';
import { isRequirementMissing, pointsToNothing, rerank } from './classifier/rerank.ts';
import { classifyFollowUp } from './dialogue/follow-up.ts';
import { resolveChoice } from './dialogue/resolve-choice.ts';
import { findTitleBeside, type TitleMatch } from './entities/find-title.ts';
import { withOtherSenses, withSharedNames } from './entities/other-senses.ts';
import { findNamedAction } from './find-named-action.ts';
import type { ReadRequest } from './read-request.ts';
import type { Candidate, Reading } from './reading.ts';
import { createFillContext } from './slots/fill-context.ts';
import { takesFreeText } from './slots/free-text.ts';
import { isInside, overlapsAny, type Span } from './text/span.ts';
import { findUnknownName } from './unknown-name.ts';

/** From what was recognised in a message to what it means. */
export async function interpret(request: ReadRequest): Promise<Reading> {
  const { message, lexicon } = request;
  const chosen = await resolveChoice(request);
  if (chosen) return { kind: 'question', ...chosen };
  const guesses = guessReferences(message.tokens, message, lexicon);
  if (!hasKnownWord(request) && guesses.length === 0) return { kind: 'unknown' };
  const [plain, guessed, otherwise, shared] = await Promise.all([
    assess(request),
    assessAll(
      request,
      guesses.map((references) => ({ ...message, ...references })),
    ),
    assessAll(request, withOtherSenses(message, lexicon.directory)),
    assessAll(request, withSharedNames(message)),
  ]);
  const references = guessed.filter(({ readings: [best] }) => best && takesReference(best.meaning));
  const asReference = surest(references);
  const asOther = surest([...otherwise, ...shared]);
  if (asReference && confidenceIn(asReference) > confidenceIn(plain) * BARE_NUMBER_MARGIN)
    return chooseReference(references) ?? decide(asReference);
  const named = chooseNamed([plain, ...shared]);
  if (named) {
    const alone = decide(plain);
    return alone.kind === 'unknown-name' ? alone : named;
  }
  const read =
    asOther && confidenceIn(asOther) > confidenceIn(plain) * OTHER_SENSE_MARGIN ? asOther : plain;
  const [best] = read.readings;
  const isElsewhere = best?.meaning.grammar.isKeptElsewhere === true;
  if (confidenceIn(read) >= MIN_CONFIDENCE && !isElsewhere) return decide(read);
  const asTitle = await assess(request, true);
  const isNamed = asTitle.readings[0]?.meaning.grammar.requires === 'action';
  const isLikelier = isElsewhere
    ? confidenceIn(asTitle) >= MIN_CONFIDENCE_ALONE && isAskedOf(asTitle)
    : confidenceIn(asTitle) > confidenceIn(read);
  // “District councils” are words of a title, and the name of an agency first.
  if (isNamed && isLikelier && isOwnName(asTitle)) return offer([read, ...shared, asTitle]);
  const reading = decide(isNamed && isLikelier ? asTitle : read);
  return reading.kind === 'choice' && shared.length > 0 ? offer([plain, ...shared]) : reading;
}

/** Whether all words that fit a title are a record's name, and no action is spoken of. */
const isOwnName = ({ title, request: { message } }: Assessment): boolean =>
  title?.spans.every((span) => overlapsAny(span, message.entities)) === true &&
  !/\b(one|actions?|tasks?)\b/.test(message.text);

/** The likeliest of each, to choose from. */
function offer(assessments: readonly Assessment[]): Reading {
  const likely = assessments.flatMap(({ readings: [best] }) => (best?.isPossible ? [best] : []));
  const readings = likely
    .map(({ candidate }) => candidate)
    .filter(
      ({ question }, at, all) =>
        all.findIndex((other) => isDeepStrictEqual(other.question, question)) === at,
    )
    .slice(0, MAX_OFFERED);
  return readings.length > 0 ? { kind: 'choice', readings } : { kind: 'unknown' };
}

/**
 * What is kept elsewhere is the title of an action where something is asked of it: “where is the
 * section 11 audit up to”.
 */
function isAskedOf({ readings: [best], title }: Assessment): boolean {
  const asks = best?.candidate.question.args.field !== undefined || best?.meaning.grammar.mutates;
  return asks === true && (title?.spans.length ?? 0) > 1;
}

/** A number that may as well be an action's as a review's is asked back. */
function chooseReference(assessments: readonly Assessment[]): Reading | undefined {
  const sure = assessments.filter((each) => confidenceIn(each) >= MIN_CONFIDENCE_ALONE);
  const readings = sure.flatMap(({ readings: [best] }) => best?.candidate ?? []);
  return readings.length > 1 ? { kind: 'choice', readings } : undefined;
}

/** “When does the schools forum meet” means a group: the agency that is called so gives nothing. */
function usesSharedName({ readings: [best], request: { message } }: Assessment): boolean {
  const shared = message.entities.filter((entity) => entity.shared);
  return best?.unused.some((span) => overlapsAny(span, shared)) !== true;
}

/** What a name that several records bear may mean is asked back: an agency and a priority, two trusts. */
function chooseNamed(assessments: readonly Assessment[]): Reading | undefined {
  const most = Math.max(...assessments.map(confidenceIn));
  const least = Math.max(MIN_CONFIDENCE, most * MIN_SHARE_OF_NAMED);
  const offered = offer(
    assessments.filter((each) => confidenceIn(each) >= least && usesSharedName(each)),
  );
  return offered.kind === 'choice' && offered.readings.length > 1 ? offered : undefined;
}

const assessAll = (
  request: ReadRequest,
  messages: readonly ReadRequest['message'][],
): Promise<Assessment[]> => Promise.all(messages.map((message) => assess({ ...request, message })));

const surest = (assessments: readonly Assessment[]): Assessment | undefined =>
  [...assessments].sort((one, other) => confidenceIn(other) - confidenceIn(one))[0];

/** What else a shared name may mean is offered when it is so nearly as sure. */
const MIN_SHARE_OF_NAMED = 0.6;
/** A bare number is a reference when the message is read better so, or hardly worse. */
const BARE_NUMBER_MARGIN = 0.8;
/** A name is taken for what else it may be when the message is read so much better. */
const OTHER_SENSE_MARGIN = 1.15;

/**
 * Whether any word means something here; of what is in another language or no language none does,
 * nor does a number alone.
 */
function hasKnownWord({ message, model }: ReadRequest): boolean {
  return message.tokens.some(
    ({ word }, at) =>
      /\d\D|\D\d|^\d{4}$/.test(word) ||
      word === '?' ||
      model.knownStems.has(message.stems[at] ?? '') ||
      isInside(at, [...message.entities, ...message.absent]),
  );
}

/** A message with the labels that it may have, and the readings that these give, the surest first. */
interface Assessment {
  readonly request: ReadRequest;
  readonly ranking: Ranking;
  readonly title: TitleMatch | undefined;
  readonly readings: readonly AssessedReading[];
}

/** What a message would mean, and which of its words would then have given nothing. */
interface AssessedReading {
  readonly meaning: IntentLabel;
  readonly candidate: Candidate;
  readonly unused: readonly Span[];
  /** How sure it is before what gave nothing is counted. */
  readonly share: number;
  /** It has what it cannot do without. */
  readonly isPossible: boolean;
}

const confidenceIn = ({ readings: [best] }: Assessment): number => best?.candidate.confidence ?? 0;

/** What each run of words that gave nothing leaves of a reading's confidence. */
const KEPT_PER_UNUSED = 0.8;
/** So many of the likeliest intents are read in full. */
const MAX_READ = 4;

async function assess(request: ReadRequest, seeksTitle = false): Promise<Assessment> {
  const { message, model } = request;
  const { classifier, knownStems, labels } = model;
  const previous = request.context.previous?.question;
  const followUp = previous ? classifyFollowUp(message, previous, model) : 'none';
  const first = classifier.rank(toModelInput(message, undefined, knownStems));
  const title = await findNamedAction(request, first, seeksTitle);
  const named = title
    ? classifier.rank(toModelInput(message, spanAround(title.spans), knownStems))
    : first;
  const ranking = byIntent(rerank(named, { message, title, model, previous, followUp }), model);
  const { searchTitles } = request.context;
  const besideRef = await findTitleBeside(message, searchTitles, model.cueStems);
  const context = createFillContext(request, title, besideRef);
  const readings = ranking.slice(0, MAX_READ).flatMap(({ label, share }): AssessedReading[] => {
    const meaning = labels.get(label);
    if (!meaning) return [];
    const candidate = buildQuestion(meaning, share, context, previous, followUp);
    const unused = findUnused(request, candidate, meaning.grammar, context);
    const said = unused.map((span) => typedWords(message, span));
    return [
      {
        meaning,
        candidate: {
          ...candidate,
          confidence: share * KEPT_PER_UNUSED ** unused.length,
          ...(said.length > 0 && { unused: said }),
          ...(takesFreeText(meaning.grammar) && { isFreeText: true }),
          ...(meaning.grammar.takesAnyWords && { isAboutNothing: true }),
          ...(meaning.grammar.requires === 'action' && {
            otherRefs: message.actionRefs.slice(1).map(({ ref }) => ref),
          }),
        },
        unused,
        share,
        isPossible:
          !isRequirementMissing(meaning.grammar, { message, title, previous }) ||
          pointsToNothing(meaning.grammar, { message, previous }),
      },
    ];
  });
  readings.sort((a, b) => b.candidate.confidence - a.candidate.confidence);
  // “And the police?” adds nothing to the next meeting of a group: it asks something of its own.
  const addsNothing = readings[0]?.unused.some((span) => overlapsAny(span, message.entities));
  if (followUp === 'names' && addsNothing) {
    const { previous: _, ...context } = request.context;
    return assess({ ...request, context }, seeksTitle);
  }
  return { request, ranking, title, readings };
}

/** Whether an intent is about one action or one review. */
function takesReference({ grammar }: IntentLabel): boolean {
  return (
    grammar.requires === 'action' ||
    grammar.requires === 'review' ||
    (grammar.filters?.includes('reviewRef') === true && grammar.mutates === true) ||
    grammar.defaults?.reviewRef !== undefined
  );
}

/** From this confidence on, a reading is answered; chosen on the curve in docs/quality.md. */
const MIN_CONFIDENCE = 0.6;
/** From this one on where nothing is changed, all words are used and no other reading is nearly as sure. */
const MIN_CONFIDENCE_ALONE = 0.5;
const NEARLY = 0.25;

function isSure([best, next]: readonly AssessedReading[]): boolean {
  const confidence = best?.candidate.confidence ?? 0;
  const isAlone = (next?.candidate.confidence ?? 0) < confidence * NEARLY;
  return (
    confidence >= MIN_CONFIDENCE ||
    (confidence >= MIN_CONFIDENCE_ALONE &&
      isAlone &&
      best?.unused.length === 0 &&
      !best.meaning.grammar.mutates)
  );
}

/** What may ask after a child is declined sooner than anything is answered. */
const MIN_CONFIDENCE_OF_CASE = 0.4;
/**
 * From this confidence on it is a name that is not known, and not just any word. A word of the
 * field is a name in any case.
 */
const MIN_CONFIDENCE_OF_NAME = 0.35;
/** A reading is offered from this confidence on. */
const MIN_CONFIDENCE_OFFERED = 0.04;
const MAX_OFFERED = 3;

/** The best reading if it is sure; else up to three to choose from, or a refusal, or nothing. */
function decide({ request, ranking, readings }: Assessment): Reading {
  const { message } = request;
  const [likeliest] = ranking;
  if (likeliest?.label === CASE_LABEL && likeliest.share >= MIN_CONFIDENCE_OF_CASE)
    return { kind: 'refused', refusal: whyOutOfScope(message) };
  const isAmbiguous = likeliest?.label === AMBIGUOUS_LABEL;
  const [best] = readings;
  const isName = (best?.share ?? 0) >= MIN_CONFIDENCE_OF_NAME && !isAmbiguous;
  if (best && (isName || message.absent.length > 0)) {
    const name = findUnknownName(request, best.unused, best.meaning.grammar);
    if (name) return { kind: 'unknown-name', name, guess: best.candidate };
  }
  if (best?.isPossible && !isAmbiguous && isSure(readings))
    return { kind: 'question', ...best.candidate };
  const offered = (isAmbiguous ? couldAnswer(readings, message) : readings)
    .filter(({ isPossible }) => isPossible)
    .filter(({ candidate }) => isAmbiguous || candidate.confidence >= MIN_CONFIDENCE_OFFERED)
    .slice(0, MAX_OFFERED)
    .map(({ candidate }) => candidate);
  if (offered.length > 0) return { kind: 'choice', readings: offered };
  return { kind: 'unknown', ...(best && { guess: best.candidate }) };
}

/**
 * What could be asked of the named record and changes nothing: actions or attendance of “the
 * trust”.
 */
function couldAnswer(
  readings: readonly AssessedReading[],
  { entities }: ReadRequest['message'],
): readonly AssessedReading[] {
  const kinds = new Set<string>(entities.map(({ senses }) => senses[0].kind));
  const fits = readings.filter(
    ({ meaning: { grammar } }) =>
      !grammar.mutates && grammar.filters?.some((filter) => kinds.has(filter)),
  );
  return fits.length > 1 ? fits : readings;
}

/** Adds up the labels of each intent under the likeliest of them. */
function byIntent(ranking: Ranking, { labels }: IntentModel): Ranking {
  const sums = new Map<string, { label: string; share: number }>();
  for (const { label, share } of ranking) {
    const intent = labels.get(label)?.intent ?? label;
    const known = sums.get(intent);
    if (known) known.share += share;
    else sums.set(intent, { label, share });
  }
  return [...sums.values()].sort((a, b) => b.share - a.share);
}

function spanAround(spans: readonly { readonly start: number; readonly end: number }[]) {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
