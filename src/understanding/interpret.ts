import { buildQuestion } from './build-question.ts';
import { toModelInput } from './classifier/features.ts';
import {
  AMBIGUOUS_LABEL,
  type IntentLabel,
  type IntentModel,
  OUT_OF_SCOPE_LABEL,
} from './classifier/intent-model.ts';
import type { Ranking } from './classifier/linear-model.ts';
import { whyOutOfScope } from './classifier/out-of-scope.ts';
import { rerank } from './classifier/rerank.ts';
import { classifyFollowUp } from './dialogue/follow-up.ts';
import { resolveChoice } from './dialogue/resolve-choice.ts';
import type { EntityKind } from './entities/annotated-message.ts';
import { findNamedAction } from './find-named-action.ts';
import type { ReadRequest } from './read-request.ts';
import type { Candidate, Reading } from './reading.ts';
import { createFillContext } from './slots/fill-context.ts';

/** From what was recognised in a message to what it means. */
export async function interpret(request: ReadRequest): Promise<Reading> {
  const { message, model } = request;
  if (message.tokens.length === 0) return { kind: 'unknown' };
  const chosen = await resolveChoice(request);
  if (chosen) return { kind: 'question', ...chosen };

  const { classifier, knownStems } = model;
  const { previous } = request.context;
  const followUp = previous ? classifyFollowUp(message, previous.question, model) : 'none';
  const firstRanking = classifier.rank(toModelInput(message, undefined, knownStems));
  const title = await findNamedAction(request, firstRanking);
  const ranking = rerank(
    title
      ? classifier.rank(toModelInput(message, spanAround(title.spans), knownStems))
      : firstRanking,
    { message, title, model, previous: previous?.question, followUp },
  );
  const context = createFillContext(request, title);
  return decide(byIntent(ranking, model), request, ({ label, share }) => {
    const meaning = model.labels.get(label) as IntentLabel;
    return buildQuestion(meaning, share, context, previous?.question, followUp);
  });
}

const MAX_CANDIDATES = 4;
/** Below this the best reading is only a guess. */
const MIN_CONFIDENCE = 0.28;
/** Below this the best reading of a message in which nothing was recognised is only a guess. */
const MIN_CONFIDENCE_OF_NOTHING = 0.64;
/** Below this a reading that changes records is asked back. */
const MIN_CONFIDENCE_TO_MUTATE = 0.42;
/** Two readings are close when the second has at least this part of the first one's share, … */
const CLOSE = 0.75;
/** … and the first has less than this. */
const MAX_SHARE_OF_CLOSE = 0.36;

/** The best reading if it is good enough; else close ones to choose from, a guess, or a refusal. */
function decide(
  ranking: Ranking,
  { message, model }: ReadRequest,
  build: (ranked: Ranking[number]) => Candidate,
): Reading {
  const [best, second] = ranking;
  if (!best) return { kind: 'unknown' };
  const isAmbiguous = best.label === AMBIGUOUS_LABEL;
  const real = (
    isAmbiguous ? couldAnswer(ranking, message, model) : ranking.slice(0, MAX_CANDIDATES)
  ).filter(({ label }) => model.labels.has(label));
  const choice = (max: number): Reading => ({
    kind: 'choice',
    readings: real.slice(0, max).map(build),
  });
  const guess = (): Reading => ({ kind: 'unknown', guess: real[0] && build(real[0]) });
  if (best.label === OUT_OF_SCOPE_LABEL) {
    const refusal = whyOutOfScope(message, model.knownStems);
    return refusal ? { kind: 'refused', refusal } : guess();
  }
  if (isAmbiguous) return choice(3);
  const { concepts, entities, filterValues, actionRefs, reviewRefs } = message;
  const isNothing =
    [...concepts, ...entities, ...filterValues, ...actionRefs, ...reviewRefs].length === 0;
  if (best.share < (isNothing ? MIN_CONFIDENCE_OF_NOTHING : MIN_CONFIDENCE)) return guess();
  const mutates = model.labels.get(best.label)?.grammar.mutates;
  if (mutates && best.share < MIN_CONFIDENCE_TO_MUTATE && real.length > 1) return choice(2);
  const isClose =
    second && second.share >= best.share * CLOSE && second.label !== OUT_OF_SCOPE_LABEL;
  return isClose && best.share < MAX_SHARE_OF_CLOSE
    ? choice(2)
    : { kind: 'question', ...build(best) };
}

/**
 * What could be asked of the named record and changes nothing: actions or attendance of “the
 * trust”.
 */
function couldAnswer(
  ranking: Ranking,
  { entities }: ReadRequest['message'],
  { labels }: IntentModel,
): Ranking {
  const kinds = new Set(entities.map(({ senses }) => senses[0].kind));
  const fits = ranking.filter(({ label }) => {
    const grammar = labels.get(label)?.grammar;
    return !grammar?.mutates && grammar?.filters?.some((each) => kinds.has(each as EntityKind));
  });
  return fits.length > 1 ? fits : ranking.slice(0, MAX_CANDIDATES);
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
