import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, type LocalTime } from '../../../src/domain/dates.ts';
import type { Lcspr } from '../../../src/domain/lcspr.ts';
import type { AttendanceStatus, Meeting } from '../../../src/domain/meeting.ts';
import { createSweepContext } from '../../../src/domain/notices/notice-context.ts';
import {
  type Incident,
  isRunning,
  toIncident,
  toRunningLcspr,
} from '../../../src/domain/notices/running-clocks.ts';
import type { RapidReview } from '../../../src/domain/rapid-review.ts';
import {
  anAction,
  bankHolidays,
  northmoor,
  noticesAbout,
  owedOn,
  type Subject,
} from './a-partnership.ts';

const action = (facts: Parameters<typeof anAction>[1]): Subject => ({
  kind: 'action',
  action: anAction('SA-019', facts),
});
const peopleIn = (ids: readonly string[]) => ids.map((id) => id.split('/').at(-1));

describe('an action', () => {
  const due = action({ dueOn: day('2021-03-31') });

  it.each([
    ['2021-03-10', []],
    ['2021-03-11', ['action/SA-019/2021-03-31/day-14/police-lead']],
    ['2021-03-12', []],
    ['2021-03-22', ['action/SA-019/2021-03-31/day-7/police-lead']],
    ['2021-03-30', ['action/SA-019/2021-03-31/day-1/police-lead']],
    ['2021-03-31', ['action/SA-019/2021-03-31/day-0/police-lead']],
    ['2021-04-01', []],
    ['2021-04-06', ['overdue/SA-019/2021-03-31/week-2021-04-06/police-lead']],
    ['2021-04-07', []],
    ['2021-04-12', ['overdue/SA-019/2021-03-31/week-2021-04-12/police-lead']],
    ['2021-04-16', ['escalation/SA-019/2021-03-31/overdue-10/chair']],
    ['2021-04-30', ['escalation/SA-019/2021-03-31/overdue-20/chair']],
  ])('due on 31 March owes on %s: %j', (today, expected) => {
    expect(owedOn(day(today), due)).toEqual(expected);
  });

  it.each([
    ['its person', { person: 'constable', agency: 'ICB' }, 'constable'],
    ['who leads for its agency', { agency: 'NPOL' }, 'police-lead'],
    ['the deputy of an agency without a lead', { agency: 'ICB' }, 'health-deputy'],
    ['who sits in groups for an agency that has neither', { agency: 'SCHOOLS' }, 'teacher'],
    ['the agency of a person who has left', { person: 'gone', agency: 'NPOL' }, 'police-lead'],
    ['the chair of its group', { group: 'QA' }, 'qa-chair'],
    ['the partnership’s chair, where its group has none', { group: 'BRD' }, 'chair'],
    [
      'the group’s chair, where its agency has nobody',
      { agency: 'NOBODY', group: 'QA' },
      'qa-chair',
    ],
  ])('is owed to %s', (_, owner, expected) => {
    expect(
      peopleIn(owedOn(day('2021-03-31'), action({ owner, dueOn: day('2021-03-31') }))),
    ).toEqual([expected]);
  });

  it('due on a Monday is not overdue on it', () => {
    const monday = day('2021-03-15');
    expect(owedOn(monday, action({ dueOn: monday }))).toEqual([
      'action/SA-019/2021-03-15/day-0/police-lead',
    ]);
  });

  it('that nobody owns is owed to the administrators, never to no one', () => {
    const orphan = action({ owner: {}, dueOn: day('2021-03-31') });
    expect(peopleIn(owedOn(day('2021-03-31'), orphan))).toEqual(['manager', 'coordinator']);
  });

  it('of a group escalates to its chair, then to the partnership’s; not to who owns it', () => {
    const ofGroup = action({ owner: { agency: 'NPOL', group: 'QA' }, dueOn: day('2021-03-31') });
    expect(owedOn(day('2021-04-16'), ofGroup)).toEqual([
      'escalation/SA-019/2021-03-31/overdue-10/qa-chair',
    ]);
    expect(owedOn(day('2021-04-30'), ofGroup)).toEqual([
      'escalation/SA-019/2021-03-31/overdue-20/chair',
    ]);
    expect(
      owedOn(day('2021-04-16'), action({ owner: { group: 'QA' }, dueOn: day('2021-03-31') })),
    ).toEqual([]);
  });

  it('follows its priority’s group where it has none of its own', () => {
    const priorities = northmoor.priorities.map((priority) => ({ ...priority, leadGroup: 'QA' }));
    const led = action({ priority: 'NEGL', year: '2020-21', dueOn: day('2021-03-31') });
    expect(owedOn(day('2021-04-16'), led, { ...northmoor, priorities })).toEqual([
      'escalation/SA-019/2021-03-31/overdue-10/qa-chair',
    ]);
  });

  it.each([
    ['complete', { status: 'complete' }],
    ['withdrawn', { status: 'withdrawn' }],
    ['without a due day', { dueOn: undefined }],
  ] as const)('that is %s owes nothing', (_, facts) => {
    expect(owedOn(day('2021-04-06'), action({ dueOn: day('2021-03-31'), ...facts }))).toEqual([]);
  });

  it('that was missed in an outage owes its latest step alone', () => {
    expect(owedOn(day('2021-03-30'), due, northmoor, day('2021-03-09'))).toEqual([
      'action/SA-019/2021-03-31/day-1/police-lead',
    ]);
    expect(owedOn(day('2021-05-14'), due, northmoor, day('2021-03-09'))).toEqual([
      'overdue/SA-019/2021-03-31/week-2021-05-10/police-lead',
      'escalation/SA-019/2021-03-31/overdue-10/chair',
      'escalation/SA-019/2021-03-31/overdue-20/chair',
    ]);
  });

  it('goes to whom a partnership says, at its own steps', () => {
    const notices = {
      actionSteps: [3],
      actionTo: ['owner', 'scrutineer'],
      escalations: [],
    } as const;
    const own = { ...northmoor, partnership: { ...northmoor.partnership, notices } };
    expect(owedOn(day('2021-03-26'), due, own)).toEqual([
      'action/SA-019/2021-03-31/day-3/police-lead',
      'action/SA-019/2021-03-31/day-3/scrutineer',
    ]);
    expect(owedOn(day('2021-03-22'), due, own)).toEqual([]);
    expect(owedOn(day('2021-04-16'), due, own)).toEqual([]);
  });
});

