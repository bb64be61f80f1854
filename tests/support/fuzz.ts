import { Agent, createServer, request } from 'node:http';
import { cardActions } from '../../src/features/index.ts';
import { allRows } from './all-rows.ts';
import type { Convenor } from './convenor.ts';
import { fuzzedActivity } from './fuzz-activities.ts';
import { harvestPresses, pressOfEveryVerb } from './harvest-presses.ts';
import { listenLocally } from './listen-locally.ts';

export interface FuzzOptions {
  readonly count: number;
  readonly seed: number;
  readonly inFlight?: number;
  /** Buttons that are collected before: more are more real shapes. */
  readonly presses?: number;
  /** Hears after each part of so many how it stands. */
  readonly report?: (progress: { sent: number; perSecond: number; heapMb: number }) => void;
  readonly every?: number;
}

export interface FuzzResult {
  readonly sent: number;
  readonly statuses: Readonly<Record<number, number>>;
  /** Seeds of activities that were answered with 5xx or not at all, and of those that ended in an apology for a defect. */
  readonly failed: readonly string[];
  /** How often storage or the answer was too late, of which the person was told: load, and no defect. */
  readonly late: number;
  /** Records that were changed although neither a stranger nor an observer may. */
  readonly changed: readonly string[];
  /** What is wrong with the audit logs afterwards. */
  readonly auditFaults: readonly string[];
  /** Heap in use after each part, in megabytes, after a collection where Node lets us (`--expose-gc`). */
  readonly heapMb: readonly number[];
  /** The slowest answer in milliseconds, with its seed. */
  readonly slowest: { readonly ms: number; readonly seed: number };
}

const MESSAGES = [
  'whats overdue for police',
  'what are our priorities',
  'tell me about SA-019',
  'who came to the last board',
  'add action: police to review the missing protocol by 30 june',
  'close SA-071. evidence: done',
  'decisions since april',
  '/vocabulary the dads work = fathers priority',
  '/link BOARD',
  'zig the zag',
];
type Row = Readonly<Record<string, unknown>> & { readonly rowKey: string };

/** The one who asks as somebody who is known: they may look at much, and write little. */
const OBSERVER = 'council-member';
/** What is kept of any conversation, whoever speaks: threads, addresses, counts of what was not understood, lines of refusals. */
const KEPT_OF_ANYBODY = /^(Threads|Misses|Conversations|Audit|Model|Live)|audit|refus/i;

/** Sends changed activities of strangers and of an observer through the whole app, and looks at what came of it. */
export async function fuzz(bot: Convenor, options: FuzzOptions): Promise<FuzzResult> {
  const {
    count,
    seed,
    inFlight = 16,
    presses: most,
    report,
    every = Math.ceil(count / 10),
  } = options;
  const presses = pressOfEveryVerb(cardActions, await harvestPresses(bot, most));
  const sink = await startSink();
  const speakers = [
    bot.stranger(),
    bot.person(OBSERVER),
    bot.person(OBSERVER),
    { name: 'Somebody', tenantId: 'another-tenant', objectId: 'x' },
  ];
  const parts = { presses, messages: MESSAGES, speakers, serviceUrl: sink.url };
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const statuses: Record<number, number> = {};
  const failed: string[] = [];
  const heapMb: number[] = [];
  const logged = bot.logged as string[];
  let late = 0;
  const lookAt = (lines: readonly string[]) => {
    const faults = faultsIn(lines);
    const isLate = (fault: string) => LATE.test(fault);
    late += faults.filter(isLate).length;
    failed.push(...faults.filter((fault) => !isLate(fault)));
  };
  let slowest = { ms: 0, seed: 0 };
  let sent = 0;
  let done = 0;
  const before = await allRows(bot.tables);
  const crashes = (error: unknown) => failed.push(`crash: ${String(error)}`);
  process.on('uncaughtException', crashes).on('unhandledRejection', crashes);
  const began = Date.now();

  async function worker(): Promise<void> {
    while (sent < count) {
      const own = seed + sent;
      sent += 1;
      const started = performance.now();
      const status = await post(`${bot.url}/api/messages`, fuzzedActivity(own, parts), agent);
      const ms = performance.now() - started;
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (ms > slowest.ms) slowest = { ms, seed: own };
      if (status >= 500 || status < 200) failed.push(`seed ${own}: status ${status}`);
      if (logged.length > 200) lookAt(logged.splice(0));
      done += 1;
      if (done % every === 0) {
        globalThis.gc?.();
        heapMb.push(process.memoryUsage().heapUsed / 2 ** 20);
        report?.({
          sent: done,
          perSecond: (1000 * done) / (Date.now() - began),
          heapMb: heapMb.at(-1) ?? 0,
        });
      }
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker));
  lookAt(logged.splice(0));
  process.off('uncaughtException', crashes).off('unhandledRejection', crashes);
  agent.destroy();
  await sink.stop();
  const after = await allRows(bot.tables);
  const auditFaults = (await bot.records.auditLog.verify()).flatMap(({ faults }) =>
    faults.map(({ what }) => what),
  );
  return {
    sent,
    statuses,
    failed,
    late,
    changed: collectChanges(before, after),
    auditFaults,
    heapMb,
    slowest,
  };
}

