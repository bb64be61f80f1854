import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('what looks like personal details is neither kept, logged nor looked up', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');

  it.each([
    'has tyler been to camhs',
    'whats happening with ellie',
    'is kayden still at home',
    'is oliver known to social care',
    'hows Zainab doing',
    'does maisie have a social worker',
    'any update on tylers strategy meeting',
    'is Kayleigh Brown getting a review',
    'who did Kayleigh’s rapid review',
    'Is Liam Carter’s case going to review?',
    'how is Jayden Smith at St Mary’s school',
  ])('“%s” is not looked up', async (question) => {
    const reply = await bot.hears(manager(), question);
    expect(reply.text).toMatch(/^I hold no case records/);
    expect(reply.text).not.toMatch(/kayleigh|liam|jayden|tyler|ellie/i);
  });

  it.each([
    ['how is the trust doing', /^Which do you mean: .*Sandwell Children/],
    ['hows cafcass doing', /^I know no agency called “cafcass”\./],
    ['what is happening with neglect', /^Tackling Child Neglect: 3 of 13 actions are complete/],
    ['has horizon met', /^Which do you mean: “Exploitation Hub: /],
    ['sending james instead of me to the board', /^Send a deputy to Sandwell/],
  ])('“%s” is about the partnership', async (question, answer) => {
    const reply = await bot.hears(manager(), question);
    expect(reply.text).toMatch(answer);
    expect(reply.text).not.toMatch(/case records|personal details/);
  });

  it('a message with an NHS number is refused, and no word of it is logged', async () => {
    const reply = await bot.hears(manager(), 'add action: police to visit 943 476 5919');
    expect(reply.text).toMatch(/^That looks like somebody’s personal details/);
    expect(bot.logged.join('\n')).not.toMatch(/476 5919|visit/);
  });

  it('a command with a date of birth is refused', async () => {
    const reply = await bot.hears(manager(), '/vocabulary dob 14/02/2016 = neglect');
    expect(reply.text).toMatch(/^That looks like somebody’s personal details/);
  });

  it('the title of a new action is refused with what to write instead, and the form stays', async () => {
    const form = await bot.hears(
      manager(),
      'add action: police to review the missing protocol by 30 june',
    );
    const refused = await form.press('Raise it', {
      title: 'find out whether kayden has a social worker',
    });
    expect(refused.text).toBe(
      'Nothing was recorded: that looks like a child’s name. Leave the name out and use the reference of the review or action.',
    );
    const raised = await form.press('Raise it', { title: 'review the missing protocol' });
    expect(raised.lines.join('\n')).toContain('SA-114');
  });

  it('a reason and the evidence are refused alike, and nothing of them is recorded', async () => {
    const update = await bot.hears(manager(), 'SA-071 is stuck');
    const stuck = await update.press('Confirm', {
      reason: 'waiting for the family at 14 Acacia Avenue',
    });
    expect(stuck.text).toMatch(
      /^Nothing was recorded: that looks like an address\. Leave the address out/,
    );
    const completion = await bot.hears(manager(), 'close SA-071');
    const closed = await completion.press('Confirm', { evidence: 'tylers mum says it is better' });
    expect(closed.text).toMatch(
      /^Nothing was recorded: that looks like a child’s name\. Leave the name out/,
    );
    const action = await bot.records.actions.find('sandwell', 'SA-071');
    expect(action?.history).toEqual([]);
    expect(JSON.stringify(action)).not.toMatch(/Acacia|tyler/);
  });
});
