import { ask } from '../../answers/questions.ts';
import {
  describeStateOf,
  describeStates,
  toRecommendationRow,
} from '../../answers/recommendation-words.ts';
import { aboutRecommendation, aboutSource } from '../../answers/source-questions.ts';
import { formatCount, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { KnownRecommendation } from '../../domain/recommendation.ts';
import { RECOMMENDATION_STATES } from '../../domain/recommendation.ts';
import { selectRecommendations } from './select-recommendations.ts';

/** So many fit a phone; the others are counted. */
const MAX_ROWS = 20;

/** “recommendations of the HS review”, “which are met, which only done”: by state, what is furthest from met first. */
export async function listRecommendations(request: Request, question: Question): Promise<Answer> {
  const selected = await selectRecommendations(request, question);
  if ('answer' in selected) return selected.answer;
  const { found, scope, wanted, states, isWhole, whole } = selected;
  const { directory } = request;
  const suggestions: Suggestion[] = [
    {
      title: 'What is left',
      ...ask('list_recommendations', question.filters, { ...keepSource(question), unmet: 'left' }),
    },
    {
      title: 'Not accepted, and why',
      ...ask('list_recommendations', question.filters, {
        ...keepSource(question),
        refused: 'not accepted',
      }),
    },
    ...(found[0]
      ? [
          {
            title: `Open ${found[0].recommendation.ref}`,
            ...aboutRecommendation(found[0].recommendation.ref),
          },
        ]
      : []),
  ];
  const subject = [wanted && `${wanted}`, scope].filter(Boolean).join(' ');
  if (found.length === 0)
    return {
      text:
        whole === 0
          ? `No recommendation ${scope} is kept.`.replace('  ', ' ')
          : `${whole === 1 ? 'The one recommendation' : `None of the ${whole} recommendations`}${scope ? ` ${scope}` : ''} is ${whole === 1 ? 'not ' : ''}${wanted || 'kept'}.`,
      suggestions: whole === 0 ? [{ title: 'All sources', ...aboutSource() }] : suggestions,
      thread: { question },
    };
  const isOneSource = new Set(found.map(({ source }) => source.id)).size === 1;
  const count = found.length;
  const isSeveral = wanted.includes(' or ');
  const text = isSeveral
    ? `Of ${formatCount(whole, 'recommendation')}${scope ? ` ${scope}` : ''}, ${describeStates(found, states)}.`
    : isWhole
      ? `${sentenceCase(formatCount(count, 'recommendation'))}${scope ? ` ${scope}` : ''}: ${describeStates(found)}.`
      : `${count} of ${formatCount(whole, 'recommendation')}${scope ? ` ${scope}` : ''} ${pluralVerb(count, 'is', 'are')} ${wanted}${detail(found, question)}.`;
  const rows = (of: readonly KnownRecommendation[]) =>
    of.map((each) => toRecommendationRow(each, directory, request, !isOneSource));
  const shown = found.slice(0, MAX_ROWS);
  return {
    text,
    heading: sentenceCase(`${formatCount(count, 'recommendation')} ${subject}`.trim()),
    sections: [
      ...RECOMMENDATION_STATES.flatMap((state) => {
        const of = shown.filter((each) => each.state === state);
        return of.length > 0
          ? [
              {
                heading: `${sentenceCase(describeStateOf(state))} (${found.filter((each) => each.state === state).length})`,
                rows: rows(of),
              },
            ]
          : [];
      }),
      { note: count > MAX_ROWS ? `The first ${MAX_ROWS} of ${count} shown` : '' },
    ],
    suggestions,
    thread: { question },
  };
}

/** Of what is left, how it is divided. */
function detail(found: readonly KnownRecommendation[], { args }: Question): string {
  const states = new Set(found.map(({ state }) => state));
  return args.unmet && states.size > 1 ? `: ${describeStates(found)}` : '';
}

const keepSource = ({ args: { source, theme } }: Question) => ({
  ...(source !== undefined && { source }),
  ...(theme !== undefined && { theme }),
});
