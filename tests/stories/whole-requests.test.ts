import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

const says = (text: string, who = 'business-manager') => bot.hears(bot.person(who), text);
const inputs = (heard: Heard) => readInputs(heard.card);

describe('a change is asked for with all that was said of it', () => {
  it('an action is given away and due on another day, by one form', async () => {
    const form = await says('give SA-072 to the NSPCC, due 16 april');
    expect(form.text).toMatch(/^Give SA-072 to somebody else\?/);
    expect(inputs(form)).toMatchObject({ agency: 'NSPCC', due: '2021-04-16', reason: '' });
    await form.press('Confirm', { ...inputs(form), reason: 'The partner lead left' });
    const { action } = (await bot.records.actions.find('sandwell', 'SA-072')) ?? {};
    expect(action).toMatchObject({ dueOn: '2021-04-16', owner: { agency: 'NSPCC' } });
  });

  it('is given away without a due day where none was named', async () => {
    const form = await says('hand SA-075 over to the icb because the lead has left');
    expect(inputs(form)).toMatchObject({ agency: 'CCG', reason: 'the lead has left' });
    expect(inputs(form)).not.toHaveProperty('due');
  });

  it('two actions that have gone to an agency are given away one after the other', async () => {
    const form = await says('SA-019 and SA-024 are with public health');
    expect(form.text).toMatch(/^Give SA-019 to somebody else\?.* After this: “SA-024 /);
    expect(inputs(form)).toMatchObject({ agency: 'PH' });
    const filled = { ...inputs(form), reason: 'The team moved' };
    const given = await form.press('Confirm', filled);
    expect(given.lines).toContain('Recorded.');
    const next = await given.press('Next: SA-024');
    expect(next.lines).toContain('Give SA-024 to somebody else?');
    expect(inputs(next)).toMatchObject({ agency: 'PH' });
    await next.press('Confirm', { ...inputs(next), reason: 'The team moved' });
    for (const ref of ['SA-019', 'SA-024'])
      expect((await bot.records.actions.find('sandwell', ref))?.action.owner.agency).toBe('PH');
  });

  it('what one clause says is no reason for another', async () => {
    const update = await says('SA-075 is stuck, waiting on the ICB, and needs another month');
    expect(inputs(update)).toMatchObject({ status: 'blocked', reason: 'waiting on the ICB' });
    const moved = await says('SA-075 due friday, thanks');
    expect(inputs(moved)).toMatchObject({ due: '2021-03-19', reason: '' });
    const started = await says('mark SA-075 as started and move it to 30 june');
    expect(inputs(started)).toMatchObject({ status: 'in progress', due: '2021-06-30', reason: '' });
  });

  it('both are pushed back two weeks', async () => {
    const first = await says('push back SA-075 and SA-076 two weeks');
    expect(inputs(first)).toMatchObject({ due: '2021-03-12' });
    expect(first.text).toContain('After this: “SA-076 ');
  });

  it('one is closed and the other given away', async () => {
    const first = await says('close SA-019 and give SA-020 to health');
    expect(first.text).toMatch(/^Complete SA-019\?.* After this: “SA-020 /);
  });
});

describe('what is given up, chalked off or sent back', () => {
  it.each(['give up on SA-014', 'knock SA-014 on the head', 'SA-014 isnt happening, forget it'])(
    '“%s” is withdrawn',
    async (text) => expect((await says(text)).text).toMatch(/^Withdraw SA-014\?/),
  );

  it.each(['chalk SA-014 off', 'SA-014 can go in the done pile', 'polished SA-014 off'])(
    '“%s” is complete',
    async (text) => expect((await says(text)).text).toMatch(/^Complete SA-014\?/),
  );

  it('which one is asked where none was named, and the next message says it', async () => {
    const which = await says('chalk that one off', 'coordinator');
    expect(which.text).toBe(
      'Which action do you mean? Say its reference or a few words of its title.',
    );
    expect((await says('SA-014', 'coordinator')).text).toMatch(/^Complete SA-014\?/);
  });
});