describe('a serious incident of which the council became aware on 14 December 2026', () => {
  const incident = (facts: Partial<Incident> = {}): Subject => ({
    kind: 'incident',
    incident: { ref: 'RR-2026-07', awareOn: day('2026-12-14'), isFinished: false, ...facts },
  });
  const steps = (today: string, subject: Subject) => [
    ...new Set(owedOn(day(today), subject).map((id) => id.split('/').slice(0, 4).join('/'))),
  ];

  it('is told to who speaks for each statutory partner that decides, and to the administrators', () => {
    expect(peopleIn(owedOn(day('2026-12-16'), incident()))).toEqual([
      'police-lead',
      'health-deputy',
      'council-lead',
      'manager',
      'coordinator',
    ]);
  });

  it.each([
    ['2026-12-14', ['notify/RR-2026-07/2026-12-21/day-5']],
    ['2026-12-15', []],
    ['2026-12-16', ['notify/RR-2026-07/2026-12-21/day-3']],
    ['2026-12-19', []],
    ['2026-12-21', ['notify/RR-2026-07/2026-12-21/day-0', 'review/RR-2026-07/2027-01-07/day-10']],
    ['2026-12-22', ['notify/RR-2026-07/2026-12-21/late-1']],
    ['2026-12-26', ['notify/RR-2026-07/2026-12-21/late-5']],
  ])('on %s: %j', (today, expected) => {
    expect(steps(today, incident())).toEqual(expected);
  });

  it('is spoken of daily once it is late, weekends and bank holidays included, and weekly after 30 days', () => {
    const notified = incident({ notifiedOn: day('2026-12-18') });
    expect(steps('2027-01-07', notified)).toEqual(['review/RR-2026-07/2027-01-07/day-0']);
    expect(steps('2027-01-09', notified)).toEqual(['review/RR-2026-07/2027-01-07/late-2']);
    expect(steps('2027-02-08', notified)).toEqual(['review/RR-2026-07/2027-01-07/week-2027-02-08']);
    expect(steps('2027-02-09', notified)).toEqual([]);
    expect(steps('2027-02-06', notified)).toEqual(['review/RR-2026-07/2027-01-07/late-30']);
    expect(steps('2027-02-07', notified)).toEqual([]);
  });

  it('that was missed in an outage owes its latest step alone', () => {
    const notified = incident({ notifiedOn: day('2026-12-18') });
    const ids = owedOn(day('2027-01-05'), notified, northmoor, day('2026-12-18'));
    expect([...new Set(ids.map((id) => id.split('/')[3]))]).toEqual(['day-2']);
  });

  it('is told by no group’s chat where the partnership has no groups', () => {
    const context = createSweepContext(
      { ...northmoor, groups: [] },
      { today: day('2026-12-21') },
      bankHolidays,
    );
    const notices = noticesAbout(incident(), context);
    expect(notices.length).toBeGreaterThan(0);
    expect(notices.filter(({ group }) => group !== undefined)).toEqual([]);
  });

  it('falls silent when the Panel is notified, and when it has the review', () => {
    expect(steps('2026-12-21', incident({ notifiedOn: day('2026-12-18') }))).toEqual([
      'review/RR-2026-07/2027-01-07/day-10',
    ]);
    expect(steps('2026-12-21', incident({ isFinished: true }))).toEqual([]);
  });
});

