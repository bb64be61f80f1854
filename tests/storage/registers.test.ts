import { expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { plannedRegister } from '../../src/domain/register.ts';
import { close, open } from '../../src/domain/register-commands.ts';
import { mark } from '../../src/domain/register-marks.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';

const PARTNERSHIP = 'north';
const MEETING = 'BOARD-1';
const AGENCIES = Array.from({ length: 20 }, (_, at) => `AGENCY-${at}`);
const actor = { by: 'manager', at: '2021-05-12T13:00:00Z', today: day('2021-05-12') };
const planned = plannedRegister({ id: MEETING, group: 'BOARD' }, AGENCIES);

it('loses no press of forty people who press at once at two instances', async () => {
  const tablePrefix = freshPrefix();
  const instances = [await freshRecords({ tablePrefix }), await freshRecords({ tablePrefix })];
  await instances[0]?.registers.change(PARTNERSHIP, MEETING, (register) =>
    open(register ?? planned, AGENCIES, actor),
  );
  const presses = Array.from({ length: 40 }, (_, at) =>
    instances[at % 2]?.registers.change(PARTNERSHIP, MEETING, (register) =>
      mark(
        register ?? planned,
        { person: `person-${at}`, agency: AGENCIES[at % 20], status: 'here' },
        actor,
      ),
    ),
  );
  const outcomes = await Promise.all(presses);

  const stored = await instances[0]?.registers.find(PARTNERSHIP, MEETING);
  expect(outcomes.every((outcome) => outcome?.ok)).toBe(true);
  expect(stored?.register.marks).toHaveLength(40);
  expect(stored?.version).toBe(41);
  expect(await instances[1]?.registers.history(PARTNERSHIP, MEETING)).toHaveLength(41);
});

it('a press that arrives again marks nobody again, whatever came in between and closed or not', async () => {
  const { registers } = await freshRecords();
  const press = (status: 'here' | 'left', operation: string) =>
    registers.change(
      PARTNERSHIP,
      MEETING,
      (register) => mark(register ?? planned, { person: 'p', agency: 'AGENCY-1', status }, actor),
      operation,
    );
  await registers.change(PARTNERSHIP, MEETING, (register) =>
    open(register ?? planned, AGENCIES, actor),
  );
  await press('here', 'first');
  await press('left', 'second');
  expect(await press('here', 'first')).toMatchObject({
    value: { register: { marks: [{ status: 'left' }] }, version: 3 },
  });
  await registers.change(PARTNERSHIP, MEETING, (register) => close(register ?? planned, actor));
  expect(await press('here', 'first')).toMatchObject({ ok: true, value: { version: 4 } });
  expect(await press('here', 'third')).toMatchObject({ ok: false, refusal: 'register-closed' });
  expect(await registers.history(PARTNERSHIP, MEETING)).toHaveLength(4);
});
