import { expect, it } from 'vitest';
import { day, type LocalTime } from '../../src/domain/dates.ts';
import type { Attendance, Meeting } from '../../src/domain/meeting.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { createRequestMeter } from '../support/request-meter.ts';

const AGENCIES = ['POL', 'CO', 'NHS'];
const DAYS = ['2020-05-13', '2020-07-08', '2020-09-09', '2021-04-14'];

function createYear(group: string): { meetings: Meeting[]; attendance: Attendance[] } {
  const meetings = DAYS.map((on) => ({
    id: `${group}-${on}`,
    group,
    title: group,
    kind: 'ordinary',
    startsAt: `${on}T14:00` as LocalTime,
    minutes: 120,
    status: 'held' as const,
  }));
  const attendance = meetings.flatMap(({ id }) =>
    AGENCIES.map((agency) => ({ meetingId: id, agency, attended: 'present' as const })),
  );
  return { meetings, attendance };
}

it('reads a group’s year without the meetings of other groups, however many there are', async () => {
  const tablePrefix = freshPrefix();
  const stored = await freshRecords({ tablePrefix });
  const meter = createRequestMeter();
  const records = await freshRecords({ tablePrefix, policies: [meter.policy] });
  const store = async (group: string) => {
    const { meetings, attendance } = createYear(group);
    await stored.meetings.save('dale', meetings, attendance, 'import');
  };
  const readYear = () =>
    meter.measure(async () => {
      const meetings = await records.meetings.list(
        'dale',
        'EXEC',
        day('2020-04-01'),
        day('2021-03-31'),
      );
      return records.attendance.listLines(
        'dale',
        meetings.map(({ id }) => id),
      );
    });

  await store('EXEC');
  const alone = await readYear();
  for (const group of ['EXE', 'EXEC2', 'EXEC|A', 'QA', 'ZZ']) await store(group);
  const among = await readYear();

  expect(alone.result).toHaveLength(9);
  expect(among).toEqual(alone);
  expect(among).toMatchObject({ requests: 1 + 3, rows: 3 + 3 });
});

it('reads one agency’s lines, one register for each meeting, and no line where it has none', async () => {
  const tablePrefix = freshPrefix();
  const { meetings, attendance } = createYear('EXEC');
  const vacant = attendance.filter(
    ({ meetingId, agency }) => !(agency === 'NHS' && meetingId === 'EXEC-2020-07-08'),
  );
  await (await freshRecords({ tablePrefix })).meetings.save('dale', meetings, vacant, 'import');
  const meter = createRequestMeter();
  const records = await freshRecords({ tablePrefix, policies: [meter.policy] });

  const ids = meetings.map(({ id }) => id);
  const { result, requests, rows } = await meter.measure(() =>
    records.attendance.listAgencyLines('dale', 'NHS', ids),
  );
  expect(result.map(({ meetingId }) => meetingId)).toEqual(
    ids.filter((id) => id !== 'EXEC-2020-07-08'),
  );
  expect({ requests, rows }).toEqual({ requests: 4, rows: 4 });
});
