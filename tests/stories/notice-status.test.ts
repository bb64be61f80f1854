import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import type { Delivery } from '../../src/domain/notices/delivery.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const today = day('2021-03-15');

describe('how notices were delivered', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today });
    const at = '2021-03-15T09:01:00.000Z';
    const delivery = (person: string, facts: Partial<Delivery>): Delivery => ({
      day: today,
      person,
      number: 1,
      notices: [`action/SA-024/2021-03-16/day-1/${person}`],
      state: 'sent',
      attempts: 1,
      at,
      ...facts,
    });
    const listed = [
      delivery('police-partner-lead', {}),
      delivery('health-partner-lead', {
        state: 'undelivered',
        reason: 'blocked',
        fallback: { group: 'QPPA', state: 'said' },
      }),
      delivery('council-partner-lead', { state: 'unknown', reason: 'answer-lost' }),
      delivery('education-lead', {
        state: 'undelivered',
        reason: 'not-installed',
        notices: ['reminder/secret-id/-/on/x'],
      }),
    ];
    const claimed = listed.map((each) => ({ ...each, state: 'claimed' as const }));
    await bot.records.ledger.claim('sandwell', today, '', claimed);
    for (const each of listed) {
      const known = await bot.records.ledger.find('sandwell', each);
      if (known) await bot.records.ledger.change('sandwell', known, each);
    }
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const findDelivery = async (person: string, number = 1) =>
    (await bot.records.ledger.find('sandwell', { day: today, person, number }))?.delivery;

  it('are shown to an administrator: who, what and why', async () => {
    const reply = await bot.hears(manager(), 'who could not be reached');
    expect(reply.text).toBe(
      '1 message went out today, none wait, 2 could not be delivered and 1 is in doubt.',
    );
    const said = reply.lines.join('\n');
    expect(said).toContain(
      'has blocked Convenor; said in the chat of Quality of Practice, Performance and Assurance',
    );
    expect(said).toContain('the answer of Teams was lost');
    expect(said).toContain('a reminder of their own');
    expect(said).not.toContain('secret-id');
  });

  it('are not shown to others, and never by name in a chat of several', async () => {
    const lead = await bot.hears(bot.person('police-partner-lead'), 'who could not be reached');
    expect(lead.text).toMatch(/^How notices were delivered is for administrators/);
    const group = await bot.hears(manager(), 'who could not be reached', { in: 'group' });
    expect(group.text).toMatch(
      /2 could not be delivered and 1 is in doubt\. Ask me in our own chat/,
    );
    expect(group.card).toBeUndefined();
  });

  it('of other people’s settings only that they are away is told', async () => {
    const lead = bot.person('trust-partner-lead');
    await (await bot.hears(lead, 'im on leave until 14 april')).press('Confirm');
    await (await bot.hears(lead, 'dont message me on fridays')).press('Confirm');
    const said = (await bot.hears(manager(), 'what notices went out today')).lines.join('\n');
    expect(said).toContain("Children's Trust Partner Lead, until Wed 14 April");
    expect(said).not.toMatch(/friday/i);
  });

  it('*Send again* orders it once more, once however often it is pressed, and nobody else may', async () => {
    const reply = await bot.hears(manager(), 'any notices in doubt');
    const refused = await reply.isPressedBy(bot.person('police-partner-lead'), 'Send again');
    expect(refused.text).toMatch(/for administrators/);
    expect((await findDelivery('health-partner-lead'))?.state).toBe('undelivered');

    await reply.isPressedBy(manager(), 'Send again', {}, { times: 2 });
    const settled = (
      await Promise.all(['health-partner-lead', 'education-lead'].map((id) => findDelivery(id)))
    ).filter((each) => each?.state === 'settled');
    expect(settled).toMatchObject([{ settledBy: 'business-manager' }]);
    const person = settled[0]?.person ?? '';
    expect(await findDelivery(person, 2)).toMatchObject({
      state: 'claimed',
      repeats: 1,
      settledBy: 'business-manager',
    });
    expect(await findDelivery(person, 3)).toBeUndefined();
  });

  it('*Dismiss* takes one off the list and keeps who did', async () => {
    const reply = await bot.hears(manager(), 'any notices in doubt');
    const before = reply.buttons.filter((title) => title === 'Dismiss').length;
    const after = await reply.press('Dismiss');
    expect(after.lines.join(' ')).toContain('Dismissed.');
    expect(after.buttons.filter((title) => title === 'Dismiss')).toHaveLength(before - 1);
  });

  it('a forged id does nothing', async () => {
    for (const id of ['../x', '2021-03-15/police-partner-lead/1', '%', 'x'.repeat(400)]) {
      const answer = await bot.client.post(
        bot.client.activity(manager(), 'personal', {
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', verb: 'notices.dismiss', data: { id } } },
        }),
      );
      expect(JSON.stringify(answer.body)).toContain('Nothing was done');
    }
    expect((await findDelivery('police-partner-lead'))?.state).toBe('sent');
  });
});