const LATE = /: (AbortError|TimeoutError)\b/;

/** Defects that ended in an apology. */
function faultsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const { level, msg, error, code, at, activity } = JSON.parse(line);
    return level >= 50
      ? [`${msg}: ${error} ${code ?? ''} ${activity} ${(at ?? []).slice(0, 2).join(' ')}`]
      : [];
  });
}

/** What an observer may write is theirs alone: an item they propose, their own mark in a register, their settings, a file that they are offered. */
function collectChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => withoutTags(before.get(key)) !== withoutTags(after.get(key)),
  );
  const ownOperations = new Set(
    [...after.values()]
      .map((row) => JSON.parse(row))
      .flatMap((row) => {
        // An item of an agenda is known by the press that proposed it.
        if (row.proposedBy === OBSERVER) return row.rowKey.split('|').at(-1);
        return row.by === OBSERVER ? (row.operation ?? []) : [];
      }),
  );
  return keys
    .filter(
      (key) => !KEPT_OF_ANYBODY.test(key) && !isOwn(before.get(key), after.get(key), ownOperations),
    )
    .map((key) => `${key}: ${after.get(key) ?? 'gone'}`);
}

const withoutTags = (row: string | undefined) =>
  row?.replace(/"(etag|timestamp)":"[^"]*",?|"odata[^,]*,/g, '');

function isOwn(
  before: string | undefined,
  after: string | undefined,
  ownOperations: ReadonlySet<string>,
): boolean {
  if (after === undefined) return false;
  const row = JSON.parse(after);
  if (row.rowKey.startsWith('register|')) return isSameButOwnMark(before, row);
  if (row.rowKey === 'z|head') return true;
  if (row.rowKey === `preferences|${OBSERVER}`) return row.person === OBSERVER;
  // A file of what they may read, offered to them alone for ten minutes.
  if (row.rowKey.startsWith('file-offer|')) return row.person === OBSERVER;
  if (before !== undefined) return false;
  if (row.rowKey.startsWith('z|'))
    return JSON.parse(String(row.entry)).events.every(({ by }: { by: string }) => by === OBSERVER);
  if (row.rowKey.startsWith('operation|')) return ownOperations.has(row.rowKey.split('|')[1]);
  return row.rowKey.startsWith('register.history|')
    ? row.by === OBSERVER && row.person === OBSERVER
    : row.proposedBy === OBSERVER && row.status === 'proposed';
}

/** When somebody marks themselves, a register is else as it was; the first mark makes it. */
function isSameButOwnMark(before: string | undefined, row: Row): boolean {
  const others = ({
    etag: _,
    timestamp: __,
    recordVersion: ___,
    salt: ____,
    marks,
    ...rest
  }: Row) =>
    JSON.stringify([
      rest,
      JSON.parse(String(marks)).filter(({ person }: { person: string }) => person !== OBSERVER),
    ]);
  const own = JSON.parse(String(row.marks)).filter(
    ({ person }: { person: string }) => person === OBSERVER,
  );
  if (!own.every(({ by }: { by: string }) => by === OBSERVER)) return false;
  if (before !== undefined) return others(JSON.parse(before)) === others(row);
  return row.status === 'planned' && JSON.parse(String(row.marks)).length === own.length;
}

export function post(url: string, body: string, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const asked = request(url, { method: 'POST', agent, headers, timeout: 30_000 }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(0));
    asked.end(body);
  });
}

/** A Teams that takes what is said and keeps nothing of it. */
export async function startSink(): Promise<{ url: string; stop(): Promise<void> }> {
  let id = 0;
  const server = createServer((req, res) => {
    req.resume();
    req.on('end', () => {
      res.writeHead(201, { 'content-type': 'application/json' });
      res.end(`{"id":"reply-${++id}"}`);
    });
  });
  const { url, close } = await listenLocally(server);
  return { url, stop: close };
}
