import { beforeAll, describe, expect, it } from 'vitest';
import { holdStore } from '../../src/contract/hold-store.ts';
import { day, type LocalTime } from '../../src/domain/dates.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { plannedRegister } from '../../src/domain/register.ts';
import { close, open } from '../../src/domain/register-commands.ts';
import { mark } from '../../src/domain/register-marks.ts';
import { referralRetention, referralStore } from '../../src/features/referrals/store.ts';
import type { Records } from '../../src/storage/records.ts';
import { freshRecords } from '../support/azurite.ts';
import { anAction } from './some-actions.ts';

const HOME = 'north';
const today = day('2031-05-12');
const actor = { by: 'manager', at: '2021-05-12T14:00:00Z', today: day('2021-05-12') };

let records: Records;

beforeAll(async () => {
  records = await freshRecords({ now: () => new Date('2021-05-12T14:00:00Z') });
  await records.actions.save(HOME, [
    {
      action: anAction('SA-1', {
        status: 'complete',
        completedOn: day('2021-05-12'),
        owner: { agency: 'POLICE' },
      }),
    },
    { action: anAction('SA-2', { status: 'complete', completedOn: day('2021-05-13') }) },
    { action: anAction('SA-3', { status: 'in progress', dueOn: day('2019-01-01') }) },
  ]);
  const startsAt = '2021-05-12T14:00' as LocalTime;
  const meeting: Meeting = {
    id: 'M-1',
    group: 'BOARD',
    title: '',
    kind: '',
    startsAt,
    minutes: 60,
    status: 'scheduled',
  };
  await records.meetings.save(HOME, [meeting], [], 'import');
  const planned = plannedRegister(meeting, ['POLICE']);
  const change = (decide: Parameters<Records['registers']['change']>[2]) =>
    records.registers.change(HOME, 'M-1', decide);
  await change((register) => open(register ?? planned, ['POLICE'], actor));
  const here = {
    person: 'lead',
    agency: 'POLICE',
    status: 'here',
    message: 'back at four',
  } as const;
  await change((register) => mark(register ?? planned, here, actor));
  await change((register) => close(register ?? planned, actor));
  await records.agendas.add(
    HOME,
    {
      id: 'I-1',
      meetingId: 'M-1',
      title: 'Budget',
      status: 'accepted',
      position: 1,
      proposedBy: 'm',
      proposedAt: actor.at,
    },
    'm',
  );
  const from = { tenantId: 't', objectId: 'o' };
  const sent = {
    day: day('2021-05-12'),
    person: 'm',
    number: 1,
    notices: ['action|SA-1|due'],
    attempts: 1,
    at: actor.at,
  };
  const head = await records.ledger.head(HOME, sent.day);
  await records.ledger.claim(HOME, sent.day, head, [{ ...sent, state: 'sent' }]);
  await records.refusals.record(HOME, {
    from,
    person: 'm',
    verb: 'v',
    refusal: 'access',
    conversationId: 'c',
  });
});

describe('what has been kept for as long as its rule says', () => {
  it('is named with the reason, and nothing else is', async () => {
    const due = await records.retention.due(HOME, today);
    expect(due.map(({ kind, id, since }) => [kind, id, since])).toEqual([
      ['action', 'SA-1', '2021-05-12'],
      ['agenda item', 'M-1', '2021-05-12'],
      ['roll-call', 'M-1', '2021-05-12'],
      ['refusal', expect.stringContaining('2021-05-12'), '2021-05-12'],
      ['notices', '2021-05', '2021-05'],
    ]);
    expect(await records.retention.due(HOME, day('2022-05-12'))).toEqual([]);
  });

  it('goes, and the attendance stays; every audit log is in order', async () => {
    await records.actions.searchTitles(HOME, 'action', 5);
    for (const due of await records.retention.due(HOME, today))
      await records.retention.forget(HOME, due, 'retention');

    expect(await records.retention.due(HOME, today)).toEqual([]);
    expect(await records.actions.find(HOME, 'SA-1')).toBeUndefined();
    expect((await records.actions.tallies(HOME)).all).toEqual({ open: 1, closed: 1 });
    expect(
      (await records.actions.searchTitles(HOME, 'action', 5)).map(({ ref }) => ref).sort(),
    ).toEqual(['SA-2', 'SA-3']);
    expect(await records.agendas.items(HOME, 'M-1')).toEqual([]);
    const stored = await records.registers.find(HOME, 'M-1');
    expect(stored?.register).toMatchObject({
      status: 'closed',
      marks: [],
      lines: [{ agency: 'POLICE', attended: 'present' }],
    });
    expect(await records.refusals.list(HOME)).toEqual([]);
    expect(await records.ledger.list(HOME, day('2021-05-01'), day('2021-05-31'))).toEqual([]);
    expect((await records.auditLog.verify()).flatMap(({ faults }) => faults)).toEqual([]);
  });
});

it('keeps a referral that is held, and lets it go when it is released', async () => {
  const open = records.stores('referring');
  const event = { type: 'added', by: 'manager', at: '2021-05-12T14:00:00Z' };
  await open(referralStore).add(
    { id: 'REF-1', on: day('2021-01-01'), from: 'a school', whyNot: 'No serious harm' },
    event,
  );
  const due = async () =>
    (await records.retention.due('referring', day('2031-05-12'), [referralRetention])).map(
      ({ id }) => id,
    );
  expect(await due()).toEqual(['REF-1']);
  const hold = { kind: 'referral', id: 'REF-1', reason: 'An inquest' };
  await open(holdStore).add(hold, event);
  expect(await due()).toEqual([]);
  const releasedOn = day('2031-01-01');
  await open(holdStore).change(['referral', 'REF-1'], (each) => ({
    ok: true,
    value: { record: { ...each, releasedOn }, event: { ...event, type: 'released' } },
  }));
  const [gone] = await records.retention.due('referring', day('2031-05-12'), [referralRetention]);
  if (gone) await records.retention.forget('referring', gone, 'retention', [referralRetention]);
  expect(await open(referralStore).get('REF-1')).toBeUndefined();
  expect(await open(referralStore).history('REF-1')).toEqual([]);
});
