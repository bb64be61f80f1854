import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge, knownInFolder, loadLabelled, type Verdict } from '../../scripts/guard.ts';
import { findPersonalDetail } from '../../src/domain/privacy-guard.ts';
import { isDoubtful } from '../../src/privacy/doubt.ts';
import { readFolder, SAMPLE } from '../support/a-folder.ts';

/**
 * Sentences labelled by their writers. `open`, `closed` and `third` are by people who had not seen
 * the guard: the closed and the third ones were judged once at first sight, and are known since.
 * `later` are by whoever mended it, each lot written before the rules that it led to.
 */
const isKnown = await knownInFolder(SAMPLE);

async function shareOf(file: string, ...verdicts: readonly Verdict[]): Promise<number> {
  const judged = (await loadLabelled(`tests/privacy/${file}`)).map(({ text }) =>
    judge(text, isKnown),
  );
  expect(judged.length).toBeGreaterThan(200);
  return judged.filter((verdict) => verdicts.includes(verdict)).length / judged.length;
}

describe.each(['open', 'closed', 'later', 'third'])('of the %s sentences', (part) => {
  it('more than 95% of those about a child are refused or asked about', async () => {
    expect(await shareOf(`personal-${part}.json`, 'refused', 'asked')).toBeGreaterThan(0.95);
  });

  it('hardly a harmless one is asked about, and none refused', async () => {
    expect(await shareOf(`harmless-${part}.json`, 'refused')).toBe(0);
    expect(await shareOf(`harmless-${part}.json`, 'asked')).toBeLessThan(0.05);
  });
});

describe('the partnership’s own texts pass', () => {
  const folders = readdirSync('tests/understanding/folders').map(
    (name) => `tests/understanding/folders/${name}`,
  );
  it.each(['samples/sandwell', 'samples/fenmarsh', ...folders])(
    'all cells of %s',
    async (folder) => {
      const { faults } = await readFolder(folder);
      expect(faults).toEqual([]);
    },
  );

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
