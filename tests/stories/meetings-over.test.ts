import { afterAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let bot: Convenor;
afterAll(() => bot?.stop());

describe('meetings that are over', () => {
  it('took place, where nothing was recorded there; a month names those that met in it', async () => {
    bot = await startConvenor({ today: '2021-03-15T10:00' });
    const asked = async (words: string) =>
      (await bot.hears(bot.person('partnership-chair'), words)).text;
    expect(await asked('what did the board decide in march')).toBe(
      "No decision at Sandwell Children's Safeguarding Partnership, Wed 10 March 2021 is recorded here. The meeting took place.",
    );
    const month = await asked('what did we decide in march');
    expect(month).toMatch(/^No decision in March 2021 is recorded here\. /);
    expect(month).toContain(' took place: ');
    expect(month).toContain('SCSP on Wed 10 March');
    expect(await asked('who came to the march board')).toContain('on Wed 10 March');
  });

  it('are never the next: from the closing of its register on, the next is another', async () => {
    await bot.stop();
    bot = await startConvenor({ today: '2021-05-12T14:00' });
    const chair = bot.person('partnership-chair');
    const group = { in: 'group' } as const;
    const agenda = async (where?: typeof group) =>
      (await bot.hears(chair, 'agenda for the next board', where)).text;
    const card = await bot.hears(chair, 'start attendance for todays board', group);
    expect(await agenda()).toContain('Wed 12 May');
    const asked = await (await card.asSeenBy(chair)).press('Close the register');
    await asked.press('Close anyway');
    expect(await agenda()).toContain('Wed 14 July');
    expect(await agenda(group)).toContain('Wed 14 July');
    const excused = await bot.hears(bot.person('lay-member'), 'sorry cant make the next board');
    expect(excused.text).toContain('Wed 14 July');
  });

  it('a group or an agency is explained from the records', async () => {
    const reply = await bot.hears(bot.person('lay-member'), 'what does QPPA mean');
    expect(reply.text).toMatch(
      /^Quality of Practice, Performance and Assurance is a group of the SCSP\. Its remit: /,
    );
  });
});
