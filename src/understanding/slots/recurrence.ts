import type { Args } from '../../contract/question.ts';
import { parseCount, WEEKDAYS } from '../text/word-sets.ts';
import type { FillContext } from './fill-context.ts';

const MANY =
  /\b([2-6]|two|three|four|five|six)(?= (?:(?!to|past|till|until|and|january|february|march|april|may|june|july|august|september|october|november|december)\S+ ){0,5}?(?:meetings|sessions|dates|boards|of them)\b)/;

/** “3 meetings after easter, thursdays”: how many, and on which day of the week as `1` to `7`. */
export function parseRecurrence({ message: { text, tokens } }: FillContext): Args {
  const weekdays = [...WEEKDAYS];
  const day = tokens.map(({ word }) => weekdays.findIndex((name) => word === `${name}s`));
  const count = MANY.exec(text)?.[1];
  const weekday = day.find((at) => at >= 0);
  return {
    times: count ? parseCount(count) : undefined,
    weekday: weekday === undefined ? undefined : weekday + 1,
  };
}
