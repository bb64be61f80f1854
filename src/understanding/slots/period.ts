import type { Args } from '../../contract/question.ts';
import type { FillContext } from './fill-context.ts';

/**
 * The days that are asked about: `fromDay` to `toDay`, with the words for them.
 * @example “rapid reviews since january”: `{ from: 'january', fromDay: '2021-01-01' }`
 */
export function parsePeriod({ dates, message: { tokens, years } }: FillContext): Args {
  const [first, second] = dates.filter(
    ({ start }) => !years.some((year) => year.start <= start && start < year.end),
  );
  if (!first) return {};
  const nearWords = [1, 2, 3].map((back) => tokens[first.start - back]?.word ?? '');
  const says = (words: RegExp) => nearWords.some((word) => words.test(word));
  const from = { from: first.typed, fromDay: first.day };
  if (says(/^(since|after|from)$/) && !second) return from;
  if (says(/^(before|until|till)$/)) return { until: first.typed, toDay: first.last };
  return { ...from, toDay: (second ?? first).last, ...(second && { until: second.typed }) };
}
