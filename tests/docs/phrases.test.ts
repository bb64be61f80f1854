import { beforeAll, describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { type RehearsalFolder, readRehearsalFolder } from '../../src/cli/rehearsal-folder.ts';
import { createReader } from '../../src/conversation/create-reader.ts';
import type { Reader } from '../../src/conversation/reader.ts';
import { features } from '../../src/features/index.ts';
import { codesOn } from './markdown.ts';

const NOT_YET = features.find(({ name }) => name === 'not-yet')?.intents.map(({ name }) => name) ?? [];

/** Whom each page is for, and where they type. */
const PAGES = [
  { page: 'docs/member.md', id: 'police-partner-lead' },
  { page: 'docs/chair.md', id: 'partnership-chair' },
] as const;

describe.each(PAGES)('What $page tells people to type', ({ page, id }) => {
  let folder: RehearsalFolder;
  let reader: Reader;
  beforeAll(async () => {
    folder = await readRehearsalFolder('samples/sandwell');
    const intents = features.flatMap((feature) => feature.intents);
    reader = createReader({ intents, actions: folder.actions, calendar: { ...createCalendar(), today: () => folder.asOf } });
  });

  test.each(codesOn(page))('“%s” is understood', async (text) => {
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
