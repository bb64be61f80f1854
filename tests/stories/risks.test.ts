import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLines } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

/** Sandwell's register as the folder brings it, on the day of the sample. */
describe('the risk register of Sandwell on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());
  const manager = () => bot.person('business-manager');

  it('lists the 18 risks by score and says that 11 are past their review day', async () => {
    const register = await bot.hears(manager(), 'what is on the risk register');
    expect(register.text).toBe(
      '18 risks are on the register, 9 of them red; 11 are past their review day.',
    );
    const refs = register.lines.flatMap((line) => /^CH-\d\d/.exec(line)?.[0] ?? []);
    expect(refs).toHaveLength(18);
    expect(refs.slice(0, 3)).toEqual(['CH-03', 'CH-07', 'CH-01']);
    expect(register.lines.join('\n')).toContain('● score 20, red');
  });

  it('lists those of one group that are due this month', async () => {
    const due = await bot.hears(manager(), 'risks of qppa due this month');
    const refs = due.lines.flatMap((line) => /^CH-\d\d/.exec(line)?.[0] ?? []);
    expect(refs).toEqual(['CH-03', 'CH-01', 'CH-02', 'CH-04', 'CH-05']);
  });

  it.each([
    'which risks are due for review',
    'any risks past their review day',
    'risks whose review date has been and gone',
    'which risks should have been reviewed by now and have not',
    'what on the register has missed its review',
  ])('lists those whose review day has gone by: “%s”', async (asked) => {
    const due = await bot.hears(manager(), asked);
    expect(due.text).toBe('11 risks past the review day are on the register, 5 of them red.');
  });

  it('shows one however its reference is typed', async () => {
    const risk = await bot.hears(manager(), 'tell me about risk ch 7');
    expect(risk.text).toMatch(/^CH-07 “Impact of review actions hard to prove”: score 20, red/);
    expect((await bot.hears(manager(), 'risk CH-99')).text).toBe(
      'No risk has the reference CH-99. It may be mistyped.',
    );
  });

  it.each([
    ['how many red risks', '9 red risks are on the register; 5 are past their review day.'],
    [
      'red risks of slpr',
      '3 red risks of Sandwell Learning from Practice Reviews are on the register; 2 are past their review day.',
    ],
    ['amber/green risks', '9 amber and green risks are on the register;'],
    ['any amber ones on the register', '7 amber risks are on the register;'],
    ['risks with a score above 15', '9 risks with a score above 15 are on the register,'],
    [
      'what scores 12 or more on the risk register',
      '14 risks with a score of 12 or more are on the register,',
    ],
    ['what risks have no owner', '2 risks without an owner are on the register,'],
    ['which risks belong to nobody', '2 risks without an owner are on the register,'],
    ['new risks this year', 'No open risk added this year is on the register.'],
    [
      'worst 4 risks of slpr',
      'The 4 worst of 5 risks of Sandwell Learning from Practice Reviews by score: CH-07 (20), CH-08 (16), CH-15 (16) and CH-09 (12).',
    ],
  ])('reads colour, score, owner and number of what is asked: “%s”', async (asked, said) => {
    const register = await bot.hears(manager(), asked);
    expect(register.text.startsWith(said), register.text).toBe(true);
  });

  it('takes “us” for a partner’s own agency, and for all where the asker speaks for all', async () => {
    const theirs = await bot.hears(bot.person('police-partner-lead'), 'risks for us');
    expect(theirs.text).toBe('No open risk of West Midlands Police is on the register.');
    const all = await bot.hears(manager(), 'risks for us');
    expect(all.text).toMatch(/^18 risks are on the register/);
  });

  it.each([
    ['CH-02', /^CH-02 “Some agencies attend QPPA poorly”: score 16, red/],
    ['and ch-07', /^CH-07 “Impact of review actions hard to prove”: score 20, red/],
    ['CH-01 and CH-02', /^CH-01 “.*”: score 20, red\. CH-02 “.*”: score 16, red\.$/],
    ['CH-03, CH-99', /^CH-03 “.*”: score 20, red\. No risk has the reference CH-99\./],
    [
      'FR-02 and FR-03',
      /^No risk has the reference FR-02\. It may be mistyped\. No risk has the reference FR-03\./,
    ],
  ])('shows what a bare reference names: “%s”', async (asked, said) => {
    expect((await bot.hears(manager(), asked)).text).toMatch(said);
  });

  it('reviews a risk from the list, and keeps the score by day, by whom and why', async () => {
    const register = await bot.hears(manager(), 'risk register');
    const form = await register.press('Review…');
    expect(form.text).toMatch(/^Review CH-03\? Please check and confirm/);
    const reviewed = await form.press('Record review', {
      likelihood: '3',
      impact: '4',
      reason: 'The audit is under way',
      controls: 'Monthly report to QPPA',
      nextReviewOn: '2021-04-12',
    });
    const card = reviewed.lines.join('\n');
    expect(card).toContain('Recorded.');
    expect(card).toContain('Score 12, amber');
    expect(card).toContain(
      'Mon 15 March  12 by Business Manager: The audit is under way. Controls: Monthly report to QPPA.',
    );
    const history = await bot.records
      .stores('sandwell')((await import('../../src/features/risks/store.ts')).riskStore)
      .history('CH-03');
    expect(history.at(-1)).toMatchObject({
      type: 'reviewed',
      by: 'business-manager',
      reason: 'The audit is under way',
      changes: { score: { from: '20', to: '12' } },
    });
  });

  it('says which went down since then, by how much, and of how many nobody can tell', async () => {
    const down = await bot.hears(manager(), 'which risks have come down since march');
    expect(down.text).toMatch(
      /^1 risk went down since .*1 March: CH-03 \(20 to 12\)\. 17 have no score from before/,
    );
    expect((await bot.hears(manager(), 'which risks went up since march')).text).toMatch(
      /^No open risk went up since/,
    );
  });

  it('has one effect however often a press arrives, and however late', async () => {
    const form = await bot.hears(manager(), 'review risk CH-07');
    const review = {
      likelihood: '4',
      impact: '4',
      reason: 'Evidence comes in',
      nextReviewOn: '2021-04-12',
    };
    await form.isPressedBy(manager(), 'Record review', review, { times: 3 });
    bot.turnTo('2021-03-15T12:34');
    const reviewed = await form.press('Record review', review);
    const lines = reviewed.lines.filter((line) => line.includes('Evidence comes in'));
    expect(lines).toHaveLength(1);
  });

  it('asks for a reason and for a day that is still to come', async () => {
    const form = await bot.hears(manager(), 'review risk CH-08');
    const past = await form.press('Record review', {
      likelihood: '4',
      impact: '4',
      reason: 'Looked at',
      nextReviewOn: '2021-03-15',
    });
    expect(past.text).toBe(
      'Nothing was recorded. Please give the day of the next review; it has to be still to come.',
    );
  });

  it('adds a risk under the next reference, once however often it is pressed', async () => {
    const form = await bot.hears(manager(), 'add a risk: the data analyst leaves');
    const added = await form.isPressedBy(
      manager(),
      'Add risk',
      {
        group: 'QPPA',
        likelihood: '4',
        impact: '3',
        reason: 'Notice was given',
        nextReviewOn: '2021-04-12',
      },
      { times: 2 },
    );
    expect(added.lines.join('\n')).toContain('CH-19');
    const register = await bot.hears(manager(), 'what is on the risk register');
    expect(register.text).toContain('19 risks are on the register');
  });

  it('closes a risk with a reason, and takes it off the list', async () => {
    const risk = await bot.hears(manager(), 'risk CH-14');
    const form = await risk.press('Close…');
    const closed = await form.press('Close risk', { reason: 'Thresholds were agreed' });
    expect(closed.lines.join('\n')).toContain('closed Mon 15 March');
    const register = await bot.hears(manager(), 'what is on the risk register');
    expect(register.text).toContain('18 risks are on the register');
  });

  it('lets the chair of a group review its risks and nobody of another', async () => {
    const member = bot.person('health-partner-lead');
    const risk = await bot.hears(member, 'review risk CH-09');
    expect(risk.text).toMatch(/^Nothing was recorded: CH-09 is not yours to change\. Please ask /);
  });

  it('is not for councillors', async () => {
    const reply = await bot.hears(bot.person('council-member'), 'what is on the risk register');
    expect(reply.text).toMatch(/^The risk register is read by those who take part/);
  });
});

describe('a risk whose review day has come', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-19' });
    await bot.isInstalledBy(bot.person('business-manager'));
    await bot.sweep();
    bot.turnTo('2021-03-22T09:00');
  });
  afterAll(() => bot.stop());

  it('is spoken of weekly until somebody reviews it', async () => {
    const before = await bot.sweep();
    const told = readLines(before.get('business-manager')?.[0]?.attachments?.[0]?.content);
    expect(told.join('\n')).toContain('CH-16  Home education doubled');
    const form = await bot.hears(bot.person('business-manager'), 'review risk CH-16');
    await form.press('Record review', {
      likelihood: '4',
      impact: '4',
      reason: 'Numbers are steady',
      nextReviewOn: '2021-06-28',
    });
    bot.turnTo('2021-03-29T09:00');
    const after = await bot.sweep();
    const later = readLines(after.get('business-manager')?.[0]?.attachments?.[0]?.content);
    expect(later.join('\n')).not.toContain('CH-16');
    expect(later.join('\n')).toContain('CH-17');
  });
});
