import { beforeAll, describe, expect, it } from 'vitest';
import { createFolderReader, readRehearsalFolder } from '../../scripts/rehearsal-folder.ts';
import { reader } from '../support/understanding.ts';

describe('Names as people shorten them, in a partnership that lists no other names', () => {
  let read: ReturnType<typeof createFolderReader>;
  beforeAll(async () => {
    const folder = await readRehearsalFolder('samples/fenmarsh');
    const { directory } = folder;
    const [exec, , ...others] = directory.groups;
    const groups = [
      { ...exec, id: 'SLF', name: 'Strategic Leaders Forum', kind: 'board' },
      ...others.filter(({ id }) => id !== 'ESF'),
      {
        ...exec,
        id: 'MET',
        name: 'Missing, Exploited and Trafficked Group',
        reportsTo: 'SLF',
      },
      { ...exec, id: 'IRP', name: 'Incident Review Panel', kind: 'panel', reportsTo: 'SLF' },
    ] as typeof directory.groups;
    const named = groups.map((each) => ({ ...each, alsoKnownAs: [] }));
    read = createFolderReader(reader, { ...folder, directory: { ...directory, groups: named } });
  });

  it.each([
    ['what did the forum decide in july', 'SLF'],
    ['when does the forum meet next', 'SLF'],
    ['who sits on the incident panel', 'IRP'],
    ['what is on the agenda of the next incident panel', 'IRP'],
    ['what is open with the exploited and trafficked group', 'MET'],
    ['MET group, what is overdue', 'MET'],
    ['how many missing exploited and trafficked subgroup actions are open', 'MET'],
  ])('“%s”', async (message, group) => {
    expect(await read(message)).toMatchObject({
      kind: 'question',
      question: { filters: { group } },
    });
  });
});

describe('What “we”, “us” and “ours” have to do', () => {
  let read: ReturnType<typeof createFolderReader>;
  beforeAll(async () => {
    read = createFolderReader(reader, await readRehearsalFolder('samples/fenmarsh'));
  });

  it.each([
    'have we still got anything overdue',
    'anything overdue for us?',
    'any of ours that are blocked',
    'our outstanding jobs please',
    'are we sitting on anything that is late',
    'open actions that are down to us',
  ])('is of the agency of who asks: “%s”', async (message) => {
    expect(await read(message)).toMatchObject({
      kind: 'question',
      question: { intent: 'list_actions', args: { agencyOf: 'we' } },
    });
  });

  it.each([
    'what is overdue on our priorities',
    'show us what is overdue',
    'open actions of our board',
    'how many actions are overdue',
  ])('is nobody’s in particular: “%s”', async (message) => {
    const reading = await read(message);
    expect(JSON.stringify(reading)).not.toContain('"agencyOf"');
  });
});
