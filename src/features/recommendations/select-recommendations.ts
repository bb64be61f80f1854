import { describeStateOf } from '../../answers/recommendation-words.ts';
import { aboutSource } from '../../answers/source-questions.ts';
import { formatList } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Args, Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { agencyName } from '../../domain/directory.ts';
import type { KnownRecommendation } from '../../domain/recommendation.ts';
import { RECOMMENDATION_STATES, type RecommendationState } from '../../domain/recommendation.ts';
import { findSources, SOURCE_KINDS, sourceTitle } from '../../domain/source.ts';
import { hasWords } from '../../domain/title-similarity.ts';
import { chooseSource, listSources } from '../sources/queries.ts';
import { listThemes } from '../themes/queries.ts';
import { listRecommendations } from './queries.ts';

/** What a question asks for. */
interface Selected {
  /** In the order of their states: what waits longest first. */
  readonly found: readonly KnownRecommendation[];
  /** `of Ofsted 2015, for the Police`: behind the noun. */
  readonly scope: string;
  /** The state that was asked for, in words; empty where none was. */
  readonly wanted: string;
  readonly states: readonly RecommendationState[];
  readonly isWhole: boolean;
  /** How many there are of that scope in any state. */
  readonly whole: number;
}

/** The recommendations that a question asks for, by source, agency, theme, year and state. */
export async function selectRecommendations(
  request: Request,
  question: Question,
): Promise<Selected | { readonly answer: Answer }> {
  const { filters, args } = question;
  const words = text(args.source);
  const kind = SOURCE_KINDS.find((each) =>
    new RegExp(`^(?:the |our )?(?:last |latest )?${each}s?$`, 'i').test(words),
  );
  const chosen = await findSource(request, question, kind ? '' : words);
  if (chosen && 'answer' in chosen) return chosen;
  const theme = await findTheme(request, args);
  const all = await listRecommendations(request);
  const { agency } = filters;
  const inScope = all.filter(
    ({ recommendation, source }) =>
      (!chosen || source.id === chosen.source.id) &&
      (!kind || source.kind === kind) &&
      (!args.year || chosen || source.on?.startsWith(String(args.year))) &&
      (!agency || recommendation.addressedTo.includes(agency)) &&
      (!theme || theme.fits(recommendation)),
  );
  const states = statesIn(args);
  const found = inScope
    .filter((each) => fits(each, states, args))
    .sort(
      (a, b) =>
        Number(b.isLate) - Number(a.isLate) ||
        RECOMMENDATION_STATES.indexOf(a.state) - RECOMMENDATION_STATES.indexOf(b.state),
    );
  const scope = [
    chosen && `of ${sourceTitle(chosen.source)}`,
    kind && `of ${kind === 'scrutiny' ? kind : `${kind}s`}`,
    args.year && !chosen && `of ${args.year}`,
    agency && `for ${agencyName(request.directory, agency)}`,
    theme?.words,
  ];
  return {
    found,
    scope: scope.filter(Boolean).join(' '),
    wanted: describeWanted(states, args),
    states,
    isWhole:
      found.length === inScope.length &&
      !args.unmet &&
      states.length !== 1 &&
      !args.late &&
      !args.repeating,
    whole: inScope.length,
  };
}

/** The source of a question: that of the review which it names, else the one that its words mean. */
async function findSource(request: Request, question: Question, words: string) {
  const { reviewRef } = question.filters;
  if (!reviewRef || reviewRef === 'latest')
    return words ? chooseSource(request, question, words) : undefined;
  const sources = await listSources(request);
  const [source] = [
    ...sources.filter(({ review }) => review === reviewRef),
    ...findSources(sources, reviewRef),
  ];
  if (source) return { source };
  const text = `${reviewRef} is not kept as a source, so no recommendation of it is recorded.`;
  return { answer: { text, suggestions: [{ title: 'All sources', ...aboutSource() }] } };
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A theme of the list, or words that are looked for in what is recommended. */
async function findTheme(request: Request, args: Args) {
  const words = text(args.theme);
  if (!words) return undefined;
  const themes = (await listThemes(request)).filter(({ id, name, alsoKnownAs }) =>
    [id, name, ...alsoKnownAs].some((each) => hasWords(each, words)),
  );
  const ids = themes.map(({ id }) => id);
  return {
    words:
      themes.length > 0
        ? `on ${formatList(themes.map(({ name }) => name))}`
        : `that mention “${words}”`,
    fits: (recommendation: KnownRecommendation['recommendation']) =>
      themes.length > 0
        ? recommendation.themes.some((id) => ids.includes(id))
        : hasWords(recommendation.text, words),
  };
}

/** The states that a question names; none where it asks for all. */
function statesIn(args: Args): RecommendationState[] {
  return RECOMMENDATION_STATES.filter(
    (state) =>
      (state === 'met' && args.met) ||
      (state === 'actions complete' && args.done) ||
      (state === 'not accepted' && args.refused) ||
      (state === 'accepted' && args.accepted && !args.refused) ||
      (state === 'awaiting a response' && (args.awaiting || args.late)) ||
      (state === 'evidence to verify' && args.toVerify),
  );
}

const SETTLED: readonly RecommendationState[] = ['met', 'not accepted'];

function fits(
  { state, isLate, recommendation }: KnownRecommendation,
  states: readonly RecommendationState[],
  args: Args,
): boolean {
  if (args.late) return isLate;
  if (args.repeating) return recommendation.repeats !== undefined;
  if (args.unmet) return !SETTLED.includes(state);
  // What was accepted may be further by now.
  if (args.accepted && !args.refused) return recommendation.response === 'accepted';
  return states.length === 0 || states.includes(state);
}

function describeWanted(states: readonly RecommendationState[], args: Args): string {
  if (args.late) return 'late with a response';
  if (args.repeating) return 'repeated from an earlier one';
  if (args.unmet) return 'still to be met';
  if (args.accepted && !args.refused) return 'accepted';
  return formatList(states.map(describeStateOf), 'or');
}
