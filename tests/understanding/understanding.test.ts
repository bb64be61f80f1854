import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReadingOutcome } from '../../scripts/compare-readings.ts';
import { type Asked, loadQuestions, precedingMessages, somebodyIn } from './ask.ts';

const open = loadQuestions('open.json');
let sandwell: Awaited<ReturnType<typeof somebodyIn>>;
beforeAll(async () => {
  sandwell = await somebodyIn('sandwell');
});

/** The share of the open questions still understood when each message is written another way. */
async function shareUnderstood(rewrite: (text: string, index: number) => string): Promise<number> {
  let right = 0;
  for (const [index, asked] of open.entries()) {
    const chain = precedingMessages(asked, open);
    const last = rewrite(chain.at(-1) ?? '', index);
    if (await sandwell.isUnderstood(asked, ...chain.slice(0, -1), last)) right += 1;
  }
  return right / open.length;
}

/** Numbers from 0 up to 1 that follow from a seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('People are understood as they really type', () => {
  it('understands at least 97 of the 100 open questions', async () => {
    expect(await shareUnderstood((text) => text)).toBeGreaterThanOrEqual(0.97);
  });

  it.each([
    ['sandwell', 'sandwell-dev.json'],
    ['sandwell', 'sandwell-dev-2.json'],
    ['sandwell', 'sandwell-dev-3.json'],
    ['fenmarsh', 'fenmarsh-dev.json'],
    ['fenmarsh', 'fenmarsh-dev-2.json'],
    ['thornbury', 'thornbury-dev.json'],
  ] as const)(
    'answers or offers what was written about %s to learn from, and is hardly ever sure and wrong (%s)',
    async (partnership, file) => {
      const somebody = await somebodyIn(partnership);
      const all = loadQuestions(file);
      const outcomes = await Promise.all(
        all.map((asked: Asked) => somebody.judge(asked, ...precedingMessages(asked, all))),
      );
      const share = (...wanted: ReadingOutcome[]) =>
        outcomes.filter((each) => wanted.includes(each)).length / all.length;
      expect(share('whole')).toBeGreaterThanOrEqual(0.9);
      expect(share('whole', 'offered')).toBeGreaterThanOrEqual(0.95);
      expect(share('sure and wrong')).toBeLessThanOrEqual(0.03);
    },
  );

  it('answers or offers 85% with a slip in every word of four letters or more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const outcomes: ReadingOutcome[] = [];
        for (const [index, asked] of open.entries()) {
          const chain = precedingMessages(asked, open);
          const last = withSlips(chain.at(-1) ?? '', numbers(seed + index * 7919));
          outcomes.push(await sandwell.judge(asked, ...chain.slice(0, -1), last));
        }
        const count = (...wanted: ReadingOutcome[]) =>
          outcomes.filter((each) => wanted.includes(each)).length;
        expect(count('whole', 'offered')).toBeGreaterThanOrEqual(85);
        expect(count('sure and wrong')).toBeLessThanOrEqual(8);
      }),
      { numRuns: 4, seed: 20210315 },
    );
  });

  it('understands 90% with words around that say nothing', async () => {
    const before = [
      'hi',
      'ok so',
      'sorry',
      'can you tell me',
      'quick one',
      'please',
      'just wondering',
      'hello there',
    ];
    const after = [
      'please',
      'thanks',
      'if you can',
      'ta',
      'cheers',
      'when you get a chance',
      'thank you',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...before),
        fc.constantFrom(...after),
        async (first, last) => {
          expect(
            await shareUnderstood((text) => `${first} ${text} ${last}`),
          ).toBeGreaterThanOrEqual(0.9);
        },
      ),
      { numRuns: 6, seed: 20210315 },
    );
  });

  it('answers something to any message at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 300 }),
          fc.string({ unit: 'binary', maxLength: 300 }),
        ),
        async (text) => {
          expect((await sandwell.types(text)).kind).toMatch(
            /question|choice|refused|unknown|document/,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['unknown', 'emoji', '😀🎉👶'.repeat(200)],
    ['document', 'text from right to left', 'ما هي الإجراءات المتأخرة '.repeat(100)],
    ['document', '20,000 letters in a row', 'a'.repeat(20_000)],
    ['document', '20,000 characters of a question', 'what is overdue for police '.repeat(741)],
    ['document', '20,000 characters of slips', 'priorites attendence qupra '.repeat(741)],
  ])('takes as %s %s', async (kind, _, text) => {
    expect((await sandwell.types(text)).kind).toBe(kind);
  });
});

/** One slip a word: two letters exchanged, one left out, one twice, or one put for another. References and numbers stay. */
function withSlips(text: string, next: () => number): string {
  return text.replace(/\b[a-z]{4,}\b/gi, (word) => {
    const at = 1 + Math.floor(next() * (word.length - 2));
    const slip = Math.floor(next() * 4);
    if (slip === 0) return word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2);
    if (slip === 1) return word.slice(0, at) + word.slice(at + 1);
    if (slip === 2) return word.slice(0, at) + word[at] + word.slice(at);
    return `${word.slice(0, at)}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(next() * 26)]}${word.slice(at + 1)}`;
  });
}
