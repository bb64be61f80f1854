import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reminderStore } from '../../src/features/reminders/store.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('when somebody wants to hear from Convenor', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const chosenBy = async (id: string) =>
    (await bot.records.preferences.load('sandwell', id)).preferences;
  const listReminders = (id: string) =>
    bot.records.stores('sandwell')(reminderStore).range('byPerson', [id, '2021-03-15'], id);

  it('no messages at weekends: confirmed first, then kept', async () => {
    const chair = bot.person('partnership-chair');
    const form = await bot.hears(chair, 'dont message me at weekends');
    expect(form.text).toMatch(/^No messages at weekends\? Please check and confirm/);
    expect((await chosenBy('partnership-chair')).quietDays).toEqual([]);

    const set = await form.press('Confirm');
    expect(set.lines.join(' ')).toContain('Your notices come on working days.');
    expect((await chosenBy('partnership-chair')).quietDays).toEqual([6, 7]);
  });

  it.each([
    'stop bloody messaging me',
    'shut up',
    'stop',
    'oh give over messaging me',
    'please stop sending me stuff all the time',
  ])('whoever has had enough is asked when to be messaged: “%s”', async (had) => {
    const form = await bot.hears(bot.person('education-lead'), had);
    expect(form.text).toMatch(/^When shall I message you\? Please check and confirm/);
  });

  it('not on Fridays either, and again after all', async () => {
    const chair = bot.person('partnership-chair');
    await (await bot.hears(chair, 'not on fridays')).press('Confirm');
    expect((await chosenBy('partnership-chair')).quietDays).toEqual([5, 6, 7]);
    const again = await bot.hears(chair, 'message me on fridays again');
    await again.press('Confirm');
    expect((await chosenBy('partnership-chair')).quietDays).toEqual([6, 7]);
  });

  it.each(['dont message me before 24:61', 'no messages after 25:00', 'no messages before 9.75'])(
    'a time that no day has is asked for: %s',
    async (text) => {
      const form = await bot.hears(bot.person('police-deputy'), text);
      expect(form.text).toMatch(/^When shall I message you\?/);
      expect([form.text, ...form.lines].join('\n')).not.toContain('undefined');
      await form.press('Confirm');
      expect((await chosenBy('police-deputy')).quietHours).toBeUndefined();
    },
  );

  it('quiet hours of one’s own, and what was set before stays', async () => {
    const chair = bot.person('partnership-chair');
    const form = await bot.hears(chair, 'no messages after 6pm please, ive got kids');
    expect(form.text).toMatch(/^No messages from 18:00 to 08:00\?/);
    await form.press('Confirm');
    expect(await chosenBy('partnership-chair')).toMatchObject({
      quietDays: [6, 7],
      quietHours: { from: '18:00', to: '08:00' },
    });
  });

  it('never all working days, and never without both times', async () => {
    const form = await bot.hears(bot.person('lay-member'), 'set quiet hours from 6pm to 8am');
    const all = await form.press('Confirm', { days: '1,2,3,4,5' });
    expect(all.text).toMatch(/^Nothing was changed: no working day would be left/);
    const half = await form.press('Confirm', { to: '' });
    expect(half.text).toMatch(/^Nothing was changed: quiet hours need both times/);
    expect(await chosenBy('lay-member')).toMatchObject({ quietDays: [] });
  });

  it('on leave: notices wait, time limits in law do not, and a return ends it', async () => {
    const lead = bot.person('health-partner-lead');
    const form = await bot.hears(
      lead,
      'im on leave from tomorrow until 14 april, hold your messages',
    );
    expect(form.lines.join(' ')).toContain(
      'Hold your notices from Tue 16 March until Wed 14 April?',
    );
    expect(form.lines.join(' ')).toContain('Time limits in law still come.');
    await form.press('Confirm');
    expect(await chosenBy('health-partner-lead')).toMatchObject({
      pausedFrom: '2021-03-16',
      pausedUntil: '2021-04-14',
    });

    bot.turnTo('2021-03-22');
    expect((await bot.hears(lead, 'my notice settings')).text).toMatch(
      /^Your notices wait until Wed 14 April\./,
    );
    const back = await bot.hears(lead, 'im back');
    expect(back.text).toMatch(/^Message you again\?/);
    await back.press('Confirm');
    expect((await chosenBy('health-partner-lead')).pausedUntil).toBeUndefined();
    expect((await bot.hears(lead, 'im back')).text).toMatch(/^Nothing of yours is held/);
    bot.turnTo('2021-03-15');
  });

  it('a day that is over is refused', async () => {
    const form = await bot.hears(bot.person('health-partner-lead'), 'im on leave until 14 april');
    expect((await form.press('Confirm', { until: '2021-03-15', from: '' })).text).toMatch(
      /needs a day after today/,
    );
  });

  it('one action snoozed till after Easter, shown in the settings, and woken there', async () => {
    const lead = bot.person('police-partner-lead');
    const form = await bot.hears(lead, 'snooze SA-019 till after easter');
    expect(form.text).toMatch(/^Snooze SA-019 until Tue 6 April\?/);
    const set = await form.press('Confirm');
    expect(set.lines).toContain('SA-019 is quiet until Tue 6 April');

    const settings = await bot.hears(lead, 'what have i snoozed');
    expect(settings.text).toContain('1 snoozed');
    const woken = await settings.press('Wake');
    expect(woken.lines).toContain('SA-019 is no longer snoozed');
    expect((await chosenBy('police-partner-lead')).snoozes).toEqual([]);
  });

  it('a time limit in law cannot be snoozed, nor an action for half a year', async () => {
    const lead = bot.person('police-partner-lead');
    expect((await bot.hears(lead, 'snooze RR-2021-01 for a week')).text).toMatch(
      /statutory and cannot be snoozed/,
    );
    const form = await bot.hears(lead, 'snooze SA-019 for two weeks');
    expect((await form.press('Confirm', { until: '2021-09-15' })).text).toMatch(/too far off/);
    expect((await chosenBy('police-partner-lead')).snoozes).toEqual([]);
  });

  it('somebody else’s form changes nothing in a chat of several', async () => {
    const form = await bot.hears(
      bot.person('council-partner-lead'),
      'dont message me at weekends',
      { in: 'group' },
    );
    const other = await form.isPressedBy(bot.person('police-partner-lead'), 'Confirm');
    expect(other.text).toMatch(/somebody else’s/);
    expect((await chosenBy('police-partner-lead')).quietDays).toEqual([]);
    expect((await chosenBy('council-partner-lead')).quietDays).toEqual([]);
  });

  it('in a chat of several one’s settings are shown in one’s own chat alone', async () => {
    const lead = bot.person('trust-partner-lead');
    await bot.isInstalledBy(lead);
    const before = bot.personalMessages('trust-partner-lead').length;
    const reply = await bot.hears(lead, 'what reminders have i got', { in: 'group' });
    expect(reply.text).toBe('Your settings are yours alone: I have shown them in our own chat.');
    expect(reply.card).toBeUndefined();
    expect(bot.personalMessages('trust-partner-lead')).toHaveLength(before + 1);
    const unreached = await bot.hears(bot.person('council-member'), 'my reminders', {
      in: 'group',
    });
    expect(unreached.text).toMatch(/Please ask me in our own chat/);
  });

  it('a reminder about an action on a day, kept once however often it is pressed', async () => {
    const manager = bot.person('business-manager');
    const form = await bot.hears(manager, 'remind me about SA-019 on monday');
    expect(form.text).toMatch(/^Remind you on Mon 22 March\?/);
    await form.isPressedBy(manager, 'Remind me', {}, { times: 2 });
    expect(await listReminders('business-manager')).toMatchObject([
      { on: '2021-03-22', about: { kind: 'action', ref: 'SA-019' } },
    ]);
  });

  it.each([
    ['remind me a week before the board', 'Wed 5 May', { kind: 'meeting' }],
    ['remind me 3 days before qppa', 'Fri 19 March', { kind: 'meeting' }],
    [
      'remind me about RR-2021-01 on thursday',
      'Thu 18 March',
      { kind: 'review', ref: 'RR-2021-01' },
    ],
    [
      'remind me to chase the council on friday',
      'Fri 19 March',
      { kind: 'words', words: 'chase the council' },
    ],
    ['remind me about SA-019 in a fortnight', 'Mon 29 March', { kind: 'action', ref: 'SA-019' }],
  ])('“%s” sets a reminder for that day, which can be undone', async (said, when, about) => {
    const scrutineer = bot.person('independent-scrutineer');
    const form = await bot.hears(scrutineer, said);
    expect(form.text).toMatch(new RegExp(`^Remind you on (${when})\\?`));
    const set = await form.press('Remind me');
    expect(set.lines.join(' ')).toMatch(new RegExp(`I will remind you on (${when})`));
    expect(await listReminders('independent-scrutineer')).toMatchObject([{ about }]);
    await set.press('Undo');
    expect(await listReminders('independent-scrutineer')).toEqual([]);
  });

  it('before a meeting that is not in the records yet, the day is asked for', async () => {
    bot.turnTo('2021-12-01');
    const form = await bot.hears(
      bot.person('independent-scrutineer'),
      'remind me 3 days before qppa',
    );
    bot.turnTo('2021-03-15');
    expect(form.text).toMatch(/^When shall I remind you\?/);
    expect(form.lines.join(' ')).toContain('No next meeting of Quality of Practice');
  });

  it('a reminder with a child’s details is refused, and nothing of it is kept or logged', async () => {
    const form = await bot.hears(
      bot.person('lay-member'),
      'remind me to chase the council on friday',
    );
    const refused = await form.press('Remind me', { words: 'ring about 943 476 5919' });
    expect(refused.text).toBe(
      'Nothing was recorded: that looks like an NHS number. Leave the NHS number out and use the reference of the review or action.',
    );
    expect(await listReminders('lay-member')).toEqual([]);
    expect(bot.logged.join()).not.toContain('476 5919');
  });

  it('“cancel my reminders” asks which, and cancels one’s own alone', async () => {
    const education = bot.person('education-lead');
    expect((await bot.hears(education, 'cancel my reminders')).text).toBe(
      'You have no reminder to come.',
    );
    for (const said of [
      'remind me about SA-024 on friday',
      'remind me to send the papers in a week',
    ])
      await (await bot.hears(education, said)).press('Remind me');
    const others = await listReminders('business-manager');

    const one = await bot.hears(education, 'cancel the reminder about SA-024');
    expect(one.text).toMatch(/^Cancel 1 reminder\?/);
    await one.press('Cancel them');
    expect(await listReminders('education-lead')).toMatchObject([{ about: { kind: 'words' } }]);

    const all = await bot.hears(education, 'cancel my reminders');
    const done = await all.press('Cancel them', { ids: others.map(({ id }) => id).join(',') });
    expect(done.lines.join(' ')).toContain('Your notices');
    expect(await listReminders('business-manager')).toEqual(others);
    await all.press('Cancel them');
    expect(await listReminders('education-lead')).toEqual([]);
  });
});

