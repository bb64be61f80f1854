import { beforeAll, describe, expect, test } from 'vitest';
import { createFolderReader, readRehearsalFolder } from '../../scripts/rehearsal-folder.ts';
import { withoutFileWords } from '../../src/dispatch/file-words.ts';
import { reader } from '../support/understanding.ts';
import { codesOn } from './markdown.ts';

/** Several words in lower case: no file, no setting, no command of a terminal. */
const SAID = /^(?!npm |az )[a-z]+( [a-z0-9]+)+$/;

/** What of each page is said to Convenor: all that stands in these letters, or some of it. */
const PAGES = [
  { page: 'docs/member.md', said: /./ },
  { page: 'docs/chair.md', said: /./ },
  { page: 'docs/administrator.md', said: SAID },
] as const;

describe.each(PAGES)('What $page tells people to type', ({ page, said }) => {
  let read: ReturnType<typeof createFolderReader>;
  beforeAll(async () => {
    read = createFolderReader(reader, await readRehearsalFolder('samples/sandwell'));
  });

  test.each(codesOn(page).filter((code) => said.test(code)))('“%s” is understood', async (text) => {
    // The dispatcher takes “as excel” off before it reads.
    expect(await read(withoutFileWords(text) ?? text)).toMatchObject({ kind: 'question' });
  });
});
