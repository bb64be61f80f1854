import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/dates.ts';
import { afterTry, begin, type Delivery, MOST_ATTEMPTS, type Tried } from '../../../src/domain/notices/delivery.ts';

const MONDAY = day('2021-03-15');
const START = Date.parse('2021-03-15T09:00:00Z');
const claimed: Delivery = {
  day: MONDAY,
  person: 'police-lead',
  number: 1,
  notices: ['action/SA-019/2021-03-16/day-1/police-lead'],
  state: 'claimed',
  attempts: 0,
  at: new Date(START).toISOString(),
};

/** Tries it, each time when it may be tried again, until nothing more comes of it or so many times; and says how long that took. */
function tryFor(tried: Tried, { times = 100, today = MONDAY } = {}): { delivery: Delivery; times: number; minutes: number } {
  let delivery = claimed;
  let at = START;
  for (let time = 1; time <= times; time += 1) {
    delivery = afterTry(begin(delivery, 'one', new Date(at)), tried, new Date(at), today);
    if (delivery.state !== 'waiting') return { delivery, times: time, minutes: (at - START) / 60_000 };
    at = Date.parse(delivery.retryAt ?? '');
  }
  return { delivery, times, minutes: (at - START) / 60_000 };
}

describe('a message that certainly did not arrive', () => {
  it('because Teams was out of order is tried for three quarters of an hour, and then listed', () => {
    const { delivery, times, minutes } = tryFor({ outcome: 'not-sent', why: 'busy', retryInMs: 1_000 });
    expect(delivery).toMatchObject({ state: 'undelivered', why: 'busy' });
    expect(times).toBe(MOST_ATTEMPTS);
    expect(minutes).toBeGreaterThan(45);
  });

  it('soon after the first failure, then more seldom, and never before Teams asked for it', () => {
    const wait = (tries: number, retryInMs: number) => {
      const tried = { outcome: 'not-sent', why: 'busy', retryInMs } as const;
      return (tryFor(tried, { times: tries }).minutes - (tries > 1 ? tryFor(tried, { times: tries - 1 }).minutes : 0)) * 60;
    };
    expect([1, 2, 3, 4, 5, 6].map((tries) => Math.round(wait(tries, 0)))).toEqual([4, 16, 64, 256, 900, 900]);
    expect(Math.round(wait(1, 30_000))).toBe(30);
  });

  it.each(['limits', 'locked-out'] as const)('because of %s uses up nothing on its day', (why) => {
    const { delivery, times } = tryFor({ outcome: 'not-sent', why, retryInMs: 600_000 });
    expect(times).toBe(100);
    expect(delivery).toMatchObject({ state: 'waiting', why, attempts: 0 });
  });

  it.each(['limits', 'locked-out'] as const)('when somebody asked for it on a later day, %s ends as well', (why) => {
    const { delivery, times } = tryFor({ outcome: 'not-sent', why, retryInMs: 600_000 }, { today: day('2021-03-16') });
    expect(times).toBe(MOST_ATTEMPTS);
    expect(delivery).toMatchObject({ state: 'undelivered', why });
  });
});
