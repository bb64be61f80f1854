import { type ChatCalls, createChatCalls } from './chat-calls.ts';
import { type Clock, realClock } from './clock.ts';
import { createPace, type Pace } from './pace.ts';

/** Nobody waits here for longer, in seconds: whoever asked comes back later, and keeps the record of it meanwhile. */
const PATIENCE = 20;

/** Where something is said. */
export interface Spot {
  readonly conversationId: string;
  readonly tenantId?: string;
}

/** Whose turn it is to call Teams, so that no limit is exceeded. All times are in milliseconds. */
export interface Limits {
  /** Resolves with 0 when it is this caller's turn, or with a time after which to ask again. */
  turn(spot: Spot): Promise<number>;
  /** Counts a call that waits for nothing: somebody is looking. */
  count(spot: Spot): void;
  /** Teams took a call. */
  taken(spot: Spot): void;
  /** Teams did not take a call, and perhaps asked for a time to be left alone. Answers with the time after which to try again. */
  notTaken(spot: Spot, why: 'too-often' | 'other', askedMs?: number): number;
  /** Nothing that waits for its turn is said in the whole tenant for a while. */
  pause(spot: Spot, milliseconds: number): void;
  /** The same in every tenant. */
  rest(milliseconds: number): void;
  /** How many of the calls of a second are this instance's. */
  share(calls: number): void;
  /** Sends away whoever waits, and whoever asks from now on. */
  close(): void;
}

/** Tells whoever waits for a turn what {@link Limits.turn} resolves with. */
type Turn = (milliseconds: number) => void;

interface Chat {
  readonly id: string;
  readonly calls: ChatCalls;
  /** In the order in which they came. */
  readonly waiting: Turn[];
  tenant: Tenant;
  wake?: () => void;
}

interface Tenant {
  readonly pace: Pace;
  /** Chats in which something may be said now, in the order in which they became so; others with somebody waiting are asleep. */
  readonly ready: Set<Chat>;
  wake?: () => void;
}

export interface LimitsOptions {
  readonly clock?: Clock;
  /** The length of a second; shorter where a test plays faster. */
  readonly second?: number;
  readonly random?: () => number;
}

/**
 * Keeps the windows of each conversation and the pace of each tenant. Within a conversation who came first is served first, and
 * conversations take turns, so that many words in one delay no other. A conversation that has been quiet for longer than the longest
 * window is forgotten.
 */
export function createLimits({
  clock = realClock,
  second = 1000,
  random = Math.random,
}: LimitsOptions = {}): Limits {
  const tenants = new Map<string, Tenant>();
  /** The one that was spoken in longest ago comes first. */
  const chats = new Map<string, Chat>();
  let own: number | undefined;
  let restsUntil = Number.NEGATIVE_INFINITY;
  let isClosed = false;

  function tenantOf(id: string): Tenant {
    const known = tenants.get(id);
    if (known) return known;
    const tenant: Tenant = { pace: createPace(second), ready: new Set() };
    if (own !== undefined) tenant.pace.share(own);
    tenant.pace.hold(restsUntil);
    tenants.set(id, tenant);
    return tenant;
  }

  /** The threads of a channel are one here: it is not said whether Teams counts them apart. */
  function chatOf({ conversationId, tenantId }: Spot): Chat {
    const id = conversationId.split(';messageid=')[0] ?? conversationId;
    const known = chats.get(id);
    const chat = known ?? {
      id,
      calls: createChatCalls(second, random),
      waiting: [],
      tenant: tenantOf(tenantId ?? ''),
    };
    if (!known) chats.set(id, chat);
    else if (tenantId && chat.waiting.length === 0) chat.tenant = tenantOf(tenantId);
    return chat;
  }

  /** How long until something may be said there. */
  function waitFor({ calls, tenant }: Chat): number {
    const now = clock.now();
    return Math.max(calls.freeAt(), tenant.pace.freeAt(now)) - now;
  }

  function note(chat: Chat): void {
    const now = clock.now();
    chat.calls.note(now);
    chat.tenant.pace.note(now);
    chats.delete(chat.id);
    chats.set(chat.id, chat);
    for (const [id, { calls, waiting }] of chats) {
      if (waiting.length > 0 || !calls.isQuiet(now)) break;
      chats.delete(id);
    }
  }

  /** Puts a chat where it belongs: among the ready at their end, or to sleep until it is ready. */
  function place(chat: Chat): void {
    chat.tenant.ready.delete(chat);
    chat.wake?.();
    chat.wake = undefined;
    if (chat.waiting.length === 0) return;
    const sleep = chat.calls.freeAt() - clock.now();
    if (sleep <= 0) chat.tenant.ready.add(chat);
    else
      chat.wake = clock.after(sleep, () => {
        place(chat);
        serve(chat.tenant);
      });
  }

  /** Gives turns to the ready for as long as the tenant's pace allows it, and wakes when it does again. */
  function serve(tenant: Tenant): void {
    tenant.wake?.();
    tenant.wake = undefined;
    for (const chat of tenant.ready) {
      const wait = tenant.pace.freeAt(clock.now()) - clock.now();
      if (wait > 0) {
        tenant.wake = clock.after(wait, () => serve(tenant));
        return;
      }
      if (chat.calls.freeAt() <= clock.now()) {
        const turn = chat.waiting.shift();
        note(chat);
        turn?.(0);
      }
      place(chat);
    }
  }

  /** A time after which to ask again: not before it can be of use, and not all at once. */
  const later = (chat: Chat) => Math.max(waitFor(chat), second) * (1 + random() / 4);

  return {
    turn(spot) {
      const chat = chatOf(spot);
      if (isClosed || waitFor(chat) > PATIENCE * second) return Promise.resolve(later(chat));
      return new Promise((resolve) => {
        const turn = (milliseconds: number) => {
          cancel();
          resolve(milliseconds);
        };
        const cancel = clock.after(PATIENCE * second, () => {
          chat.waiting.splice(chat.waiting.indexOf(turn), 1);
          if (chat.waiting.length === 0) place(chat);
          resolve(later(chat));
        });
        chat.waiting.push(turn);
        if (chat.waiting.length > 1) return;
        place(chat);
        serve(chat.tenant);
      });
    },
    count: (spot) => note(chatOf(spot)),
    taken(spot) {
      const { calls, tenant } = chatOf(spot);
      calls.taken();
      tenant.pace.taken(calls.last(), clock.now());
    },
    notTaken(spot, why, askedMs) {
      const { id, calls, tenant } = chatOf(spot);
      const now = clock.now();
      const wait = calls.notTaken(now, askedMs);
      if (why === 'too-often')
        tenant.pace.refused({ conversationId: id, madeAt: calls.last() }, askedMs ?? second, now);
      return wait;
    },
    pause: (spot, milliseconds) => chatOf(spot).tenant.pace.hold(clock.now() + milliseconds),
    rest(milliseconds) {
      restsUntil = clock.now() + milliseconds;
      for (const { pace } of tenants.values()) pace.hold(restsUntil);
    },
    share(calls) {
      own = calls;
      for (const { pace } of tenants.values()) pace.share(calls);
    },
    close() {
      isClosed = true;
      for (const chat of chats.values()) {
        for (const turn of chat.waiting.splice(0)) turn(later(chat));
        place(chat);
      }
    },
  };
}
