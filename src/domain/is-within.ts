import type { Day } from './dates.ts';
import type { Period } from './period.ts';

/**
 * Whether a day is one of a period, its first and last included.
 * @example isWithin(day('2021-03-31'), { from: day('2020-04-01'), to: day('2021-03-31') }) // true
 */
export const isWithin = (on: Day, { from, to }: Period): boolean => from <= on && on <= to;
