import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/dates.ts';
import {
  applyOutcome,
  claimedNoticeIds,
  countsAsAttempt,
  type Delivery,
  isOver,
  MAX_ATTEMPTS,
  repeatDelivery,
  SENDING_TIMEOUT_MS,
  type SendOutcome,
  startSending,
} from '../../../src/domain/notices/delivery.ts';
import { findRule } from './a-partnership.ts';

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
function tryFor(
  tried: SendOutcome,
  { times = 100, today = MONDAY } = {},
): { delivery: Delivery; times: number; minutes: number } {
  let delivery = claimed;
  let at = START;
  for (let time = 1; time <= times; time += 1) {
    delivery = applyOutcome(
      startSending(delivery, 'one', new Date(at)),
      tried,
      new Date(at),
      today,
    );
    if (delivery.state !== 'waiting')
      return { delivery, times: time, minutes: (at - START) / 60_000 };
    at = Date.parse(delivery.retryAt ?? '');
  }
  return { delivery, times, minutes: (at - START) / 60_000 };
}

describe('a message that certainly did not arrive', () => {
  it('because Teams was out of order is tried for three quarters of an hour, and then listed', () => {
    const { delivery, times, minutes } = tryFor({
      outcome: 'not-sent',
      reason: 'busy',
      retryInMs: 1_000,
    });
    expect(delivery).toMatchObject({ state: 'undelivered', reason: 'busy' });
    expect(times).toBe(MAX_ATTEMPTS);
    expect(minutes).toBeGreaterThan(45);
  });

  it('soon after the first failure, then more seldom, and never before Teams asked for it', () => {
    const wait = (tries: number, retryInMs: number) => {
      const tried = { outcome: 'not-sent', reason: 'busy', retryInMs } as const;
      return (
        (tryFor(tried, { times: tries }).minutes -
          (tries > 1 ? tryFor(tried, { times: tries - 1 }).minutes : 0)) *
        60
      );
    };
    expect([1, 2, 3, 4, 5, 6].map((tries) => Math.round(wait(tries, 0)))).toEqual([
      4, 16, 64, 256, 900, 900,
    ]);
    expect(Math.round(wait(1, 30_000))).toBe(30);
  });

  it.each(['limits', 'locked-out'] as const)(
    'because of %s uses up nothing on its day',
    (reason) => {
      const { delivery, times } = tryFor({ outcome: 'not-sent', reason, retryInMs: 600_000 });
      expect(times).toBe(100);
      expect(delivery).toMatchObject({ state: 'waiting', reason, attempts: 0 });
    },
  );

  it.each(['limits', 'locked-out'] as const)(
    'when somebody asked for it on a later day, %s ends as well',
    (reason) => {
      const { delivery, times } = tryFor(
        { outcome: 'not-sent', reason, retryInMs: 600_000 },
        { today: day('2021-03-16') },
      );
      expect(times).toBe(MAX_ATTEMPTS);
      expect(delivery).toMatchObject({ state: 'undelivered', reason });
    },
  );
});

const AT = new Date('2021-03-15T09:05:00Z');
const REMINDER = claimed.notices[0] as string;
const PROMPT = 'verification/SA-027/-/week-2021-03-15/police-lead';

