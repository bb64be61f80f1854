import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('who has nothing left, in Fenmarsh on 10 June 2026', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2026-06-10', folder: 'samples/fenmarsh' });
  });
  afterAll(() => bot.stop());

  const hears = (question: string) =>
    bot.hears({ ...bot.person('unit-manager'), chat: question }, question);

  it.each(['which agencies have nothing overdue', 'which partner is fully up to date'])(
    'counts the agencies without overdue actions, and those without any: “%s”',
    async (question) => {
      const reply = await hears(question);
      expect(reply.text).toMatch(/^7 of the 13 agencies with actions have no overdue actions: /);
      expect(reply.text).toMatch(/ 3 more have no actions at all\.$/);
      expect(reply.lines).toContain('No actions at all');
      expect(reply.lines).toContain('Cafcass');
    },
  );

  it('takes what is finished for nothing open, and counts groups and single priorities too', async () => {
    expect((await hears('which partner has finished everything')).text).toBe(
      '1 of the 13 agencies with actions has no open actions: Fenmarsh Youth Justice Service. 3 more have no actions at all.',
    );
    expect((await hears('which groups have nothing overdue')).text).toMatch(
      /^4 of the 8 groups with actions have no overdue actions: Safeguarding Executive, /,
    );
    expect((await hears('which agency has no overdue actions for domestic abuse')).text).toMatch(
      /agencies with actions on Children living with domestic abuse ha(s|ve) no overdue actions/,
    );
  });

  it('names who has most and fewest, with how many have none', async () => {
    expect((await hears("who's most behind")).text).toMatch(
      / has? the most overdue actions, | have the most/,
    );
    expect((await hears('who has the fewest overdue')).text).toMatch(
      /have the fewest overdue actions, 1 each \(12 in all\)\. 10 others have none\.$/,
    );
  });

  it('says which agencies have no deputy', async () => {
    const reply = await hears('which agencies have no deputy');
    expect(reply.text).toBe('12 of the 13 agencies have no deputy recorded.');
    expect(reply.lines).toContain('Deputy recorded');
  });
});
