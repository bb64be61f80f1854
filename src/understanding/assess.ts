import { isDeepStrictEqual } from 'node:util';
import type { IntentGrammar } from '../contract/intent-grammar.ts';
import { findUnused, type UnusedWords } from './account.ts';
import { buildQuestion } from './build-question.ts';
import { toModelInput } from './classifier/features.ts';
import type { IntentLabel } from './classifier/intent-model.ts';
import type { Shares } from './classifier/linear-model.ts';
import {
  isRequirementMissing,
  pointsToNothing,
  type RankedLabel,
  type Ranking,
  rerank,
} from './classifier/rerank.ts';
import { classifyFollowUp, givesEvidence, pointsToMany } from './dialogue/follow-up.ts';
import { type AnnotatedMessage, typedWords } from './entities/annotated-message.ts';
import { findTitleBeside, type TitleMatch } from './entities/find-title.ts';
import { listedReferences } from './entities/references.ts';
import { findNamedAction } from './find-named-action.ts';
import type { ReadRequest } from './read-request.ts';
import type { Candidate } from './reading.ts';
import { createFillContext } from './slots/fill-context.ts';
import { takesFreeText } from './slots/free-text.ts';
import { overlapsAny } from './text/span.ts';

/** A message with the intents that it may have, and the readings that these give, the surest first. */
export interface Assessment {
  readonly request: ReadRequest;
  /** How likely each label is where no title is looked for. */
  readonly shares: Shares;
  readonly ranking: Ranking;
  readonly title: TitleMatch | undefined;
  readonly readings: readonly AssessedReading[];
}

/** What a message would mean, and which of its words would then have given nothing. */
export interface AssessedReading {
  readonly meaning: IntentLabel;
  readonly candidate: Candidate;
  readonly unused: readonly UnusedWords[];
  /** How sure it is before what gave nothing is counted. */
  readonly share: number;
  /** It has what it cannot do without. */
  readonly isPossible: boolean;
}

export const confidenceIn = ({ readings: [best] }: Assessment): number =>
  best?.candidate.confidence ?? 0;

/** What each run of words that nobody uses to ask for it leaves of a reading's confidence. */
const KEPT_PER_STRANGE = 0.8;
/** So many of the likeliest intents are read in full. */
const MAX_READ = 5;

/**
 * Reads the likeliest intents of a message in full. `plain` is how it was read before, where it is
 * read again because it may name an action; where it names none, that stands.
 */
export async function assess(request: ReadRequest, plain?: Assessment): Promise<Assessment> {
  const { message, model } = request;
  const { classifier, knownStems, labels } = model;
  const previous = request.context.previous?.question;
  const followUp = previous ? classifyFollowUp(message, previous, model) : 'none';
  const isSame = plain?.request === request;
  const shares = isSame
    ? plain.shares
    : classifier.toShares(toModelInput(message, undefined, knownStems));
  const title = await findNamedAction(request, shares, plain !== undefined);
  if (isSame && isDeepStrictEqual(title, plain.title)) return plain;
  const named = title
    ? classifier.toShares(toModelInput(message, spanAround(title.spans), knownStems))
    : shares;
  const ranking = rerank(named, { message, title, model, previous, followUp });
  const { searchTitles } = request.context;
  const besideRef = await findTitleBeside(message, searchTitles, model.cueStems);
  const context = createFillContext(request, title, besideRef);
  const likely = ranking.slice(0, MAX_READ);
  const readAs = ({ label, share, lead }: RankedLabel): AssessedReading | undefined => {
    const meaning = labels.get(label);
    if (!meaning) return undefined;
    const built = buildQuestion(meaning, { share, lead }, context, previous, followUp);
    const isEvidence =
      meaning.intent === previous?.intent &&
      built.question.args.evidence === undefined &&
      givesEvidence(message, previous, model);
    const candidate = isEvidence ? withEvidence(built, request.text) : built;
    const unused = findUnused(request, candidate, meaning.grammar, context);
    const said = unused.map((span) => typedWords(message, span));
    return {
      meaning,
      candidate: {
        ...candidate,
        confidence:
          candidate.confidence * KEPT_PER_STRANGE ** unused.filter((each) => each.isStrange).length,
        ...(said.length > 0 && !meaning.grammar.takesAnyWords && { unused: said }),
        ...(takesFreeText(meaning.grammar) && { isFreeText: true }),
        ...(meaning.grammar.takesAnyWords && { isAboutNothing: true }),
        ...(meaning.grammar.requires === 'action' && {
          otherRefs: askedReferences(message, meaning.grammar)
            .slice(1)
            .map(({ ref }) => ref),
        }),
      },
      unused,
      share,
      isPossible:
        !isOfOthers(candidate, meaning, message) &&
        (isEvidence ||
          !isRequirementMissing(meaning.grammar, { message, title, previous }) ||
          pointsToNothing(meaning.grammar, { message, previous })),
    };
  };
  const readings = likely.flatMap(({ others, ...first }): AssessedReading[] => {
    const reading = readAs(first);
    if (!reading) return [];
    if (reading.unused.length === 0) return [reading];
    // “The panel agreed, the letter came”: the label that leaves fewer words unused is meant.
    const another = others
      .map(readAs)
      .find(
        (each) =>
          each &&
          each.unused.length < reading.unused.length &&
          !each.meaning.inferred &&
          !reading.meaning.inferred,
      );
    return [another ?? reading];
  });
  readings.sort((a, b) => b.candidate.confidence - a.candidate.confidence);
  // “And the police?” adds nothing to the next meeting of a group: it asks something of its own.
  const addsNothing = readings[0]?.unused.some((span) => overlapsAny(span, message.entities));
  if (followUp === 'names' && addsNothing) {
    const { previous: _, ...context } = request.context;
    return assess({ ...request, context }, plain);
  }
  return { request, shares, ranking, title, readings };
}

/** A statement after “close SA-019” is what changed, as it was typed. */
const withEvidence = (candidate: Candidate, typed: string): Candidate => ({
  ...candidate,
  question: {
    ...candidate.question,
    args: { ...candidate.question.args, evidence: typed.trim() },
  },
});

/** “And when do they meet”, where no group was spoken of, is about nobody that is known. */
const isOfOthers = (
  { question: { filters, args } }: Candidate,
  { grammar }: IntentLabel,
  { text }: AnnotatedMessage,
): boolean =>
  grammar.isOfOneGroup === true && pointsToMany(text) && !filters.group && !args.assignee;

function spanAround(spans: readonly { readonly start: number; readonly end: number }[]) {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** What is changed is what is listed; asked about are all that are named. */
const askedReferences = (message: AnnotatedMessage, { mutates }: IntentGrammar) =>
  mutates ? listedReferences(message) : message.actionRefs;
