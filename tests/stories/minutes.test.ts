import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
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
