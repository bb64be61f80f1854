import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Answer, Inbound } from '../contract/feature.ts';
import type { Dispatcher } from './dispatcher.ts';

/** How often something may be asked of one instance in a minute. */
export interface Rates {
  readonly person: Kinds;
  readonly chat: Kinds;
}

interface Kinds {
  /** What is written, and the dialogs of the message extension. */
  readonly messages: number;
  /** Buttons and forms, and what clients ask by themselves: as somebody types a search, and when a live card changes. */
  readonly presses: number;
}

/**
 * Nobody types 40 messages in a minute. A live card is edited some 30 times a minute at most, and then up to 60 clients ask for
 * their own (Teams refreshes for 60 people): 1,800, with room for all of them pressing as well.
 */
export const DEFAULT_RATES: Rates = {
  person: { messages: 40, presses: 240 },
  chat: { messages: 300, presses: 6_000 },
};

/** For stories and measurements, which play an hour in a second. */
export const NO_LIMITS: Rates = {
  person: { messages: Number.MAX_SAFE_INTEGER, presses: Number.MAX_SAFE_INTEGER },
  chat: { messages: Number.MAX_SAFE_INTEGER, presses: Number.MAX_SAFE_INTEGER },
};

const WINDOW_SECONDS = 60;
const TOO_MUCH =
  'That is more than I can answer at once. Nothing was changed. Please wait a minute, then go on.';

/**
 * Hears no more than so much of one person and of one chat in a minute: whoever asks for more is told so once, and then hears
 * nothing until the minute is over. What Teams reports by itself is always heard. In memory, for each instance by itself; what is
 * remembered is forgotten after the minute.
 */
export function limitRate({ handle }: Dispatcher, rates: Rates): Dispatcher {
  const person = createCounters(rates.person);
  const chat = createCounters(rates.chat);
  return {
    async handle(inbound) {
      const kind = toKind(inbound);
      if (!kind) return handle(inbound);
      const { from, place } = inbound;
      const standing = await person[kind](JSON.stringify([from.tenantId, from.objectId]));
      // Whoever is refused already does not use up what others in the chat may ask.
      const worst = standing === 'within' ? await chat[kind](place.conversationId) : standing;
      return worst === 'within' ? handle(inbound) : refusalFor(worst);
    },
  };
}

type Standing = 'within' | 'first-over' | 'over';
type Counter = (key: string) => Promise<Standing>;

const refusalFor = (standing: Standing): Answer | undefined =>
  standing === 'first-over' ? { text: TOO_MUCH } : undefined;

function toKind({ kind }: Inbound): keyof Kinds | undefined {
  if (kind === 'submission' || kind === 'search') return 'presses';
  return kind === 'installed' || kind === 'removed' || kind === 'meeting' ? undefined : 'messages';
}

function createCounters({ messages, presses }: Kinds): Readonly<Record<keyof Kinds, Counter>> {
  return { messages: createCounter(messages), presses: createCounter(presses) };
}

function createCounter(points: number): Counter {
  const limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  return (key) =>
    limiter.consume(key).then(
      () => 'within',
      ({ consumedPoints }: RateLimiterRes) =>
        consumedPoints === points + 1 ? 'first-over' : 'over',
    );
}
