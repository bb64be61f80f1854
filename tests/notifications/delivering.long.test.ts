import { describe, expect, it, vi } from 'vitest';
import { addDays, type Day, day } from '../../src/domain/dates.ts';
import type { Delivery, DeliveryState } from '../../src/domain/notices/delivery.ts';
import type { PartnershipRecords } from '../../src/domain/partnership-records.ts';
import type { Records } from '../../src/storage/records.ts';
import { type Instance, setStage } from './stage.ts';

const MONDAY = day('2021-03-15');
const listLedger = (records: Records, from: Day = MONDAY, to: Day = from) =>
  records.ledger.list('sandwell', from, to);
const run = async ({ notifications }: Instance) => {
  await notifications.sweep();
  await notifications.deliverAll();
};
const inState = (deliveries: readonly Delivery[], state: DeliveryState) =>
  deliveries.filter((each) => each.state === state).map(({ person }) => person);

/** One action, owned by the police, due tomorrow; no clock runs. */
const oneAction = (records: PartnershipRecords): PartnershipRecords => ({
  ...records,
  reviews: [],
  meetings: [],
  attendance: [],
  actions: [
    {
      ref: 'SA-019',
      title: 'Share the plan',
      source: {},
      owner: { agency: 'WMP', group: 'QPPA' },
      status: 'in progress',
      dueOn: day('2021-03-16'),
    },
  ],
  partnership: {
    ...records.partnership,
    notices: { weeklyTo: [], escalations: [], riskTo: [], responseTo: [] },
  },
});

const quiet = (records: PartnershipRecords): PartnershipRecords => ({
  ...oneAction(records),
  people: records.people.filter(({ id }) => id !== 'business-manager' && id !== 'coordinator'),
});

