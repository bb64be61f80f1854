import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('a partnership with other names and no also_known_as', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2026-06-10', folder: 'samples/fenmarsh' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('unit-manager');

  it('is asked about in the words of the field', async () => {
    expect((await bot.hears(manager(), 'what are our priorities')).text).toMatch(
      /^There are 6 priorities this year \(2026-27\)/,
    );
    expect((await bot.hears(manager(), 'whats overdue for police')).text).toMatch(
      /^3 of 6 actions with Fenmarsh Constabulary are overdue/,
    );
    expect((await bot.hears(manager(), 'actions for health')).text).toMatch(
      /^There are 5 actions with NHS Fen and Wolds Integrated Care Board/,
    );
  });

  it('is asked about in its own references and titles', async () => {
    expect((await bot.hears(manager(), 'tell me about fm-101')).text).toMatch(/^FM-101 “/);
  });

  it('says of what is blocked what its notes say it waits for', async () => {
    const { lines } = await bot.hears(manager(), 'what is blocked');
    expect(lines.join('\n')).toContain('waits for the national settlement');
  });
});
