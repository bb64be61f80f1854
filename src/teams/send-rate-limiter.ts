import type { ConversationReference } from '../contract/ports.ts';
import {
  type ConversationRateWindow,
  createConversationRateWindow,
} from './conversation-rate-window.ts';
import { type MonotonicClock, monotonicClock } from './monotonic-clock.ts';
import { createRateController, type RateController } from './rate-controller.ts';

/**
 * A caller that would wait longer is told to come back; the ledger keeps what it has to send
 * meanwhile.
 */
const MAX_WAIT_SECONDS = 20;

type Target = Pick<ConversationReference, 'conversationId' | 'tenantId'>;

/**
 * Gives turns to call Teams, so that none of its limits is exceeded. All times are in milliseconds.
 */
export interface SendRateLimiter {
  /** Resolves with 0 when it is this caller's turn, or with a time after which to ask again. */
  waitForTurn(target: Target): Promise<number>;
  /** The call for which a turn was given is made only now, or never: it counts from now on. */
  moveCall(target: Target): void;
  /** Counts a call that does not wait for a turn: an answer, for which a person is waiting. */
  count(target: Target): void;
  reportAccepted(target: Target): void;
  /** Returns the time after which to try again: what Teams asked for, where it did. */
  reportRejected(target: Target, why: 'throttled' | 'other', retryAfterMs?: number): number;
  /** Gives no turn in the tenant of this conversation for a while. */
  pauseTenant(target: Target, milliseconds: number): void;
  /** Gives no turn in any tenant for a while. */
  pause(milliseconds: number): void;
  /** How many of the calls of a second are this instance's. */
  setQuota(calls: number): void;
  /** Turns away every caller that waits or comes. */
  close(): void;
}

/** Resolves a waiting caller's {@link SendRateLimiter.waitForTurn}. */
type GiveTurn = (milliseconds: number) => void;

interface Chat {
  readonly id: string;
  readonly window: ConversationRateWindow;
  /** In the order in which they came. */
  readonly waiting: GiveTurn[];
  /** When turns were given for calls that are not made yet. */
  readonly given: number[];
  tenant: Tenant;
  cancelWake?: () => void;
}

interface Tenant {
  readonly rate: RateController;
  /**
   * Chats whose next call may be made now, in the order in which they became ready; others with a
   * caller waiting are asleep.
   */
  readonly ready: Set<Chat>;
  cancelWake?: () => void;
}

export interface SendRateLimiterOptions {
  readonly clock?: MonotonicClock;
  /** The length of a second in milliseconds; shorter where a test plays faster. */
  readonly second?: number;
  readonly random?: () => number;
}

/**
 * Keeps the windows of each conversation and the rate of each tenant. Within a conversation the
 * first caller is served first, and conversations take turns, so that many messages in one delay no
 * other. A conversation that has been idle for longer than the longest window is forgotten.
 */
