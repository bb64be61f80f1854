import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('an action is given to a name that no record bears', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it.each([
    ['assign SA-075 to Bob', 'Bob'],
    ['reassign SA-008 to Oldbury Rangers', 'Oldbury Rangers'],
  ])('“%s”', async (text, name) => {
    const reply = await bot.hears(bot.person('business-manager'), text);
    expect(reply.text).toContain(`I know no agency, group or person called “${name}”.`);
  });

  it('a known one is not named so', async () => {
    const reply = await bot.hears(bot.person('business-manager'), 'give SA-075 to health');
    expect(reply.text).not.toContain('I know no');
  });
});
