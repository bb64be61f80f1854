import { beforeAll, describe, expect, test } from 'vitest';
import { type RehearsalFolder, readRehearsalFolder } from '../../src/cli/rehearsal-folder.ts';
import { createCalendar } from '../../src/contract/calendar.ts';
import { features } from '../../src/features/index.ts';
import { createReader } from '../../src/understanding/create-reader.ts';
import type { Reader } from '../../src/understanding/reader.ts';
import { intents, understanding } from '../support/understanding.ts';
import { codesOn } from './markdown.ts';

const NOT_YET =
  features.find(({ name }) => name === 'not-yet')?.intents?.map(({ name }) => name) ?? [];

/** Several words in lower case: no file, no setting, no command of a terminal. */
const SAID = /^(?!npm |az )[a-z]+( [a-z0-9]+)+$/;

/** Whom each page is for; where it shows other things in the same letters, what of them is said to Convenor. */
const PAGES = [
  { page: 'docs/member.md', id: 'police-partner-lead', said: /./ },
  { page: 'docs/chair.md', id: 'partnership-chair', said: /./ },
  { page: 'docs/administrator.md', id: 'business-manager', said: SAID },
] as const;

describe.each(PAGES)('What $page tells people to type', ({ page, id, said }) => {
  let folder: RehearsalFolder;
  let reader: Reader;
  beforeAll(async () => {
    folder = await readRehearsalFolder('samples/sandwell');
    reader = createReader({
      intents,
      understanding,
      actions: folder.actions,
      calendar: { ...createCalendar(), today: () => folder.asOf },
    });
  });

  test.each(codesOn(page).filter((code) => said.test(code)))('“%s” is understood', async (text) => {
    const { directory } = folder;
    const person = directory.people.find((each) => each.id === id);
    if (!person) throw new Error(`Nobody in the sample is ${id}.`);
    const reading = await reader.read({
      text,
      asker: { person, directory, place: { kind: 'personal', conversationId: 'page' } },
    });
    expect(reading).toMatchObject({ kind: 'question' });
    expect(NOT_YET).not.toContain(reading.kind === 'question' && reading.question.intent);
  });
});