describe('several instances', () => {
  it('sweeping and delivering at the same moment tell everybody once', async () => {
    const stage = await setStage();
    await stage.everybodyInstalls();
    const instances = await Promise.all([stage.instance(), stage.instance(), stage.instance()]);
    await Promise.all(instances.map(run));
    const said = instances.flatMap(({ sender }) =>
      sender.said.map(({ conversation }) => conversation),
    );
    const deliveries = await listLedger((instances[0] as Instance).records);
    expect(deliveries.length).toBeGreaterThan(8);
    expect(said.toSorted()).toEqual(deliveries.map(({ person }) => `a:${person}`).toSorted());
    expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['sent']));
    expect(new Set(deliveries.flatMap(({ notices }) => notices)).size).toBe(
      deliveries.flatMap(({ notices }) => notices).length,
    );
    await Promise.all(instances.map(run));
    expect(instances.flatMap(({ sender }) => sender.said)).toHaveLength(said.length);
  });

  it('at work side by side, one of them sweeps a partnership, and the next sweep is for whoever comes in time', async () => {
    const stage = await setStage(quiet);
    const [one, two] = [await stage.instance(), await stage.instance()];
    const takes = ({ records }: Instance, at: string) =>
      records.ledger.takeSweep('sandwell', new Date(`2021-03-15T${at}Z`), 300_000);
    const atOnce = await Promise.all([takes(one, '09:00:00'), takes(two, '09:00:00')]);
    expect(atOnce.toSorted()).toEqual([false, true]);
    expect(await takes(one, '09:04:59')).toBe(false);
    expect(await takes(two, '09:05:00')).toBe(true);
    expect(await takes(one, '09:05:01')).toBe(false);
    expect(await one.records.ledger.takeSweep('dale', new Date(), 300_000)).toBe(true);
    expect(await takes(one, '08:00:00')).toBe(true);

    const heads = [one, two].map(({ records }) => vi.spyOn(records.ledger, 'head'));
    for (const { notifications } of [one, two]) notifications.start();
    await expect.poll(() => listLedger(one.records)).toHaveLength(1);
    await Promise.all([one, two].map(({ notifications }) => notifications.stop()));
    expect(heads.map(({ mock }) => mock.calls.length).toSorted()).toEqual([0, 1]);
  });

  it('a sweep asks nobody’s wishes again who was told', async () => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    const one = await stage.instance();
    const asked = vi.spyOn(one.records.preferences, 'load');
    await one.notifications.sweep();
    expect(asked).toHaveBeenCalledExactlyOnceWith('sandwell', 'police-partner-lead');
    await one.notifications.sweep();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('a death between sweep and delivery loses nothing: another one delivers', async () => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    const [one, two] = [await stage.instance(), await stage.instance()];
    await one.notifications.sweep();
    await two.notifications.deliverAll();
    expect(two.sender.said).toHaveLength(1);
  });

  it('an order that got lost is given again by a later sweep', async () => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    const one = await stage.instance();
    await one.notifications.sweep();
    for (const taken of await one.records.deliveryQueue.take(32, 60_000)) await taken.done();
    stage.turnTo('2021-03-15T09:05');
    await run(one);
    expect(one.sender.said).toEqual([]);
    stage.turnTo('2021-03-15T09:15');
    await run(one);
    expect(one.sender.said).toHaveLength(1);
  });

  it('a death while a message is on its way puts it in doubt; the reminder is said again, and both are in the ledger', async () => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    const [one, two] = [await stage.instance(), await stage.instance()];
    one.sender.meanwhile(() => new Promise(() => {}));
    await one.notifications.sweep();
    void one.notifications.deliverAll();
    await expect
      .poll(async () => inState(await listLedger(two.records), 'sending'))
      .toHaveLength(1);
    const [begun] = await listLedger(two.records);
    if (!begun) throw new Error('Nothing was begun');
    const order = {
      partnership: 'sandwell',
      keys: [{ day: begun.day, person: begun.person, number: begun.number }],
      failures: 0,
    };
    stage.turnTo('2021-03-15T09:06');
    await two.records.deliveryQueue.put([order]);
    await two.notifications.deliverAll();
    const deliveries = await listLedger(two.records);
    expect(deliveries.map(({ number, state, repeats }) => [number, state, repeats])).toEqual([
      [1, 'unknown', undefined],
      [2, 'sent', 1],
    ]);
    expect(two.sender.said).toHaveLength(1);
  });
});

it('stopping finishes what is going out, leaves the rest to others, and loses and doubles nothing', async () => {
  const stage = await setStage();
  await stage.everybodyInstalls();
  const [one, two] = [await stage.instance(), await stage.instance()];
  let arrived = () => {};
  const isOut = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let stopped: Promise<void> | undefined;
  one.sender.meanwhile(async () => {
    stopped ??= one.notifications.stop();
    arrived();
  });
  await one.notifications.sweep();
  one.notifications.start();
  await isOut;
  await stopped;
  expect(inState(await listLedger(one.records), 'sending')).toEqual([]);
  await two.notifications.deliverAll();
  const deliveries = await listLedger(one.records);
  const said = [one, two].flatMap(({ sender }) =>
    sender.said.map(({ conversation }) => conversation),
  );
  expect(said.toSorted()).toEqual(deliveries.map(({ person }) => `a:${person}`).toSorted());
  expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['sent']));
});

