import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

const IN_THE_MEETING = { in: 'group' } as const;
const BOARD = 'BOARD-2021-05-12';
const PARTNERSHIP = 'sandwell';

let bot: Convenor;
let card: Heard;
afterAll(() => bot?.stop());

beforeEach(async () => {
  await bot?.stop();
  bot = await startConvenor({ today: '2021-05-12T14:00' });
  card = await bot.hears(manager(), 'start attendance for todays board', IN_THE_MEETING);
});

const manager = () => bot.person('business-manager');
const chair = () => bot.person('partnership-chair');
const register = async () => (await bot.records.registers.find(PARTNERSHIP, BOARD))?.register;
const history = () => bot.records.registers.history(PARTNERSHIP, BOARD);
const inWords = (heard: Heard) => heard.lines.join('\n');
const closeIt = async (who = chair()) => (await card.asSeenBy(who)).press('Close the register');

describe('closing a register', () => {
  it('asks first while the meeting goes on and most are not here yet, in figures', async () => {
    await card.isPressedBy(bot.person('police-partner-lead'), 'I’m here');
    const asked = await closeIt();
    expect(inWords(asked)).toMatch(
      /The meeting ends at 1\d:\d\d, and 11 of 12 agencies are not here yet: they would be recorded as absent\. The register is still open\./,
    );
    expect(asked.buttons).toEqual(expect.arrayContaining(['Close anyway', 'Keep open']));
    expect((await register())?.status).toBe('open');

    const kept = await asked.press('Keep open');
    expect(kept.buttons).not.toContain('Close anyway');
    expect((await history()).map(({ type }) => type)).toEqual(['opened', 'marked']);

    const closed = await asked.press('Close anyway');
    expect(inWords(closed)).toContain('1 of 12 agencies attended');
    expect((await history()).at(-1)).toMatchObject({ type: 'closed', by: 'partnership-chair' });
  });

  it('asks about the minutes alone where most have been spoken of, and about nothing once they are over', async () => {
    for (const agency of ['SMBC', 'WMP', 'CCG', 'PH', 'EDU', 'SCT', 'SCVO'])
      await (await card.asSeenBy(manager())).press('Mark', {
        who: `somebody:${agency}`,
        status: agency === 'SCVO' ? 'apologies' : 'here',
      });
    const own = await card.asSeenBy(chair());
    expect(inWords(await own.press('Close the register'))).toMatch(
      /The meeting ends at 1\d:\d\d\. The register is still open\./,
    );
    bot.turnTo('2021-05-12T18:30');
    await own.press('Close the register');
    expect((await register())?.status).toBe('closed');
  });
});
