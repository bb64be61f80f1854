import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STRICT, underBound } from './mutation-bounds.ts';

const report = (name: string, killed: number, survived: number, untouched = 0) => {
  const mutants = [
    ...Array(killed).fill({ status: 'Killed' }),
    ...Array(survived).fill({ status: 'Survived' }),
    ...Array(untouched).fill({ status: 'NoCoverage' }),
    { status: 'RuntimeError' },
  ];
  return { files: { [name]: { language: 'typescript', source: '', mutants } } };
};

describe('the bound for access and dates', () => {
  it('is held by 95 of a hundred', () => {
    expect(underBound(report('src/domain/access.ts', 95, 5))).toEqual([]);
  });

  it('is broken by one less, whether a change was missed or never tried', () => {
    const expected = ['src/domain/access.ts: 94.0%, at least 95% wanted'];
    expect(underBound(report('src/domain/access.ts', 94, 6))).toEqual(expected);
    expect(underBound(report('src/domain/access.ts', 94, 0, 6))).toEqual(expected);
  });

  it('is not for the other rules, which are bound together', () => {
    expect(underBound(report('src/domain/agenda.ts', 50, 50))).toEqual([]);
  });

  it('is for files that are there', () => {
    expect(STRICT.filter((file) => !existsSync(file))).toEqual([]);
  });
});
