import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { dutiesDocument } from '../../scripts/duties-document.ts';

it('the duties of a year are those of the program', async () => {
  expect(await readFile('docs/duties.md', 'utf8')).toBe(dutiesDocument());
});
