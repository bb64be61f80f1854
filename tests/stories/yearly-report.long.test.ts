import { afterEach, expect, it } from 'vitest';
import { readLines } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let convenor: Convenor;
afterEach(() => convenor.stop());

const MANAGER = 'unit-manager';

async function begin(today: string): Promise<void> {
  convenor = await startConvenor({ today, folder: 'samples/fenmarsh' });
  await convenor.isInstalledBy(convenor.person(MANAGER));
}

/** What the last sweep told the partnership manager of the yearly report. */
const told = (got: Awaited<ReturnType<Convenor['sweep']>>) =>
  (got.get(MANAGER) ?? [])
    .flatMap(({ text, attachments }) => [text, ...readLines(attachments?.[0]?.content)])
    .join('\n');

it('is spoken of before its last day, until somebody presses that it is published', async () => {
  await begin('2026-09-15T09:00');
  expect(told(await convenor.sweep())).toMatch(/publish the yearly report/);
  convenor.turnTo('2026-09-16T09:00');
  const got = await convenor.sweep();
  expect(told(got)).toMatch(/publish the yearly report within 10 working days/);

  const manager = convenor.person(MANAGER);
  const notice = convenor.client.sees(manager, convenor.personalMessages(MANAGER).at(-1));
  expect((await notice.press('Open')).text).toMatch(
    /^The yearly report for 2025-26: due in 10 working days/,
  );
  const form = await notice.press('It is published…');
  expect(form.lines).toContain('The yearly report for 2025-26 is published?');
  const early = await form.press('Record it', { on: '2026-03-31', where: '' });
  expect(early.text).toMatch(/^Nothing was recorded. On that day the year had not ended/);
  const late = await form.press('Record it', { on: '2026-09-17', where: '' });
  expect(late.text).toMatch(/^Nothing was recorded. That day is still to come/);
  const recorded = await form.press('Record it', {
    on: '2026-09-14',
    where: 'https://fenmarsh.example/report',
  });
  expect(recorded.lines).toEqual([
    'FSCP · as at Wed 16 September 2026',
    'The yearly report for 2025-26',
    'Recorded.',
    '● Published on Mon 14 September 2026, in time',
    'Where',
    'https://fenmarsh.example/report',
    'Recorded by',
    'Partnership Manager',
  ]);
  const again = await form.press('Record it', {
    on: '2026-09-14',
    where: 'https://fenmarsh.example/report',
  });
  expect(again.lines).toEqual(recorded.lines);
  const other = await form.press('Record it', { on: '2026-09-15', where: '' });
  expect(other.lines).toContain('Nothing was recorded: somebody was first.');
  expect(other.lines).toContain('● Published on Mon 14 September 2026, in time');

  for (const next of ['2026-09-23T09:00', '2026-09-30T09:00', '2026-10-01T09:00']) {
    convenor.turnTo(next);
    expect(told(await convenor.sweep()), next).not.toMatch(/publish the yearly report/);
  }
});

it('that is late by 69 days is said every week until it is recorded', async () => {
  await begin('2026-10-01T09:00');
  const weeks: string[] = [];
  for (let on = new Date('2026-10-01T09:00:00Z'); on < new Date('2026-12-08T09:00:00Z'); ) {
    const today = on.toISOString().slice(0, 10);
    convenor.turnTo(`${today}T09:00`);
    if (/publish the yearly report was due/.test(told(await convenor.sweep()))) weeks.push(today);
    on = new Date(on.getTime() + 24 * 60 * 60 * 1000);
  }
  // Every Monday from the first after its last day, and the first sweep of all.
  expect(weeks.filter((each) => new Date(each).getUTCDay() === 1).length).toBeGreaterThanOrEqual(9);
  convenor.turnTo('2026-12-08T09:00');
  const manager = convenor.person(MANAGER);
  const shown = await convenor.hears(manager, 'is the yearly report published');
  const form = await shown.press('It is published…');
  await form.press('Record it', { on: '2026-12-08', where: '' });
  convenor.turnTo('2026-12-14T09:00');
  expect(told(await convenor.sweep())).not.toMatch(/publish the yearly report/);
});

it('is asked after by anybody; its publication is recorded, and corrected, by who may', async () => {
  await begin('2026-09-16T09:00');
  const asked = (id: string, text: string) => convenor.hears(convenor.person(id), text);
  const standing = await asked(MANAGER, 'is the annual report published');
  expect(standing.text).toBe(
    'The yearly report for 2025-26: due in 10 working days, Wed 30 September 2026. 4 of its 11 sections have all figures.',
  );
  expect(standing.buttons).toContain('It is published…');
  expect((await asked('named-nurse', 'is the annual report published')).buttons).not.toContain(
    'It is published…',
  );
  await (await standing.press('It is published…')).press('Record it', {
    on: '2026-09-16',
    where: '',
  });
  const known = await asked(MANAGER, 'the annual report is published');
  expect(known.text).toMatch(/published on Wed 16 September 2026, in time/);
  const correcting = await known.press('Correct it…');
  const corrected = await correcting.press('Record it', { on: '2026-09-15', where: '' });
  expect(corrected.lines).toContain('● Published on Tue 15 September 2026, in time');
});

it('of a year that there cannot be is not spoken of, and no forged press records one', async () => {
  await begin('2026-09-16T09:00');
  const manager = convenor.person(MANAGER);
  for (const year of ['9999-00', '2025-27', 'nonsense'])
    expect((await convenor.hears(manager, `/yearly-report ${year}`)).text, year).toMatch(
      /^The yearly report for 2025-26: due/,
    );
  const data = {
    verb: 'yearly-report.record',
    form: { year: '9999-00', version: '' },
    on: '2026-09-14',
  };
  const value = { action: { type: 'Action.Execute', verb: data.verb, data }, trigger: 'manual' };
  const { status, body } = await convenor.client.post(
    convenor.client.activity(manager, 'personal', {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value,
    }),
  );
  expect(status).toBe(200);
  expect(JSON.stringify(body)).toMatch(/out of date/);
});