describe('a serious incident as far as its clocks go', () => {
  const review = (facts: Partial<RapidReview>): RapidReview => ({
    ref: 'RR-1',
    summaries: [],
    rounds: [],
    ...facts,
  });
  const round = {
    number: 1,
    partners: [],
    advisers: [],
    hidden: false,
    positions: [],
    advice: [],
    corrections: [],
  };

  it('is what the review knows of its days, and whether it is with the Panel', () => {
    const days = { awareOn: day('2021-03-02'), notifiedOn: day('2021-03-05') };
    expect(toIncident(review(days))).toEqual({ ref: 'RR-1', ...days, isFinished: false });
    expect(Object.keys(toIncident(review({})))).toEqual(['ref', 'isFinished']);
    const sent = { ...round, openedAt: '2021-03-15T09:00:00Z', sent: { on: day('2021-03-20') } };
    expect(toIncident(review({ rounds: [sent] })).isFinished).toBe(true);
  });

  it.each<[string, Partial<Incident>, boolean]>([
    ['since the council became aware', { awareOn: day('2021-03-02') }, true],
    ['since the notification, where no more is known', { notifiedOn: day('2021-03-05') }, true],
    ['not where nobody knows when it began', {}, false],
    ['not once it is with the Panel', { awareOn: day('2021-03-02'), isFinished: true }, false],
  ])('runs %s', (_, facts, runs) => {
    expect(isRunning({ ref: 'RR-1', isFinished: false, ...facts })).toBe(runs);
  });

  it('beyond the years whose bank holidays are known owes nothing, and without a clock nothing either', () => {
    const incident = (awareOn: string): Subject => ({
      kind: 'incident',
      incident: { ref: 'RR-1', awareOn: day(awareOn), isFinished: false },
    });
    expect(owedOn(day('2027-12-30'), incident('2027-12-27'))).toEqual([]);
    expect(owedOn(day('2018-06-21'), incident('2018-06-20'))).toEqual([]);
  });
});

describe('an LCSPR as far as its clock goes', () => {
  const lcspr = (facts: Partial<Lcspr>): Lcspr => ({
    name: 'A',
    cases: [],
    delays: [],
    ...facts,
  });
  const decidedOn = day('2021-01-11');
  const put = (until: string) => ({
    until: day(until),
    reason: 'x',
    by: 'manager',
    at: '2021-03-15T09:00:00Z',
  });

  it('is when it was started, and until when it was put off last', () => {
    expect(toRunningLcspr(lcspr({ decidedOn }))).toEqual({ name: 'A', decidedOn });
    const delays = [put('2021-09-01'), put('2021-10-01'), put('2021-12-01')];
    expect(toRunningLcspr(lcspr({ decidedOn, delays }))).toEqual({
      name: 'A',
      decidedOn,
      delayedUntil: '2021-12-01',
    });
    expect(toRunningLcspr(lcspr({ delays }))).toEqual({ name: 'A', delayedUntil: '2021-12-01' });
    expect(toRunningLcspr(lcspr({ decidedOn, cases: ['RR-2', 'RR-3'] }))).toEqual({
      name: 'A',
      decidedOn,
      review: 'RR-2',
    });
  });

  it('runs no more once it is published or withheld, nor where no day is known', () => {
    expect(toRunningLcspr(lcspr({ decidedOn, published: { on: decidedOn } }))).toBeUndefined();
    expect(
      toRunningLcspr(lcspr({ decidedOn, withheld: { on: decidedOn, reason: 'x' } })),
    ).toBeUndefined();
    expect(toRunningLcspr(lcspr({}))).toBeUndefined();
  });

  it('owes nothing where the partnership has no clock for it, but on the day to which it was put off', () => {
    const without = { ...northmoor, partnership: { ...northmoor.partnership, clocks: [] } };
    const subject = (facts: object): Subject => ({
      kind: 'lcspr',
      lcspr: { name: 'A', decidedOn, ...facts },
    });
    expect(owedOn(day('2021-07-11'), subject({}), without)).toEqual([]);
    expect(
      owedOn(day('2021-09-01'), subject({ delayedUntil: day('2021-09-01') }), without),
    ).not.toEqual([]);
    expect(owedOn(day('2021-07-11'), { kind: 'lcspr', lcspr: { name: 'A' } })).toEqual([]);
  });
});

