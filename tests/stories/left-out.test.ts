import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('lists that leave something out, asked on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it('overdue actions except police', async () => {
    const reply = await bot.hears(bot.person('business-manager'), 'overdue actions except police');
    expect(reply.text).toMatch(/without West Midlands Police (is|are) overdue/);
    expect(reply.lines.join('\n')).not.toMatch(/Police ·/);
  });

  it('without what is with the asker’s own agency, and the council', async () => {
    const superintendent = bot.person('police-partner-lead');
    const text = "open work. leave out ours and the council's";
    const reply = await bot.hears(superintendent, text);
    expect(reply.text).toMatch(/without West Midlands Police or Sandwell .*Council are open/);
    expect(reply.lines.join('\n')).not.toMatch(/· (Police|Council) ·/);
  });
});
