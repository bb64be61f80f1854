import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('what recommendations are about, over the years', () => {
  let bot: Convenor;
  const manager = () => bot.person('business-manager');
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it('the themes are listed with their sources, those of most first', async () => {
    const list = await bot.hears(manager(), 'list our themes');
    expect(list.text).toMatch(/^6 themes are in the list: /);
    const more = await bot.hears(manager(), 'which themes come from more than two reviews');
    expect(more.text).toMatch(/more than 2 sources/);
  });

  it('what came back since a year is named with what had been settled before', async () => {
    const back = await bot.hears(manager(), 'what came back since 2015');
    expect(back.text).toMatch(/in more than one source since 2015: /);
    expect(back.lines.join('\n')).toMatch(/of before had been settled/);
  });

  it('one theme says what was recommended, what was done, and whether it worked', async () => {
    const fathers = await bot.hears(manager(), 'what did we learn about fathers and did it work');
    expect(fathers.text).toMatch(/^Fathers and male carers: \d sources?/);
    expect(fathers.text).toMatch(/met on verified evidence/);
    expect(fathers.text).toMatch(/no audit is recorded as having tested it/);
    const none = await bot.hears(manager(), 'what did we learn about astronomy and did it work');
    expect(none.text).toMatch(/^I know no theme called “astronomy”/);
  });

  it('a theme is added, undone, renamed and merged, and recommendations follow', async () => {
    const form = await bot.hears(manager(), 'add a theme: housing');
    const added = await form.press('Add theme');
    expect(added.lines).toContain('Housing');
    expect((await added.press('Undo')).lines.join(' ')).toMatch(/^Undone\./);
    const again = await form.press('Add theme', { name: 'Supervision' });
    expect(again.text).toMatch(/^Nothing was recorded\. Another theme goes by that name/);
    const culture = await bot.hears(manager(), 'what did we learn about culture');
    const merge = await culture.press('Merge…');
    const merged = await merge.press('Merge', { into: 'FATHERS' });
    expect(merged.lines).toContain(
      'Recorded. Culture and diversity is now part of Fathers and male carers.',
    );
    const after = await bot.hears(manager(), 'what did we learn about culture');
    expect(after.text).toMatch(/^Fathers and male carers/);
  });

  it('members may read them and not keep the list', async () => {
    const lay = bot.person('lay-member');
    expect((await bot.hears(lay, 'list our themes')).text).toMatch(
      /themes? (?:is|are) in the list/,
    );
    expect((await bot.hears(lay, 'add a theme: housing')).text).toMatch(
      /^Nothing was recorded: the list of themes is kept by/,
    );
  });
});
