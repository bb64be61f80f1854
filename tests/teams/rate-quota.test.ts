import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Instances } from '../../src/contract/ports.ts';
import { quotaFor, shareRateQuota } from '../../src/teams/rate-quota.ts';

const log = pino({ level: 'silent' });
const pause = () => {};

/** Instances that are known to one another at once. */
function together(): Instances & { readonly there: Set<string> } {
  const there = new Set<string>();
  return {
    there,
    announce: async (instance) => [...there.add(instance)].toSorted(),
    deregister: async (instance) => void there.delete(instance),
  };
}

test('several instances have exactly the limit between them', () => {
  for (let all = 1; all <= 50; all += 1) {
    const shares = Array.from({ length: all }, (_, place) => quotaFor(place, all));
    expect(shares.reduce((sum, share) => sum + share)).toBe(50);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  }
});

test('an instance takes its share when it starts, and all of it when the others have left', async () => {
  const instances = together();
  const shares: number[] = [];
  const releaseFirst = await shareRateQuota({
    instances,
    rateLimiter: { setQuota: () => {}, pause },
    log,
    intervalMs: 10,
  });
  const release = await shareRateQuota({
    instances,
    rateLimiter: { setQuota: (calls) => shares.push(calls), pause },
    log,
    intervalMs: 10,
  });
  expect(shares).toEqual([25]);

  await releaseFirst();
  await expect.poll(() => shares.at(-1)).toBe(50);
  await release();
  expect(instances.there.size).toBe(0);
});

test('an instance keeps its last share while storage is out of reach', async () => {
  const shares: number[] = [];
  const announce = async () => {
    throw new Error('out of reach');
  };
  const release = await shareRateQuota({
    instances: { announce, deregister: announce },
    rateLimiter: { setQuota: (calls) => shares.push(calls), pause },
    log,
    intervalMs: 10,
  });
  await release();

  expect(shares).toEqual([]);
});

test('a new instance says nothing until the others have looked once more and made room', async () => {
  const steps: string[] = [];
  const rateLimiter = {
    setQuota: () => steps.push('setQuota'),
    pause: (ms: number) => steps.push(`pause ${ms}`),
  };
  const release = await shareRateQuota({
    instances: together(),
    rateLimiter,
    log,
    intervalMs: 1_000,
  });
  await release();

  expect(steps).toEqual(['pause 1200', 'setQuota']);
});
