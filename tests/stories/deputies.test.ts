import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deputyStore } from '../../src/features/deputies/store.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const IN_THE_MEETING = { in: 'group' } as const;
const BOARD = 'BOARD-2021-05-12';

describe('a deputy of another agency, named beforehand', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-05-11T14:00' });
  });
  afterAll(() => bot.stop());

  const police = () => bot.person('police-partner-lead');
  const manager = () => bot.person('business-manager');
  const education = () => bot.person('education-lead');
  const named = () => bot.records.stores('sandwell')(deputyStore);
  const marks = async () =>
    (await bot.records.registers.find('sandwell', BOARD))?.register.marks ?? [];

  it('is asked for in words by the agency’s lead, and recorded after the form', async () => {
    const form = await bot.hears(police(), 'make education lead deputy for the police');
    expect(form.text).toMatch(/^Name a deputy\? Please check and confirm/);
    expect(await named().list()).toEqual([]);
    const shown = await form.press('Name deputy', { to: '2021-06-30' });
    expect(shown.lines.join('\n')).toContain(
      'Recorded: Education Lead is named deputy for West Midlands Police until Wed 30 June.',
    );
    expect(await named().list()).toEqual([
      {
        agency: 'WMP',
        person: 'education-lead',
        from: '2021-05-11',
        to: '2021-06-30',
        namedBy: 'police-partner-lead',
      },
    ]);
    expect(await named().history(['WMP', 'education-lead'])).toMatchObject([
      { type: 'named', by: 'police-partner-lead' },
    ]);
  });

  it('is told to whoever asks for the deputies', async () => {
    const reply = await bot.hears(bot.person('lay-member'), 'who is the deputy for the police');
    expect(reply.text).toBe(
      'Police Deputy is recorded as deputy for West Midlands Police. Education Lead is named deputy for West Midlands Police until Wed 30 June.',
    );
    expect(reply.buttons).not.toContain('Name a deputy');
    const lead = await bot.hears(police(), 'who is the deputy for the police');
    expect(lead.buttons).toContain('Name a deputy');
    const card = await bot.hears(manager(), 'who is council partner lead');
    expect((await card.press('Name as deputy')).lines).toContain('Name a deputy?');
  });

  it('is not named by anybody else, nor by themselves', async () => {
    for (const who of [bot.person('police-deputy'), bot.person('health-partner-lead')])
      expect((await bot.hears(who, 'make lay member deputy for the police')).text).toContain(
        'an agency’s deputy is named by its partner lead or an administrator',
      );
    const own = await bot.hears(manager(), 'make business manager deputy for the police');
    const refused = await own.press('Name deputy', { person: 'business-manager', agency: 'WMP' });
    expect(refused.text).toContain('Nobody names themselves.');
    const needless = await own.press('Name deputy', { person: 'police-deputy', agency: 'WMP' });
    expect(needless.text).toContain('They work there, and take its seat without being named.');
    expect(await named().list()).toHaveLength(1);
  });

  it('sees no more of rapid reviews by it than before', async () => {
    const asked = 'which rapid reviews are open';
    const unnamed = await bot.hears(bot.person('voluntary-sector-lead'), asked);
    const seen = await bot.hears(education(), asked);
    expect([seen.text, seen.lines]).toEqual([unnamed.text, unnamed.lines]);
    expect(seen.text).not.toBe((await bot.hears(police(), asked)).text);
  });

  it('takes the seat at once on the day, and counts', async () => {
    bot.turnTo('2021-05-12T14:00');
    const card = await bot.hears(manager(), 'start attendance for todays board', IN_THE_MEETING);
    const own = await card.isPressedBy(education(), 'I’m here as deputy', { seat: 'WMP' });
    expect(own.lines).toContain('You’re marked present as deputy for West Midlands Police.');
    expect(own.lines.join('\n')).toContain('1 of 12 agencies are here');
    expect(await marks()).toMatchObject([{ person: 'education-lead', agency: 'WMP' }]);
    expect((await marks())[0]).not.toHaveProperty('claim');
    const other = await card.isPressedBy(bot.person('lay-member'), 'I’m here as deputy', {
      seat: 'WMP',
    });
    expect(other.lines.join('\n')).toContain('It counts once the chair');
  });

  it('claims it like anybody else once the naming has ended', async () => {
    const list = await bot.hears(police(), 'education lead is no longer deputy for the police');
    const ended = await list.press('End');
    expect(ended.lines.join('\n')).toContain(
      'Recorded: Education Lead is no longer deputy for West Midlands Police.',
    );
    expect((await named().list()).map(({ to }) => to)).toEqual(['2021-05-11']);
    const card = await bot.hears(manager(), 'start attendance for todays board', IN_THE_MEETING);
    const mine = await card.asSeenBy(education());
    const left = await mine.press('I’m leaving');
    const back = await left.press('I’m here as deputy', { seat: 'WMP' });
    expect(back.lines.join('\n')).toContain('It counts once the chair');
  });

  it('is named for one meeting with the lead’s apologies, and with nobody else’s', async () => {
    const form = await bot.hears(
      bot.person('health-partner-lead'),
      'sending Lead Councillor to the board instead of me',
    );
    await form.press('Confirm', { deputy: 'Lead Councillor' });
    const other = await bot.hears(
      bot.person('public-health-lead'),
      'sending Voluntary Sector Lead to the board instead of me',
    );
    await other.press('Confirm', { deputy: 'Voluntary Sector Lead' });
    const card = await bot.hears(manager(), 'start attendance for todays board', IN_THE_MEETING);
    const councillor = await card.isPressedBy(bot.person('council-member'), 'I’m here as deputy', {
      seat: 'CCG',
    });
    expect(councillor.lines.join('\n')).toContain('You’re marked present as deputy for NHS');
    const sector = await card.isPressedBy(
      bot.person('voluntary-sector-lead'),
      'I’m here as deputy',
      { seat: 'PH' },
    );
    expect(sector.lines.join('\n')).toContain('It counts once the chair');
  });
});
