import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { CONVERSATION_LIMITS } from '../../src/teams/conversation-rate-window.ts';
import { quotaFor } from '../../src/teams/rate-quota.ts';
import { createSendRateLimiter, type SendRateLimiter } from '../../src/teams/send-rate-limiter.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';

type Target = Parameters<SendRateLimiter['count']>[0];

let clock: ManualClock;
let rateLimiter: SendRateLimiter;
beforeEach(() => {
  clock = createManualClock();
  rateLimiter = createSendRateLimiter({ clock, random: () => 0 });
});

const chat = (number: number, tenantId = 'council'): Target => ({
  conversationId: `${tenantId}:${number}`,
  tenantId,
});

interface Said extends Target {
  readonly at: number;
  readonly asked: number;
}

/** Asks for turns as a sender does, again when told to come later; keeps what was said when. */
function speaker(said: Said[] = []) {
  const speak = async (target: Target) => {
    const asked = said.length;
    for (;;) {
      const wait = await rateLimiter.waitForTurn(target);
      if (wait === 0) break;
      await new Promise<void>((resume) => clock.after(wait, resume));
    }
    said.push({ ...target, at: clock.now(), asked });
  };
  return { said, speak };
}

/** The most calls in any window of this length. */
function mostWithin(ms: number, times: readonly number[]): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at < from + ms).length),
  );
}

describe('in one conversation', () => {
  test('seven are said in the first second, one more in the second, sixty in half a minute', async () => {
    const { said, speak } = speaker();
    for (let word = 0; word < 80; word += 1) void speak(chat(1));
    const saidBy = async (seconds: number) => {
      await clock.wind(seconds * 1_000 - clock.now() - 1);
      return said.length;
    };

    expect([await saidBy(1), await saidBy(2), await saidBy(30)]).toEqual([7, 8, 60]);
  });

  test('who came first speaks first, however long the queue', async () => {
    const order: number[] = [];
    for (let word = 0; word < 30; word += 1)
      void rateLimiter.waitForTurn(chat(1)).then(() => order.push(word));

    await clock.wind(19_000);

    expect(order).toEqual(Array.from({ length: 30 }, (_, word) => word));
  });

  test('the threads of a channel count together', async () => {
    const { said, speak } = speaker();
    for (let thread = 0; thread < 8; thread += 1)
      void speak({ conversationId: `19:general;messageid=${thread}` });

    await clock.wind(999);

    expect(said).toHaveLength(7);
  });

  test('what would take longer than is worth waiting for is to be asked for later, at a time that is of use', async () => {
    const { said, speak } = speaker();
    for (let word = 0; word < 60; word += 1) void speak(chat(1));
    await clock.wind(25_000);
    const wait = rateLimiter.reportRejected(chat(1), 'other', 300_000);

    expect(wait).toBe(300_000);
    expect(await rateLimiter.waitForTurn(chat(1))).toBeGreaterThanOrEqual(300_000);
    expect(said.length).toBeLessThanOrEqual(60);
  });
});