describe('a message', () => {
  it('that goes out says by which instance, and no longer why it waited', () => {
    const waiting: Delivery = {
      ...claimed,
      state: 'waiting',
      attempts: 2,
      reason: 'busy',
      retryAt: '2021-03-15T09:04:00Z',
    };
    expect(startSending(waiting, 'two', AT)).toEqual({
      ...claimed,
      state: 'sending',
      attempts: 3,
      by: 'two',
      at: AT.toISOString(),
    });
  });

  it.each<[SendOutcome, Partial<Delivery>]>([
    [
      { outcome: 'sent', activityId: 'a-1' },
      { state: 'sent', activityId: 'a-1' },
    ],
    [{ outcome: 'unknown' }, { state: 'unknown', reason: 'answer-lost' }],
    [
      { outcome: 'unreachable', reason: 'blocked' },
      { state: 'undelivered', reason: 'blocked' },
    ],
  ])('of which became %j', (tried, after) => {
    const sending = startSending(claimed, 'one', new Date(START));
    expect(applyOutcome(sending, tried, AT, MONDAY)).toEqual({
      ...sending,
      ...after,
      at: AT.toISOString(),
    });
  });

  it.each<[string, SendOutcome, boolean, boolean]>([
    [
      'it was not our turn, on its day',
      { outcome: 'not-sent', reason: 'limits', retryInMs: 0 },
      true,
      false,
    ],
    [
      'it was not our turn, later',
      { outcome: 'not-sent', reason: 'limits', retryInMs: 0 },
      false,
      true,
    ],
    ['Teams was busy', { outcome: 'not-sent', reason: 'busy', retryInMs: 0 }, true, true],
    ['the answer was lost', { outcome: 'unknown' }, true, true],
    ['it arrived', { outcome: 'sent', activityId: 'a-1' }, true, true],
  ])('uses up a try when %s', (_, tried, isItsDay, counted) => {
    expect(countsAsAttempt(tried, isItsDay)).toBe(counted);
  });

  it.each<[Delivery['state'], Delivery['fallback'], boolean]>([
    ['claimed', undefined, false],
    ['sending', undefined, false],
    ['waiting', undefined, false],
    ['sent', undefined, true],
    ['unknown', undefined, true],
    ['suppressed', undefined, true],
    ['settled', undefined, true],
    ['undelivered', undefined, true],
    ['undelivered', { group: 'BRD', state: 'due' }, false],
    ['undelivered', { group: 'BRD', state: 'said' }, true],
    ['undelivered', { group: 'BRD', state: 'failed' }, true],
  ])(
    'that is %s, said in a group fallback %j: nothing more comes is %s',
    (state, fallback, over) => {
      expect(isOver({ ...claimed, state, ...(fallback && { fallback }) })).toBe(over);
    },
  );
});

it('somebody who has been sending for more than five minutes has died', () => {
  expect(SENDING_TIMEOUT_MS).toBe(300_000);
});

describe('a message in doubt', () => {
  const doubted: Delivery = {
    ...claimed,
    state: 'unknown',
    attempts: 1,
    from: day('2021-03-12'),
    notices: [REMINDER, PROMPT],
    by: 'one',
    reason: 'answer-lost',
  };

  it('is said again under its own number, with its reminders alone', () => {
    const { day: on, person, from, at } = doubted;
    expect(repeatDelivery(doubted, 2, findRule)).toEqual({
      day: on,
      person,
      number: 2,
      from,
      notices: [REMINDER],
      state: 'claimed',
      attempts: 1,
      at,
      repeats: 1,
    });
    expect(
      repeatDelivery({ ...doubted, number: 2, repeats: 1, settledBy: 'manager' }, 3, findRule),
    ).toMatchObject({
      repeats: 1,
      settledBy: 'manager',
    });
  });

  it('is not said again when it asked for a decision, or was tried often enough', () => {
    expect(repeatDelivery({ ...doubted, notices: [PROMPT] }, 2, findRule)).toBeUndefined();
    expect(repeatDelivery({ ...doubted, attempts: MAX_ATTEMPTS }, 2, findRule)).toBeUndefined();
    expect(repeatDelivery({ ...doubted, attempts: MAX_ATTEMPTS - 1 }, 2, findRule)).toBeDefined();
  });

  it('has told its decision prompts, for they are never said twice; its reminders went elsewhere', () => {
    expect([...claimedNoticeIds([doubted], MONDAY, findRule)]).toEqual([PROMPT]);
  });
});

describe('what somebody was told', () => {
  it('is what any message has, but for what was suppressed on a day that is over', () => {
    const suppressed: Delivery = { ...claimed, state: 'suppressed' };
    expect([...claimedNoticeIds([claimed], MONDAY, findRule)]).toEqual([REMINDER]);
    expect([...claimedNoticeIds([suppressed], MONDAY, findRule)]).toEqual([REMINDER]);
    expect([...claimedNoticeIds([suppressed], day('2021-03-16'), findRule)]).toEqual([]);
    expect([
      ...claimedNoticeIds([{ ...claimed, state: 'sent' }], day('2021-03-16'), findRule),
    ]).toEqual([REMINDER]);
  });
});
