import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('a challenge between partners', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15T10:00' });
  });
  afterAll(() => bot.stop());
  const chair = () => bot.person('partnership-chair');
  const hears = (words: string, who = 'partnership-chair') => bot.hears(bot.person(who), words);
  const all = ({ text, lines }: { text: string; lines: readonly string[] }) =>
    [text, ...lines].join('\n');

  it('is recorded from the card of a meeting in two taps, with its answer due in 30 days', async () => {
    const meeting = await hears('summary of the last board meeting');
    const form = await meeting.press('Record challenge…');
    expect(form.text).toMatch(/^Record a challenge\? Please check/);
    const recorded = await form.press('Record challenge', {
      from: 'SCT',
      to: 'WMP',
      question: 'Why do custody referrals come after a week?',
    });
    expect(all(recorded)).toMatch(/CHG-01: .* to West Midlands Police/);
    expect(all(recorded)).toMatch(/Answer due/);
  });

  it('is in the summary and so in the minutes of that meeting', async () => {
    expect(all(await hears('summary of the last board meeting'))).toContain(
      'Why do custody referrals come after a week?',
    );
  });

  it('is among the unanswered ones until the agency that was asked answers', async () => {
    expect((await hears('unanswered challenges', 'independent-scrutineer')).text).toMatch(
      /^1 unanswered challenge: /,
    );
    expect((await hears('answer CHG-01', 'health-partner-lead')).text).toMatch(
      /^Nothing was recorded: that is for/,
    );
    const form = await hears('answer CHG-01', 'police-partner-lead');
    const answered = await form.press('Record answer', { words: 'From April within a day' });
    expect(all(answered)).toContain('From April within a day');
    expect((await hears('unanswered challenges', 'independent-scrutineer')).text).toBe(
      'No unanswered challenge is recorded.',
    );
  });

  it('is counted for the year with what came of it', async () => {
    const form = await (await hears('CHG-01', 'trust-partner-lead')).press('Note difference…');
    await form.press('Record difference', { words: 'Nine of ten came within a day in May' });
    const year = await hears('who challenged whom this year and what came of it');
    expect(year.text).toMatch(
      /^1 challenge in 2020-21 so far: 1 answered, 1 with a difference recorded, none waiting/,
    );
    expect(all(year)).toContain('Difference: Nine of ten came within a day in May');
    expect((await hears('challenges to the police')).text).toMatch(
      /^1 challenge to West Midlands Police: /,
    );
  });

  it('is put right with a reason, and undone', async () => {
    const form = await (await bot.hears(chair(), 'CHG-01')).press('Correct…');
    const put = await form.press('Record correction', {
      question: 'Why do custody referrals take a week?',
      words: 'Mistyped',
    });
    expect(all(put)).toContain('Why do custody referrals take a week?');
    expect(all(await put.press('Undo'))).toContain('Why do custody referrals come after a week?');
  });
});
