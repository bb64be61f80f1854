import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { readFolder, sampleWith } from '../support/a-folder.ts';
import { allRows } from '../support/all-rows.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { readWord } from '../support/read-word.ts';
import { wordsOfDocument } from '../support/words-of-document.ts';

const MEETING = 'STNS-2021-03-11';

describe('the minutes of a meeting, handed over weeks later', () => {
  let bot: Convenor;
  let words: string;
  const manager = () => bot.person('business-manager');

  async function raise(title: string, due: string): Promise<void> {
    const form = await bot.hears(manager(), `/action ${MEETING} 1`);
    await form.press('Raise it', { title, agency: 'SCT', due });
  }

  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-11T14:00' });
    await raise('Find a room for the training', '2021-03-31');
    const { ref } = await raisedAction('Find a room for the training');
    bot.turnTo('2021-04-16T10:00');
    await raise('Book the trainer', '2021-05-31');
    const form = await bot.hears(manager(), `move ${ref} to 30 june 2021`);
    await form.press(form.buttons[0] ?? '', { reason: 'The room is taken' });
    expect((await raisedAction('Find a room for the training')).dueOn).toBe('2021-06-30');
    const shown = await bot.hears(manager(), 'minutes of the last neglect group');
    const offered = await shown.press('Get minutes');
    const url = /"url":"([^"]+)"/.exec(JSON.stringify(offered.card))?.[1] ?? '';
    const file = await fetch(url, { method: 'POST' });
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="minutes-${MEETING}.docx"`,
    );
    words = wordsOfDocument(new Uint8Array(await file.arrayBuffer()));
  });
  afterAll(() => bot.stop());

  async function raisedAction(title: string) {
    const all = await bot.records.actions.listWithHistory('sandwell');
    const found = all.find(({ action }) => action.title === title);
    if (!found) throw new Error(`No action is called ${title}`);
    return found.action;
  }

  it('say when an action was due on the day of the meeting, and not since', () => {
    expect(words).toContain('due Wed 31 March 2021');
    expect(words).not.toContain('30 June');
    expect(words).not.toMatch(/overdue/);
  });

  it('have an action that was raised after it, as it was raised', () => {
    expect(words).toContain('Book the trainer');
    expect(words).toContain('due Mon 31 May 2021');
  });

  it('are in the order that a clerk expects', () => {
    const places = ['Attendance', 'Agenda', 'Decisions', 'Actions', 'Status on the day'].map(
      (heading) => words.indexOf(`${heading}\n`),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('the minutes of a board, printed after much has changed', () => {
  const BOARD = 'BOARD-2021-05-12';
  let bot: Convenor;
  let lines: string[];
  const manager = () => bot.person('business-manager');
  const police = () => bot.person('police-partner-lead');
  const section = (heading: string) => {
    const from = lines.indexOf(`## ${heading}`);
    const rest = lines.slice(from + 1);
    const to = rest.findIndex((line) => line.startsWith('#'));
    return from < 0 ? [] : rest.slice(0, to < 0 ? undefined : to);
  };

  async function importChanged(file: string, text: string, other: string) {
    const folder = await sampleWith(file, text, other);
    await importFolder(await readFolder(folder), bot.records.partnerships, { acceptPartial: true });
  }

  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-04-20' });
    const earlier = await bot.hears(manager(), 'add action for the board to publish the data set');
    await earlier.press('Raise it', { group: 'BOARD', due: '2021-05-10' });
    const item = await bot.hears(manager(), 'add the neglect strategy to the board agenda');
    await item.press(item.buttons[0] ?? '', { title: 'Neglect strategy' });
    const standing = await bot.hears(manager(), 'add training figures to the board agenda');
    await standing.press(standing.buttons[0] ?? '', { title: 'Training figures', when: 'always' });
    bot.turnTo('2021-05-12T14:05');
    for (const speaker of [bot.person('lay-member'), police()]) {
      const sorry = await bot.hears(speaker, 'I cant come to the board');
      await sorry.press(sorry.buttons[0] ?? '', {});
    }
    const card = await bot.hears(manager(), 'start attendance for todays board', { in: 'group' });
    for (const id of ['partnership-chair', 'council-partner-lead', 'health-partner-lead'])
      await card.isPressedBy(bot.person(id), 'I’m here');
    await card.isPressedBy(bot.person('police-deputy'), 'I’m here as deputy');
    await card.isPressedBy(bot.person('council-member'), 'I’m here');
    const decision = await bot.hears(manager(), `/decision ${BOARD} 4`);
    await decision.press('Record it', {
      what: 'Adopt the strategy',
      authority: 'Terms of reference',
    });
    const action = await bot.hears(manager(), `/action ${BOARD} 4`);
    await action.press('Raise it', {
      title: 'Print the strategy',
      agency: 'WMP',
      due: '2021-06-30',
    });
    const own = await card.asSeenBy(bot.person('partnership-chair'));
    const asked = await own.press('Close the register');
    await asked.press('Close anyway');
  });
  afterAll(() => bot.stop());

  it('come in the order that a clerk expects', async () => {
    bot.turnTo('2021-06-14T10:00');
    await importChanged('agencies.csv', 'West Midlands Police', 'Mercia Police');
    await importChanged('people.csv', 'Police Partner Lead', 'Superintendent Jo Hart');
    await importChanged('partnership.json', '"group": "BOARD"', '"group": "QPPA"');
    const done = await (await bot.hears(police(), 'SA-115')).press('Done…');
    await done.press('Confirm', { evidence: 'Everybody has one' });
    const drop = await bot.hears(manager(), '/standing BOARD');
    await drop.press('Take it off', {});
    const move = await bot.hears(manager(), 'move the july board to 21 july 2021');
    await move.press('Move it', { on: '2021-07-21', time: '14:00', reason: 'Room' });
    const shown = await bot.hears(manager(), 'minutes of the may board');
    const offered = await shown.press('Get minutes');
    const url = /"url":"([^"]+)"/.exec(JSON.stringify(offered.card))?.[1] ?? '';
    const file = await fetch(url, { method: 'POST' });
    lines = await readWord(new Uint8Array(await file.arrayBuffer()));
    expect(lines.filter((line) => line.startsWith('## '))).toEqual([
      '## Attendance',
      '## Quorum',
      '## Actions from earlier meetings',
      '## Agenda',
      '## Decisions',
      '## Actions',
      '## Next meeting',
      '## What the records do not say',
    ]);
  });

  it('say who was there for whom, by the names of that day', () => {
    expect(lines).toContain('Date: Wed 12 May 2021, 14:00 to 16:00');
    expect(lines).toContain('Chair: Partnership Chair');
    const [present, ...rest] = section('Attendance');
    expect(present).toBe('Present (4)');
    expect(rest).toContain('Chair of the Partnership (Partnership Chair, chair)');
    expect(rest.slice(rest.indexOf('By deputy (1)'), rest.indexOf('Absent (6)'))).toEqual([
      'By deputy (1)',
      'West Midlands Police (Police Deputy, for Police Partner Lead)',
      'Apologies (1)',
      'Lay Person (Lay Member)',
    ]);
    expect(lines.join()).not.toMatch(/Mercia|Jo Hart/);
  });

  it('say whether it was quorate, and by which rule then', () => {
    expect(section('Quorum')).toEqual([
      '5 of 12 agencies attended. Quorate.',
      'It needs all of Sandwell Metropolitan Borough Council, West Midlands Police and NHS Black Country Integrated Care Board.',
    ]);
  });

  it('say what came of each item, and of what was agreed before', () => {
    expect(section('Actions from earlier meetings').slice(1)).toContainEqual(
      expect.stringMatching(
        /^\| SA-114 \| publish the data set \|.*Mon 10 May 2021 \| not started \|$/,
      ),
    );
    expect(section('Agenda').slice(2)).toEqual([
      '3  Training figures',
      '4  Neglect strategy',
      'Decision 1: Adopt the strategy',
      expect.stringMatching(/^Action SA-115: Print the strategy \(.*, due Wed 30 June 2021\)$/),
      '5  Any other business',
    ]);
    expect(section('Decisions')).toEqual([
      '1  Adopt the strategy',
      'Quorate, 5 agencies attended. Authority: Terms of reference. Nobody dissented.',
    ]);
    expect(section('Actions').at(-1)).toMatch(/\| due Wed 30 June 2021 \| not started \|$/);
    expect(section('Next meeting')).toEqual(['Wed 14 July 2021 at 14:00']);
  });

  it('say what the records do not', () => {
    expect(section('What the records do not say')).toEqual([
      'What was said, and which interests were declared.',
      'Where the meeting was held.',
    ]);
  });

  it('keep no name of somebody who was erased since', async () => {
    const names = /Police Partner Lead|Jo Hart/;
    await bot.records.personRecords.erase(
      'sandwell',
      'police-partner-lead',
      day('2021-06-14'),
      'test',
    );
    const rows = [...(await allRows(bot.tables)).values()];
    expect(rows.filter((row) => names.test(row))).toEqual([]);
  });
});