describe('other limits in law', () => {
  it('an LCSPR is due six months after its start, or on the day to which it was put off', () => {
    const lcspr = (facts: object): Subject => ({
      kind: 'lcspr',
      lcspr: { name: 'LCSPR-A', decidedOn: day('2021-01-11'), ...facts },
    });
    expect(owedOn(day('2021-07-11'), lcspr({}))).toContain(
      'lcspr/LCSPR-A/2021-07-11/day-0/manager',
    );
    expect(owedOn(day('2021-07-11'), lcspr({ delayedUntil: day('2021-09-01') }))).toEqual([]);
    expect(owedOn(day('2021-09-01'), lcspr({ delayedUntil: day('2021-09-01') }))).toContain(
      'lcspr/LCSPR-A/2021-09-01/day-0/manager',
    );
  });

  it('the yearly report is due on 30 September for the year that ended in March', () => {
    expect(owedOn(day('2021-09-30'), { kind: 'report' })).toContain(
      'report/2020-21/2021-09-30/day-0/council-lead',
    );
    expect(owedOn(day('2021-09-16'), { kind: 'report' })).toContain(
      'report/2020-21/2021-09-30/day-10/council-lead',
    );
    expect(owedOn(day('2021-10-01'), { kind: 'report' })).toEqual([]);
    for (const monday of ['2021-10-04', '2021-11-01', '2021-12-06', '2022-03-28'])
      expect(owedOn(day(monday), { kind: 'report' })).toContain(
        `report/2020-21/2021-09-30/week-${monday}/council-lead`,
      );
    expect(owedOn(day('2021-09-30'), { kind: 'report', isPublished: true })).toEqual([]);
    const without = { ...northmoor, partnership: { ...northmoor.partnership, clocks: [] } };
    expect(owedOn(day('2021-09-30'), { kind: 'report' }, without)).toEqual([]);
  });
});

const meeting = (on: string, status: Meeting['status'] = 'scheduled'): Meeting => ({
  id: `QA-${on}`,
  group: 'QA',
  title: 'Quality Assurance Group',
  kind: 'ordinary',
  startsAt: `${on}T14:00` as LocalTime,
  minutes: 90,
  status,
});

