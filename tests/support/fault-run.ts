import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createCalendar } from '../../src/contract/calendar.ts';
import { type Delivery, isOver } from '../../src/domain/notices/delivery.ts';
import { parseNoticeId } from '../../src/domain/notices/notice.ts';
import { noticeSources } from '../../src/features/index.ts';
import { createNotifications } from '../../src/notifications/notifications.ts';
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { createRecords } from '../../src/storage/records.ts';
import { ANNOUNCE_INTERVAL_MS, STARTUP_PAUSE_INTERVALS } from '../../src/teams/rate-quota.ts';
import {
  type ConnectorOptions,
  type ConnectorProcess,
  type ConnectorReport,
  spawnFakeConnector,
} from './fake-connector.ts';
import {
  CLOSED,
  LOADED,
  listPartnerships,
  loadNotices,
  NOTICE_IN_MESSAGE,
  toConversationId,
} from './notice-load.ts';
import type { NoticeSenderOptions } from './notice-sender.ts';
import { patientStorage } from './patient-storage.ts';
import { seeded } from './seeded.ts';

export interface FaultRunOptions {
  readonly notices: number;
  readonly speed: number;
  readonly senders: number;
  readonly connector?: Omit<
    ConnectorOptions,
    'speed' | 'closed' | 'notice' | 'seed' | 'isSoundAtFirst'
  >;
  /** Everybody can be reached; otherwise each fiftieth cannot. */
  readonly isAllOpen?: boolean;
  /** So many times one of the senders ends so, and another takes its place. */
  readonly ends?: Ends;
  /**
   * At first, until so many notices are told, no answer is lost, and senders end in good order: at a speed of its own, at which the
   * machine is never so slow that a message counts as unknown for the time that it takes.
   */
  readonly soundUntil?: { readonly told: number; readonly ends: Ends; readonly speed: number };
  readonly seed?: number;
  readonly patienceMs?: number;
}

interface Ends {
  readonly times: number;
  readonly signal: 'SIGKILL' | 'SIGTERM';
}

export interface FaultRun {
  /** Neither in a conversation nor on a list. */
  readonly lost: readonly string[];
  /** In a conversation more than once, though nothing about it is listed as in doubt. */
  readonly twice: readonly string[];
  /** In a conversation more than once, and listed as in doubt. */
  readonly twiceInDoubt: readonly string[];
  /** Decision prompts that are in a conversation more than once. */
  readonly promptsTwice: readonly string[];
  /** Reminders of which every try is in doubt and that are in no conversation: what is said again did not get through. */
  readonly onlyInDoubt: readonly string[];
  /** What was in a conversation more than once, in doubt, or left as being sent when all had ended in good order. */
  readonly whileSound: {
    readonly twice: readonly string[];
    readonly inDoubt: readonly Delivery[];
    readonly sending: readonly Delivery[];
  };
  /** Deliveries, by what became of them. */
  readonly states: Readonly<Record<string, number>>;
  /** Deliveries of which nothing had become when patience ended. */
  readonly open: number;
  readonly connector: ConnectorReport;
}

/** How long a sender is at work before it is ended, in milliseconds; not counted from its start but from when it may speak. */
const AT_WORK = { least: 200, most: 1_200 };
const REST_MS = ANNOUNCE_INTERVAL_MS * STARTUP_PAUSE_INTERVALS;

/** Real records and queue, real processes of senders, and a connector at which all that can go wrong does. */
export async function runFaults(options: FaultRunOptions): Promise<FaultRun> {
  const { notices, speed, senders, ends, soundUntil, seed = 1, patienceMs = 600_000 } = options;
  const azurite = await startAzurite();
  const connector = await spawnFakeConnector({
    ...options.connector,
    speed,
    seed,
    isSoundAtFirst: soundUntil !== undefined,
    ...(!options.isAllOpen && { closed: CLOSED }),
    notice: NOTICE_IN_MESSAGE,
  });
  const { connectionString } = azurite;
  const records = createRecords({
    connection: { connectionString },
    tablePrefix: 'Faults',
    now: () => opened,
    policies: [patientStorage],
  });
  const opened = new Date(LOADED.opensAt);
  await records.prepare();
  await insist(() => loadNotices(records, notices, connector.serviceUrl));
  await insist(() => sweepOnce(records, opened));

  const random = seeded(seed);
  const all = async () => {
    const found: Delivery[] = [];
    for (const id of listPartnerships(notices))
      found.push(...(await records.ledger.list(id, LOADED.today, LOADED.today)));
    return found;
  };
  /** Senders on a clock that shows this, and goes at this speed. */
  const startSenders = (showed: number, pace: number) => {
    const clock = { showed, at: Date.now() };
    const start = () =>
      startSender({ connectionString, tablePrefix: 'Faults', speed: pace, clock });
    const running = Array.from({ length: senders }, start);
    return {
      async endSome({ times, signal }: Ends) {
        for (let ended = 0; ended < times; ended += 1) {
          const at = Math.floor(random() * senders);
          const sender = await running[at];
          await pause(REST_MS / pace + AT_WORK.least + random() * (AT_WORK.most - AT_WORK.least));
          await endSender(sender, signal);
          running[at] = start();
        }
      },
      /** Ends all in good order, and answers what the clock shows then. */
      async stop() {
        await Promise.all(running.map(async (sender) => endSender(await sender, 'SIGTERM')));
        return clock.showed + (Date.now() - clock.at) * pace;
      },
    };
  };
  let showed = opened.getTime();
  let whileSound: FaultRun['whileSound'] = { twice: [], inDoubt: [], sending: [] };
  if (soundUntil) {
    const sound = startSenders(showed, soundUntil.speed);
    await sound.endSome(soundUntil.ends);
    await untilTold(connector, soundUntil.told, patienceMs);
    showed = await sound.stop();
    const { unknown = [], sending = [] } = Object.groupBy(await insist(all), ({ state }) => state);
    const { received } = await connector.worsen();
    whileSound = {
      twice: Object.keys(received).filter((each) => (received[each] ?? 0) > 1),
      inDoubt: unknown,
      sending,
    };
  }
  const last = startSenders(showed, speed);
  if (ends) await last.endSome(ends);
  const looks = { everyMs: LOOK_MS / speed, patienceMs };
  await untilQuiet(connector, looks);
  const deliveries = await untilOver(all, looks);
  await last.stop();
  const report = await connector.report();
  await connector.stop();
  await azurite.stop();
  return { ...judge(deliveries, report), whileSound };
}