describe('told to stop, before anything is on its way', () => {
  it('an order that it was just taking goes back unread, and another one has it at once', async () => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    const [one, two] = [await stage.instance(), await stage.instance()];
    await one.notifications.sweep();
    const { take } = one.records.deliveryQueue;
    const taking = vi
      .spyOn(one.records.deliveryQueue, 'take')
      .mockImplementationOnce((...asked) => {
        void one.notifications.stop();
        return take(...asked);
      });
    const read = vi.spyOn(one.records.ledger, 'findAll');
    expect(await one.notifications.deliverAll()).toBe(1);
    expect(taking).toHaveBeenCalledTimes(1);
    expect(read).not.toHaveBeenCalled();
    await two.notifications.deliverAll();
    expect(two.sender.said).toHaveLength(1);
  });

  it('a message that it was just preparing is not begun, and another one tells it', async () => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    const [one, two] = [await stage.instance(), await stage.instance()];
    await one.notifications.sweep();
    const { personal } = one.records.conversations;
    const prepared = vi
      .spyOn(one.records.conversations, 'personal')
      .mockImplementationOnce((...asked) => {
        void one.notifications.stop();
        return personal(...asked);
      });
    await one.notifications.deliverAll();
    expect(prepared).toHaveBeenCalledTimes(1);
    expect(one.sender.said).toEqual([]);
    expect(await listLedger(two.records)).toMatchObject([{ state: 'claimed', attempts: 0 }]);
    await two.notifications.deliverAll();
    expect(two.sender.said).toHaveLength(1);
  });
});

describe('storage that fails while a message goes out', () => {
  type Change = Records['ledger']['change'];
  /** One write to the ledger fails, by its number; it is lost on the way there, or only its answer is. */
  const failing = (number: number, lost: 'write' | 'answer') => {
    let writes = 0;
    return (ledger: Records['ledger']) => ({
      ...ledger,
      async change(...change: Parameters<Change>) {
        writes += 1;
        if (writes !== number) return ledger.change(...change);
        if (lost === 'answer') await ledger.change(...change);
        throw new Error('Storage is busy');
      },
    });
  };

  it.each([
    ['that it goes out, which is not written', 1, 'write'],
    ['that it goes out, which is written without an answer', 1, 'answer'],
    ['that it arrived, which is not written', 2, 'write'],
    ['that it arrived, which is written without an answer', 2, 'answer'],
  ] as const)('%s: it is told once, and not in doubt', async (_, number, lost) => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    const one = await stage.instance({ troubled: failing(number, lost) });
    await run(one);
    expect(one.sender.said).toHaveLength(1);
    expect(await listLedger(one.records)).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });
});

describe('right before a message goes out', () => {
  it.each<[string, (records: Records) => Promise<unknown>, string]>([
    [
      'the date was moved',
      (records) => changeAction(records, { dueOn: day('2021-05-31') }),
      'no longer owed',
    ],
    ['it was closed', (records) => changeAction(records, { status: 'complete' }), 'no longer owed'],
    [
      'somebody else owns it now',
      (records) => changeAction(records, { owner: { agency: 'SMBC' } }),
      'no longer owed',
    ],
    [
      'they snoozed it',
      ({ preferences }) => {
        const snoozes = [{ subject: 'SA-019', until: day('2021-03-22') }];
        return preferences.save(
          'sandwell',
          { person: 'police-partner-lead', quietDays: [], snoozes },
          '',
        );
      },
      'snoozed',
    ],
  ])('%s: it is not said', async (_, happens, reason) => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    const one = await stage.instance();
    await one.notifications.sweep();
    await happens(one.records);
    await one.notifications.deliverAll();
    expect(one.sender.said).toEqual([]);
    expect(await listLedger(one.records)).toMatchObject([{ state: 'suppressed', reason }]);
  });

  it('the quiet hours began: it waits for the next working day, and is in that day’s message', async () => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    const one = await stage.instance();
    await one.notifications.sweep();
    stage.turnTo('2021-03-15T18:00');
    await one.notifications.deliverAll();
    expect(one.sender.said).toEqual([]);
    stage.turnTo('2021-03-16T07:59');
    await run(one);
    expect(one.sender.said).toEqual([]);
    stage.turnTo('2021-03-16T08:00');
    await run(one);
    expect(one.sender.said).toMatchObject([
      {
        conversation: 'a:police-partner-lead',
        text: expect.stringMatching(/^SA-019 is due today/),
      },
    ]);
  });

  it('what came up after the message of the day is in the next day’s', async () => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    const one = await stage.instance();
    await run(one);
    const late = {
      ref: 'SA-020',
      title: 'Train the new team',
      source: {},
      owner: { agency: 'WMP' },
      status: 'open',
      dueOn: day('2021-03-24'),
    } as const;
    await one.records.actions.save('sandwell', [{ action: late }]);
    await run(one);
    expect(one.sender.said).toHaveLength(1);
    stage.turnTo('2021-03-16T09:00');
    await run(one);
    const [, second] = await listLedger(one.records, MONDAY, addDays(MONDAY, 1));
    expect(second?.notices).toEqual([
      'action/SA-019/2021-03-16/day-0/police-partner-lead',
      'action/SA-020/2021-03-24/day-7/police-partner-lead',
    ]);
    expect(one.sender.said).toHaveLength(2);
  });
});

