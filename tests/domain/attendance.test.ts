import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceTable, toPercentage } from '../../src/domain/attendance-table.ts';
import type { LocalTime } from '../../src/domain/dates.ts';
import type { AttendanceStatus, Meeting, MeetingStatus } from '../../src/domain/meeting.ts';
import { assessQuorum } from '../../src/domain/quorum.ts';

const meeting = (id: string, status: MeetingStatus = 'held'): Meeting => ({
  id,
  group: 'BOARD',
  title: 'Board',
  kind: 'ordinary',
  startsAt: '2021-03-10T14:00' as LocalTime,
  minutes: 120,
  status,
});
const mark = (meetingId: string, agency: string, attended: AttendanceStatus) => ({
  meetingId,
  agency,
  attended,
});

describe('the attendance table of a year', () => {
  it.each([
    [5, 6, 83],
    [2, 3, 67],
    [1, 2, 50],
    [1, 8, 13],
    [1, 200, 1],
    [0, 4, 0],
    [4, 4, 100],
  ])('%i of %i is %i %%', (attended, expected, percentage) => {
    expect(toPercentage(attended, expected)).toBe(percentage);
  });

  it('has no percentage where nobody was expected', () => {
    expect(toPercentage(0, 0)).toBeUndefined();
  });

  it('never rounds up to all or down to none what is neither', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (a, b) => {
        const [attended, expected] = [Math.min(a, b), Math.max(a, b)];
        const exact = (100 * attended) / expected;
        expect(Math.abs((toPercentage(attended, expected) as number) - exact)).toBeLessThanOrEqual(
          0.5,
        );
      }),
    );
  });

  it('counts deputies as attending, meetings held only, and vacant seats not at all', () => {
    const table = attendanceTable(
      [
        meeting('a'),
        meeting('b'),
        meeting('c', 'postponed'),
        meeting('d', 'cancelled'),
        meeting('e', 'scheduled'),
      ],
      [
        mark('a', 'WMP', 'present'),
        mark('b', 'WMP', 'deputy'),
        mark('a', 'CCG', 'apologies'),
        mark('b', 'CCG', 'absent'),
        mark('b', 'LAY', 'present'),
        mark('c', 'CCG', 'present'),
      ],
    );
    expect(table.lines).toEqual([
      {
        agency: 'WMP',
        expected: 2,
        attended: 2,
        byDeputy: 1,
        apologies: 0,
        absent: 0,
        percentage: 100,
      },
      {
        agency: 'LAY',
        expected: 1,
        attended: 1,
        byDeputy: 0,
        apologies: 0,
        absent: 0,
        percentage: 100,
      },
      {
        agency: 'CCG',
        expected: 2,
        attended: 0,
        byDeputy: 0,
        apologies: 1,
        absent: 1,
        percentage: 0,
      },
    ]);
    expect(
      [table.heldMeetings, table.postponed, table.cancelled].map((list) =>
        list.map(({ id }) => id),
      ),
    ).toEqual([['a', 'b'], ['c'], ['d']]);
  });
});

describe('the order of the table', () => {
  it('is best attendance first, then who came oftener, then the alphabet', () => {
    const meetings = ['a', 'b', 'c', 'd'].map((id) => meeting(id));
    const came = (agency: string, ...marks: AttendanceStatus[]) =>
      marks.map((attended, at) => mark(meetings[at]?.id ?? '', agency, attended));
    const table = attendanceTable(meetings, [
      ...came('HALF', 'present', 'absent', 'deputy', 'absent'),
      ...came('HALF-OF-TWO', 'present', 'absent'),
      ...came('ZED', 'present', 'present'),
      ...came('ALL', 'present', 'present'),
      ...came('MOST', 'present', 'present', 'present', 'apologies'),
      mark('of another group', 'GUEST', 'present'),
    ]);
    expect(table.lines.map(({ agency }) => agency)).toEqual([
      'ALL',
      'ZED',
      'MOST',
      'HALF',
      'HALF-OF-TWO',
    ]);
  });
});

describe('the quorum of a group', () => {
  const all = [{ group: 'BOARD', allOf: ['SMBC', 'WMP', 'CCG'] }];

  it('needs all of the agencies it names', () => {
    expect(assessQuorum('BOARD', all, new Set(['SMBC', 'WMP', 'CCG', 'LAY']))).toEqual({
      quorate: true,
      missing: [],
      short: [],
    });
    expect(assessQuorum('BOARD', all, new Set(['SMBC', 'LAY']))).toEqual({
      quorate: false,
      missing: ['WMP', 'CCG'],
      short: [],
    });
  });

  it('needs at least so many of these, or of any', () => {
    const ofThese = [{ group: 'BOARD', atLeast: 2, of: ['SMBC', 'WMP', 'CCG'] }];
    expect(assessQuorum('BOARD', ofThese, new Set(['SMBC', 'LAY', 'EDU']))?.short).toEqual([
      { count: 1, of: ['SMBC', 'WMP', 'CCG'] },
    ]);
    expect(
      assessQuorum('BOARD', [{ group: 'BOARD', atLeast: 4 }], new Set(['SMBC', 'LAY', 'EDU']))
        ?.short,
    ).toEqual([{ count: 1 }]);
  });

  it('needs every rule to hold', () => {
    const both = [...all, { group: 'BOARD', atLeast: 5 }];
    expect(assessQuorum('BOARD', both, new Set(['SMBC', 'WMP', 'CCG']))).toEqual({
      quorate: false,
      missing: [],
      short: [{ count: 2 }],
    });
  });

  it('names an agency once that two rules miss, and asks for none of another group’s', () => {
    const rules = [...all, { group: 'BOARD', allOf: ['WMP'] }, { group: 'LD', allOf: ['EDU'] }];
    expect(assessQuorum('BOARD', rules, new Set(['SMBC', 'CCG']))).toEqual({
      quorate: false,
      missing: ['WMP'],
      short: [],
    });
  });

  it('counts exactly as many as were wanted as enough', () => {
    const three = [{ group: 'BOARD', atLeast: 3 }];
    expect(assessQuorum('BOARD', three, new Set(['SMBC', 'LAY', 'EDU']))?.quorate).toBe(true);
    expect(assessQuorum('BOARD', three, new Set(['SMBC', 'LAY']))?.quorate).toBe(false);
    const quorumRules = [{ group: 'BOARD', atLeast: 2, of: ['SMBC', 'WMP', 'CCG'] }];
    expect(assessQuorum('BOARD', quorumRules, new Set(['SMBC', 'WMP']))?.quorate).toBe(true);
  });

  it('is not known where no rule was set', () => {
    expect(assessQuorum('LD', all, new Set())).toBeUndefined();
  });

  it('is never lost by one more agency attending', () => {
    const agencies = ['SMBC', 'WMP', 'CCG', 'EDU', 'LAY'];
    fc.assert(
      fc.property(
        fc.subarray(agencies),
        fc.constantFrom(...agencies),
        fc.integer({ min: 0, max: 5 }),
        (some, more, atLeast) => {
          const rules = [{ group: 'G', allOf: ['WMP'], atLeast }];
          const before = assessQuorum('G', rules, new Set(some))?.quorate;
          if (before)
            expect(assessQuorum('G', rules, new Set([...some, more]))?.quorate).toBe(true);
        },
      ),
    );
  });
});
