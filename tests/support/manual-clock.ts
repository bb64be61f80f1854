import type { MonotonicClock } from '../../src/teams/monotonic-clock.ts';

/** A clock that stands still until it is wound. */
export interface ManualClock extends MonotonicClock {
  /** Winds on by so many milliseconds, and lets everything happen that is due meanwhile, in its order. */
  wind(milliseconds: number): Promise<void>;
}

export function createManualClock(): ManualClock {
  let time = 0;
  const alarms = new Map<number, Set<() => void>>();
  const settle = async () => {
    for (let rounds = 0; rounds < 5; rounds += 1) await Promise.resolve();
  };
  return {
    now: () => time,
    after(milliseconds, run) {
      const at = time + Math.max(1, Math.ceil(milliseconds));
      const alarm = () => run();
      alarms.set(at, (alarms.get(at) ?? new Set()).add(alarm));
      return () => void alarms.get(at)?.delete(alarm);
    },
    async wind(milliseconds) {
      const end = time + milliseconds;
      await settle();
      for (;;) {
        const next = Math.min(...alarms.keys());
        if (next > end) break;
        time = next;
        for (const alarm of alarms.get(next) ?? []) alarm();
        alarms.delete(next);
        await settle();
      }
      time = end;
    },
  };
}
