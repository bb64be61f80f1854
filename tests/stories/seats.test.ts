import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE } from '../support/a-folder.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

const IN_THE_MEETING = { in: 'group' } as const;
const SEATS = `id,role,group,agency,person,name,post,from,to
S-001,chair,BOARD,,partnership-chair,,,2018-01-08,2021-05-12
S-002,partner-lead,,WMP,police-partner-lead,,,,2021-05-12
S-003,member,BOARD,LAY,lay-member,,,,2021-03-31
S-004,lead-partner,,SMBC,,,Chief Executive,,
S-005,contact,,EDU,,Rosalind Ash,Designated Safeguarding Adviser,,
`;

async function folderWithSeats(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'convenor-'));
  await cp(SAMPLE, folder, { recursive: true });
  await writeFile(join(folder, 'seats.csv'), SEATS);
  return folder;
}

describe('seats with a last day', () => {
  let bot: Convenor;
  let card: Heard;
  beforeAll(async () => {
    const folder = await folderWithSeats();
    bot = await startConvenor({ today: '2021-05-12T14:00', folder });
    await rm(folder, { recursive: true });
    const manager = bot.person('business-manager');
    card = await bot.hears(manager, 'start attendance for todays board', IN_THE_MEETING);
  });
  afterAll(() => bot.stop());
  const chair = () => bot.person('partnership-chair');
  const register = async () =>
    (await bot.records.registers.find('sandwell', 'BOARD-2021-05-12'))?.register;

  it('that are vacant are no absence: nobody is expected there', async () => {
    const opened = await register();
    expect(opened?.vacant).toEqual(['LAY']);
    expect(opened?.expected).not.toContain('LAY');
  });

  it('let nobody in once their last role has ended, on an old card or in words', async () => {
    for (const reply of [
      await bot.hears(bot.person('lay-member'), 'what is overdue'),
      await card.isPressedBy(bot.person('lay-member'), 'I’m here'),
    ])
      expect(reply.text).toBe(
        'Your last role in SCSP ended on Wed 31 March 2021, so I can’t show you its records any more, and nothing was changed. Please ask Business Manager or Partnership Coordinator if that is not right.',
      );
    expect((await register())?.marks).toEqual([]);
  });

  it('let a chair close a register until midnight, and not the day after', async () => {
    const own = await card.isPressedBy(chair(), 'I’m here');
    expect(own.buttons).toContain('Close the register');
    bot.turnTo('2021-05-13T09:00');
    const refused = await own.press('Close the register');
    expect(refused.text).toContain('Your last role in SCSP ended on Wed 12 May 2021');
    expect((await register())?.status).toBe('open');
  });

  it('let a lead change the agency’s actions until then, and keep what else they are', async () => {
    bot.turnTo('2021-05-12T15:00');
    const lead = bot.person('police-partner-lead');
    const form = await bot.hears(lead, 'update SA-058');
    bot.turnTo('2021-05-13T09:00');
    const refused = await form.press('Confirm', { status: 'in progress', reason: 'it has begun' });
    expect(refused.text).toMatch(/^Nothing was recorded:/);
    expect((await bot.records.actions.find('sandwell', 'SA-058'))?.action.status).toBe(
      'not started',
    );
    expect((await bot.hears(lead, 'what is my role')).text).toBe(
      'You are recorded as chair of Child Exploitation Board.',
    );
  });
});