describe('a risk is scored in a message', () => {
  it.each([
    ['CH-01 3x4', '3', '4'],
    ['risk CH-01 is now 3 and 4', '3', '4'],
    ['set CH-02 to 3 x 4', '3', '4'],
    ['CH-01 likelihood 3 impact 4', '3', '4'],
    ['CH-01 likelihood down to two', '2', '5'],
    ['call CH-02 a 3 for impact', '4', '3'],
    ['CH-02 is a 25 now', '5', '5'],
  ])('“%s”', async (text, likelihood, impact) =>
    expect(inputs(await says(text))).toMatchObject({ likelihood, impact }),
  );

  it('with the reason and the day of the next review', async () => {
    const form = await says('CH-02 down to 2x4, the post is filled');
    expect(inputs(form)).toMatchObject({
      likelihood: '2',
      impact: '4',
      reason: 'the post is filled',
    });
    const dated = await says('score CH-02 3 and 3 and look again on 10 may');
    expect(inputs(dated)).toMatchObject({ likelihood: '3', nextReviewOn: '2021-05-10' });
  });

  it('a score alone does not say of what it is made', async () => {
    const form = await says('CH-02 is a 12 now');
    expect(form.lines.join('\n')).toContain('A score of 12 is 3 × 4 or 4 × 3');
    expect(inputs(form)).toMatchObject({ likelihood: '4', impact: '4' });
    expect((await says('CH-02 is a 13 now')).lines.join('\n')).toContain(
      'No likelihood and impact from 1 to 5 make 13.',
    );
    expect((await says('CH-02 likelihood 7')).text).toContain('I did not use “7”');
  });

  it('a new one begins with the score and the owner that were said', async () => {
    const form = await says('new risk: staff turnover in mash, likelihood 4 impact 3, owner csc');
    expect(inputs(form)).toMatchObject({
      title: 'staff turnover in mash',
      likelihood: '4',
      impact: '3',
      agency: 'SCT',
    });
  });

  it('is closed with its reason', async () => {
    const form = await says('close CH-04, the contract is signed');
    expect(form.text).toMatch(/^Close CH-04\?/);
    expect(inputs(form)).toMatchObject({ reason: 'the contract is signed' });
  });
});

describe('a new action is raised with all that was said of it', () => {
  it.each([
    [
      'add action for police: review the strategy protocol by 1 may, linked to neglect',
      {
        title: 'review the strategy protocol',
        agency: 'WMP',
        due: '2021-05-01',
        priority: 'NEGLECT',
      },
    ],
    [
      'add action: police to review the protocol by 1 may, for rr 2020-04',
      { title: 'review the protocol', agency: 'WMP', due: '2021-05-01', review: 'RR-2020-04' },
    ],
    [
      'raise an action for the trust under exploitation: map the hot spots',
      { title: 'map the hot spots', agency: 'SCT', priority: 'EXPLOIT' },
    ],
    ['add an action for me to ring the icb', { title: 'ring the icb', person: 'business-manager' }],
    ['new actin for poice: return interviews', { agency: 'WMP', title: 'return interviews' }],
  ])('“%s”', async (text, fields) => expect(inputs(await says(text))).toMatchObject(fields));

  it('what its title names is neither its owner nor where it comes from', async () => {
    const review = await says('add action: review police vetting after the latest rapid review');
    expect(inputs(review)).toMatchObject({ agency: '', review: '' });
    const write = await says('add action: call them and write to health');
    expect(inputs(write)).toMatchObject({ title: 'call them and write to health', agency: '' });
    const risk = await says('add a risk: the data is late');
    expect(inputs(risk)).toMatchObject({ title: 'the data is late', group: '' });
  });

  it('a second owner is said not to be used', async () => {
    const form = await says('log an action to the police and health to share data by 1 june');
    expect(inputs(form)).toMatchObject({ title: 'share data', due: '2021-06-01' });
    expect(form.text).toContain('I did not use “police”');
  });
});

