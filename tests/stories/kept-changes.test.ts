import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { breakingDown } from '../support/storage-faults.ts';
import type { Heard } from '../support/teams-client.ts';

const said = (reply: Heard): string => [reply.text, ...reply.lines].join('\n');

const OUTAGE =
  'Convenor cannot reach its records just now. Nothing was changed. Please try again in a minute.';
const SAVED = 'That was saved, but I can’t show it just now.';
const IN_DOUBT = 'I can’t tell whether that was saved. Check before you try again.';
const CHECK = 'Check if it was saved';

describe('when storage breaks down while something is saved', () => {
  const storage = breakingDown();
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15', policies: [storage] });
  });
  afterEach(() => storage.mend());
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const notes = async (ref: string) =>
    (await bot.records.actions.find('sandwell', ref))?.history.length ?? 0;
  const openForm = (ref: string, where: 'personal' | 'group' = 'personal') =>
    bot.hears(manager(), `${ref} is blocked waiting for the home office`, { in: where });
  const confirm = (form: Heard) => form.press('Confirm', { reason: 'the figures are late' });

  it('after it was saved, it says that it was, and shows it once it can', async () => {
    const [form, before] = [await openForm('SA-019'), await notes('SA-019')];
    storage.breaks('after it', 'Actions');
    const broken = await confirm(form);
    expect(broken.text).toContain(SAVED);
    storage.mend();
    expect(await notes('SA-019')).toBe(before + 1);
    const found = await broken.press('Show what was saved');
    expect(found.text).toBe('That was saved.');
    expect(said(await found.press('SA-019'))).toContain('the figures are late');
  });

  it.each([
    ['before its reply', 'SA-021', 1, 'That was saved.'],
    [
      'on its way',
      'SA-022',
      0,
      'That was not saved, and nothing was changed. You can try again now.',
    ],
  ] as const)('%s, it cannot tell, and a button looks', async (how, ref, written, found) => {
    const [form, before] = [await openForm(ref), await notes(ref)];
    storage.breaks(how, 'Actions');
    const broken = await confirm(form);
    expect(broken.text).toBe(IN_DOUBT);
    expect((await broken.press(CHECK)).text).toBe(OUTAGE);
    storage.mend();
    expect((await broken.press(CHECK)).text).toBe(found);
    expect(await notes(ref)).toBe(before + written);
    // The form still stands, and pressed again it is recorded once.
    expect(said(await confirm(form))).toContain('Recorded.');
    expect(await notes(ref)).toBe(before + 1);
  });

  it('before it could be sent, nothing was changed, and it says so', async () => {
    const [form, before] = [await openForm('SA-023'), await notes('SA-023')];
    storage.breaks('before it', 'Actions');
    expect((await confirm(form)).text).toBe(OUTAGE);
    storage.mend();
    expect(await notes('SA-023')).toBe(before);
  });

  it('a setting of one’s own is looked for in the same way', async () => {
    const chair = bot.person('partnership-chair');
    const form = await bot.hears(chair, 'dont message me at weekends');
    storage.breaks('before its reply', 'Settings');
    const broken = await form.press('Confirm');
    expect(broken.text).toBe(IN_DOUBT);
    storage.mend();
    expect((await broken.press(CHECK)).text).toBe('That was saved.');
    const { preferences } = await bot.records.preferences.load('sandwell', 'partnership-chair');
    expect(preferences.quietDays).toEqual([6, 7]);
  });

  it('and so are words that were taught by a command', async () => {
    storage.breaks('before its reply', 'Reference');
    const broken = await bot.hears(manager(), '/vocabulary the shed = police');
    expect(broken.text).toBe(IN_DOUBT);
    storage.mend();
    expect((await broken.press(CHECK)).text).toBe('That was saved.');
  });

  it('nobody else can look for it', async () => {
    const form = await openForm('SA-024', 'group');
    storage.breaks('before its reply', 'Actions');
    const broken = await confirm(form);
    expect(said(broken)).toContain('I can’t tell whether that was saved');
    storage.mend();
    const other = await broken.isPressedBy(bot.person('lay-member'), CHECK);
    expect(other.text).toBe('Only whoever made that change can check it here.');
    expect((await broken.press(CHECK)).text).toBe('That was saved.');
  });

  it('in a dialog the button stands in the dialog', async () => {
    const dialog = await bot.client.openDialog(manager(), 'raiseAction', {
      message: '<p>send the custody figures to the board by end of june</p>',
    });
    storage.breaks('before its reply', 'Actions');
    const broken = await dialog.press('Raise it');
    expect(broken.lines).toContain('I can’t tell whether that was saved');
    storage.mend();
    expect((await broken.press(CHECK)).words).toBe('That was saved.');
  });

  it('in a chat of several only whoever pressed is told, and everybody’s card stays', async () => {
    bot.turnTo('2021-05-12T14:00');
    const card = await bot.hears(manager(), 'start attendance for todays board', { in: 'group' });
    const there = bot.messagesIn(card.conversation).length;
    storage.breaks('before its reply', 'Records');
    const broken = await card.isPressedBy(bot.person('police-partner-lead'), 'I’m here');
    expect(broken.lines).toContain('I can’t tell whether that was saved');
    expect(broken.messages).toEqual([]);
    storage.mend();
    const found = await broken.isPressedBy(bot.person('police-partner-lead'), CHECK);
    expect(found.text).toBe('That was saved.');
    expect(bot.messagesIn(card.conversation)).toHaveLength(there + 1);
    // Pressed again it is counted once.
    await card.isPressedBy(bot.person('police-partner-lead'), 'I’m here');
    const { register } = (await bot.records.registers.find('sandwell', 'BOARD-2021-05-12')) ?? {};
    expect(register?.marks.map(({ person }) => person)).toEqual(['police-partner-lead']);
  });
});
