import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

const refsOf = ({ lines }: Heard): string[] =>
  lines.flatMap((line) => /^(?:SA|FM)-\d+/.exec(line)?.[0] ?? []);

describe('what was so on a day gone by', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());
  const asks = (text: string) => bot.hears(bot.person('business-manager'), text);

  it('says what was overdue, and how much of it still is', async () => {
    const reply = await asks('what was overdue on 1 march');
    expect(reply.text).toBe(
      '12 of 112 actions were overdue on Mon 1 March, 3 of them with NHS Black Country Integrated Care Board. All 12 still are.',
    );
    expect(refsOf(reply)).toContain('SA-019');
    // Due on 5 March.
    expect(refsOf(reply)).not.toContain('SA-007');
    expect((await asks('and what was overdue on 10 march')).text).toMatch(/^16 of /);
  });

  it('counts what was open then and was completed since', async () => {
    expect((await asks('how many actions were open on 31 december')).text).toBe(
      '75 of 98 actions were open on Thu 31 December 2020, 12 of them with West Midlands Police. 71 still are.',
    );
    expect((await asks('what was still open at Christmas')).text).toMatch(
      /^76 of 98 actions were open on Fri 25 December 2020, .* 71 still are\.$/,
    );
  });

  it('takes the day of a group’s last meeting', async () => {
    expect((await asks('what was overdue at the last board')).text).toMatch(
      /^16 of \d+ actions were overdue on Wed 10 March/,
    );
  });

  it('says what was due in a month, with what became of it', async () => {
    expect((await asks('what was due in september')).text).toMatch(
      /^1 of 113 actions was due in September 2020: 1 closed\./,
    );
    expect((await asks('what was due last december')).text).toMatch(
      /^None of the 113 actions was due in December 2020\./,
    );
  });
});

describe('what the records cannot tell of a day gone by', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2026-06-10', folder: 'samples/fenmarsh' });
  });
  afterAll(() => bot.stop());
  const asks = (text: string) => bot.hears(bot.person('unit-manager'), text);

  it('is said', async () => {
    // FM-140 was withdrawn, and nobody wrote down when.
    const reply = await asks('what was open on 15 january');
    expect(reply.text).toContain('Of 1 other the records do not say how it stood then.');
    expect(refsOf(reply)).not.toContain('FM-140');
  });

  it('names what was completed late and what was completed in time', async () => {
    const reply = await asks('what was due in december');
    expect(reply.text).toMatch(
      /^3 of 61 actions were due in December 2025: 1 open \(1 overdue\) and 2 closed/,
    );
    expect(refsOf(reply).sort()).toEqual(['FM-107', 'FM-131', 'FM-134']);
  });
});
