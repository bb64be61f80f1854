import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = new URL('../../docs/decisions/', import.meta.url);

test('each decision has a number of its own, and says it in its first line', () => {
  const files = readdirSync(FOLDER).filter((name) => /^\d{4}-/.test(name));
  const numbers = files.map((name) => Number(name.slice(0, 4)));
  expect(new Set(numbers).size).toBe(files.length);
  const said = files.map((name) => readFileSync(new URL(name, FOLDER), 'utf8').split('\n')[0]);
  for (const [at, number] of numbers.entries())
    expect(said[at], files[at]).toMatch(new RegExp(`^# ${number}\\. `));
});
