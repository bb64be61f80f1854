import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCarriable, normaliseText, normaliseTexts } from '../../src/domain/normalise-text.ts';

describe('a text from outside becomes one that every format can carry', () => {
  it.each([
    ['line ends of Windows and of old Macs', 'a\r\nb\rc', 'a\nb\nc'],
    ['what breaks a line elsewhere', 'a\vb\fc\u0085d\u2028e\u2029f', 'a\nb\nc\nd\ne\nf'],
    ['control characters', 'a\u0000b\u0007c\u001bd\u007fe\u009ff', 'abcdef'],
    ['a byte-order mark', '\ufeffa\ufeffb', 'ab'],
    ['what is no character', 'a\ufffeb\uffffc\ufdd0d\u{1fffe}e\u{10ffff}f', 'abcdef'],
    ['half of a pair, at either end', '\udc00a\ud800', '\ufffda\ufffd'],
    ['what turns the direction of writing', 'a\u202eb\u2066c\u200fd\u061ce', 'abcde'],
    ['marks that nobody sees', 'a\u200bb\u00adc\u2060d\u206ae\ufffbf', 'abcdef'],
    ['tabs, lines, letters and pictures', 'a\tb\nŁódź Tŷ 👩‍👧 ％', 'a\tb\nŁódź Tŷ 👩‍👧 ％'],
  ])('%s', (_, text, normal) => {
    expect(normaliseText(text)).toBe(normal);
    expect(isCarriable(normal)).toBe(true);
  });

  it('once and for all, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const normal = normaliseText(text);
        expect(normaliseText(normal)).toBe(normal);
        expect(normal.isWellFormed()).toBe(true);
        expect(normal).not.toMatch(
          /[^\P{Cc}\t\n]|[\u2028\u2029\ufeff]|\p{Noncharacter_Code_Point}/u,
        );
        expect(JSON.parse(JSON.stringify(normal))).toBe(normal);
        expect(Buffer.from(normal).toString()).toBe(normal);
      }),
    );
  });

  it('wherever it lies in data, keys too', () => {
    expect(
      normaliseTexts({ 'a\u0000': ['b\u0001', { c: 'd\r\n' }], e: 1, f: null, g: true }),
    ).toEqual({ a: ['b', { c: 'd\n' }], e: 1, f: null, g: true });
  });

  it('but no key becomes that of a prototype', () => {
    const data = JSON.parse('{"__pro\\u0000to__": {"a": 1}, "\\ufeff__proto__": 2, "b": 3}');
    expect(Object.entries(normaliseTexts(data) as object)).toEqual([['b', 3]]);
  });
});

it.each(['a\u0000', 'a\u2028b', '\ud800', 'a\fb', '\ufeff'])('%j cannot be carried', (text) => {
  expect(isCarriable(text)).toBe(false);
});

it('older line ends and marks that nobody sees harm none', () => {
  expect(isCarriable('a\r\nb\rc\u200bd\u202ee')).toBe(true);
});
