import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asked, chainOf, questionsOf, somebodyIn } from './ask.ts';

const open = questionsOf('open.json');
let sandwell: Awaited<ReturnType<typeof somebodyIn>>;
beforeAll(async () => {
  sandwell = await somebodyIn('sandwell');
});

/** The share of the open questions still understood when each message is written another way. */
async function shareUnderstood(rewrite: (text: string, index: number) => string): Promise<number> {
  let right = 0;
  for (const [index, asked] of open.entries()) {
    const chain = chainOf(asked, open);
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
    'understands what was written about %s to learn from (%s)',
    async (partnership, file) => {
      const somebody = await somebodyIn(partnership);
      const all = questionsOf(file);
      const right = await Promise.all(
        all.map((asked: Asked) => somebody.isUnderstood(asked, ...chainOf(asked, all))),
      );
      expect(right.filter(Boolean).length / all.length).toBeGreaterThanOrEqual(0.95);
    },
  );

  it('understands 90 % with a slip in every word of four letters or more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const share = await shareUnderstood((text, index) =>
          withSlips(text, numbers(seed + index * 7919)),
        );
        expect(share).toBeGreaterThanOrEqual(0.9);
      }),
      { numRuns: 4, seed: 20210315 },
    );
  });

  it('understands 90 % with words around that say nothing', async () => {
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
          expect((await sandwell.types(text)).kind).toMatch(/question|choice|refused|unknown/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['unknown', 'emoji', '😀🎉👶'.repeat(200)],
    ['unknown', 'text from right to left', 'ما هي الإجراءات المتأخرة '.repeat(100)],
    ['unknown', '20,000 letters in a row', 'a'.repeat(20_000)],
    ['question', '20,000 characters of a question', 'what is overdue for police '.repeat(741)],
    ['choice', '20,000 characters of slips', 'priorites attendence qupra '.repeat(741)],
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
