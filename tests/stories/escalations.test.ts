import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('escalations between agencies', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2020-12-17T10:00' });
  });
  afterAll(() => bot.stop());
  const council = () => bot.person('council-partner-lead');
  const police = () => bot.person('police-partner-lead');

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
    bot.turnTo('2021-01-14T10:00');
    const hold = await bot.hears(council(), 'hold ESC-02 until 29 january because they meet then');
    const held = await hold.press('Hold', { until: '2021-01-29', reason: 'They meet then' });
    expect(held.lines.join('\n')).toMatch(/held until Fri 29 January, answer due Wed 3 February/);
    expect((await bot.hears(police(), 'hold ESC-02 until 26 february')).text).toMatch(
      /^Nothing was recorded: that is for/,
    );
  });

  it('is answered by the agency asked, and what changed is recorded, put right and undone', async () => {
    bot.turnTo('2021-02-03T10:00');
    const form = await bot.hears(police(), 'answer ESC-02');
    const answered = await form.press('Record answer', { answer: 'A deputy is named' });
    expect(answered.lines.join('\n')).toMatch(/Answered Wed 3 February, no outcome yet/);
    const outcome = await (await bot.hears(council(), 'ESC-02')).press('Record outcome…');
    const settled = await outcome.press('Record outcome', {
      outcome: 'resolved',
      changed: 'The deputy came twice',
    });
    expect(settled.lines.join('\n')).toContain('The deputy came twice');
    expect((await settled.press('Undo')).lines.join('\n')).toMatch(/no outcome yet/);
    const again = await bot.hears(council(), 'how many escalations were answered in time');
    expect(again.text).toBe(
      '1 of 1 answered escalation was answered in time, 1 of them at the first level. 1 is still open.',
    );
    expect((await bot.hears(council(), 'escalations with the police')).text).toBe(
      '1 of 2 escalations with West Midlands Police is open: ESC-01.',
    );
    expect((await bot.hears(council(), 'what did we escalate this year')).text).toBe(
      '2 escalations opened in 2020-21 so far: 1 open, 1 answered.',
    );
  });

  it('sends a disagreement about a child to the practitioners’ own procedure', async () => {
    const said = await bot.hears(council(), 'how do I escalate a disagreement with social care');
    expect(said.text).toMatch(/practitioners’ own resolution procedure/);
  });
});