describe('when a message does not arrive', () => {
  it('it is tried again at its time, and told in the end', async () => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    const one = await stage.instance();
    one.sender.goes({ outcome: 'not-sent', reason: 'busy', retryInMs: 60_000 });
    await run(one);
    const [waiting] = await one.records.ledger.listByState('sandwell', 'waiting', MONDAY, MONDAY);
    expect(waiting).toMatchObject({ person: 'police-partner-lead', attempts: 1, reason: 'busy' });
    stage.turnTo('2021-03-15T09:30');
    await run(one);
    expect(one.sender.said).toHaveLength(1);
    expect(await one.records.ledger.listByState('sandwell', 'waiting', MONDAY, MONDAY)).toEqual([]);
  });

  it.each(['limits', 'locked-out'] as const)(
    'held up all day by %s it uses up no try, is on the list of what waits, and is told on the day after',
    async (reason) => {
      const stage = await setStage(quiet);
      await stage.everybodyInstalls();
      const one = await stage.instance();
      one.sender.goesOn({ outcome: 'not-sent', reason, retryInMs: 0 });
      for (const hour of ['09', '10', '11', '12', '13', '14', '15', '16', '17']) {
        stage.turnTo(`2021-03-15T${hour}:00`);
        await run(one);
        stage.turnTo(`2021-03-15T${hour}:20`);
        await run(one);
      }
      expect(
        await one.records.ledger.listByState('sandwell', 'waiting', MONDAY, MONDAY),
      ).toMatchObject([{ attempts: 0, reason }]);
      one.sender.goesOn();
      stage.turnTo('2021-03-16T09:00');
      await run(one);
      await run(one);
      expect(one.sender.said).toMatchObject([
        { text: expect.stringMatching(/^SA-019 is due today/) },
      ]);
    },
  );

  it('what was held up together is ordered together', async () => {
    const stage = await setStage();
    await stage.everybodyInstalls();
    const one = await stage.instance();
    const claimed = await one.notifications.sweep();
    one.sender.goes(
      ...claimed.map(() => ({ outcome: 'not-sent', reason: 'busy', retryInMs: 30_000 }) as const),
    );
    const ordered = vi.spyOn(one.records.deliveryQueue, 'put');
    await one.notifications.deliverAll();
    const keys = claimed.map(({ day, person, number }) => ({ day, person, number }));
    expect(ordered.mock.calls).toEqual([
      [[{ partnership: 'sandwell', keys, failures: 0 }], 30_000],
    ]);
  });

  it('somebody who cannot be reached is told of in the chat of their group, and is on the list', async () => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls(['police-partner-lead']);
    const one = await stage.instance();
    const chat = { conversationId: '19:qppa', serviceUrl: 'https://teams.example' };
    await one.records.conversations.note(
      'sandwell',
      { kind: 'group', conversationId: '19:qppa' },
      chat,
    );
    await one.records.meetings.link('sandwell', '19:qppa', { group: 'QPPA' }, 'coordinator');
    await run(one);
    expect(one.sender.said).toEqual([
      { conversation: '19:qppa', text: expect.stringMatching(/SA-019.*Police Partner Lead/) },
    ]);
    const [listed] = await one.records.ledger.listByState(
      'sandwell',
      'undelivered',
      MONDAY,
      MONDAY,
    );
    expect(listed).toMatchObject({
      reason: 'not-installed',
      fallback: { group: 'QPPA', state: 'said' },
    });
  });

  describe('somebody who took Convenor off again', () => {
    const CHAT = { conversationId: '19:qppa', serviceUrl: 'https://teams.example' };
    const gone = { outcome: 'unreachable', reason: 'not-installed' } as const;
    const start = async (targetedMessages = false) => {
      const stage = await setStage(quiet);
      await stage.everybodyInstalls();
      const one = await stage.instance({ targetedMessages });
      const { conversations, meetings } = one.records;
      await conversations.note('sandwell', { kind: 'group', conversationId: '19:qppa' }, CHAT);
      await meetings.link('sandwell', '19:qppa', { group: 'QPPA' }, 'coordinator');
      const inGroup = () =>
        one.sender.said.filter(({ conversation }) => conversation === '19:qppa');
      return { stage, one, inGroup };
    };
    const writesAgain = ({ records }: Instance) =>
      records.conversations.note(
        'sandwell',
        { kind: 'personal', conversationId: 'a:police-partner-lead' },
        { ...CHAT, conversationId: 'a:police-partner-lead' },
        'police-partner-lead',
      );

    it('is told of once in the group, then listed, however often it is swept', async () => {
      const { stage, one, inGroup } = await start();
      one.sender.goes(gone);
      for (const time of ['15T09:00', '15T09:20', '15T10:00', '16T09:00', '16T09:20', '22T09:00']) {
        stage.turnTo(`2021-03-${time}`);
        await run(one);
      }
      expect(inGroup()).toHaveLength(1);
      const deliveries = await listLedger(one.records, MONDAY, addDays(MONDAY, 7));
      expect(inState(deliveries, 'undelivered').length).toBeGreaterThan(1);
    });

    it('hears again once they write, and is told of again should they go again', async () => {
      const { stage, one, inGroup } = await start();
      one.sender.goes(gone);
      await run(one);
      await writesAgain(one);
      stage.turnTo('2021-03-15T09:20');
      await run(one);
      expect(inState(await listLedger(one.records), 'sent')).toEqual(['police-partner-lead']);
      one.sender.goes({ ...gone, reason: 'blocked' });
      stage.turnTo('2021-03-16T09:00');
      await run(one);
      expect(inGroup()).toHaveLength(2);
    });

    it('is told there what is theirs, for them alone, where such messages are on', async () => {
      const { stage, one, inGroup } = await start(true);
      one.sender.goes(gone);
      await run(one);
      stage.turnTo('2021-03-16T09:00');
      await run(one);
      expect(inGroup()).toMatchObject([
        { onlyTo: expect.any(String), text: expect.stringMatching(/SA-019 .*Only you see this/s) },
        { onlyTo: expect.any(String), text: expect.stringMatching(/SA-019 is due today/) },
      ]);
    });

    it('is told of to the group where they are not in its chat to be told alone', async () => {
      const { one, inGroup } = await start(true);
      one.sender.goes(gone, gone);
      await run(one);
      expect(inGroup()).toMatchObject([{ text: expect.stringContaining('Police Partner Lead') }]);
      expect(inGroup()[0]).not.toHaveProperty('onlyTo');
    });

    it('is listed alone where Convenor is no longer in the group’s chat either', async () => {
      const { stage, one, inGroup } = await start();
      one.sender.goes(gone, { ...gone, reason: 'gone' });
      await run(one);
      stage.turnTo('2021-03-16T09:00');
      await run(one);
      expect(inGroup()).toEqual([]);
      expect(await one.records.conversations.chat('sandwell', '19:qppa')).toBeUndefined();
      const deliveries = await listLedger(one.records, MONDAY, addDays(MONDAY, 1));
      expect(inState(deliveries, 'undelivered')).toHaveLength(2);
    });

    it('is told of by name alone where it is about a rapid review', async () => {
      const stage = await setStage((records) => ({
        ...oneAction(records),
        actions: [],
        reviews: [{ ref: 'RR-2021-02', awareOn: day('2021-03-08'), agencies: [] } as never],
      }));
      await stage.everybodyInstalls(['police-partner-lead']);
      const one = await stage.instance();
      const { conversations, meetings } = one.records;
      await conversations.note('sandwell', { kind: 'group', conversationId: '19:qppa' }, CHAT);
      await meetings.link('sandwell', '19:qppa', { group: 'BOARD' }, 'coordinator');
      await run(one);
      expect(one.sender.said.filter(({ conversation }) => conversation === '19:qppa')).toEqual([
        {
          conversation: '19:qppa',
          text: 'I could not reach Police Partner Lead. To get my messages they open Convenor in Teams and write to it once.',
        },
      ]);
    });
  });

  it('whether or not it arrived: a reminder is said again, a request to decide is listed and never said twice', async () => {
    const stage = await setStage((records) => ({
      ...quiet(records),
      actions: [
        ...quiet(records).actions,
        {
          ref: 'SA-027',
          title: 'Audit',
          source: {},
          owner: { agency: 'SMBC', group: 'CEB' },
          status: 'complete',
          impactEvidence: 'Fewer repeats',
        },
      ],
    }));
    await stage.everybodyInstalls();
    const one = await stage.instance();
    one.sender.goes({ outcome: 'unknown' });
    await run(one);
    expect(
      await one.records.ledger.listByState('sandwell', 'unknown', MONDAY, MONDAY),
    ).toMatchObject([{ person: 'police-partner-lead', number: 1 }]);
    expect(one.sender.said.map(({ text }) => /You may have had this already/.test(text))).toEqual([
      false,
      true,
    ]);
    const [first, again] = await listLedger(one.records);
    expect(first?.notices).toContain('verification/SA-027/-/week-2021-03-15/police-partner-lead');
    expect(again).toMatchObject({
      state: 'sent',
      repeats: 1,
      notices: ['action/SA-019/2021-03-16/day-1/police-partner-lead'],
    });
    stage.turnTo('2021-03-16T09:00');
    await run(one);
    const next = await listLedger(one.records, addDays(MONDAY, 1));
    expect(next.flatMap(({ notices }) => notices)).toEqual([
      'action/SA-019/2021-03-16/day-0/police-partner-lead',
    ]);
  });

  it('an order that fails on storage comes back soon, and not only when it would have been forgotten', async () => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    let failures = 0;
    const one = await stage.instance({
      troubled: (ledger) => ({
        ...ledger,
        async findAll(...asked) {
          failures += 1;
          if (failures === 1) throw new Error('Storage is busy');
          return ledger.findAll(...asked);
        },
      }),
    });
    await run(one);
    expect(one.sender.said).toEqual([]);
    await expect
      .poll(() => one.notifications.deliverAll().then(() => one.sender.said), {
        interval: 500,
      })
      .toHaveLength(1);
  });

  it('a message in the queue that is no order keeps nobody waiting', async () => {
    const stage = await setStage(quiet);
    await stage.everybodyInstalls();
    const one = await stage.instance();
    await one.records.deliveryQueue.put([
      'not an order' as never,
      { partnership: 'nowhere', keys: [], failures: 0 },
    ]);
    await run(one);
    expect(one.sender.said).toHaveLength(1);
    expect(await one.records.deliveryQueue.take(1, 1_000)).toEqual([]);
  });
});

async function changeAction({ actions }: Records, facts: object): Promise<void> {
  const stored = await actions.find('sandwell', 'SA-019');
  if (!stored) throw new Error('There is no SA-019');
  await actions.save('sandwell', [{ action: { ...stored.action, ...facts } }]);
}
