import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

const manager = () => bot.person('business-manager');
const AUTHORITY = { authority: 'Terms of reference' };

async function record(what: string) {
  const form = await bot.hears(manager(), `record a decision of the board: ${what}`);
  return form.press('Record it', { what, ...AUTHORITY });
}
const decided = async () =>
  (await bot.hears(manager(), 'what did the board decide this year')).lines;

describe('a decision that was recorded by mistake', () => {
  it('is taken back by whoever recorded it, and stays in the records as an error', async () => {
    const recorded = await record('Close the archive');
    const refused = await recorded.isPressedBy(bot.person('coordinator'), 'Undo');
    expect(refused.text).toBe('Nothing was undone: only whoever recorded it can undo it.');
    const undone = await recorded.press('Undo');
    expect(undone.lines.join('\n')).toMatch(/Recorded in error: recorded by mistake/);
    expect((await decided()).join('\n')).not.toContain('Close the archive');
    expect((await recorded.press('Undo')).lines.join('\n')).toContain('Recorded in error');
  });

  it('is corrected by another that stands in its place, with its day and its quorum', async () => {
    const recorded = await record('Adopt the nelgect strategy');
    const form = await recorded.press('Correct…');
    expect(form.lines).toContain('Correct this decision?');
    await form.press('Record correction', { what: 'Adopt the neglect strategy', ...AUTHORITY });
    const lines = (await decided()).join('\n');
    expect(lines).toContain('Adopt the neglect strategy');
    expect(lines).not.toContain('nelgect');
    expect(lines).toMatch(/decisions? recorded in error not counted/);
    const again = await recorded.press('Correct…');
    expect(again.lines.join('\n')).toContain('Another was recorded in its place');
  });

  it('“that last one was a mistake, undo it” finds it', async () => {
    await record('Hold an away day');
    const asked = await bot.hears(manager(), 'that last one was a mistake, undo it');
    expect(asked.text).toMatch(/^the decision “Hold an away day” was recorded\. Shall I undo/i);
    await asked.press('Undo');
    expect((await decided()).join('\n')).not.toContain('away day');
  });
});