export function createSendRateLimiter({
  clock = monotonicClock,
  second = 1000,
  random = Math.random,
}: SendRateLimiterOptions = {}): SendRateLimiter {
  const tenants = new Map<string, Tenant>();
  /** The one that was called in longest ago comes first. */
  const chats = new Map<string, Chat>();
  let quota: number | undefined;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let isClosed = false;

  function findTenant(id: string): Tenant {
    const known = tenants.get(id);
    if (known) return known;
    const tenant: Tenant = { rate: createRateController(second), ready: new Set() };
    if (quota !== undefined) tenant.rate.setQuota(quota);
    tenant.rate.pauseUntil(pausedUntil);
    tenants.set(id, tenant);
    return tenant;
  }

  /**
   * The threads of a channel are one chat: Microsoft does not say whether Teams counts them apart.
   */
  function findChat({ conversationId, tenantId }: Target): Chat {
    const id = conversationId.split(';messageid=')[0] ?? conversationId;
    const known = chats.get(id);
    const chat = known ?? {
      id,
      window: createConversationRateWindow(second, random),
      waiting: [],
      given: [],
      tenant: findTenant(tenantId ?? ''),
    };
    if (!known) chats.set(id, chat);
    else if (tenantId && chat.waiting.length === 0) chat.tenant = findTenant(tenantId);
    return chat;
  }

  function timeUntilFree({ window, tenant }: Chat): number {
    const now = clock.now();
    return Math.max(window.nextFreeAt(), tenant.rate.nextFreeAt(now)) - now;
  }

  function record(chat: Chat): void {
    const now = clock.now();
    chat.window.record(now);
    chat.tenant.rate.record(now);
    chats.delete(chat.id);
    chats.set(chat.id, chat);
    for (const [id, { window, waiting }] of chats) {
      if (waiting.length > 0 || !window.isIdle(now)) break;
      chats.delete(id);
    }
  }

  /** Puts a chat at the end of the ready, or to sleep until it is ready. */
  function schedule(chat: Chat): void {
    chat.tenant.ready.delete(chat);
    chat.cancelWake?.();
    chat.cancelWake = undefined;
    if (chat.waiting.length === 0) return;
    const sleep = chat.window.nextFreeAt() - clock.now();
    if (sleep <= 0) chat.tenant.ready.add(chat);
    else
      chat.cancelWake = clock.after(sleep, () => {
        schedule(chat);
        serve(chat.tenant);
      });
  }

  /**
   * Gives turns to the ready for as long as the tenant's rate allows it, and again when it does.
   */
  function serve(tenant: Tenant): void {
    tenant.cancelWake?.();
    tenant.cancelWake = undefined;
    for (const chat of tenant.ready) {
      const wait = tenant.rate.nextFreeAt(clock.now()) - clock.now();
      if (wait > 0) {
        tenant.cancelWake = clock.after(wait, () => serve(tenant));
        return;
      }
      if (chat.window.nextFreeAt() <= clock.now()) {
        const giveTurn = chat.waiting.shift();
        record(chat);
        chat.given.push(chat.window.lastCallAt());
        giveTurn?.(0);
      }
      schedule(chat);
    }
  }

  /**
   * A time after which to ask again: not before a turn can be free, and different for each caller.
   */
  const retryDelay = (chat: Chat) => Math.max(timeUntilFree(chat), second) * (1 + random() / 4);

  return {
    waitForTurn(target) {
      const chat = findChat(target);
      if (isClosed || timeUntilFree(chat) > MAX_WAIT_SECONDS * second)
        return Promise.resolve(retryDelay(chat));
      return new Promise((resolve) => {
        const giveTurn = (milliseconds: number) => {
          cancelTimeout();
          resolve(milliseconds);
        };
        const cancelTimeout = clock.after(MAX_WAIT_SECONDS * second, () => {
          chat.waiting.splice(chat.waiting.indexOf(giveTurn), 1);
          if (chat.waiting.length === 0) schedule(chat);
          resolve(retryDelay(chat));
        });
        chat.waiting.push(giveTurn);
        if (chat.waiting.length > 1) return;
        schedule(chat);
        serve(chat.tenant);
      });
    },
    moveCall(target) {
      const { window, tenant, given } = findChat(target);
      const at = given.shift();
      const now = clock.now();
      if (at === undefined || at >= now) return;
      window.move(at, now);
      tenant.rate.move(at, now);
    },
    count: (target) => record(findChat(target)),
    reportAccepted(target) {
      const { window, tenant } = findChat(target);
      window.reportAccepted();
      tenant.rate.reportAccepted(window.lastCallAt(), clock.now());
    },
    reportRejected(target, why, retryAfterMs) {
      const { id, window, tenant } = findChat(target);
      const now = clock.now();
      const wait = window.reportRejected(now, retryAfterMs);
      if (why === 'throttled') {
        const call = { conversationId: id, calledAt: window.lastCallAt() };
        tenant.rate.reportThrottled(call, retryAfterMs ?? second, now);
      }
      return wait;
    },
    pauseTenant: (target, milliseconds) =>
      findChat(target).tenant.rate.pauseUntil(clock.now() + milliseconds),
    pause(milliseconds) {
      pausedUntil = clock.now() + milliseconds;
      for (const { rate } of tenants.values()) rate.pauseUntil(pausedUntil);
    },
    setQuota(calls) {
      quota = calls;
      for (const { rate } of tenants.values()) rate.setQuota(calls);
    },
    close() {
      isClosed = true;
      for (const chat of chats.values()) {
        for (const giveTurn of chat.waiting.splice(0)) giveTurn(retryDelay(chat));
        schedule(chat);
      }
    },
  };
}