describe('meetings', () => {
  const register = (status?: Meeting['status']): Subject => ({
    kind: 'record',
    rule: 'register',
    record: meeting('2021-03-18', status),
  });

  it.each([
    ['2021-03-18', []],
    ['2021-03-19', ['after-1']],
    ['2021-03-22', ['week-2021-03-22']],
    ['2021-03-23', []],
    ['2021-03-29', ['week-2021-03-29']],
  ])(
    'a register that is not closed on %s: %j, to the chair and the administrators',
    (today, steps) => {
      const expected = steps.flatMap((step) =>
        ['qa-chair', 'manager', 'coordinator'].map(
          (to) => `register/QA-2021-03-18/2021-03-18/${step}/${to}`,
        ),
      );
      expect(owedOn(day(today), register())).toEqual(expected);
    },
  );

  it('the first working day after a meeting is not yet the weekly one, nor is the Monday of the meeting itself', () => {
    const stepsOn = (today: string, on: string) => [
      ...new Set(
        owedOn(day(today), { kind: 'record', rule: 'register', record: meeting(on) }).map(
          (id) => id.split('/')[3],
        ),
      ),
    ];
    expect(stepsOn('2021-03-22', '2021-03-19')).toEqual(['after-1']);
    expect(stepsOn('2021-03-22', '2021-03-22')).toEqual([]);
  });

  it('a meeting that was called off or closed owes no register', () => {
    for (const status of ['held', 'postponed', 'cancelled'] as const)
      expect(owedOn(day('2021-03-19'), register(status))).toEqual([]);
  });

  const closed = (...marks: AttendanceStatus[]): Subject => {
    const meetings = marks.map((_, at) => meeting(addDays(day('2021-01-14'), 28 * at), 'held'));
    const attendance = marks.map((attended, at) => ({
      meetingId: meetings[at]?.id ?? '',
      agency: 'NPOL',
      attended,
    }));
    const record = { meeting: meetings.at(-1), meetings, attendance };
    return { kind: 'record', rule: 'absence', record };
  };

  it('an agency absent twice running is told to the group’s chair and to its lead', () => {
    expect(owedOn(day('2021-03-15'), closed('present', 'absent', 'apologies'))).toEqual([
      'absence/QA-2021-03-11/-/NPOL/qa-chair',
      'absence/QA-2021-03-11/-/NPOL/police-lead',
    ]);
    expect(owedOn(day('2021-03-15'), closed('absent', 'deputy', 'absent'))).toEqual([]);
    expect(owedOn(day('2021-03-15'), closed('absent', 'absent', 'present'))).toEqual([]);
  });
});

describe('an absence', () => {
  const meetings = ['2021-01-14', '2021-02-11', '2021-03-11'].map((on) => meeting(on, 'held'));
  const attendance = meetings.map(({ id }) => ({
    meetingId: id,
    agency: 'NPOL',
    attended: 'absent' as const,
  }));
  const after = (at: number): Subject => ({
    kind: 'record',
    rule: 'absence',
    record: { meeting: meetings[at], meetings, attendance },
  });

  it('is said when the last of the meetings missed is closed, and not of an earlier one', () => {
    expect(owedOn(day('2021-03-15'), after(2))).toHaveLength(2);
    expect(owedOn(day('2021-03-15'), after(1))).toEqual([]);
  });

  it('is said after as many meetings as the partnership sets', () => {
    const notices = { absencesInARow: 4 };
    const patient = { ...northmoor, partnership: { ...northmoor.partnership, notices } };
    expect(owedOn(day('2021-03-15'), after(2), patient)).toEqual([]);
    const exact = {
      ...northmoor,
      partnership: { ...northmoor.partnership, notices: { absencesInARow: 3 } },
    };
    expect(owedOn(day('2021-03-15'), after(2), exact)).toHaveLength(2);
  });

  it('is not said of a register that is late', () => {
    const open = [...meetings, meeting('2021-03-01')];
    const came = attendance.map((line) => ({ ...line, attended: 'present' as const }));
    const record = { meeting: meetings[2], meetings: open, attendance: came };
    expect(owedOn(day('2021-03-15'), { kind: 'record', rule: 'absence', record })).toEqual([]);
  });
});

describe('the group in whose chat something is said, when nobody can be reached', () => {
  const noticeGroups = (today: string, subject: Subject) =>
    noticesAbout(
      subject,
      createSweepContext(northmoor, { from: day(today), today: day(today) }, bankHolidays),
    ).map(({ group }) => group);

  it('is the one that follows an action up, the meeting’s own, and the board for what is in law', () => {
    const late = { owner: { agency: 'NPOL', group: 'QA' }, dueOn: day('2021-03-31') };
    expect(noticeGroups('2021-03-31', action(late))).toEqual(['QA']);
    expect(noticeGroups('2021-04-16', action(late))).toEqual(['QA']);
    const register = { kind: 'record', rule: 'register', record: meeting('2021-03-18') } as const;
    expect(new Set(noticeGroups('2021-03-19', register))).toEqual(new Set(['QA']));
    expect(new Set(noticeGroups('2021-09-30', { kind: 'report' }))).toEqual(new Set(['BRD']));
    expect(new Set(noticeGroups('2021-04-06', { kind: 'weekly' }))).toEqual(new Set(['BRD']));
  });

  it('is none for what somebody asked to be reminded of', () => {
    const about = { kind: 'words', words: 'ring the school' } as const;
    const record = {
      id: 'r-1',
      person: 'teacher',
      on: day('2021-03-15'),
      about,
      setAt: '2021-03-01T10:00:00Z',
    };
    const reminder = { kind: 'record', rule: 'reminder', record } as const;
    expect(noticeGroups('2021-03-15', reminder)).toEqual([undefined]);
  });
});

