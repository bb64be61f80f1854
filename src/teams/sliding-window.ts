/** The moments of the last so many calls, in their order. */
export interface SlidingWindow {
  record(now: number): void;
  /** Corrects the moment of a recorded call to a later one. */
  move(from: number, to: number): void;
  /** The moment of the nth call from the end; `-Infinity` when there were fewer. */
  nthLast(nth: number): number;
  /** How many calls there were after this moment. */
  countSince(moment: number): number;
}

export function createSlidingWindow(capacity: number): SlidingWindow {
  let times: number[] = [];
  return {
    record(now) {
      times.push(now);
      if (times.length > 2 * capacity) times = times.slice(-capacity);
    },
    move(from, to) {
      const at = times.lastIndexOf(from);
      if (at < 0) return;
      times.splice(at, 1);
      times.splice(times.findLastIndex((time) => time <= to) + 1, 0, to);
    },
    nthLast: (nth) => times.at(-nth) ?? Number.NEGATIVE_INFINITY,
    countSince: (moment) => times.length - 1 - times.findLastIndex((time) => time <= moment),
  };
}
