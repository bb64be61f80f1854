import { expect, it } from 'vitest';
import { createCalendar } from '../../src/contract/calendar.ts';
import { day, type LocalTime, toInstant } from '../../src/domain/dates.ts';
import { noticeSources } from '../../src/features/index.ts';
import { createCatalogue } from '../../src/notifications/catalogue.ts';
import { formatPreview, previewNotices } from '../../src/notifications/preview.ts';
import { type Instance, setStage } from './stage.ts';

const catalogue = createCatalogue(noticeSources);

/** What would become of each notice at a time, by person. */
async function dispositionsAt(time: string, { records }: Instance) {
  const directory = await records.directories.find('sandwell');
  if (!directory) throw new Error('There is no Sandwell');
  const calendar = createCalendar(() => toInstant(time as LocalTime, 'Europe/London'));
  const previews = await previewNotices(directory, { ports: { ...records, calendar }, catalogue });
  const of = (person: string) =>
    new Set(
      previews
        .filter(({ notice }) => notice.to === person && notice.priorityClass !== 'statutory')
        .map(({ disposition }) => disposition),
    );
  return { of, table: formatPreview(previews, directory, catalogue) };
}

it('says what would go to whom now and why, who has no address, and what waits; it claims nothing and sends nothing', async () => {
  const stage = await setStage();
  await stage.everybodyInstalls(['education-lead']);
  const one = await stage.instance();
  const morning = await dispositionsAt('2021-03-15T09:00', one);
  expect(morning.of('police-partner-lead')).toEqual(new Set(['now']));
  expect(morning.of('education-lead')).toEqual(new Set(['no address: group chat and list']));
  expect(morning.table).toMatch(
    /Health Partner Lead +action overdue SA-019, 2021-02-26 +week-2021-03-15: speaks for NHS .* now$/m,
  );
  expect(morning.table).toMatch(/85 notices owed; \d+ people would get a message now\.$/);

  expect((await dispositionsAt('2021-03-15T06:00', one)).of('police-partner-lead')).toEqual(
    new Set(['quiet hours']),
  );
  expect(await one.records.ledger.list('sandwell', day('2021-03-15'), day('2021-03-15'))).toEqual(
    [],
  );
  expect(one.sender.said).toEqual([]);
});

it('says what was told already, and what somebody snoozed', async () => {
  const stage = await setStage();
  await stage.everybodyInstalls();
  const one = await stage.instance();
  const snoozes = [{ subject: 'SA-019', until: day('2021-03-22') }];
  await one.records.preferences.save(
    'sandwell',
    { person: 'health-partner-lead', quietDays: [], snoozes },
    '',
  );
  expect((await dispositionsAt('2021-03-15T09:00', one)).of('health-partner-lead')).toEqual(
    new Set(['now', 'snoozed']),
  );
  await one.notifications.sweep();
  const after = await dispositionsAt('2021-03-15T09:10', one);
  expect(after.of('health-partner-lead')).toEqual(new Set(['told already', 'snoozed']));
  expect(after.of('police-partner-lead')).toEqual(new Set(['told already']));
  expect(after.table).toMatch(/; 0 people would get a message now\.$/);
});
