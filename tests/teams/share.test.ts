import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Instances } from '../../src/contract/ports.ts';
import { keepShare, shareOf } from '../../src/teams/share.ts';

const log = pino({ level: 'silent' });
const rest = () => {};

/** Instances that are known to one another at once. */
function together(): Instances & { readonly there: Set<string> } {
  const there = new Set<string>();
  return {
    there,
    announce: async (instance) => [...there.add(instance)].toSorted(),
    leave: async (instance) => void there.delete(instance),
  };
}

test('several instances have exactly the limit between them', () => {
  for (let all = 1; all <= 50; all += 1) {
    const shares = Array.from({ length: all }, (_, place) => shareOf(place, all));
    expect(shares.reduce((sum, share) => sum + share)).toBe(50);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  }
});

test('an instance takes its share when it starts, and all of it when the others have left', async () => {
  const instances = together();
  const shares: number[] = [];
  const leave = await keepShare({ instances, limits: { share: () => {}, rest }, log, everyMs: 10 });
  const stop = await keepShare({
    instances,
    limits: { share: (calls) => shares.push(calls), rest },
    log,
    everyMs: 10,
  });
  expect(shares).toEqual([25]);

  await leave();
  await expect.poll(() => shares.at(-1)).toBe(50);
  await stop();
  expect(instances.there.size).toBe(0);
});

test('an instance keeps its last share while storage is out of reach', async () => {
  const shares: number[] = [];
  const announce = async () => {
    throw new Error('out of reach');
  };
  const stop = await keepShare({
    instances: { announce, leave: announce },
    limits: { share: (calls) => shares.push(calls), rest },
    log,
    everyMs: 10,
  });
  await stop();

  expect(shares).toEqual([]);
});

test('a new instance says nothing until the others have looked once more and made room', async () => {
  const steps: string[] = [];
  const limits = {
    share: () => steps.push('share'),
    rest: (ms: number) => steps.push(`rest ${ms}`),
  };
  const stop = await keepShare({ instances: together(), limits, log, everyMs: 1_000 });
  await stop();

  expect(steps).toEqual(['rest 1200', 'share']);
});