describe('what comes weekly or was asked for', () => {
  const evidenced = (facts: Parameters<typeof anAction>[1] = {}): Subject => ({
    kind: 'record',
    rule: 'verification',
    record: anAction('SA-027', {
      status: 'complete',
      impactEvidence: 'Fewer repeat referrals',
      ...facts,
    }),
  });

  it('evidence waits for a chair, and for the scrutineer where the chair owns it', () => {
    const monday = day('2021-03-15');
    expect(peopleIn(owedOn(monday, evidenced({ owner: { group: 'QA' } })))).toEqual(['qa-chair']);
    expect(
      peopleIn(owedOn(monday, evidenced({ owner: { group: 'QA', person: 'qa-chair' } }))),
    ).toEqual(['scrutineer']);
    expect(owedOn(monday, evidenced({ verifiedBy: 'scrutineer' }))).toEqual([]);
    expect(owedOn(monday, evidenced({ status: 'in progress' }))).toEqual([]);
    expect(owedOn(monday, evidenced({ owner: { group: 'QA' } }))).toEqual([
      'verification/SA-027/-/week-2021-03-15/qa-chair',
    ]);
    expect(owedOn(day('2021-03-16'), evidenced())).toEqual([]);
  });

  it('evidence waits for the partnership’s chair where the group’s and the scrutineer may not judge it, then for the administrators', () => {
    const monday = day('2021-03-15');
    const scrutinised = evidenced({ owner: { group: 'QA', agency: 'NCC' } });
    expect(peopleIn(owedOn(monday, scrutinised))).toEqual(['scrutineer']);
    const without = (...gone: string[]) => ({
      ...northmoor,
      people: northmoor.people.filter(({ id }) => !gone.includes(id)),
    });
    const administrators = ['manager', 'coordinator'];
    expect(peopleIn(owedOn(monday, scrutinised, without('scrutineer')))).toEqual(administrators);
    expect(peopleIn(owedOn(monday, scrutinised, without('scrutineer', ...administrators)))).toEqual(
      ['chair'],
    );
    const own = evidenced({ owner: { agency: 'CHAIR' } });
    expect(peopleIn(owedOn(monday, own, without('scrutineer', 'chair')))).toEqual(administrators);
  });

  it('evidence waits for nobody where a partnership wants nobody to hear of it', () => {
    const notices = { verificationTo: [] };
    const silent = { ...northmoor, partnership: { ...northmoor.partnership, notices } };
    expect(owedOn(day('2021-03-15'), evidenced({ owner: { group: 'QA' } }), silent)).toEqual([]);
  });

  it('every chair gets one letter on the first working day of the week', () => {
    expect(owedOn(day('2021-04-06'), { kind: 'weekly' })).toEqual([
      'weekly/2021-04-06/-/week/chair',
      'weekly/2021-04-06/-/week/qa-chair',
    ]);
    expect(owedOn(day('2021-04-07'), { kind: 'weekly' })).toEqual([]);
  });

  it('a reminder comes on its day, even on a Sunday, to who asked for it and is still here', () => {
    const reminder = (person: string): Subject => {
      const about = { kind: 'action', ref: 'SA-019' } as const;
      return {
        kind: 'record',
        rule: 'reminder',
        record: {
          id: 'r-1',
          person,
          on: day('2021-03-21'),
          about,
          setAt: '2021-03-15T10:00:00Z',
        },
      };
    };
    expect(owedOn(day('2021-03-21'), reminder('teacher'))).toEqual([
      'reminder/r-1/2021-03-21/asked/teacher',
    ]);
    expect(owedOn(day('2021-03-21'), reminder('gone'))).toEqual([]);
    expect(owedOn(day('2021-03-22'), reminder('teacher'))).toEqual([]);
  });
});

it('an id keeps its parts apart, whatever stands in them', () => {
  const odd: Day = day('2021-03-31');
  const [id] = owedOn(odd, { kind: 'action', action: anAction('SA/19 a', { dueOn: odd }) });
  expect(id).toBe('action/SA%2F19%20a/2021-03-31/day-0/police-lead');
});