describe('in one tenant', () => {
  test('ten thousand conversations, a hundred at a time, are spoken to in no more than 1.05 of the least time', async () => {
    const { said, speak } = speaker();
    let next = 0;
    const speakOn = async () => {
      while (next < 10_000) await speak(chat(next++));
    };
    for (let worker = 0; worker < 100; worker += 1) void speakOn();

    await clock.wind(300_000);

    expect(said).toHaveLength(10_000);
    expect(said.at(-1)?.at).toBeLessThanOrEqual(199_000 * 1.05);
  });

  test('an answer is counted and never waits, and what can wait makes room for it', async () => {
    const { said, speak } = speaker();
    for (let number = 0; number < 100; number += 1) void speak(chat(number));
    for (let answer = 0; answer < 40; answer += 1) rateLimiter.count(chat(1_000 + answer));

    await clock.wind(999);

    expect(said.length).toBeLessThanOrEqual(10);
  });

  test('a long queue in one conversation delays no other', async () => {
    const { said, speak } = speaker();
    for (let word = 0; word < 500; word += 1) void speak(chat(1));
    for (let number = 2; number < 22; number += 1) void speak(chat(number));

    await clock.wind(1_000);

    expect(new Set(said.map(({ conversationId }) => conversationId)).size).toBe(21);
  });

  test('another tenant is not waited for', async () => {
    const { said, speak } = speaker();
    for (let number = 0; number < 1_000; number += 1) void speak(chat(number));
    void speak(chat(1, 'police'));

    await clock.wind(1);

    expect(said.map(({ tenantId }) => tenantId)).toContain('police');
  });

  test('a pause holds everything that can wait, for as long as it lasts', async () => {
    const { said, speak } = speaker();
    rateLimiter.pauseTenant(chat(1), 5_000);
    void speak(chat(2));

    await clock.wind(4_999);
    expect(said).toEqual([]);
    await clock.wind(1);
    expect(said).toHaveLength(1);
  });

  test('a rest holds every tenant, also one that is not known yet', async () => {
    const { said, speak } = speaker();
    void rateLimiter.waitForTurn(chat(1, 'police'));
    await clock.wind(1_000);
    rateLimiter.pause(5_000);
    void speak(chat(2, 'police'));
    void speak(chat(3, 'health'));

    await clock.wind(4_999);
    expect(said).toEqual([]);
    await clock.wind(1);
    expect(said).toHaveLength(2);
  });
});

describe('when Teams refuses calls as too many', () => {
  /** Plays a tenant that takes so many calls in any second; answers with how long it took to say all, and how often it refused. */
  async function playTenant(words: number, most: (now: number) => number) {
    const taken: number[] = [];
    let refused = 0;
    let waiting = 0;
    const speak = async (target: Target) => {
      for (;;) {
        const wait = await rateLimiter.waitForTurn(target);
        if (wait === 0) {
          const now = clock.now();
          if (taken.slice(-most(now)).filter((at) => at > now - 1_000).length < most(now)) break;
          refused += 1;
        }
        const again = wait || rateLimiter.reportRejected(target, 'throttled', 1_000);
        await new Promise<void>((resume) => clock.after(again, resume));
      }
      taken.push(clock.now());
      rateLimiter.reportAccepted(target);
      waiting -= 1;
    };
    for (let number = 0; number < words; ) {
      for (; waiting < 100 && number < words; number += 1, waiting += 1) void speak(chat(number));
      await clock.wind(100);
    }
    await clock.wind(30_000);
    expect(taken).toHaveLength(words);
    return { ms: taken.at(-1) ?? 0, refused };
  }

  test('as long as it takes fifty in a second, none is refused', async () => {
    const { ms, refused } = await playTenant(2_000, () => 50);

    expect(refused).toBe(0);
    expect(ms).toBeLessThanOrEqual(39_000 * 1.05);
  });

  test.each([25, 40, 10])(
    'and takes only %i midway, it costs little time and few refusals',
    async (less) => {
      const { ms, refused } = await playTenant(10_000, (now) => (now < 100_000 ? 50 : less));

      const saidBefore = 5_000;
      const least = 100_000 + ((10_000 - saidBefore) / less) * 1_000;
      expect(ms / least).toBeLessThanOrEqual(1.1);
      expect(refused / 10_000).toBeLessThan(0.02);
    },
  );

  test('and takes all again later, the pace is what it was within two minutes', async () => {
    const { ms } = await playTenant(20_000, (now) => (now > 30_000 && now < 60_000 ? 25 : 50));

    const lost = 30_000 * 0.5 + 120_000 * 0.5;
    expect(ms).toBeLessThanOrEqual(400_000 * 1.03 + lost);
  });

  test('a single refused conversation rests alone', async () => {
    const { said, speak } = speaker();
    rateLimiter.reportRejected(chat(1), 'throttled', 5_000);
    for (let number = 1; number <= 40; number += 1) void speak(chat(number));

    await clock.wind(1_000);

    expect(said).toHaveLength(39);
  });
});

test('an instance keeps to its share', async () => {
  const { said, speak } = speaker();
  rateLimiter.setQuota(quotaFor(3, 4));
  for (let number = 0; number < 200; number += 1) void speak(chat(number));

  await clock.wind(10_000);

  expect(
    mostWithin(
      1_000,
      said.map(({ at }) => at),
    ),
  ).toBeLessThanOrEqual(12);
  expect(said.length).toBeGreaterThan(110);
});

