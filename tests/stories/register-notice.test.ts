import { afterEach, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard, Speaker } from '../support/teams-client.ts';

let convenor: Convenor;
afterEach(() => convenor.stop());

const QPPA = 'Quality of Practice, Performance and Assurance';

/** The day after a meeting of QPPA of which nobody opened the register: what somebody is told. */
async function told(id: string): Promise<Heard> {
  convenor = await startConvenor({ today: '2021-03-25T10:00' });
  await convenor.isInstalledBy(convenor.person(id));
  await convenor.sweep();
  return latest(id);
}
const latest = (id: string) =>
  convenor.client.sees(convenor.person(id), convenor.personalMessages(id).at(-1));
const register = (notice: Heard) =>
  notice.lines.filter((line) => /register of Wed 24 March/.test(line));

it('that is not closed is opened from the line of the notice and closed; a week later nothing is said of it', async () => {
  const notice = await told('business-manager');
  expect(register(notice)).toHaveLength(1);
  const rollCall = await notice.press(QPPA);
  const own = await rollCall.asSeenBy(convenor.person('business-manager'));
  await (await own.press('Close the register')).press('Close anyway');
  const kept = await convenor.records.registers.find('sandwell', 'QPPA-2021-03-24');
  expect(kept?.register.status).toBe('closed');
  convenor.turnTo('2021-03-29T10:00');
  await convenor.sweep();
  expect(register(latest('business-manager'))).toEqual([]);
});

it('of a meeting that was not held is settled by calling it off, by an administrator', async () => {
  await told('business-manager');
  const [manager, chair] = [
    convenor.person('business-manager'),
    convenor.person('partnership-chair'),
  ];
  expect((await convenor.hears(chair, '/cancel QPPA-2021-03-24')).text).toMatch(
    /^Nothing was recorded: meetings are set up and moved by administrators/,
  );
  const form = await convenor.hears(manager, '/cancel QPPA-2021-03-24');
  expect(form.lines).toContain(
    'Cancel Quality of Practice, Performance and Assurance on Wed 24 March at 14:00?',
  );
  await form.press('Cancel the meeting', { reason: 'nobody could come' });
  convenor.turnTo('2021-03-29T10:00');
  await convenor.sweep();
  expect(register(latest('business-manager'))).toEqual([]);
});

it('is kept by the chair of its group and the administrators, and by nobody else', async () => {
  await told('business-manager');
  expect(await openRegister(convenor.person('police-partner-lead'), 'QPPA-2021-03-24')).toMatch(
    /^Nothing was changed: a register is kept by the chair and the administrators/,
  );
  const manager = convenor.person('business-manager');
  const asked = await convenor.hears(manager, 'start attendance for qppa');
  expect(asked.text).toMatch(
    /is still to come; .* The register of .*, Wed 24 March 2021, is not closed\.$/,
  );
  expect((await asked.press('Open the register')).lines).toContain('0 of 10 agencies are here');
  expect(await openRegister(manager, 'QPPA-2021-05-26')).toMatch(/is still to come/);
  expect(await openRegister(manager, 'nothing')).toMatch(/out of date, and nothing was changed/);
});

/** *Open the register* on an old card: what is said of the meeting that it names. */
async function openRegister(by: Speaker, meeting: string): Promise<unknown> {
  const { client } = convenor;
  const action = { type: 'Action.Execute', verb: 'register.open', data: { meeting } };
  const value = { action, trigger: 'manual' };
  const press = { type: 'invoke', name: 'adaptiveCard/action', value };
  const { body } = await client.post(client.activity(by, 'personal', press));
  return (body as { value?: unknown }).value;
}
