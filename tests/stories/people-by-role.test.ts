import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('asking who somebody is, on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const text = async (question: string, who = 'business-manager') =>
    (await bot.hears(bot.person(who), question)).text;

  it('names who is recorded in a role, for an agency or the whole partnership', async () => {
    expect(await text('whos the deputy for police')).toMatch(
      /^Police Deputy is recorded as deputy/,
    );
    expect(await text('who leads for health')).toMatch(
      /^Health Partner Lead is recorded as partner lead for /,
    );
    expect(await text('who is the scrutineer')).toMatch(
      /^Independent Scrutineer is recorded as scrutineer/,
    );
    expect(await text('whos our MASA chair')).toMatch(
      /^Partnership Chair .*is recorded as chair of the partnership\.$/,
    );
    expect(await text('who are the administrators')).toMatch(
      /^Business Manager .* and Partnership Coordinator .* are recorded as administrators\.$/,
    );
  });

  it('names who is recorded for an agency, whatever their role', async () => {
    expect(await text('who is our lay member')).toMatch(/^Lay Member .*is recorded as member\.$/);
    expect(await text("who's the business manager")).toMatch(
      /^Business Manager and Partnership Coordinator are recorded for Business Support/,
    );
    expect(await text('who do we have from public health')).toMatch(
      /^Public Health Lead is recorded for Public Health/,
    );
  });

  it('says what is not recorded, and who is instead', async () => {
    expect(await text('is there a deputy for the council')).toMatch(
      /^No deputy is recorded for .*\. Recorded there: Council Partner Lead \(partner lead\)\.$/,
    );
    expect(await text("who's from housing")).toBe('Nobody is recorded for Housing.');
    expect(await text('who is the vice chair')).toMatch(
      /^No vice chair is recorded\. Partnership Chair .*is recorded as chair\.$/,
    );
    expect(await text('who is Sally Smith')).toMatch(/^I know nobody called “Sally Smith”\./);
    expect(await text('who is Priya Nair')).toMatch(/^I know nobody called “Priya Nair”\./);
    expect(await text('make Jo Smith deputy for health')).toMatch(
      /^I know nobody called “Jo Smith”\./,
    );
  });

  it('shows what is recorded of one person, or of the asker', async () => {
    const reply = await bot.hears(bot.person('lay-member'), "who's the police partner lead");
    expect(reply.text).toMatch(/is recorded as partner lead and chair of Child Exploitation Board/);
    expect(reply.lines).toEqual(expect.arrayContaining(['Role', 'Sits on']));
    expect(await text('what is my role', 'police-deputy')).toBe('You are recorded as deputy.');
    expect(await text('who is my deputy', 'police-partner-lead')).toMatch(
      /^Police Deputy is recorded as deputy for /,
    );
    expect(await text('am i on the board', 'police-partner-lead')).toMatch(/^You sit on /);
    expect(await text('am i an administrator', 'lay-member')).toBe(
      'You are not recorded as administrator, but as member.',
    );
    expect(await text('which groups do i chair', 'trust-partner-lead')).toBe(
      'You chair Sandwell Learning from Practice Reviews.',
    );
    expect(await text('which groups is the education lead on')).toBe(
      'Education Lead sits on 3 groups.',
    );
  });

  it('takes the next agency for the same question', async () => {
    const manager = { ...bot.person('business-manager'), chat: 'deputies' };
    await bot.hears(manager, 'does the police have a deputy');
    expect((await bot.hears(manager, 'and health?')).text).toMatch(/^No deputy is recorded for /);
  });
});
