import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('days and states of a change, as they are said on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const hears = (text: string) => bot.hears(bot.person('business-manager'), text);
  const dueOf = async (ref: string) =>
    (await bot.records.actions.find('sandwell', ref))?.action.dueOn ?? '';

  it('move the neglect group from 14 april to 22 april', async () => {
    const form = await hears('move the neglect group from 14 april to 22 april at 11');
    expect(readInputs(form.card)).toMatchObject({ on: '2021-04-22', time: '11:00' });
  });

  it('move it from a day on which it does not meet', async () => {
    const reply = await hears('move the neglect group from 13 april to 22 april');
    expect(reply.text).toBe(
      'Nothing was recorded. No meeting of Tackling Neglect Subgroup is in the records on Tue 13 April. The next is on Wed 14 April at 14:00.',
    );
  });

  it('a day that does not exist leaves the field empty and is named', async () => {
    const meeting = await hears('set up a ceb meeting on 31 june');
    expect(meeting.text).toContain('There is no 31 June.');
    expect(readInputs(meeting.card)).toMatchObject({ on: '' });
    const due = await hears('SA-075 due 31 september');
    expect(due.text).toContain('There is no 31 September.');
    expect(readInputs(due.card)).toMatchObject({ due: '' });
  });

  it('a list by a day that does not exist asks which day is meant', async () => {
    const reply = await hears('actions due by 31st of november');
    expect(reply.text).toBe('There is no 31st of November. Which day do you mean?');
  });

  it('so much more time is added to the due day', async () => {
    const before = await dueOf('SA-075');
    const form = await hears('push SA-075 back a fortnight');
    const later = new Date(Date.parse(before) + 14 * 86_400_000).toISOString().slice(0, 10);
    expect(readInputs(form.card)).toMatchObject({ due: later });
  });

  it('what is unblocked goes on, and what is to be blocked is', async () => {
    expect(readInputs((await hears('SA-075 unblocked')).card)).toMatchObject({
      status: 'in progress',
    });
    const form = await bot.hears(bot.person('coordinator'), 'block SA-075');
    expect(readInputs(form.card)).toMatchObject({ status: 'blocked' });
  });
});