/** Finds and claims everything, so that all that follows is delivery. */
export async function sweepOnce(
  records: ReturnType<typeof createRecords>,
  opened: Date,
): Promise<void> {
  await createNotifications({
    ports: { ...records, calendar: createCalendar(() => opened) },
    partnerships: records.partnerships.ids,
    sources: noticeSources,
    queue: records.deliveryQueue,
    sender: { send: async () => ({ outcome: 'not-sent', reason: 'limits', retryInMs: 0 }) },
    instance: 'sweep',
    log: pino({ level: 'fatal' }),
  }).sweep();
}

const SENDER = fileURLToPath(new URL('notice-sender.ts', import.meta.url));

export async function startSender(options: NoticeSenderOptions): Promise<ChildProcess> {
  const child = spawn(process.execPath, [SENDER, JSON.stringify(options)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('A sender did not start'))),
  ]);
  return child;
}

export async function endSender(
  child: ChildProcess | undefined,
  signal: NodeJS.Signals,
): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

/** Storage gives up after two seconds, which a busy machine may need: what prepares and looks tries again. */
async function insist<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let left = 10; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await pause(1_000);
    }
  }
}

/** How it is waited for an end: how often one looks, and for how long. */
interface Looks {
  readonly everyMs: number;
  readonly patienceMs: number;
}

/** So often one looks, on the clock of the run. */
const LOOK_MS = 60_000;

/** How many notices stand in a conversation. */
const toldBy = async ({ report }: ConnectorProcess) =>
  Object.keys((await report()).received).length;

async function untilTold(
  connector: ConnectorProcess,
  enough: number,
  patienceMs: number,
): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(200))
    if ((await toldBy(connector)) >= enough) return;
}

/** Nothing is asked of the ledger while messages come in: ten thousand rows are more than a look. */
async function untilQuiet(
  connector: ConnectorProcess,
  { everyMs, patienceMs }: Looks,
): Promise<void> {
  let seen = -1;
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    await pause(everyMs);
    const received = await toldBy(connector);
    if (received === seen) return;
    seen = received;
  }
}

async function untilOver(
  look: () => Promise<Delivery[]>,
  { everyMs, patienceMs }: Looks,
): Promise<Delivery[]> {
  for (const until = Date.now() + patienceMs; ; ) {
    const deliveries = await insist(look);
    if (deliveries.every(isOver) || Date.now() > until) return deliveries;
    await pause(everyMs);
  }
}

function judge(
  deliveries: readonly Delivery[],
  connector: ConnectorReport,
): Omit<FaultRun, 'whileSound'> {
  const byRef = Map.groupBy(
    deliveries.flatMap((delivery) =>
      delivery.notices.map((id) => ({ delivery, ref: parseNoticeId(id).about })),
    ),
    ({ ref }) => ref,
  );
  const refs = [...byRef.keys()].filter((ref) => /^[AV]-/.test(ref));
  const countReceived = (ref: string) => connector.received[`${toConversationId(ref)} ${ref}`] ?? 0;
  const deliveryStates = (ref: string) =>
    (byRef.get(ref) ?? []).map(({ delivery }) => delivery.state);
  const isListed = (ref: string) =>
    deliveryStates(ref).some((state) => state === 'undelivered' || state === 'unknown');
  const isInDoubt = (ref: string) => deliveryStates(ref).includes('unknown');
  const twice = refs.filter((ref) => countReceived(ref) > 1);
  const states = Object.groupBy(deliveries, ({ state }) => state);
  return {
    lost: refs.filter((ref) => countReceived(ref) === 0 && !isListed(ref)),
    twice: twice.filter((ref) => !isInDoubt(ref)),
    twiceInDoubt: twice.filter(isInDoubt),
    promptsTwice: twice.filter((ref) => ref.startsWith('V-')),
    onlyInDoubt: refs.filter(
      (ref) =>
        ref.startsWith('A-') &&
        countReceived(ref) === 0 &&
        !deliveryStates(ref).includes('undelivered'),
    ),
    states: Object.fromEntries(
      Object.entries(states).map(([state, all]) => [state, all?.length ?? 0]),
    ),
    open: deliveries.filter((delivery) => !isOver(delivery)).length,
    connector,
  };
}
