import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BENCHES } from '../../scripts/bench.ts';
import { GENERATED } from '../../scripts/docs.ts';
import { SCRIPTS } from '../../scripts/help.ts';

it('every npm script has its line in npm run help', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const described = Object.values(SCRIPTS).flatMap((lines) => Object.keys(lines));
  expect(described.toSorted()).toEqual(Object.keys(scripts).toSorted());
});

it('every measurement can be run by npm run bench', () => {
  const files = readdirSync('tests/bench').map((file) => `tests/bench/${file}`);
  expect(
    Object.values(BENCHES)
      .map(({ file }) => file)
      .toSorted(),
  ).toEqual(files.toSorted());
});

it('everything that npm run docs generates has its program', () => {
  expect(Object.values(GENERATED).filter(({ file }) => !existsSync(file))).toEqual([]);
});
