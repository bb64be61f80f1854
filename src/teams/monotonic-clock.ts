/** Milliseconds from any beginning, which never go back. Tests wind their own. */
export interface MonotonicClock {
  now(): number;
  /** Runs something after so many milliseconds; returns how to cancel it. */
  after(milliseconds: number, run: () => void): () => void;
}

export const monotonicClock: MonotonicClock = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, Math.ceil(milliseconds));
    return () => clearTimeout(timer);
  },
};
