import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

const RISKS = '11 risks are past their review day, the oldest by 14 days';
const LAY = 'Lay Person was at none of the last 4 meetings of SCSP';
const asked = (who: string, text: string) => bot.hears(bot.person(who), text);
const opened = async (who: string, finding: string) =>
  (await asked(who, 'what is drifting')).press(finding);

describe('something that drifts', () => {
  it('opens with its rule, and leads on to the rows behind it', async () => {
    const card = await opened('partnership-chair', RISKS);
    expect(card.lines.join('\n')).toMatch(/An open risk is past its review day/);
    expect((await card.press('The risks')).text).toMatch(/^11 risks past the review day/);
  });

  it('is accepted until a day with a reason, and then not shown', async () => {
    const form = await (await opened('partnership-chair', RISKS)).press('Accept until a day');
    const done = await form.press('Accept', {
      until: '2021-03-31',
      words: 'The register is reviewed at the away day',
    });
    expect(done.lines.join('\n')).toMatch(
      /Accepted until Wed 31 March by Partnership Chair: The register is/,
    );
    const { text, lines } = await asked('partnership-chair', 'what is drifting');
    expect(text).toMatch(/^8 things are drifting/);
    expect(lines).not.toContain(RISKS);
    expect(lines.join('\n')).toMatch(/1 more was accepted or looked into/);
  });

  it('is told with the reason to who asks what was accepted', async () => {
    const { text, lines } = await asked('independent-scrutineer', 'what have we accepted');
    expect(text).toMatch(/^1 thing that drifts was accepted, 0 looked into/);
    expect(lines.join('\n')).toMatch(/Accepted until Wed 31 March .*away day/);
  });

  it('is shown again after the day', async () => {
    bot.turnTo('2021-04-01');
    const { lines } = await asked('partnership-chair', 'what is drifting');
    expect(lines.join('\n')).toMatch(/\d+ risks are past their review day/);
    bot.turnTo('2021-03-15');
  });

  it('drifts as before when that is undone', async () => {
    const form = await (
      await opened(
        'partnership-chair',
        'Child Exploitation Board last met 180 days ago (about 6 months), though it meets every 13 weeks',
      )
    ).press('Note what was found');
    const done = await form.press('Record', { words: 'It meets next week' });
    expect(done.lines.join('\n')).toMatch(/Looked into by Partnership Chair: It meets next week/);
    expect((await asked('partnership-chair', 'what is drifting')).text).toMatch(/^7 things/);
    expect((await done.press('Undo')).lines).toContain('Undone.');
    expect((await asked('partnership-chair', 'what is drifting')).text).toMatch(/^8 things/);
  });

  it('is not for the chair to accept where it is about the group that they chair', async () => {
    const card = await opened('partnership-chair', LAY);
    expect(card.buttons).not.toContain('Accept until a day');
    expect(card.lines.join('\n')).toMatch(
      /You chair Sandwell.*, so it is for the scrutineer to accept this/,
    );
    expect((await opened('independent-scrutineer', LAY)).buttons).toContain('Accept until a day');
  });

  it('is for nobody else to accept', async () => {
    const card = await opened('coordinator', LAY);
    expect(card.buttons).not.toContain('Accept until a day');
  });
});
