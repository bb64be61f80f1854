import { describe, expect, it } from 'vitest';
import { findDoubts } from '../../src/dispatch/doubt.ts';
import { findPersonalDetail } from '../../src/domain/privacy-guard.ts';

/** As much as one request can hold, made of what the rules look for. */
const BYTES = 240_000;
const MAX_MS = 50;

const HOSTILE: readonly string[] = [
  'kayden ',
  'kayden is still ',
  'kaydens ',
  'Ottoline ',
  'Ottoline Brandreth, ',
  'a',
  'A',
  '1',
  '1 ',
  '1 acacia ',
  '943 476 591 ',
  '1.1.',
  '((((_-',
  'dob ',
  'born on the the the ',
  '14 feb ',
  'number 14 ',
  'b70 8sd ',
  'lives ',
  'the child is ',
  'child k ',
  'ring-',
  'family hub ',
  'the office family ',
  '\u00ad',
  'ﷺ',
  '㌔',
];

/** A sixth of the press is weighed, the rest is in doubt unread. */
const MAX_WEIGHING_MS = 100;
const speaker = {
  directory: {
    people: [],
    agencies: [],
    groups: [],
    priorities: [],
    learnedWords: [],
    partnership: { id: 'dale', name: 'Dale', shortName: 'D', area: 'Dale' },
  },
  person: { id: 'chair' },
  place: { kind: 'personal' },
  ports: { confirmations: { load: async () => [] } },
} as unknown as Parameters<typeof findDoubts>[0];

describe('the privacy guard', () => {
  it.each(HOSTILE)(`looks through ${BYTES} bytes of %j in at most ${MAX_MS} ms`, (part) => {
    const text = part.repeat(BYTES / Buffer.byteLength(part));
    const times = Array.from({ length: 8 }, () => {
      const begun = performance.now();
      findPersonalDetail(text);
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(MAX_MS);
  });

  it(`weighs a press of 60 fields of 4,000 characters in at most ${MAX_WEIGHING_MS} ms`, async () => {
    const times: number[] = [];
    for (let time = 0; time < 8; time += 1) {
      const texts = Array.from({ length: 60 }, (_, at) =>
        `the agenda of group ${at} and its date `.repeat(200).slice(0, 4_000),
      );
      const begun = performance.now();
      const { open } = await findDoubts(speaker, texts);
      times.push(performance.now() - begun);
      expect(open).toHaveLength(50);
    }
    expect(Math.min(...times)).toBeLessThan(MAX_WEIGHING_MS);
  });
});