describe('a notice with buttons', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it('is snoozed for a week with one press, which can be undone', async () => {
    const lead = bot.person('police-partner-lead');
    const snoozes = async () =>
      (await bot.records.preferences.load('sandwell', 'police-partner-lead')).preferences.snoozes;
    const press = (data: object) =>
      bot.client.post(
        bot.client.activity(lead, 'personal', {
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', verb: 'reminders.snooze', data } },
        }),
      );
    for (const times of [1, 2]) {
      const { status } = await press({ verb: 'reminders.snooze', subject: 'SA-071', days: 7 });
      expect(status, `press ${times}`).toBe(200);
      expect(await snoozes()).toEqual([{ subject: 'SA-071', until: '2021-03-22' }]);
    }
    await press({ verb: 'reminders.snooze', subject: 'no such action', days: 7 });
    await press({ verb: 'reminders.snooze', subject: 'SA-019', days: 7000 });
    expect(await snoozes()).toHaveLength(1);
  });
});

describe('a reminder on its day', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it('says what it was about, even on a day on which no messages are wanted, and again in a week when asked', async () => {
    const scrutineer = bot.person('independent-scrutineer');
    await bot.isInstalledBy(scrutineer);
    await (await bot.hears(scrutineer, 'dont message me on fridays')).press('Confirm');
    for (const said of [
      'remind me about SA-019 on friday',
      'remind me to chase the council on friday',
    ])
      await (await bot.hears(scrutineer, said)).press('Remind me');

    bot.turnTo('2021-03-19T09:30');
    const [message] = (await bot.sweep()).get('independent-scrutineer') ?? [];
    const said = JSON.stringify(message);
    expect(said).toContain('Complete overdue Section 11 audit via regional approach');
    expect(said).toContain('chase the council');
    expect(said).toContain('Again in a week');
  });

  it('waits while the person is away, and comes on the day of their return', async () => {
    bot.turnTo('2021-03-15');
    const lay = bot.person('lay-member');
    await bot.isInstalledBy(lay);
    await (await bot.hears(lay, 'remind me about SA-019 on monday')).press('Remind me');
    const set = await (await bot.hears(lay, 'im on leave until 14 april')).press('Confirm');
    expect(set.lines.join(' ')).toContain('Wed 14 April');
    const meanwhile = await (await bot.hears(lay, 'remind me about SA-024 on friday')).press(
      'Remind me',
    );
    expect(meanwhile.text).toMatch(/^Nothing was changed: you are away on that day/);

    bot.turnTo('2021-03-22T09:30');
    expect((await bot.sweep()).get('lay-member')).toBeUndefined();
    bot.turnTo('2021-04-14T09:30');
    const [message] = (await bot.sweep()).get('lay-member') ?? [];
    expect(message?.text).toMatch(/^You asked to be reminded: SA-019/);
  });
});
