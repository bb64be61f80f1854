import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { accessDocument } from '../../scripts/access-document.ts';

test('who may do what stands in docs/access.md as it is: npm run docs -- access', async () => {
  expect(await readFile('docs/access.md', 'utf8')).toBe(accessDocument());
});
