import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import {
  collectEffects,
  deliverRepeatedly,
  differentPresses,
} from '../support/repeated-presses.ts';
import { dice } from '../support/seeded.ts';

const HOME = 'sandwell';

/** 1,000 presses at two instances: npm run bench -- repeats. */
describe('Teams delivers presses again, under the same and under new ids, many at once', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it('and every press has one effect, and the audit logs are in order', async () => {
    const { records } = bot;
    const today = day('2021-03-15');
    const presses = differentPresses(60, {
      administrator: bot.person('business-manager'),
      chair: bot.person('partnership-chair'),
      open: await records.actions.list(HOME, { status: 'not complete' }, today),
      group: 'BOARD',
      meeting: (await records.meetings.findNext(HOME, 'BOARD', today))?.id ?? '',
    });
    const { statuses } = await deliverRepeatedly(presses, [bot.client], {
      atOnce: 8,
      roll: dice(60),
    });
    expect([...statuses.keys()]).toEqual([200]);
    expect(new Set((await collectEffects(records, presses)).values())).toEqual(new Set([1]));
    expect((await records.auditLog.verify()).flatMap(({ faults }) => faults)).toEqual([]);
  });
});
