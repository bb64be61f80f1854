import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CONVERSATION_LIMITS } from '../../src/teams/conversation-rate-window.ts';
import { createSlidingWindow } from '../../src/teams/sliding-window.ts';
import { listenLocally } from './listen-locally.ts';
import { seeded } from './seeded.ts';

/** What goes wrong with one call so that everybody knows that nothing was said. */
const REFUSALS: readonly Fault[] = [
  { status: 412, code: 'PreconditionFailed' },
  { status: 429, code: 'Throttled', retryAfter: 1 },
  { status: 429, code: 'Throttled' },
  { status: 503, retryAfter: 2 },
  { status: 201, isTaken: true, isLate: true },
];

/** What goes wrong so that nobody can know: some of it after the message was taken, some before. */
const DOUBTS: readonly Fault[] = [
  { isTaken: true },
  {},
  { status: 500, code: 'ServiceError', isTaken: true },
  { status: 500, code: 'ServiceError' },
  { status: 502, code: 'ServiceError', isTaken: true },
  { status: 502, code: 'ServiceError' },
  { status: 504, isTaken: true },
  { status: 504 },
];

interface Fault {
  /** Without one the connection is broken. */
  readonly status?: number;
  readonly code?: string;
  /** In seconds. */
  readonly retryAfter?: number;
  readonly isTaken?: boolean;
  readonly isLate?: boolean;
}

/** Why nothing can be said in some conversations, as long as they are. */
const CLOSED_DOORS: readonly Fault[] = [
  { status: 403, code: 'ConversationBlockedByUser' },
  { status: 403, code: 'MessageWritesBlocked' },
  { status: 403, code: 'BotDisabledByAdmin' },
  { status: 403, code: 'BotNotInConversationRoster' },
  { status: 403, code: 'ForbiddenOperationException' },
  { status: 404, code: 'ConversationNotFound' },
];

export interface ConnectorOptions {
  /** How many times faster than in Teams a second passes. */
  readonly speed?: number;
  /** How long a call is on the wire after it was taken, in milliseconds. */
  readonly latencyMs?: number;
  /** Calls that are taken in a second. */
  readonly perSecond?: number;
  /** After so many messages, only so many calls in a second are taken. */
  readonly later?: { readonly taken: number; readonly perSecond: number };
  /** The part of calls that are refused, in all the ways there are, and the part of which nobody can know what came of them. */
  readonly refusals?: number;
  readonly doubts?: number;
  /** Nothing is in doubt until {@link ConnectorProcess.worsen} is called. */
  readonly isSoundAtFirst?: boolean;
  /** Conversations whose id has this in it are closed. */
  readonly closed?: string;
  /** What tells notices apart, in the JSON of a message; its first group. */
  readonly notice?: string;
  readonly seed?: number;
}

/** What came of all calls so far. */
export interface ConnectorReport {
  /** How often each notice stands in each conversation, by `CONVERSATION NOTICE`. */
  readonly received: Readonly<Record<string, number>>;
  readonly answers: Readonly<Record<string, number>>;
  /** From the first call to the last message that was taken. */
  readonly ms: number;
  /** When the limit changed, counted from the first call. */
  readonly changedAt?: number;
}

export interface FakeConnector {
  readonly serviceUrl: string;
  report(): ConnectorReport;
  close(): Promise<void>;
}

