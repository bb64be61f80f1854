import { isDeepStrictEqual } from 'node:util';
import { type AssessedReading, type Assessment, assess, confidenceIn } from './assess.ts';
import { guessReferences } from './bare-number.ts';
import { AMBIGUOUS_LABEL, CASE_LABEL, type IntentLabel } from './classifier/intent-model.ts';
import { whyOutOfScope } from './classifier/out-of-scope.ts';
import { givesEvidence } from './dialogue/follow-up.ts';
import { resolveChoice } from './dialogue/resolve-choice.ts';
import { typedWords } from './entities/annotated-message.ts';
import { withOtherSenses, withSharedNames } from './entities/other-senses.ts';
import type { ReadRequest } from './read-request.ts';
import type { Reading } from './reading.ts';
import { takesFreeText } from './slots/free-text.ts';
import { isInside, overlapsAny, type Span } from './text/span.ts';
import { findUnknownName, findWhoIs } from './unknown-name.ts';
import { findUnknownReview } from './unknown-review.ts';

/** From what was recognised in a message to what it means. */
export async function interpret(request: ReadRequest): Promise<Reading> {
  const { message, lexicon } = request;
  const chosen = await resolveChoice(request);
  if (chosen) return { kind: 'question', ...chosen };
  const { previous } = request.context;
  // Figures of evidence are no references.
  const isEvidence = previous && givesEvidence(message, previous.question, request.model);
  const guesses = isEvidence ? [] : guessReferences(message, lexicon);
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
  const isReviewName = (ref: string | undefined) =>
    lexicon.directory.lcsprs.some(({ name }) => name === ref);
  const references = guessed.filter(
    ({ readings: [best] }) =>
      best &&
      (takesReference(best.meaning) || isReviewName(best.candidate.question.filters.reviewRef)),
  );
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
  // “Finish the Heron review” may be the title of an action, too.
  const reviewRefs = message.reviewRefs.filter(({ ref }) => !isReviewName(ref));
  const namesReview = reviewRefs.length < message.reviewRefs.length;
  const asTitle = await assess(
    namesReview ? { ...request, message: { ...message, reviewRefs } } : request,
    plain,
  );
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
 * section 11 audit up to”. What an audit found is no evidence that its action has.
 */
function isAskedOf({ readings: [best], title, request: { message } }: Assessment): boolean {
  const field = best?.candidate.question.args.field;
  const asks =
    (field !== undefined && (field !== 'evidence' || EVIDENCE.test(message.text))) ||
    best?.meaning.grammar.mutates;
  return asks === true && (title?.spans.length ?? 0) > 1;
}

const EVIDENCE = /\b(evidence|impact|proof|difference)\b/;

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
      isInside(at, [...message.entities, ...message.absent, ...message.actionRefs]),
  );
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
function decide({ request, ranking, readings, title }: Assessment): Reading {
  const { message } = request;
  const [likeliest] = ranking;
  if (likeliest?.label === CASE_LABEL && likeliest.share >= MIN_CONFIDENCE_OF_CASE)
    return { kind: 'refused', refusal: whyOutOfScope(message) };
  const isAmbiguous = likeliest?.label === AMBIGUOUS_LABEL;
  const [best] = readings;
  const review = findUnknownReview(request);
  if (best && review && asksOfReview(best, review, title))
    return {
      kind: 'unknown-name',
      name: { words: typedWords(message, review), kind: 'review' },
      guess: best.candidate,
    };
  const who = findWhoIs(message);
  if (who) {
    const guess = readings.find(({ meaning }) => meaning.grammar.slots?.includes('post'));
    const name = { words: typedWords(message, who), kind: 'person' } as const;
    return { kind: 'unknown-name', name, guess: guess?.candidate };
  }
  const isName = (best?.share ?? 0) >= MIN_CONFIDENCE_OF_NAME && !isAmbiguous;
  if (best && (isName || message.absent.length > 0)) {
    const strange = best.unused.filter(({ isStrange }) => isStrange);
    const name = findUnknownName(request, strange, best.meaning.grammar);
    if (name) return { kind: 'unknown-name', name, guess: best.candidate };
  }
  if (best?.isPossible && !isAmbiguous && isSure(readings))
    return { kind: 'question', ...best.candidate };
  const offered = (isAmbiguous ? couldAnswer(readings, message) : readings)
    .filter(({ isPossible }) => isPossible)
    .filter(({ candidate }) => isAmbiguous || candidate.confidence >= MIN_CONFIDENCE_OFFERED)
    .filter(({ meaning }) => !meaning.grammar.mutates || !ONLY_NAMES.test(message.text))
    .slice(0, MAX_OFFERED)
    .map(({ candidate }) => candidate);
  if (offered.length > 0) return { kind: 'choice', readings: offered };
  return { kind: 'unknown', ...(best && { guess: best.candidate }) };
}

/** “And the police?” orders nothing. */
const ONLY_NAMES = /^(?:and|or|what about|how about) (?:the )?\S+(?: \S+)? \?$/;

/** Whether a name beside “review” is asked about: it is no word of a title, of a source’s name or of a form’s text. */
function asksOfReview(
  { meaning, candidate }: AssessedReading,
  review: Span,
  title: Assessment['title'],
): boolean {
  const { sourceName } = candidate.question.args;
  // “Recommendations of the Heron review” asks of a source, whose names the records alone know.
  const namesSource =
    candidate.confidence >= MIN_CONFIDENCE &&
    meaning.grammar.patterns?.source &&
    candidate.question.args.source;
  return (
    (meaning.grammar.takesAnyWords
      ? candidate.confidence < MIN_CONFIDENCE
      : !takesFreeText(meaning.grammar)) &&
    sourceName === undefined &&
    !namesSource &&
    !isInside(review.end - 1, title?.spans ?? [])
  );
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
