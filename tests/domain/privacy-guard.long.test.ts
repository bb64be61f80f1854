import { describe, expect, it } from 'vitest';
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
  '\u00ad',
  'ﷺ',
  '㌔',
];

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
});
