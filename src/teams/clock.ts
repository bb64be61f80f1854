/** Time as what waits sees it: milliseconds from any beginning, never back. Tests wind their own. */
export interface Clock {
  now(): number;
  /** Does something after so many milliseconds; what comes back cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

export const realClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, Math.ceil(milliseconds));
    return () => clearTimeout(timer);
  },
};
