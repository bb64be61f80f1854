import type { AnswerRow, Colour, State } from '../contract/answer.ts';
import type { Moment } from '../contract/request.ts';
import { formatDay } from '../domain/dates.ts';
import { agencyName, type Directory } from '../domain/directory.ts';
import {
  type KnownRecommendation,
  RECOMMENDATION_STATES,
  type Recommendation,
  type RecommendationState,
} from '../domain/recommendation.ts';
import { type Source, sourceTitle } from '../domain/source.ts';
import { shortName } from './short-name.ts';
import { aboutRecommendation } from './source-questions.ts';
import { truncate } from './truncate.ts';
import { formatCount, formatList, formatNames } from './words.ts';

const COLOURS: Readonly<Record<RecommendationState, Colour>> = {
  'awaiting a response': 'warning',
  'not accepted': 'default',
  accepted: 'accent',
  'actions complete': 'warning',
  'evidence to verify': 'accent',
  met: 'good',
};

/** Where it stands: only what is late for a response is red. */
export function describeState({ state, dueOn, isLate }: KnownRecommendation, { today }: Moment) {
  if (state !== 'awaiting a response' || !dueOn) return { words: state, colour: COLOURS[state] };
  const day = formatDay(dueOn, today);
  const words = isLate ? `response was due ${day}` : `response due ${day}`;
  return { words, colour: isLate ? 'attention' : COLOURS[state] } satisfies State;
}

/** `Police and ICB`, or the partnership where it names nobody. */
export const formatAddressees = ({ addressedTo }: Recommendation, directory: Directory): string =>
  addressedTo.length === 0
    ? 'the partnership'
    : formatNames(
        addressedTo.map((id) => shortName(agencyName(directory, id), directory.agencies)),
      );

const MAX_TITLE = 160;

/** A recommendation in a list: pressing it opens it. */
export function toRecommendationRow(
  known: KnownRecommendation,
  directory: Directory,
  moment: Moment,
  withSource = true,
): AnswerRow {
  const { recommendation, source, actions } = known;
  const parts = [
    withSource && sourceTitle(source),
    `for ${formatAddressees(recommendation, directory)}`,
    actions.length > 0 && formatCount(actions.length, 'action'),
  ];
  return {
    ref: recommendation.ref,
    title: truncate(recommendation.text, MAX_TITLE),
    state: describeState(known, moment),
    line: parts.filter(Boolean).join(' · '),
    ...(recommendation.response === 'not accepted' &&
      recommendation.responseReason && { details: `Why: ${recommendation.responseReason}` }),
    opens: aboutRecommendation(recommendation.ref),
  };
}

const IN_SENTENCE: Readonly<Record<RecommendationState, string>> = {
  'awaiting a response': 'without a response',
  'not accepted': 'not accepted',
  accepted: 'accepted and under way',
  'actions complete': 'done but without evidence',
  'evidence to verify': 'with evidence to verify',
  met: 'met on verified evidence',
};

/**
 * `4 met on verified evidence, 2 done but without evidence and 1 not accepted`: the furthest first. Of
 * states that were asked for it says that there are none.
 */
export function describeStates(
  known: readonly KnownRecommendation[],
  asked: readonly RecommendationState[] = [],
): string {
  const counts = RECOMMENDATION_STATES.toReversed().flatMap((state) => {
    const count = known.filter((each) => each.state === state).length;
    return count > 0 || asked.includes(state) ? [`${count || 'none'} ${IN_SENTENCE[state]}`] : [];
  });
  return formatList(counts);
}

/** What a list of one state is called: `2 recommendations done but without evidence`. */
export const describeStateOf = (state: RecommendationState): string => IN_SENTENCE[state];

/** The source with who made it, where its name does not say: `Neglect audit (2022), by QPPA`. */
export const formatSource = (source: Source): string =>
  source.body && !source.name.includes(source.body)
    ? `${sourceTitle(source)}, by ${source.body}`
    : sourceTitle(source);
