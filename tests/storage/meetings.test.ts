import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { addDays, day, type LocalTime } from '../../src/domain/dates.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { callOff, move, schedule } from '../../src/domain/meeting-commands.ts';
import { findDecisions } from '../../src/features/decisions/queries.ts';
import { addDecision } from '../../src/features/decisions/store.ts';
import type { Records } from '../../src/storage/records.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { createRequestMeter } from '../support/request-meter.ts';

const bankHolidays = ENGLAND_BANK_HOLIDAYS;
const manager: Actor = {
  by: 'manager',
  at: '2021-03-15T09:00:00Z',
  today: day('2021-03-15'),
};
const aMeeting = (group: string, on: string): Meeting => ({
  id: `${group}-${on}`,
  group,
  title: group,
  kind: 'ordinary',
  startsAt: `${on}T14:00` as LocalTime,
  minutes: 120,
  status: 'scheduled',
});
const aDecision = (id: string, group: string, on: string): Decision => ({
  id,
  group,
  decidedOn: day(on),
  what: `Decision ${id}`,
  options: [],
  authority: 'Terms of reference',
  quorumThen: {
    quorum: { quorate: false, missing: ['POL'], short: [] },
    attending: ['NHS'],
    proceeding: 'Urgent',
  },
  recordedBy: 'chair',
  recordedAt: `${on}T15:00:00Z`,
});

function settled<Value>(
  outcome: { ok: true; value: Value } | { ok: false; refusal: string },
): Value {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

describe('the meetings of a partnership', () => {
  const meter = createRequestMeter();
  let records: Records;
  beforeAll(async () => {
    const tablePrefix = freshPrefix();
    const stored = await freshRecords({ tablePrefix });
    const others = Array.from({ length: 200 }, (_, at) =>
      aMeeting(`G${at % 5}`, addDays(day('2020-04-01'), at)),
    );
    await stored.meetings.save(
      'dale',
      [...others, aMeeting('QA', '2021-04-14'), aMeeting('QA', '2021-06-09')],
      [],
      'import',
    );
    records = await freshRecords({ tablePrefix, policies: [meter.policy] });
  });

  it.each<[question: string, requests: number, rows: number, ask: () => Promise<unknown>]>([
    [
      'the next one of a group',
      1,
      1,
      () => records.meetings.findNext('dale', 'QA', day('2021-03-15')),
    ],
    [
      'those of a group in a year',
      1,
      2,
      () => records.meetings.list('dale', 'QA', day('2021-04-01'), day('2022-03-31')),
    ],
    ['one with its history', 2, 1, () => records.meetings.find('dale', 'QA-2021-04-14')],
    ['what a chat is kept for', 1, 0, () => records.meetings.findLink('dale', 'chat')],
    ['its agenda', 1, 0, () => records.agendas.items('dale', 'QA-2021-04-14')],
    [
      'what a group decided in a year',
      1,
      0,
      () =>
        findDecisions(
          { store: records.stores('dale') },
          {
            group: 'QA',
            from: day('2020-04-01'),
            to: day('2021-03-31'),
          },
        ),
    ],
  ])(
    'cost for %s %i requests and %i rows, however many other groups have',
    async (_, requests, rows, ask) => {
      expect(await meter.measure(ask)).toMatchObject({ requests, rows });
    },
  );

  it('are found under their new day only, once they are moved', async () => {
    const found = await records.meetings.find('dale', 'QA-2021-04-14');
    if (!found) throw new Error('The meeting is not there');
    const wanted = { startsAt: '2021-04-21T10:00' as LocalTime, reason: 'Chair away' };
    expect(
      await records.meetings.record(
        'dale',
        settled(move(found.meeting, wanted, manager, bankHolidays)),
        found.version,
      ),
    ).toBe('saved');
    const spring = await records.meetings.list('dale', 'QA', day('2021-04-01'), day('2021-04-30'));
    expect(spring.map(({ startsAt }) => startsAt)).toEqual(['2021-04-21T10:00']);
    expect((await records.meetings.findNext('dale', 'QA', day('2021-04-01')))?.startsAt).toBe(
      '2021-04-21T10:00',
    );
    const now = await records.meetings.find('dale', 'QA-2021-04-14');
    expect(now?.history.map(({ type, reason }) => [type, reason])).toEqual([
      ['moved', 'Chair away'],
    ]);
  });

  it('are no longer the next once they are called off, and stay listed', async () => {
    const found = await records.meetings.find('dale', 'QA-2021-06-09');
    if (!found) throw new Error('The meeting is not there');
    const off = settled(callOff(found.meeting, 'cancelled', 'Election', manager));
    await records.meetings.record('dale', off, found.version);
    expect(await records.meetings.findNext('dale', 'QA', day('2021-06-01'))).toBeUndefined();
    const june = await records.meetings.list('dale', 'QA', day('2021-06-01'), day('2021-06-30'));
    expect(june.map(({ status }) => status)).toEqual(['cancelled']);
  });

  it('are changed by one of two who saw the same, and the other is told', async () => {
    const before = await records.meetings.find('dale', 'QA-2021-04-14');
    if (!before) throw new Error('The meeting is not there');
    const to = (startsAt: string) =>
      settled(
        move(
          before.meeting,
          { startsAt: startsAt as LocalTime, reason: 'Room' },
          manager,
          bankHolidays,
        ),
      );
    const outcomes = await Promise.all([
      records.meetings.record('dale', to('2021-04-22T10:00'), before.version),
      records.meetings.record('dale', to('2021-04-23T10:00'), before.version),
    ]);
    expect(outcomes.sort()).toEqual(['saved', 'stale']);
  });

  it('are not set up twice under one id', async () => {
    const set = settled(schedule(aMeeting('QA', '2021-09-08'), manager, bankHolidays));
    const outcomes = await Promise.all([
      records.meetings.record('dale', set, ''),
      records.meetings.record('dale', set, ''),
    ]);
    expect(outcomes.sort()).toEqual(['saved', 'stale']);
  });
});

describe('decisions', () => {
  it('stay as they were first recorded, and come back by group and day, the latest first', async () => {
    const records = await freshRecords();
    const first = aDecision('d1', 'EXEC', '2021-03-10');
    await addDecision(records.stores('dale', 'd1'), first);
    expect(
      await addDecision(records.stores('dale', 'd1'), { ...first, what: 'Something else' }),
    ).toEqual(first);
    await addDecision(records.stores('dale'), aDecision('d2', 'EXEC', '2021-05-12'));
    await addDecision(records.stores('dale'), aDecision('d3', 'QA', '2021-04-14'));
    const span = { from: day('2021-03-01'), to: day('2021-05-12') };
    const ids = (decisions: readonly Decision[]) => decisions.map(({ id }) => id);
    expect(ids(await findDecisions({ store: records.stores('dale') }, span))).toEqual([
      'd2',
      'd3',
      'd1',
    ]);
    expect(
      ids(await findDecisions({ store: records.stores('dale') }, { ...span, group: 'EXEC' })),
    ).toEqual(['d2', 'd1']);
    expect(
      ids(
        await findDecisions(
          { store: records.stores('dale') },
          { ...span, group: 'EXEC', to: day('2021-05-11') },
        ),
      ),
    ).toEqual(['d1']);
    expect(await findDecisions({ store: records.stores('other') }, span)).toEqual([]);
  });
});
