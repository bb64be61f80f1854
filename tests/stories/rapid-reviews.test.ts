import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('somebody without a part in it learns reference and status, no decision', async () => {
    const list = await bot.hears(lay(), 'rapid reviews in 2020-21');
    expect(list.text).not.toContain('Locally');
    const story = await bot.hears(lay(), 'tell me about RR-2020-01');
    expect([story.text, ...story.lines].join('\n')).not.toMatch(/no LCSPR|decided: /);
    expect(story.lines).toContain('Thu 14 May 2020  decided locally');
  });

  it('in a chat of many the decision is not named either', async () => {
    const story = await bot.hears(manager(), 'tell me about RR-2020-01', { in: 'group' });
    expect([story.text, ...story.lines].join('\n')).not.toMatch(/no LCSPR|decided: /);
  });

  it('a reference that does not exist is not guessed', async () => {
    expect((await bot.hears(manager(), 'deadline for RR-2020-77')).text).toMatch(
      /^No rapid review has the reference RR-2020-77\./,
    );
  });
});
