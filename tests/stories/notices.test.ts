import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let convenor: Convenor;
beforeAll(async () => {
  convenor = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => convenor.stop());

it('speaks up', async () => {
  for (const id of ['police-partner-lead', 'business-manager', 'partnership-chair', 'health-partner-lead'])
    await convenor.isInstalledBy(convenor.person(id));
  const got = await convenor.sweep();
  for (const [id, messages] of got)
    console.log(
      id,
      messages.map(({ text, attachments }) => `${text} [${attachments?.length}]`),
    );
  console.log(convenor.logged.filter((l) => /notice|swept|delivered|order/.test(l)).join(''));
  const again = await convenor.sweep();
  expect(again.size).toBe(0);
  console.log(await convenor.records.ledger.listed('sandwell', 'undelivered', '2021-03-01' as never, '2021-03-31' as never));
});