test('whoever stops sends nobody on: all who wait are told to come again', async () => {
  const waits: number[] = [];
  for (let word = 0; word < 20; word += 1)
    void rateLimiter.waitForTurn(chat(1)).then((wait) => waits.push(wait));
  await clock.wind(500);
  rateLimiter.close();
  await clock.wind(10_000);

  expect(waits.filter((wait) => wait === 0)).toHaveLength(7);
  expect(waits).toHaveLength(20);
  expect(await rateLimiter.waitForTurn(chat(2))).toBeGreaterThan(0);
});

/** Words that arrive in any pattern, some of them answers, some refused, in few or many conversations of two tenants. */
const arrivals = fc.array(
  fc.record({
    after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000 })),
    chat: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 200 })),
    tenantId: fc.constantFrom('council', 'police'),
    isRefused: fc.integer({ min: 0, max: 30 }).map((die) => die === 0),
    /** How long what has to be written before takes, after the turn was given. */
    writing: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 })),
  }),
  { minLength: 1, maxLength: 400 },
);

test('whatever arrives when: no window is ever exceeded, everybody gets a turn, and in a conversation in their order', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async (words) => {
      clock = createManualClock();
      rateLimiter = createSendRateLimiter({ clock });
      const turns: Said[] = [];
      let done = 0;
      const speak = async (
        target: Target,
        asked: number,
        { isRefused, writing }: { isRefused: boolean; writing: number },
      ) => {
        for (;;) {
          const wait = await rateLimiter.waitForTurn(target);
          if (wait > 0) {
            await new Promise<void>((resume) => clock.after(wait, resume));
            continue;
          }
          if (writing > 0) await new Promise<void>((resume) => clock.after(writing, resume));
          rateLimiter.moveCall(target);
          turns.push({ ...target, at: clock.now(), asked });
          done += 1;
          if (isRefused) rateLimiter.reportRejected(target, 'throttled', 500);
          else rateLimiter.reportAccepted(target);
          return;
        }
      };
      for (const [asked, { after, chat: number, tenantId, ...how }] of words.entries()) {
        await clock.wind(after);
        void speak(chat(number, tenantId), asked, how);
      }
      await clock.wind(2 * 3_600_000);

      expect(done).toBe(words.length);
      for (const [, inOne] of Map.groupBy(turns, ({ conversationId }) => conversationId)) {
        const times = inOne.map(({ at }) => at);
        for (const { calls, seconds } of CONVERSATION_LIMITS)
          expect(mostWithin(seconds * 1_000, times)).toBeLessThanOrEqual(calls);
      }
      for (const [, inOne] of Map.groupBy(turns, ({ tenantId }) => tenantId)) {
        expect(
          mostWithin(
            1_000,
            inOne.map(({ at }) => at),
          ),
        ).toBeLessThanOrEqual(50);
      }
    }),
    { numRuns: 60 },
  );
});

test('a busy conversation is not forgotten while it still counts: 1,800 in any hour', async () => {
  const { said, speak } = speaker();
  for (let word = 0; word < 2_000; word += 1) {
    void speak(chat(1));
    void speak(chat(2 + word));
    await clock.wind(1_000);
  }
  await clock.wind(7_200_000);

  const times = said
    .filter(({ conversationId }) => conversationId === chat(1).conversationId)
    .map(({ at }) => at);
  expect(times).toHaveLength(2_000);
  expect(mostWithin(3_600_000, times)).toBe(1_800);
});

test('a conversation that has been quiet for an hour is forgotten, and with it that it was refused', async () => {
  const waits = [
    rateLimiter.reportRejected(chat(1), 'other'),
    rateLimiter.reportRejected(chat(1), 'other'),
  ];
  await clock.wind(3_700_000);
  rateLimiter.count(chat(2));
  waits.push(rateLimiter.reportRejected(chat(1), 'other'));

  expect(waits).toEqual([500, 1_000, 500]);
});