/** Teams with all its limits for sending, and with all that can go wrong, by a seed. */
export async function startFakeConnector(options: ConnectorOptions = {}): Promise<FakeConnector> {
  const {
    speed = 1,
    latencyMs = 0,
    perSecond = 50,
    later,
    refusals = 0,
    doubts = 0,
    isSoundAtFirst = false,
    closed,
    notice = '(notice-[0-9]+)',
    seed = 1,
  } = options;
  const second = 1000 / speed;
  const random = seeded(seed);
  const pattern = new RegExp(notice);
  const received: Record<string, number> = {};
  const answers: Record<string, number> = {};
  const tenant = createSlidingWindow(perSecond);
  const chats = new Map<string, ReturnType<typeof createSlidingWindow>>();
  let inDoubt = isSoundAtFirst ? 0 : doubts;
  let taken = 0;
  let began: number | undefined;
  let lastTaken = 0;
  let changedAt: number | undefined;

  function isTooMany(conversationId: string): boolean {
    const now = performance.now();
    const most = later && taken >= later.taken ? later.perSecond : perSecond;
    if (most !== perSecond) changedAt ??= now;
    const chat = chats.get(conversationId) ?? createSlidingWindow(1_800);
    chats.set(conversationId, chat);
    const isOver =
      tenant.nthLast(most) > now - second ||
      CONVERSATION_LIMITS.some(
        ({ calls, seconds }) => chat.nthLast(calls) > now - seconds * second,
      );
    if (isOver) return true;
    tenant.record(now);
    chat.record(now);
    return false;
  }

  function keep(conversationId: string, body: string): void {
    const id = `${conversationId} ${pattern.exec(body)?.[1] ?? 'unknown'}`;
    received[id] = (received[id] ?? 0) + 1;
    taken += 1;
    lastTaken = performance.now();
  }

  function chooseFault(conversationId: string): Fault {
    if (closed && conversationId.includes(closed))
      return CLOSED_DOORS[hash(conversationId) % CLOSED_DOORS.length] ?? {};
    if (isTooMany(conversationId)) return { status: 429, code: 'Throttled', retryAfter: 1 };
    const chance = random();
    if (chance < refusals) return pickFault(REFUSALS);
    return chance < refusals + inDoubt ? pickFault(DOUBTS) : { status: 201, isTaken: true };
  }

  const pickFault = (faults: readonly Fault[]): Fault =>
    faults[Math.floor(random() * faults.length)] ?? {};

  async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    began ??= performance.now();
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const conversationId = decodeURIComponent(req.url ?? '').split('/')[3] ?? '';
    const fault = chooseFault(conversationId);
    const answer = String(fault.status ?? 'reset');
    answers[answer] = (answers[answer] ?? 0) + 1;
    if (fault.isLate) await after(3 * second);
    if (fault.isTaken) keep(conversationId, Buffer.concat(chunks).toString());
    await after(latencyMs);
    if (!fault.status) return void req.socket.destroy();
    const wait = fault.retryAfter && { 'retry-after': String(fault.retryAfter / speed) };
    res.writeHead(fault.status, { 'content-type': 'application/json', ...wait });
    res.end(
      JSON.stringify(
        fault.status === 201 ? { id: `activity-${taken}` } : { error: { code: fault.code } },
      ),
    );
  }

  const report = (): ConnectorReport => ({
    received,
    answers,
    ms: lastTaken - (began ?? 0),
    ...(changedAt && { changedAt: changedAt - (began ?? 0) }),
  });
  const server = createServer((req, res) => {
    if (req.url !== '/report' && req.url !== '/worsen') return void take(req, res);
    if (req.url === '/worsen') inDoubt = doubts;
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(report()));
  });
  server.keepAliveTimeout = 600_000;
  const { url, close } = await listenLocally(server);
  return {
    serviceUrl: url,
    report,
    close,
  };
}

function hash(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return sum;
}

export interface ConnectorProcess {
  readonly serviceUrl: string;
  report(): Promise<ConnectorReport>;
  /** From now on nobody can know what became of some calls. Answers with what came of all until now. */
  worsen(): Promise<ConnectorReport>;
  stop(): Promise<void>;
}

/** The same in a process of its own, so that it is not slowed down by those who call it. */
export async function spawnFakeConnector(
  options: ConnectorOptions = {},
): Promise<ConnectorProcess> {
  const child: ChildProcess = spawn(
    process.execPath,
    [fileURLToPath(import.meta.url), JSON.stringify(options)],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  const [serviceUrl] = await Promise.race([
    once(child, 'message') as Promise<[string]>,
    once(child, 'exit').then(() => Promise.reject(new Error('The connector did not start'))),
  ]);
  const ask = async (what: string) =>
    (await fetch(`${serviceUrl}/${what}`)).json() as Promise<ConnectorReport>;
  return {
    serviceUrl,
    report: () => ask('report'),
    worsen: () => ask('worsen'),
    async stop() {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { serviceUrl } = await startFakeConnector(JSON.parse(process.argv[2] ?? '{}'));
  process.send?.(serviceUrl);
  process.once('disconnect', () => process.exit(0));
}
