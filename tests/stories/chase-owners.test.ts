import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readButtons, readLines } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('chasing owners, on Tuesday 16 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15T10:00' });
    for (const id of ['police-partner-lead', 'health-partner-lead'])
      await bot.hears(bot.person(id), 'hello');
    await bot.sweep();
    const own = { kind: 'personal', conversationId: 'none' } as const;
    const { conversations } = bot.records;
    await conversations.end('sandwell', own, new Date(), 'education-lead');
    bot.turnTo('2021-03-16T10:00');
  });
  afterAll(() => bot.stop());

  const hears = (text: string, who = 'business-manager') => bot.hears(bot.person(who), text);
  const told = (id: string) =>
    bot
      .personalMessages(id)
      .flatMap(({ text = '', attachments = [] }) => [
        text,
        ...attachments.flatMap(({ content }) => readLines(content)),
      ])
      .join('\n');

  it('shows whom it would ask about what, and who cannot be reached; nobody is asked yet', async () => {
    const form = await hears('chase the police');
    expect(form.text).toBe(
      'Ask 1 person about 2 actions? Please check and confirm; nothing is sent until then.',
    );
    expect(readLines(form.card)).toContain('Police Partner Lead · 2 actions');
    await bot.sweep();
    expect(told('police-partner-lead')).not.toContain('Business Manager asks');
    const education = await hears('chase education');
    expect(readLines(education.card).join(' ')).toContain(
      'Has not opened Convenor yet: I can’t reach them',
    );
  });

  it('asks each owner once, in their own words, and says what was sent', async () => {
    const form = await hears('chase the owners of overdue actions for the police');
    const sent = await form.press('Send', { words: 'Where are we with these?' });
    expect(readLines(sent.card)).toContain(
      '1 person will be asked about 2 actions, within 15 minutes. Quiet hours, leave and days off are kept.',
    );
    await bot.sweep();
    await bot.sweep();
    const message = told('police-partner-lead');
    expect(message.match(/2 things need you, all overdue\./g)).toHaveLength(1);
    expect(message).toContain('Business Manager asks how it stands: “Where are we with these?”');
    const after = await sent.press('See what was sent');
    expect(readLines(after.card)).toContain('2 actions chased today: 1 person messaged.');
    expect(readLines(after.card).join('\n')).toMatch(/Police Partner Lead[\s\S]*messaged at 10:00/);
  });

  it('asks nobody twice on one day', async () => {
    const again = await hears('chase the police');
    expect(again.text).toMatch(
      /^Nobody was asked\. The owners of SA-016, SA-071 heard from me today, so nobody is asked twice\./,
    );
    bot.turnTo('2021-03-17T10:00');
    expect((await hears('chase the police')).text).toMatch(/^Ask 1 person about 2 actions\?/);
    bot.turnTo('2021-03-16T10:00');
  });

  it('leaves out of whom the weekly reminder of that day has reached already', async () => {
    bot.turnTo('2021-03-22T10:00');
    await bot.sweep();
    const form = await hears('chase the police');
    expect(form.text).toMatch(/^Nobody was asked\. The owners of SA-016, SA-071 heard from me/);
    bot.turnTo('2021-03-16T10:00');
  });

  it('asks about one action that is named', async () => {
    const form = await hears('chase SA-004');
    const sent = await form.press('Send', {});
    expect(readLines(sent.card)).toContain('Chased 1 action');
    await bot.sweep();
    expect(told('health-partner-lead')).toContain('Business Manager asks how SA-004 stands');
    const [last] = bot.personalMessages('health-partner-lead').slice(-1);
    const buttons = last?.attachments?.flatMap(({ content }) => readButtons(content)) ?? [];
    expect(buttons.map(({ title }) => title)).toEqual(['Update', 'Done…', 'Need more time…']);
  });

  it('is for chairs and administrators; a chair of a group chases what the group follows up', async () => {
    expect((await hears('chase the owners of overdue actions', 'lay-member')).text).toMatch(
      /^Nobody was asked: owners are chased by administrators, the chair, the scrutineer/,
    );
    const own = await hears('chase the owners of overdue actions', 'trust-partner-lead');
    expect(own.text).toContain('followed up by other groups than yours');
  });
});
