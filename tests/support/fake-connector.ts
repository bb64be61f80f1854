import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createCallLog } from '../../src/teams/call-log.ts';
import { CHAT_WINDOWS } from '../../src/teams/chat-calls.ts';
import { seeded } from './seeded.ts';

/** What goes wrong with one call. After some of it the message stands in the conversation, and nobody is told. */
export const FAULTS = {
  'taken, then reset': { taken: true },
  'reset at once': {},
  'taken late': { taken: true, status: 201, late: true },
  412: { status: 412, code: 'PreconditionFailed' },
  '429 with a time': { status: 429, code: 'Throttled', retryAfter: 1 },
  '429 without': { status: 429, code: 'Throttled' },
  '500, taken': { status: 500, code: 'ServiceError', taken: true },
  500: { status: 500, code: 'ServiceError' },
  '502, taken': { status: 502, code: 'ServiceError', taken: true },
  502: { status: 502, code: 'ServiceError' },
  503: { status: 503, retryAfter: 2 },
  '504, taken': { status: 504, taken: true },
  504: { status: 504 },
} as const satisfies Record<string, Fault>;

interface Fault {
  readonly status?: number;
  readonly code?: string;
  /** In seconds. */
  readonly retryAfter?: number;
  readonly taken?: boolean;
  readonly late?: boolean;
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
  /** Calls that are taken in a second. */
  readonly perSecond?: number;
  /** After so many messages, only so many calls in a second are taken. */
  readonly later?: { readonly taken: number; readonly perSecond: number };
  /** The part of calls that go wrong, evenly in all the ways there are. */
  readonly faults?: number;
  /** Conversations whose id has this in it are closed. */
  readonly closed?: string;
  /** What tells notices apart, in the JSON of a message; its first group. */
  readonly notice?: string;
  readonly seed?: number;
}

/** What came of all calls so far. */
export interface ConnectorReport {
  /** How often each notice stands in a conversation. */
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
  const { speed = 1, perSecond = 50, later, faults = 0, closed, notice = '(notice-[0-9]+)', seed = 1 } = options;
  const second = 1000 / speed;
  const random = seeded(seed);
  const pattern = new RegExp(notice);
  const received: Record<string, number> = {};
  const answers: Record<string, number> = {};
  const tenant = createCallLog(perSecond);
  const chats = new Map<string, ReturnType<typeof createCallLog>>();
  let taken = 0;
  let began: number | undefined;
  let lastTaken = 0;
  let changedAt: number | undefined;

  function isTooMany(conversationId: string): boolean {
    const now = performance.now();
    const most = later && taken >= later.taken ? later.perSecond : perSecond;
    if (most !== perSecond) changedAt ??= now;
    const chat = chats.get(conversationId) ?? createCallLog(1_800);
    chats.set(conversationId, chat);
    const isOver =
      tenant.nthLast(most) > now - second ||
      CHAT_WINDOWS.some(({ calls, seconds }) => chat.nthLast(calls) > now - seconds * second);
    if (isOver) return true;
    tenant.note(now);
    chat.note(now);
    return false;
  }

  function keep(body: string): void {
    const id = pattern.exec(body)?.[1] ?? 'unknown';
    received[id] = (received[id] ?? 0) + 1;
    taken += 1;
    lastTaken = performance.now();
  }

  function faultOf(conversationId: string): Fault {
    if (closed && conversationId.includes(closed)) return CLOSED_DOORS[hash(conversationId) % CLOSED_DOORS.length] ?? {};
    if (isTooMany(conversationId)) return { status: 429, code: 'Throttled', retryAfter: 1 };
    const all = Object.values(FAULTS);
    return random() < faults ? (all[Math.floor(random() * all.length)] ?? {}) : { status: 201, taken: true };
  }

  async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    began ??= performance.now();
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const conversationId = decodeURIComponent(req.url ?? '').split('/')[3] ?? '';
    const fault = faultOf(conversationId);
    const answer = String(fault.status ?? 'reset');
    answers[answer] = (answers[answer] ?? 0) + 1;
    if (fault.late) await after(3 * second);
    if (fault.taken) keep(Buffer.concat(chunks).toString());
    if (!fault.status) return void req.socket.destroy();
    const wait = fault.retryAfter && { 'retry-after': String(fault.retryAfter / speed) };
    res.writeHead(fault.status, { 'content-type': 'application/json', ...wait });
    res.end(JSON.stringify(fault.status === 201 ? { id: `activity-${taken}` } : { error: { code: fault.code } }));
  }

  const report = (): ConnectorReport => ({
    received,
    answers,
    ms: lastTaken - (began ?? 0),
    ...(changedAt && { changedAt: changedAt - (began ?? 0) }),
  });
  const server = createServer((req, res) => {
    if (req.url !== '/report') return void take(req, res);
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(report()));
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    report,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
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
  stop(): Promise<void>;
}

/** The same in a process of its own, so that it is not slowed down by those who call it. */
export async function spawnFakeConnector(options: ConnectorOptions = {}): Promise<ConnectorProcess> {
  const child: ChildProcess = spawn(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [serviceUrl] = (await once(child, 'message')) as [string];
  return {
    serviceUrl,
    report: async () => (await fetch(`${serviceUrl}/report`)).json() as Promise<ConnectorReport>,
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
