import { describe, expect, it } from 'vitest';
import {
  type AttendanceConcern,
  attendanceConcerns,
} from '../../src/domain/attendance-concerns.ts';
import { day, type LocalTime } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import type { AttendanceStatus, Meeting, MeetingStatus } from '../../src/domain/meeting.ts';

const meeting = (on: string, status: MeetingStatus = 'held'): Meeting => ({
  id: on,
  group: 'BOARD',
  title: 'Board',
  kind: 'ordinary',
  startsAt: `${on}T14:00` as LocalTime,
  minutes: 120,
  status,
});
const england = ENGLAND_BANK_HOLIDAYS;
const [JANUARY, FEBRUARY, MARCH] = ['2021-01-13', '2021-02-10', '2021-03-10'] as const;
const [january, february, march] = [meeting(JANUARY), meeting(FEBRUARY), meeting(MARCH)];

/** How one agency attended, meeting by meeting; beside it the council, which always comes. */
function register(...marks: [on: string, attended: AttendanceStatus][]) {
  return marks.flatMap(([meetingId, attended]) => [
    { meetingId, agency: 'LAY', attended },
    { meetingId, agency: 'COUNCIL', attended: 'present' as const },
  ]);
}

function watched(
  meetings: readonly Meeting[],
  lines: ReturnType<typeof register>,
  today = '2021-03-15',
): AttendanceConcern[] {
  return attendanceConcerns(meetings, lines, day(today), england);
}

describe('an agency that neither comes nor sends a deputy', () => {
  it('is watched from the second meeting in a row, with apologies or without', () => {
    const lines = register([JANUARY, 'present'], [FEBRUARY, 'apologies'], [MARCH, 'absent']);
    expect(watched([january, february, march], lines)).toEqual([
      { kind: 'absent-without-deputy', agency: 'LAY', missed: [march, february] },
    ]);
  });

  it('is not watched for one meeting, nor for two with one between at which it was represented', () => {
    expect(watched([february, march], register([FEBRUARY, 'present'], [MARCH, 'absent']))).toEqual(
      [],
    );
    const deputy = register([JANUARY, 'absent'], [FEBRUARY, 'deputy'], [MARCH, 'absent']);
    expect(watched([january, february, march], deputy)).toEqual([]);
  });

  it('is no longer watched once it has come again', () => {
    const lines = register([JANUARY, 'absent'], [FEBRUARY, 'absent'], [MARCH, 'present']);
    expect(watched([january, february, march], lines)).toEqual([]);
  });

  it('is judged by the meetings held at which it was expected, in whatever order they come', () => {
    const vacant = [
      ...register([JANUARY, 'absent'], [MARCH, 'absent']),
      { meetingId: FEBRUARY, agency: 'COUNCIL', attended: 'present' as const },
    ];
    expect(watched([march, january, february], vacant)).toEqual([
      { kind: 'absent-without-deputy', agency: 'LAY', missed: [march, january] },
    ]);
    const postponed = register([JANUARY, 'present'], [FEBRUARY, 'absent'], [MARCH, 'absent']);
    expect(watched([january, meeting(FEBRUARY, 'postponed'), march], postponed)).toEqual([]);
  });
});

describe('several agencies that stay away', () => {
  it('come in the order of how often, then of the alphabet, behind the registers that are late', () => {
    const absent = (agency: string, ...on: string[]) =>
      on.map((meetingId) => ({ meetingId, agency, attended: 'absent' as const }));
    const lines = [
      ...absent('ZED', FEBRUARY, MARCH),
      ...absent('LAY', FEBRUARY, MARCH),
      ...absent('EDU', JANUARY, FEBRUARY, MARCH),
    ];
    const open = meeting('2021-03-11', 'scheduled');
    const points = watched([january, february, march, open], lines as ReturnType<typeof register>);
    expect(
      points.map((point) => (point.kind === 'absent-without-deputy' ? point.agency : point.kind)),
    ).toEqual(['register-not-closed', 'EDU', 'LAY', 'ZED']);
  });
});

describe('a register', () => {
  it.each([
    ['on the day', '2021-04-01', 'quiet'],
    ['over Easter, when nobody works', '2021-04-05', 'quiet'],
    ['on the first working day after', '2021-04-06', 'quiet'],
    ['on the second working day after', '2021-04-07', 'late'],
    ['weeks later', '2021-05-07', 'late'],
  ])('that is not closed is %s: %s, %s', (_, today, expected) => {
    const meetings = [meeting('2021-04-01', 'scheduled')];
    const late = [{ kind: 'register-not-closed', meeting: meetings[0] }];
    expect(watched(meetings, [], today)).toEqual(expected === 'late' ? late : []);
  });

  it('is not missed of a meeting that was imported as held, of which nothing but the day is known', () => {
    expect(watched([march], [])).toEqual([]);
    expect(watched([february, march], register([FEBRUARY, 'present']))).toEqual([]);
  });

  it('is not said to be late where nobody knows the bank holidays', () => {
    expect(watched([meeting('2027-12-30', 'scheduled')], [], '2028-02-01')).toEqual([]);
  });

  it('is not missed where the meeting was postponed or cancelled', () => {
    expect(watched([meeting(FEBRUARY, 'postponed'), meeting(MARCH, 'cancelled')], [])).toEqual([]);
  });
});
