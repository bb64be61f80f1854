import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge, knownInFolder, loadLabelled, type Verdict } from '../../scripts/guard.ts';
import { findPersonalDetail } from '../../src/domain/privacy-guard.ts';
import { isDoubtful } from '../../src/privacy/doubt.ts';
import { readFolder, SAMPLE } from '../support/a-folder.ts';

/**
 * Sentences written by people who had not seen the guard, labelled by them; half of each sort was
 * opened while it was made.
 */
const isKnown = await knownInFolder(SAMPLE);

async function shareOf(file: string, ...verdicts: readonly Verdict[]): Promise<number> {
  const judged = (await loadLabelled(`tests/privacy/${file}`)).map(({ text }) =>
    judge(text, isKnown),
  );
  expect(judged.length).toBeGreaterThan(200);
  return judged.filter((verdict) => verdicts.includes(verdict)).length / judged.length;
}

describe('of sentences that were open while the guard was made', () => {
  it('19 in 20 of those about a child are refused or asked about', async () => {
    expect(await shareOf('personal-open.json', 'refused', 'asked')).toBeGreaterThan(0.94);
  });

  it('hardly a harmless one is', async () => {
    expect(await shareOf('harmless-open.json', 'refused')).toBe(0);
    expect(await shareOf('harmless-open.json', 'asked')).toBeLessThan(0.03);
  });
});

/** What was measured at first sight, in docs/quality.md, falls short of what is wanted: it must not fall further. */
describe('of sentences that stayed closed until the guard was made', () => {
  it('four in five of those about a child are refused or asked about', async () => {
    expect(await shareOf('personal-closed.json', 'refused', 'asked')).toBeGreaterThan(0.8);
  });

  it('one in seven harmless ones is, hardly any refused', async () => {
    expect(await shareOf('harmless-closed.json', 'refused')).toBeLessThan(0.03);
    expect(await shareOf('harmless-closed.json', 'refused', 'asked')).toBeLessThan(0.14);
  });
});

describe('the partnership’s own texts pass', () => {
  it.each(['samples/sandwell', 'samples/fenmarsh'])('all cells of %s', async (folder) => {
    const { faults } = await readFolder(folder);
    expect(faults).toEqual([]);
  });

  it('messages that are read as something of the partnership', async () => {
    const asked: string[] = [];
    let count = 0;
    for (const feature of readdirSync('src/features')) {
      const messages = await import(`../../src/features/${feature}/messages.json`).catch(
        () => ({}),
      );
      for (const text of textsIn(messages.default)) {
        count += 1;
        if (feature !== 'guidance' && (findPersonalDetail(text) || isDoubtful(text)))
          asked.push(text);
      }
    }
    expect(count).toBeGreaterThan(10_000);
    expect(asked.length / count).toBeLessThan(0.003);
  });
});

function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}
