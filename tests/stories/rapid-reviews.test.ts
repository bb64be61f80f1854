import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('asking about the rapid reviews of Sandwell’s year', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const scrutineer = () => bot.person('independent-scrutineer');
  const lay = () => bot.person('lay-member');

  it('four were decided each way, three noes accepted and one questioned, five cases went forward as four reviews, all on time', async () => {
    const reply = await bot.hears(scrutineer(), 'rapid reviews in 2020-21');
    expect(reply.text).toBe(
      '9 rapid reviews in 2020-21: 8 decided, 1 not yet. Locally 4 were decided LCSPR and 4 no LCSPR. The Panel accepted 3 of the 4 noes and questioned 1. 5 cases of 9 went forward to an LCSPR, as 4 reviews. All 8 were on time against the rules in force, after 17 working days on average; RR-2020-07 and RR-2020-08 counted from the notification.',
    );
    const card = reply.lines.join('\n');
    expect(card).toContain('4 / 4');
    expect(card).toContain('8/8');
    expect(card).toMatch(/RR-2020-04.{0,3}serious harm/);
    expect(card).toContain('LCSPR under way as Joint LCSPR-C');
  });

  it('each is held against its own clock: 20 working days in the spring and summer of 2020, 15 otherwise', async () => {
    const reply = await bot.hears(scrutineer(), 'rapid reviews in 2020-21');
    expect(reply.lines.join('\n')).toContain('RR-2020-01, 17 of 20');
    expect(reply.lines.join('\n')).toContain('RR-2020-07, 14 of 15 from the notification');
  });

  it('the next question counts what went forward', async () => {
    await bot.hears(scrutineer(), 'rapid reviews this year');
    await bot.hears(scrutineer(), 'and 2020-21');
    const reply = await bot.hears(scrutineer(), 'how many went to lcspr');
    expect(reply.text).toMatch(/^5 cases of 9 went forward to an LCSPR in 2020-21, as 4 reviews\./);
  });

  it('one review is told as a story, with what the Panel said', async () => {
    const reply = await bot.hears(bot.person('partnership-chair'), 'whats the story with rr4');
    expect(reply.text).toBe('RR-2020-04 (serious harm): LCSPR under way as Joint LCSPR-C.');
    expect(reply.lines).toEqual(
      expect.arrayContaining([
        'Mon 29 June 2020  the council became aware',
        'Wed 22 July 2020  decided locally: no LCSPR',
        'Fri 7 August 2020  the Panel asked to reconsider',
      ]),
    );
    const panel = await bot.hears(scrutineer(), 'rr4 - did the national panel agree');
    expect(panel.text).toMatch(
      /^RR-2020-04: the Panel asked to reconsider on Fri 7 August 2020, to “no LCSPR”\./,
    );
  });

  it('a local review is told by its name, with the cases that it covers', async () => {
    const reply = await bot.hears(manager(), 'where is LCSPR-A up to');
    expect(reply.text).toBe(
      'LCSPR-A covers RR-2020-02 and RR-2020-06. LCSPR-A is not published yet. The day on which it started is not recorded, so I cannot tell when its 6 calendar months end.',
    );
    expect(reply.lines.join('\n')).toMatch(/RR-2020-06.{0,3}death/);
    expect((await bot.hears(manager(), 'who has not decided on lcspr a')).text).toBe(
      'LCSPR-A covers RR-2020-02 and RR-2020-06. Which do you mean?',
    );
    expect((await bot.hears(manager(), 'status of the Hawthorn review')).text).toBe(
      'I know no review called “Hawthorn”. I know LCSPR-A, LCSPR-B, Joint LCSPR-C, LCSPR-D.',
    );
  });

  it('a local review of cases that somebody may not see is none that I know', async () => {
    const reply = await bot.hears(lay(), 'where is LCSPR-A up to');
    expect(reply.text).toBe('I know no review called “LCSPR A”.');
    expect((await bot.hears(lay(), 'actions from LCSPR-A')).text).not.toMatch(/RR-2020/);
  });

  it('the deadline is the earlier of two, and both are said', async () => {
    const reply = await bot.hears(manager(), 'when is the 15 days up on the new one');
    expect(reply.text).toBe(
      'RR-2021-01 is due to the Panel by Tue 23 March, in 6 working days: 15 working days from becoming aware on Tue 2 March. Counted from the notification it would be Fri 26 March; the earlier day is the deadline.',
    );
    const past = await bot.hears(manager(), 'deadline for RR-2020-08');
    expect(past.text).toContain('on time, after 14 of 15 working days from the notification.');
  });

  it('what is undecided is one question away', async () => {
    const reply = await bot.hears(manager(), 'which rapid reviews are still undecided');
    expect(reply.text).toBe('1 rapid review is not decided yet: RR-2021-01.');
  });

  it('who has not decided: nobody has been asked, or the positions were never recorded here', async () => {
    expect((await bot.hears(manager(), 'has police decided yet')).text).toBe(
      'The decision on RR-2021-01 has not been opened, so West Midlands Police has not been asked yet.',
    );
    expect(
      (await bot.hears(bot.person('partnership-chair'), 'who hasnt voted on rr5')).text,
    ).toContain('RR-2020-05 was decided on Wed 26 August 2020');
  });

  it('somebody without a part in it learns of none: each is a reference that does not exist', async () => {
    const list = await bot.hears(lay(), 'rapid reviews in 2020-21');
    expect(list.text).toMatch(/^I have no rapid review to show here\. /);
    const answerTo = async (ref: string) => {
      const { text, lines } = await bot.hears(lay(), `tell me about ${ref}`);
      return [text, ...lines].join('\n').replaceAll(ref, 'REF');
    };
    expect(await answerTo('RR-2020-01')).toBe(await answerTo('RR-2020-77'));
    expect(await answerTo('RR-2020-01')).toMatch(/^No rapid review has the reference REF\./);
  });

  it('in a chat of many nothing of it is said, and the asker hears it alone', async () => {
    await bot.isInstalledBy(manager());
    const story = await bot.hears(manager(), 'tell me about RR-2020-01', { in: 'group' });
    expect([story.text, ...story.lines].join('\n')).toBe(
      'Not everybody in this chat may see that, so I have answered you in your own chat.',
    );
    expect(bot.personalMessages('business-manager').at(-1)?.text).toContain('RR-2020-01');
  });

  it('a reference that does not exist is not guessed', async () => {
    expect((await bot.hears(manager(), 'deadline for RR-2020-77')).text).toMatch(
      /^No rapid review has the reference RR-2020-77\./,
    );
  });

  it('which the Panel questioned, agreed with or has not answered, each against what it has answered', async () => {
    expect((await bot.hears(manager(), 'which ones did the national panel question')).text).toBe(
      'The Panel asked us to reconsider 1 of the 8 rapid reviews that it has answered: RR-2020-04.',
    );
    expect((await bot.hears(manager(), 'reviews the panel agreed with in 2020-21')).text).toMatch(
      /^The Panel agreed with 7 of the 8 rapid reviews in 2020-21 that it has answered: /,
    );
    expect((await bot.hears(manager(), 'are we waiting for the panel on any reviews')).text).toBe(
      'No rapid review is waiting for the Panel: it has answered all 8 that were sent. RR-2021-01 is not decided yet.',
    );
  });

  it('which led to one LCSPR, and what is only called joint', async () => {
    expect((await bot.hears(scrutineer(), 'were any reviews done together')).text).toBe(
      '2 of 9 rapid reviews led to a shared LCSPR: RR-2020-02 and RR-2020-06 (LCSPR-A). Joint LCSPR-C is called joint, but covers no other case here than RR-2020-04.',
    );
  });

  it('which were decided “no”, and to whom that is not told', async () => {
    const asked = 'which reviews did we decide no lcspr in 2020-21';
    expect((await bot.hears(scrutineer(), asked)).text).toBe(
      '4 of 9 rapid reviews in 2020-21 were decided “no LCSPR” locally: RR-2020-01, RR-2020-04, RR-2020-07 and RR-2020-08. The Panel accepted 3 and asked us to reconsider 1 (RR-2020-04).',
    );
    const told = (await bot.hears(lay(), asked)).text;
    expect(told).toMatch(/^I have no rapid review to show here\. /);
    expect(told).not.toMatch(/decided “no/);
  });

  it('what is asked next narrows the list; a year without any is said', async () => {
    const chair = bot.person('partnership-chair');
    await bot.hears(chair, 'how many rapid reviews did the panel push back on in 2020-21');
    expect((await bot.hears(chair, 'which of those went to an lcspr')).text).toBe(
      '1 of 9 rapid reviews in 2020-21 was questioned by the Panel and went forward to an LCSPR: RR-2020-04.',
    );
    expect((await bot.hears(chair, 'which did the panel question last financial year')).text).toBe(
      'No rapid review in 2019-20 is recorded. The records have rapid reviews of 2020-21.',
    );
    expect((await bot.hears(chair, 'rapid reviews since january')).text).toMatch(
      /^2 rapid reviews known of since Fri 1 January 2021: /,
    );
  });

  it('one thing about one review: decision, category, notification, learning, how long it took', async () => {
    expect((await bot.hears(scrutineer(), 'rr4 lcspr or not')).text).toBe(
      'RR-2020-04 was decided “no LCSPR” on Wed 22 July 2020. The positions of its partners are not recorded here. LCSPR under way as Joint LCSPR-C.',
    );
    expect((await bot.hears(lay(), 'rr1 of 2020, lcspr or not')).text).not.toContain('no LCSPR');
    expect((await bot.hears(scrutineer(), 'what category is rr4')).text).toBe(
      'RR-2020-04 is recorded as serious harm. Nothing else of the case is kept here.',
    );
    expect((await bot.hears(scrutineer(), 'what did we learn from rr4')).text).toMatch(
      /^No learning is recorded as such for RR-2020-04\. 2 actions came of it: SA-052 /,
    );
    expect((await bot.hears(scrutineer(), 'timeline for rr4')).text).toContain(
      'aware Mon 29 June 2020, notified Thu 2 July 2020 (3 working days later), decided Wed 22 July 2020 (14 working days later)',
    );
  });

  it('whether they were told in time, after its deadline', async () => {
    await bot.hears(manager(), 'when is RR-2021-01 due');
    expect((await bot.hears(manager(), 'were they told about it in time')).text).toBe(
      'The Panel was notified of RR-2021-01 on Fri 5 March, 3 working days after the council became aware on Tue 2 March. Yes, that was in time: the last day was Tue 9 March. The rule is 5 working days from becoming aware (Children Act 2004 s.16C; Working Together).',
    );
  });

  it.each(['rr 2021 01', 'RR 2021/1', 'rr2021-01'])('%s is RR-2021-01', async (ref) => {
    expect((await bot.hears(manager(), `deadline for ${ref}`)).text).toMatch(
      /^RR-2021-01 is due to the Panel by Tue 23 March/,
    );
  });

  it('a bare number that two years have is asked back, and a reference that none has is never the latest', async () => {
    expect((await bot.hears(manager(), 'deadline for rr1')).text).toBe(
      'Which do you mean: RR-2020-01 or RR-2021-01?',
    );
    expect((await bot.hears(manager(), 'RR-2021-01')).text).toMatch(/^RR-2021-01 is due/);
    for (const ref of ['rr 2021 09', 'XR-2021-09', 'review 77'])
      expect((await bot.hears(manager(), `deadline for ${ref}`)).text).toMatch(
        /^No rapid review has the reference (RR-2021-09|XR-2021-09|review 77)\. The records have RR-2020-01 to RR-2020-08 and RR-2021-01\.$/,
      );
  });

  it('a deadline can be reckoned from a day before any review is opened', async () => {
    expect(
      (await bot.hears(manager(), 'if we became aware on 8 march when is the rapid review due'))
        .text,
    ).toBe(
      'Aware on Mon 8 March, a rapid review is due by Mon 29 March, 15 working days from that day; the Panel is to be notified by Mon 15 March. No review is recorded by this.',
    );
  });

  it.each([
    ['aware on 12 march, serious harm', '2021-03-12', 'Fri 12 March'],
    ['aware last friday', '2021-03-12', 'Fri 12 March'],
    ['aware yesterday', '2021-03-14', 'Sun 14 March'],
    ['aware on 20/04', '2020-04-20', 'Mon 20 April 2020'],
    ['aware on the 11th', '2021-03-11', 'Thu 11 March'],
  ])('open a rapid review, %s: the form shows the day that was read', async (when, day, words) => {
    const form = await bot.hears(manager(), `open a rapid review, ${when}`);
    expect(readInputs(form.card)).toMatchObject({ aware: day });
    expect(form.text).toContain(`I read: aware on ${words}.`);
  });

  it.each([
    ['aware on 31 february', '“31 february”'],
    ['aware since michaelmas', '“michaelmas”'],
    ['aware tomorrow', '“tomorrow” is still to come'],
  ])('open a rapid review, %s: the day is asked for, and is never today', async (when, words) => {
    const form = await bot.hears(manager(), `open a rapid review, ${when}`);
    expect(readInputs(form.card)).toMatchObject({ aware: '' });
    expect(form.text).toContain(words);
  });

  it('without any day, the day is left empty', async () => {
    const form = await bot.hears(manager(), 'open a new rapid review');
    expect(readInputs(form.card)).toMatchObject({ aware: '' });
    expect(form.text).not.toContain('which day');
    expect((await form.press('Open it')).text).toContain('say when the council became aware');
  });
});
