import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ESCAPED, escapeFormula } from '../../src/folder/escape-formula.ts';

const read = (cell: string) => cell.replace(ESCAPED, '');

describe('a text that begins like a formula', () => {
  it.each([
    '=1+1',
    '+44 121',
    '-2 days',
    '@everyone',
    "'tis",
    "'=x",
    "''",
    "'",
    'plain',
    '007',
    "'007",
  ])('is the same after export and import: %s', (text) => {
    expect(escapeFormula(text)).not.toMatch(/^[=+\-@]/);
    expect(read(escapeFormula(text))).toBe(text);
  });

  it('and so is any other', () => {
    const beginning = fc.constantFrom('', "'", "''", '=', "'=", '-', "'-", '@', '+');
    fc.assert(
      fc.property(beginning, fc.string(), (first, rest) => {
        const text = `${first}${rest}`.trim();
        expect(read(escapeFormula(text))).toBe(text);
      }),
    );
  });

  it('a quotation mark that somebody typed stays', () => {
    expect(read("'tis the season")).toBe("'tis the season");
  });
});
