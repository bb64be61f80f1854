import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('asking about priorities on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const chair = () => bot.person('partnership-chair');

  it('lists this year’s in the partnership’s own year', async () => {
    const reply = await bot.hears(chair(), 'what are our priorities');
    expect(reply.text).toBe(
      'There are 7 priorities this year (2020-21): 5 core functions and 2 key priorities.',
    );
    expect(reply.lines.join('\n')).toContain('6. Tackling Child Neglect');
    expect(reply.lines.join('\n')).toContain(
      'Led by Tackling Neglect Subgroup · 10 of 13 actions open',
    );
  });

  it('lists another year’s', async () => {
    const reply = await bot.hears(chair(), 'priorities 2021-22');
    expect(reply.text).toMatch(
      /^There are 5 priorities for 2021-22: 3 key priorities and 2 themes from reviews\./,
    );
  });

  it('says which years there are when a year has none', async () => {
    const reply = await bot.hears(chair(), 'priorities 2024-25');
    expect(reply.text).toBe(
      'No priority is recorded for 2024-25. The records have plans for 2017-18, 2018-20, 2020-21 and 2021-22.',
    );
  });

  it('says how far one has got, with and without evidence of impact', async () => {
    const reply = await bot.hears(chair(), 'how far have we got with neglect');
    expect(reply.text).toBe(
      'Tackling Child Neglect: 3 of 13 actions are complete, 2 with evidence of impact, 3 of the 10 open are overdue and 3 have no due date.',
    );
    const card = reply.lines.join('\n');
    expect(card).toContain('Led by Tackling Neglect Subgroup');
    expect(card).toContain('Run a task group to bring in the NSPCC GCP2 tool');
    expect(card).toContain('done, with evidence');
  });

  it('follows up from one priority to another', async () => {
    await bot.hears(chair(), 'whats happening on neglect');
    expect((await bot.hears(chair(), 'and exploitation?')).text).toMatch(/^Child Exploitation: /);
  });

  it('says who leads and what the objectives are', async () => {
    expect((await bot.hears(chair(), 'who leads the neglect priority')).text).toBe(
      'Tackling Child Neglect: led by Tackling Neglect Subgroup.',
    );
    expect((await bot.hears(chair(), 'objectives for the neglect priority')).text).toMatch(
      /^Tackling Child Neglect has 4 objectives in 2020-21/,
    );
  });

  it('opens a priority when its line is pressed', async () => {
    const reply = await bot.hears(chair(), 'what are our priorities');
    const opened = await reply.press('6. Tackling Child Neglect');
    expect(opened.text).toMatch(/^Tackling Child Neglect: /);
  });

  it('spells out the objectives by a theme’s name, and says when it is another year’s', async () => {
    const reply = await bot.hears(chair(), 'spell out the early help objectives for me');
    expect(reply.text).toBe(
      'Early Help has 2 objectives in 2021-22; no lead group is recorded. It is not in this year’s plan (2020-21).',
    );
    expect(reply.lines.join('\n')).toContain('Right level of service early');
  });

  it('names the other years of a priority, and answers for no year that was not asked for', async () => {
    expect((await bot.hears(chair(), 'objectives for neglect')).text).toBe(
      'Tackling Child Neglect has 4 objectives in 2020-21; led by Tackling Neglect Subgroup. It is in the plan for 2021-22 (“Neglect”) too.',
    );
    expect((await bot.hears(chair(), 'what are the objectives for neglect in 2019-20')).text).toBe(
      'Neglect is no priority of 2019-20 in the records; it is one of 2020-21 and 2021-22.',
    );
  });

  it('says its title word for word, and that no measures are kept', async () => {
    expect(
      (await bot.hears(chair(), 'what is the exact wording of the neglect priority')).text,
    ).toMatch(/^It is called “Tackling Child Neglect” in 2020-21\./);
    expect((await bot.hears(chair(), 'what are the measures for neglect')).text).toMatch(
      /^No measures are recorded for Tackling Child Neglect in 2020-21/,
    );
  });
});