describe('which actions a message changes', () => {
  it('are those that are listed, also where the letters stand once', async () => {
    const form = await says('sa 19 and 24 to public health pls');
    expect(form.text).toMatch(/^Give SA-019 to somebody else\?.* After this: “SA-024 /);
    const close = await says('close SA-019, 14 leads trained');
    expect(close.text).not.toContain('SA-014');
  });

  it('is not one that only gives the reason', async () => {
    const form = await says('SA-014 needs binning, duplicates SA-016');
    expect(form.text).toMatch(/^Withdraw SA-014\?/);
    expect(form.text).not.toContain('After this');
    expect(inputs(form)).toMatchObject({ reason: 'duplicates SA-016' });
  });

  it.each([
    ['close everything thats done', /^Nothing was changed\. .*Change several….* 31 of 113 actions/],
    ['push all of the police ones back a fortnight', /^Nothing was changed\. .*Police/],
  ])('are not several at once by a message: “%s”', async (text, answer) =>
    expect((await says(text)).text).toMatch(answer),
  );

  it('are several at once for administrators alone', async () => {
    const reply = await says('withdraw all the old neglect ones', 'partnership-chair');
    expect(reply.text).toMatch(/^Nothing was changed\. .* several at once are for /);
    expect(reply.buttons).not.toContain('Change several…');
  });

  it('is asked once for all that a message wants to know of it', async () => {
    const reply = await says('who owns the dataset action and when is it due');
    expect(reply.text).not.toMatch(/113 actions/);
    expect(reply.text).toMatch(/dataset/);
  });
});

describe('by when, without a day', () => {
  it.each([
    ['push SA-075 to the end of the month', '2021-03-31'],
    ['SA-075 due end of next month', '2021-04-30'],
    ['give SA-075 to the trust, due in a fortnight', '2021-03-29'],
    ['add action: police to buy cakes by the end of the month', '2021-03-31'],
    ['add action: police to buy cakes within two weeks', '2021-03-29'],
  ])('“%s”', async (text, due) => expect(inputs(await says(text))).toMatchObject({ due }));
});

describe('a day on which few people work is pointed out on the form', () => {
  it.each([
    ['give SA-072 to education and move it to 22 may', 'Sat 22 May is at the weekend.'],
    ['move SA-072 to 3 may', 'Mon 3 May is a bank holiday.'],
    ['add action: police to review the pathway by 5 april', 'Mon 5 April is a bank holiday.'],
  ])('“%s”', async (text, note) => {
    const form = await says(text);
    expect(form.lines).toContain(note);
    expect(form.text).toContain(note);
  });

  it('and of no other', async () => {
    const form = await says('give SA-072 to education and move it to 21 may');
    expect(inputs(form)).toMatchObject({ agency: 'EDU', due: '2021-05-21' });
    expect(form.text).not.toMatch(/weekend|bank holiday/);
  });

  it('several meetings are named by their days before they are set up', async () => {
    const form = await says('set up 3 qppa meetings after easter, thursdays at 2pm');
    expect(form.lines).toContain('As filled in: Thu 8 April, Thu 10 June and Thu 12 August.');
  });
});

describe('what is put on an agenda or recorded names no meeting', () => {
  it('an item that has the name of a group is for the board', async () => {
    const form = await says('put neglect on the agenda for 20 mins', 'partnership-chair');
    expect(inputs(form)).toMatchObject({ title: 'neglect' });
    expect(form.text).toContain('I did not use “20”');
    expect(form.lines.join('\n')).not.toContain('Tackling Neglect Subgroup, Wed 14 April');
  });

  it('the order to record it is no part of it', async () => {
    const form = await says('police to share the vetting data by 3 may, log that please');
    expect(inputs(form)).toMatchObject({ title: 'share the vetting data', due: '2021-05-03' });
  });
});

describe('what is done by nobody here', () => {
  it.each(['email the police about SA-016', 'tell health to get on with SA-019'])(
    '“%s” is not sent, and no form is opened',
    async (text) => expect((await says(text)).text).toMatch(/^I can’t write to anybody for you\./),
  );

  it('whoever is only described is not looked up', async () => {
    const form = await says('give SA-075 to whoever chairs neglect');
    expect(form.text).toContain('I can’t look up “whoever chairs neglect”');
  });
});

it('a risk is found by its number alone', async () => {
  expect((await says('risk 7')).text).toMatch(/^CH-07 “/);
});
