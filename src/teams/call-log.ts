/**
 * In seconds: windows are taken to be so much longer than those of Teams, because calls made in good order do not arrive so. One that
 * is late by this much must not meet the one that comes a whole window after it.
 */
export const LATE = 0.025;

/** When calls were made, so many back. Times never go back. */
export interface CallLog {
  note(now: number): void;
  /** When the call was made before which there were so many less one since; `-Infinity` when there were not so many. */
  nthLast(nth: number): number;
  /** How many calls there were after this moment. */
  since(moment: number): number;
}

export function createCallLog(most: number): CallLog {
  let times: number[] = [];
  return {
    note(now) {
      times.push(now);
      if (times.length > 2 * most) times = times.slice(-most);
    },
    nthLast: (nth) => times.at(-nth) ?? Number.NEGATIVE_INFINITY,
    since: (moment) => times.length - 1 - times.findLastIndex((time) => time <= moment),
  };
}
