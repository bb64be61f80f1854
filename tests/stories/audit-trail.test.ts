import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const HOME = 'sandwell';

describe('who changed what, and when', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-12T16:40' });
    const form = await bot.hears(bot.person('coordinator'), 'SA-019 is now blocked');
    await form.press('Confirm', { status: 'blocked', reason: 'Waiting for the school' });
    bot.turnTo('2021-03-15');
  });
  afterAll(() => bot.stop());

  it.each([
    ['coordinator', 'who changed SA-019 and when'],
    ['partnership-chair', 'whos been editing SA-019'],
    ['independent-scrutineer', 'audit trail for SA-019'],
    ['coordinator', 'SA-019 change log'],
    ['coordinator', 'who altered the due date of SA-019'],
  ])('%s may ask “%s”', async (who, message) => {
    const { text, lines } = await bot.hears(bot.person(who), message);
    expect(text).toMatch(
      /^SA-019 was changed 1 time, last by Partnership Coordinator on Fri 12 March, 16:40: .*status from .+ to blocked/,
    );
    expect(lines.join('\n')).toContain('Who only read it is not recorded');
    expect(lines.join('\n')).not.toContain('Waiting for the school');
  });

  it.each(['who changed CH-07', 'audit trail of ch-07', 'who changed the score of risk CH-07'])(
    'is answered of whatever has a reference: “%s”',
    async (message) => {
      const chair = bot.person('partnership-chair');
      const never = await bot.hears(chair, 'who changed CH-08');
      expect(never.text).toBe('Nobody has changed CH-08 here since it was imported.');
      const unknown = await bot.hears(chair, 'who changed XY-99');
      expect(unknown.text).toBe('No record has the reference XY-99. It may be mistyped.');
      const form = await bot.hears(chair, 'review risk CH-07');
      const scores = { likelihood: '4', impact: '3', nextReviewOn: '2021-04-12' };
      await form.press('Record review', { ...scores, reason: 'Evidence comes in' });
      const { text, lines } = await bot.hears(chair, message);
      expect(text).toMatch(
        /^CH-07 was changed \d times?, last by Partnership Chair on Mon 15 March, .*: reviewed: score from \d+ to 12, next review from .+ to Mon 12 April\.$/,
      );
      expect(lines.join('\n')).not.toContain('Evidence comes in');
    },
  );

  it('is not told to others, and that they asked is noted', async () => {
    const { text } = await bot.hears(bot.person('lay-member'), 'who changed SA-019');
    expect(text).toMatch(
      /^Who changed SA-019 is shown to an administrator, the chair, the scrutineer/,
    );
    expect(await bot.records.refusals.list(HOME)).toMatchObject([
      { person: 'lay-member', verb: 'audit_trail', refusal: 'access' },
    ]);
  });
});

describe('whatever is refused', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it.each([
    ['lay-member', 'set up a board on 12 july at 10am', 'access'],
    ['lay-member', '/vocabulary the dads work = neglect', 'access'],
    ['lay-member', 'this chat is for the board', 'access'],
    ['coordinator', 'nhs no 943 476 5919 needs an action', 'privacy'],
  ])('leaves a line: %s, “%s”, %s', async (who, message, refusal) => {
    const before = await bot.records.refusals.list(HOME);
    await bot.hears(bot.person(who), message);
    await bot.hears(bot.person(who), message);
    const lines = (await bot.records.refusals.list(HOME)).filter(
      (line) => !before.some(({ at, verb }) => at === line.at && verb === line.verb),
    );
    expect(lines).toMatchObject([{ person: who, refusal }]);
    expect(JSON.stringify(lines)).not.toContain('943');
  });

  it('has its own trail, which is in order', async () => {
    const verified = await bot.records.auditLog.verify();
    expect(verified.map(({ partition }) => partition)).toContain(`${HOME}|refusals`);
    expect(verified.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
