import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('an escalation that nobody answers, over Christmas 2020', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2020-12-17T10:00' });
    for (const who of [
      'council-partner-lead',
      'police-partner-lead',
      'health-partner-lead',
      'trust-partner-lead',
      'partnership-chair',
      'independent-scrutineer',
    ])
      await bot.isInstalledBy(bot.person(who));
    await bot.sweep();
  });
  afterAll(() => bot.stop());
  const council = () => bot.person('council-partner-lead');
  const police = () => bot.person('police-partner-lead');

  /** Who is told something of an escalation at 10 on a day, and what the line says of it. */
  async function toldOn(day: string, id = 'ESC-01'): Promise<Record<string, string>> {
    bot.turnTo(`${day}T10:00`);
    const told: Record<string, string> = {};
    for (const [who, messages] of await bot.sweep()) {
      const line = JSON.stringify(messages);
      if (line.includes(id)) told[who] = line;
    }
    return told;
  }

  it('begins as a form for what was named, and moves no ownership', async () => {
    const before = (await bot.records.actions.find('sandwell', 'SA-051'))?.action.owner;
    const form = await bot.hears(council(), 'escalate SA-051 to the chair');
    expect(form.text).toMatch(/^Escalate SA-051\? Please check/);
    expect(form.lines.join('\n')).toMatch(/SA-051 stays with its owner/);
    expect(form.lines.join('\n')).toMatch(/practitioners’ own resolution procedure/);
    const opened = await form.press('Open escalation', {
      about: 'action',
      subject: 'SA-051',
      from: 'SMBC',
      to: 'WMP',
      matter: 'The joint review has no date',
    });
    expect(opened.lines.join('\n')).toContain('With senior managers, answer due Thu 24 December');
    expect((await bot.records.actions.find('sandwell', 'SA-051'))?.action.owner).toEqual(before);
  });

  it('is told to both sides once at each step on its working days, and climbs by itself', async () => {
    expect(Object.keys(await toldOn('2020-12-17')).sort()).toEqual(['police-partner-lead']);
    expect(await toldOn('2020-12-18')).toEqual({});
    expect(await toldOn('2020-12-21')).toEqual({});
    const both = ['council-partner-lead', 'police-partner-lead'];
    expect(Object.keys(await toldOn('2020-12-22')).sort()).toEqual(both);
    expect(await toldOn('2020-12-22')).toEqual({});
    const eve = await toldOn('2020-12-24');
    expect(Object.keys(eve)).toEqual(['council-partner-lead']);
    expect(eve['council-partner-lead']).toMatch(/Tue 29 December/);
    expect(await toldOn('2020-12-28')).toEqual({}); // Boxing Day in lieu
    const climbed = await toldOn('2020-12-29');
    expect(Object.keys(climbed)).toEqual(expect.arrayContaining(both));
    expect(Object.keys(climbed)).toContain('health-partner-lead');
    expect(await toldOn('2020-12-30')).toEqual({});
    expect(Object.keys(await toldOn('2020-12-31'))).toEqual(expect.arrayContaining(both));
    expect(Object.keys(await toldOn('2021-01-05'))).toEqual(['council-partner-lead']);
    const last = Object.keys(await toldOn('2021-01-06'));
    expect(last).toEqual(
      expect.arrayContaining([...both, 'partnership-chair', 'independent-scrutineer']),
    );
    expect(await toldOn('2021-01-07')).toEqual({});
  });

  it('is among those past their days', async () => {
    expect((await bot.hears(council(), 'which escalations are past their days')).text).toBe(
      '1 of 1 escalation is past the days of a level: ESC-01.',
    );
  });

  it('is held by its opener, and goes on by itself afterwards', async () => {
    bot.turnTo('2021-01-11T10:00');
    const form = await bot.hears(council(), 'open an escalation to the police');
    await form.press('Open escalation', {
      about: 'attendance',
      subject: '',
      from: 'SMBC',
      to: 'WMP',
      matter: 'Nobody came to two meetings',
    });
    expect(Object.keys(await toldOn('2021-01-11', 'ESC-02'))).toEqual(['police-partner-lead']);
    bot.turnTo('2021-01-14T10:00');
    const hold = await bot.hears(council(), 'hold ESC-02 until 29 january because they meet then');
    const held = await hold.press('Hold', { until: '2021-01-29', reason: 'They meet then' });
    expect(held.lines.join('\n')).toMatch(/held until Fri 29 January, answer due Wed 3 February/);
    expect(await toldOn('2021-01-19', 'ESC-02')).toEqual({});
    expect(await toldOn('2021-01-29', 'ESC-02')).toEqual({});
    expect(Object.keys(await toldOn('2021-02-03', 'ESC-02'))).toEqual(
      expect.arrayContaining(['council-partner-lead']),
    );
    expect(Object.keys(await toldOn('2021-02-04', 'ESC-02'))).toContain('police-partner-lead');
    expect((await bot.hears(police(), 'hold ESC-02 until 26 february')).text).toMatch(
      /^Nothing was recorded: that is for/,
    );
  });
});
