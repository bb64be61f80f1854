import { beforeAll, describe, expect, it } from 'vitest';
import { createFolderReader, readRehearsalFolder } from '../../scripts/rehearsal-folder.ts';
import type { MessageReading } from '../../src/dispatch/read-message.ts';
import { reader } from '../support/understanding.ts';

describe('Names that several records bear', () => {
  let read: ReturnType<typeof createFolderReader>;
  beforeAll(async () => {
    const folder = await readRehearsalFolder('samples/fenmarsh');
    const { directory } = folder;
    // Beside “Children living with domestic abuse”, a priority, and the Schools and Colleges Forum, an agency.
    const haven = { id: 'HAV', name: 'Haven Domestic Abuse Service', alsoKnownAs: [] };
    const county = directory.agencies.map((agency) =>
      agency.id === 'FCC' ? { ...agency, name: 'County Council of Fenmarsh' } : agency,
    );
    const borough = { id: 'WBC', name: 'Wolds Borough Council', alsoKnownAs: [] };
    read = createFolderReader(reader, {
      ...folder,
      directory: {
        ...directory,
        agencies: [...county, { ...haven, kind: 'relevant' }, { ...borough, kind: 'statutory' }],
      },
    });
  });

  const questionsIn = (reading: MessageReading) =>
    reading.kind === 'choice' ? reading.readings.map(({ question }) => question) : reading;

  it.each([
    ['domestic abuse actions', [{ agency: 'HAV' }, { priority: 'DOMA' }]],
    [
      'what is overdue for domestic abuse',
      [
        { agency: 'HAV', dueRange: 'overdue' },
        { priority: 'DOMA', dueRange: 'overdue' },
      ],
    ],
    ['actions for the schools forum', [{ agency: 'SCF' }, { group: 'ESF' }]],
    ['trust actions', [{ agency: 'MHFT' }, { agency: 'SGDET' }]],
    ['council actions', [{ agency: 'FCC' }, { agency: 'WBC' }]],
  ])('are asked back: “%s”', async (message, filters) => {
    expect(questionsIn(await read(message))).toMatchObject(
      filters.map((each) => ({ intent: 'list_actions', filters: each })),
    );
  });

  it.each([
    ['domestic abuse service actions', { agency: 'HAV' }],
    ['actions on domestic abuse', { priority: 'DOMA' }],
    ['actions for the domestic abuse priority', { priority: 'DOMA' }],
    ['what is with domestic abuse and overdue', { agency: 'HAV', dueRange: 'overdue' }],
    ['county council actions', { agency: 'FCC' }],
  ])('are told apart by a noun or a small word: “%s”', async (message, filters) => {
    expect(await read(message)).toMatchObject({
      kind: 'question',
      question: { intent: 'list_actions', filters },
    });
  });

  it('are told apart by what can be asked of only one of them', async () => {
    expect(await read('when does the schools forum next meet')).toMatchObject({
      question: { intent: 'next_meeting', filters: { group: 'ESF' } },
    });
  });

  it('are chosen by what they are', async () => {
    const reading = await read('domestic abuse actions');
    const choices = questionsIn(reading);
    if (!Array.isArray(choices) || !choices[0]) throw new Error('no choice');
    expect(await read('the priority', { question: choices[0], choices })).toMatchObject({
      question: { intent: 'list_actions', filters: { priority: 'DOMA' } },
    });
  });

  it('are no group where only a priority is called so, and no other place’s council', async () => {
    expect(await read('who chairs the rural neglect group')).toMatchObject({
      kind: 'unknown-name',
      name: { words: 'rural neglect group', kind: 'group', priority: 'RURN' },
    });
    expect(await read('barnsley council actions')).toMatchObject({
      kind: 'unknown-name',
      name: { words: 'barnsley council', kind: 'agency' },
    });
  });
});
