import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const BOARD = 'BOARD-2021-05-12';
const PARTNERSHIP = 'sandwell';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-05-10T09:00' });
});
afterAll(() => bot.stop());

const lay = () => bot.person('lay-member');
const marks = async () =>
  (await bot.records.registers.find(PARTNERSHIP, BOARD))?.register.marks ?? [];
const history = async () =>
  (await bot.records.registers.history(PARTNERSHIP, BOARD)).map(({ type }) => type);
const apologise = async () =>
  (await bot.hears(lay(), 'sorry I can’t make the board on wednesday')).press('Send apologies', {
    message: 'on leave',
  });

describe('an apology that no longer stands', () => {
  it('is taken back from the answer that recorded it', async () => {
    const sorry = await apologise();
    expect(sorry.lines.join('\n')).toContain('Your apologies for Lay Person stand for');
    expect(await marks()).toHaveLength(1);
    await sorry.press('Undo');
    expect(await marks()).toEqual([]);
    expect(await history()).toEqual(['marked', 'undone']);
  });

  it.each([
    'I can come after all',
    'take back my apologies for the board',
    'my diary has cleared, I can make wednesday after all',
  ])('is taken back in words: “%s”', async (words) => {
    await apologise();
    const form = await bot.hears(lay(), words);
    expect(form.text).toContain('Take back your apologies for');
    expect(await marks()).toHaveLength(1);
    const back = await form.press('I can come');
    expect(back.text).toContain('are taken back: you are expected. The history keeps both.');
    expect(await marks()).toEqual([]);
    expect((await history()).at(-1)).toBe('undone');
    await form.press('I can come');
    expect(await marks()).toEqual([]);
  });

  it('is one’s own: where none stands that is said', async () => {
    expect((await bot.hears(bot.person('council-member'), 'I can come after all')).text).toContain(
      'I have no apologies of yours for a coming meeting',
    );
  });
});
