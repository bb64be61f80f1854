import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let bot: Convenor;
let chats = 0;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

/** Each message has a chat of its own, so that it follows from nothing. */
function says(text: string, who = 'business-manager') {
  chats += 1;
  return bot.hears({ ...bot.person(who), chat: `whole-${chats}` }, text);
}

describe('what is said before a request and says only what the answer is for', () => {
  it.each([
    ["quick one for friday's agenda: what has health got overdue", /^5 of 15 actions with NHS/],
    ["re friday's email: what has health got overdue", /^5 of 15 actions with NHS/],
    ['for the annual report: how many actions were completed this year', /^29 actions of 2020-21/],
    ['for the newsletter - how many actions did we close this year', /^29 actions of 2020-21/],
    ['for tomorrow - who is expected at qppa', /^All 10 agencies are expected at Quality/],
    ["for wednesday's supervision, what have i got", /^No action of yours is open/],
  ])('“%s” is no part of it, and is said not to be used', async (text, answer) => {
    const reply = await says(text);
    expect(reply.text).toMatch(answer);
    const preface = /^(.*?)(?: - |: |, )/.exec(text)?.[1];
    expect(reply.text).toContain(`I did not use “${preface}”`);
  });

  it('is a part of it where it names what is asked about, or when to be reminded', async () => {
    expect((await says('for qppa: what is overdue')).text).toMatch(
      /^7 of 22 actions of Quality of Practice/,
    );
    expect((await says('re the board: when is the next one')).text).toMatch(
      /^The next meeting of Sandwell Children's Safeguarding Partnership is on Wed 12 May/,
    );
    const form = await says('for tomorrow: remind me about SA-019');
    expect(readInputs(form.card)).toMatchObject({ on: '2021-03-16' });
  });

  it('is no due date, though it is a day', async () => {
    const reply = await says("what is falling due by the 30th for tuesday's email");
    expect(reply.text).toMatch(/are due by Tue 30 March/);
    const list = await says('list everything due by the 31st for fri mailing');
    expect(list.text).toMatch(/are due by Wed 31 March/);
  });
});

describe('the second part of a question', () => {
  it.each([
    ['who owns SA-019 and is it overdue', /SA-019 was due on Fri 26 February and is overdue by 17/],
    ['who owns SA-019 and is that late', /SA-019 was due on Fri 26 February and is overdue by 17/],
    ['when is the next board and who chairs it', /is on Wed 12 May.* Partnership Chair/],
    [
      'who chairs qppa and when do they next meet',
      /The next meeting of Quality of Practice, Performance and Assurance is on Wed 24 March/,
    ],
    [
      'what has the neglect group got open and when were they last together',
      /^9 of 12 actions .* Tackling Neglect Subgroup last met on Thu 11 March/,
    ],
    [
      'who is on the board, and which of them missed the last one',
      /^12 agencies have a seat .* 2 of 12 agencies missed /,
    ],
  ])('“%s” is answered too', async (text, answer) =>
    expect((await says(text)).text).toMatch(answer),
  );

  it.each([
    ['what has public health got open and when were they last together', 'when were they last'],
    ['what has the council got open and when were they last in', 'when were they last in'],
    ['who leads on neglect and when do they meet', 'when do they meet'],
    ['how many actions are overdue and whose are they', 'whose are they'],
  ])('“%s” is said not to be used where it is not known what it asks', async (text, part) =>
    expect((await says(text)).text).toContain(`I did not use “${part}`),
  );
});

describe('how many meetings', () => {
  it.each([
    ['three next board meetings', /^There are only 2 meetings of Sandwell Children's.* to come/],
    ['show me three next meetings of qppa', /^There are only 2 meetings of Quality of .* to come/],
    ['2 last qppa meetings', /^The last 2 meetings of Quality of Practice/],
    ['two last boards', /^The last 2 meetings of Sandwell Children's/],
    ['five next meetings', /^The next 5 meetings, of 10 to come/],
  ])('“%s”', async (text, answer) => expect((await says(text)).text).toMatch(answer));

  it('are set up from a day on and on a day of the week, by one form', async () => {
    const form = await says('schedule 3 board meetings after easter on thursdays');
    expect(form.text).toMatch(/^Set up a meeting\?/);
    const begun = { on: '2021-04-08', times: '3' };
    expect(readInputs(form.card)).toMatchObject({ ...begun, group: 'BOARD' });
    const bare = await says('3 meetings after easter, thursdays');
    expect(readInputs(bare.card)).toMatchObject({ ...begun, group: '' });
  });
});

describe('an action is raised for whoever asks', () => {
  it.each([
    ['capture this please, me, by friday: ring the head of service', '2021-03-19'],
    ['note that someone must ring the head of service, owner me, by 19 march', '2021-03-19'],
    ['action for me, ring the head of service, before easter', '2021-04-02'],
    ['new action, mine: ring the head of service, due 9 april', '2021-04-09'],
  ])('“%s”', async (text, due) =>
    expect(readInputs((await says(text)).card)).toMatchObject({
      title: 'ring the head of service',
      person: 'business-manager',
      agency: '',
      due,
    }),
  );

  it('by a day that no record tells is said, and no part of its title', async () => {
    const form = await says('log a task for me: ring the 3 heads, before half term');
    expect(form.text).toMatch(/^I can’t tell which day “half term” is: choose the due date\./);
    expect(readInputs(form.card)).toMatchObject({ title: 'ring the 3 heads', due: '' });
  });
});

it('two actions of which different things are said are changed one after the other', async () => {
  const form = await says('SA-019 done and SA-020 started');
  expect(form.text).toMatch(/^Complete SA-019\?.* After this: “SA-020 /);
});

it('a number beside what only a review has is that review', async () => {
  expect((await says('what did the panel say on 4')).text).toMatch(/^RR-2020-04: the Panel asked/);
  expect((await says('4 - who has not voted')).text).toMatch(/^RR-2020-04 was decided/);
  expect((await says('8 - what did the panel tell us to do better')).text).not.toContain('SA-008');
});

it.each(['council and health are here too, lay member sends apologies', 'mark health present'])(
  'who is here is marked at a meeting of today alone: “%s”',
  async (text) => {
    expect((await says(text)).text).toBe(
      'I can’t tell which of today’s meetings you mean, so nothing was marked. Say the group too.',
    );
  },
);
