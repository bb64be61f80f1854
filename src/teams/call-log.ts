/** When calls were made, the last so many of them, in their order. */
export interface CallLog {
  note(now: number): void;
  /** A call that was noted at one moment came no sooner than at another, later one. */
  move(from: number, to: number): void;
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
    move(from, to) {
      const at = times.lastIndexOf(from);
      if (at < 0) return;
      times.splice(at, 1);
      times.splice(times.findLastIndex((time) => time <= to) + 1, 0, to);
    },
    nthLast: (nth) => times.at(-nth) ?? Number.NEGATIVE_INFINITY,
    since: (moment) => times.length - 1 - times.findLastIndex((time) => time <= moment),
  };
}
