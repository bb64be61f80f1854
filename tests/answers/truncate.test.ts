import fc from 'fast-check';
import { expect, test } from 'vitest';
import { truncate } from '../../src/answers/truncate.ts';

const PIECES = [
  'a',
  'wörd',
  ' ',
  '\r\n',
  '🇬🇧',
  '🇬',
  '👨‍👩‍👧',
  '👍🏽',
  '\u200d',
  'e\u0301',
  'حماية',
  '각',
  'क्षि',
  '\ud83d',
  '\ude00',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 100 }).map((pieces) => pieces.join('')),
);
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Character by character, as people see them, for as long as they fit. */
function takeBytes(text: string, bytes: number): string {
  let kept = '';
  let left = bytes;
  for (const { segment } of graphemes.segment(text)) {
    left -= Buffer.byteLength(segment);
    if (left < 0) break;
    kept += segment;
  }
  return kept;
}

test('A text keeps as many whole characters as fit, flags, families and accents among them, and ends at a word', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 3, max: 300 }), (text, most) => {
      fc.pre(Buffer.byteLength(text) > most);
      const beginning = takeBytes(text, most - Buffer.byteLength('…'));
      expect(truncate(text, most)).toBe(`${beginning.replace(/\s+\S{0,12}$/, '').trimEnd()}…`);
    }),
    { numRuns: 500 },
  );
});

test('A text that fits stays as it is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(truncate(text, Buffer.byteLength(text))).toBe(text);
      expect(truncate(text, Number.POSITIVE_INFINITY)).toBe(text);
    }),
  );
});
