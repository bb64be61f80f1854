import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { readWord } from '../support/read-word.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

const RISKS = '11 risks are past their review day, the oldest by 14 days';
const LAY = 'Lay Person was at none of the last 4 meetings of SCSP';
const asked = (who: string, text: string) => bot.hears(bot.person(who), text);
const listed = async (who: string, kind?: string) => {
  const all = await asked(who, 'what is drifting');
  return kind ? all.press(kind) : all;
};
const opened = async (who: string, finding: string, kind?: string) =>
  (await listed(who, kind)).press(finding);

describe('something that drifts', () => {
  it('opens with its rule, and leads on to the rows behind it', async () => {
    const card = await opened('partnership-chair', RISKS, 'Actions alone');
    expect(card.lines.join('\n')).toMatch(/An open risk is past its review day/);
    expect((await card.press('The risks')).text).toMatch(/^11 risks past the review day/);
    expect((await card.press('Raise an action')).text).toMatch(/Please check/);
  });

  it('is accepted until a day with a reason, and then not shown', async () => {
    const form = await (await opened('partnership-chair', RISKS, 'Actions alone')).press(
      'Accept until a day',
    );
    const done = await form.press('Accept', {
      until: '2021-03-31',
      words: 'The register is reviewed at the away day',
    });
    expect(done.lines.join('\n')).toMatch(
      /Accepted until Wed 31 March by Partnership Chair: The register is/,
    );
    expect((await asked('partnership-chair', 'what is drifting')).text).toMatch(/^14 things are/);
    const { lines } = await listed('partnership-chair', 'Actions alone');
    expect(lines).not.toContain(RISKS);
    expect(lines.join('\n')).toMatch(/1 more was accepted or looked into/);
  });

  it('is told with the reason to who asks what was accepted', async () => {
    const { text, lines } = await asked('independent-scrutineer', 'what have we accepted');
    expect(text).toMatch(/^1 thing is drifting and not shown: 1 accepted, none looked into/);
    expect(lines.join('\n')).toMatch(/Accepted until Wed 31 March .*away day/);
  });

  it('is shown again after the day', async () => {
    bot.turnTo('2021-04-01');
    const { lines } = await listed('partnership-chair', 'Actions alone');
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
    expect((await asked('partnership-chair', 'what is drifting')).text).toMatch(/^13 things/);
    expect((await done.press('Undo')).lines).toContain('Undone.');
    expect((await asked('partnership-chair', 'what is drifting')).text).toMatch(/^14 things/);
  });

  it('is not for the chair to accept where it is about the group that they chair', async () => {
    const card = await opened('partnership-chair', LAY);
    expect(card.buttons).not.toContain('Accept until a day');
    expect(card.lines.join('\n')).toMatch(
      /You chair SCSP, so it is for the scrutineer to accept this/,
    );
    expect((await opened('independent-scrutineer', LAY)).buttons).toContain('Accept until a day');
  });

  it('is for nobody else to accept', async () => {
    const card = await opened('coordinator', LAY);
    expect(card.buttons).not.toContain('Accept until a day');
  });
});

describe('the exception report', () => {
  let lines: readonly string[];
  const tables = () => lines.join('\n');

  beforeAll(async () => {
    const shown = await asked('partnership-chair', 'exception report for the board');
    expect(shown.text).toMatch(/^14 things are drifting, \d of them for long/);
    const offered = await shown.press('Get exception report');
    const url = /"url":"([^"]+)"/.exec(JSON.stringify(offered.card))?.[1] ?? '';
    const file = await fetch(url, { method: 'POST' });
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="exception-report-2021-03-15.docx"',
    );
    lines = await readWord(new Uint8Array(await file.arrayBuffer()));
  });

  it('has what drifts with its figure and the records behind it', () => {
    expect(lines[3]).toBe(
      '13 things are drifting, 4 of them for long; 1 more was accepted or looked into.',
    );
    expect(tables()).toMatch(/Lay Person was at none of the last 4 meetings of SCSP/);
  });

  it('has what was accepted apart, by whom, why and until when', () => {
    const apart = lines.indexOf('## Accepted or looked into (1)');
    expect(apart).toBeGreaterThan(0);
    expect(lines.slice(apart).join('\n')).toMatch(
      /11 risks are past .*away day.*Partnership Chair.*31 March 2021/s,
    );
    expect(lines.slice(0, apart).join('\n')).not.toMatch(/11 risks/);
  });

  it('says why each counts, and how many records tell nothing', () => {
    expect(lines).toContain('## Why these count');
    expect(tables()).toMatch(/records left out/);
  });
});
