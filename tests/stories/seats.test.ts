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

const inWords = ({ text, lines }: Heard) => [text, ...lines].join('\n');

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

describe('who holds which seat', () => {
  let bot: Convenor;
  beforeAll(async () => {
    const folder = await folderWithSeats();
    bot = await startConvenor({ today: '2021-05-10', folder });
    await rm(folder, { recursive: true });
  });
  afterAll(() => bot.stop());
  const manager = () => bot.person('business-manager');
  const council = () => bot.person('council-partner-lead');

  it('is told to everybody: safeguarding partners, contacts, vacancies with their days', async () => {
    expect((await bot.hears(council(), 'who are our lead safeguarding partners')).text).toBe(
      'Chief Executive (SMBC) is recorded as lead safeguarding partner. None is recorded for West Midlands Police and NHS Black Country Integrated Care Board.',
    );
    expect((await bot.hears(council(), 'who is our contact at education')).text).toBe(
      'Rosalind Ash, Designated Safeguarding Adviser is recorded as contact for Education.',
    );
    const vacant = await bot.hears(council(), 'which seats are vacant');
    expect(vacant.text).toBe(
      "1 seat is vacant: Seat of Lay Person on Sandwell Children's Safeguarding Partnership since Thu 1 April 2021 (39 days).",
    );
    expect(vacant.buttons).not.toContain('Fill…');
    expect(inWords(await bot.hears(council(), 'who sits on the board'))).toMatch(
      /vacant.*since Thu 1 April 2021/s,
    );
    expect((await bot.hears(council(), 'who is the vice chair of the board')).text).toMatch(
      /^No vice chair is recorded/,
    );
  });

  it('is recorded by an administrator, with whoever held it before, and undone', async () => {
    const form = await bot.hears(manager(), 'Education Lead chairs CEB from 1 June');
    const done = await form.press('Record seat', { post: 'Head of Education' });
    expect(inWords(done)).toContain(
      'Recorded: Chair of Child Exploitation Board: Education Lead, Head of Education from Tue 1 June 2021. Police Partner Lead holds it until Mon 31 May 2021.',
    );
    expect(done.lines).toContain('Chair of Child Exploitation Board · from Tue 1 June 2021');
    expect((await bot.hears(council(), 'who chairs CEB')).text).toContain('until Mon 31 May 2021');
    bot.turnTo('2021-06-01');
    expect((await bot.hears(council(), 'who chairs CEB')).text).toMatch(
      /^Education Lead \(Education .* chairs Child Exploitation Board\./,
    );
    bot.turnTo('2021-05-10');
    expect(inWords(await done.press('Undo'))).toContain('Undone.');
    bot.turnTo('2021-06-01');
    expect((await bot.hears(council(), 'who chairs CEB')).text).toMatch(
      /^Police Partner Lead .* chairs/,
    );
    bot.turnTo('2021-05-10');
  });

  it('is drift once a seat has been vacant for more than 30 days', async () => {
    const asked = async () => inWords(await bot.hears(manager(), 'what is drifting'));
    bot.turnTo('2021-05-01');
    expect(await asked()).not.toContain('has been vacant');
    bot.turnTo('2021-05-02');
    expect(await asked()).toContain('has been vacant for 31 days');
    bot.turnTo('2021-05-10');
  });

  it('is nobody else’s to record, nor their own', async () => {
    expect((await bot.hears(council(), 'Education Lead chairs CEB from 1 June')).text).toMatch(
      /^Nothing was recorded: who holds a seat is for administrators/,
    );
    const own = await bot.hears(manager(), 'record a seat');
    const data = { role: 'chair', group: 'QPPA', person: 'business-manager' };
    expect((await own.press('Record seat', data)).text).toContain(
      'Nobody gives a role to themselves.',
    );
  });

  it('ends on the day that is said, and its history tells who said so', async () => {
    const form = await bot.hears(
      manager(),
      'partnership chair steps down as chair of the board on 31 may',
    );
    expect(inWords(form)).toContain('End the seat of Partnership Chair?');
    const done = await form.press('End seat', { to: '2021-05-31' });
    expect(inWords(done)).toContain('ends on Mon 31 May 2021');
    expect(inWords(await bot.hears(manager(), 'who changed S-001'))).toContain('Business Manager');
  });
});
