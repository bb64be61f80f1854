import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { fuzz } from '../support/fuzz.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-05-12T14:00' });
});
afterAll(() => bot.stop());

it('2,000 hostile activities break nothing, and change nothing that strangers and observers may not', async () => {
  const { sent, failed, changed, auditFaults, statuses } = await fuzz(bot, {
    count: 2_000,
    seed: 7,
    presses: 80,
  });
  expect(sent).toBe(2_000);
  expect(failed).toEqual([]);
  expect(changed).toEqual([]);
  expect(auditFaults).toEqual([]);
  expect(statuses[200]).toBeGreaterThan(800);
});
