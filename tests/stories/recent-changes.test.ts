import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLines } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('what changed, asked on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const hears = (text: string, who = 'business-manager') => bot.hears(bot.person(who), text);

  it('in a time is counted by kind, each with its row, the latest first', async () => {
    const reply = await hears('what changed since 1 january');
    expect(reply.text).toBe('Since Fri 1 January: 15 actions raised and 6 actions completed.');
    const lines = readLines(reply.card);
    expect(lines).toContain('The latest 5 of 15 shown');
    expect(lines.join(' ')).toContain('SA-043  Devise rapid review contingency plan');
  });

  it('of one agency, or of the asker’s own, is that agency’s', async () => {
    const named = await hears('what changed for education last month', 'lay-member');
    expect(named.text).toBe('In February 2021 for Education: 1 action raised.');
    const own = await hears('what has changed for us since 1 february', 'education-lead');
    expect(own.text).toBe('Since Mon 1 February for Education: 1 action raised.');
  });

  it('since a meeting begins on its day, and names the meeting', async () => {
    const reply = await hears('what has changed since the last board', 'partnership-chair');
    expect(reply.text).toBe(
      'Since SCSP on Wed 10 March: no action, decision or risk was recorded or changed.',
    );
  });

  it('has what was recorded here: a due date moved, an action raised', async () => {
    const moved = await hears('SA-072 needs until 30 june because the analyst post is vacant');
    await moved.press('Confirm');
    const raised = await hears('new action for police: check the rota by 6 april 2021');
    await raised.press('Raise it');
    const reply = await hears('what changed this week', 'lay-member');
    expect(reply.text).toBe(
      'This week (Mon 15 to Sun 21 March): 1 due date moved and 1 action raised.',
    );
    const lines = readLines(reply.card).join('\n');
    expect(lines).toMatch(/SA-072[\s\S]*Due date moved from/);
    expect(lines).toMatch(/1 action raised\n.*check the rota/i);
  });

  it('leaves out what was taken back', async () => {
    const moved = await hears('SA-006 needs until 30 june because the group is late');
    await moved.press('Confirm');
    expect((await hears('what changed today')).text).toContain('2 due dates moved');
    const undo = await hears('undo');
    await undo.press('Undo');
    expect((await hears('what changed today')).text).toContain('1 due date moved');
  });
});
