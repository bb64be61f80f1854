import { setTimeout as pause } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Answer, LiveAnswer } from '../contract/feature.ts';
import type {
  ConversationReference,
  Conversations,
  LiveCards,
  LiveSubject,
  ShownCard,
  ShownCards,
} from '../contract/ports.ts';
import { summariseError } from '../telemetry/error-summary.ts';
import type { TeamsAdapter } from './adapter.ts';
import { endsConversation } from './classify-failure.ts';
import { type Render, toMessage, toReplacement } from './outbound.ts';

/**
 * Teams accepts 1,800 calls an hour in one conversation; an edit every three seconds leaves a third
 * of them for everything else.
 */
export const EDIT_INTERVAL_MS = 3_000;

/** After this time another instance takes an edit for lost. */
const EDIT_TIMEOUT_MS = 12_000;
const MAX_FAILURES = 5;

export interface LiveCardsParts {
  readonly adapter: TeamsAdapter;
  readonly shown: ShownCards;
  /** Is told of conversations that Convenor was removed from. */
  readonly conversations: Pick<Conversations, 'end'>;
  readonly now: () => Date;
  /** The subject as everybody sees it now. */
  readonly draw: (subject: LiveSubject) => Promise<Answer | undefined>;
  readonly render: Render;
  readonly log: Logger;
  readonly editIntervalMs?: number;
}

/** The edits of one subject's cards that are under way. */
interface Update {
  /** The subject has changed since it was last drawn. */
  isStale: boolean;
  done: Promise<void>;
}

export interface TeamsLiveCards extends LiveCards {
  /** Keeps a card for everybody up to date from now on. */
  track(
    live: LiveAnswer,
    where: ConversationReference & { readonly activityId: string },
  ): Promise<void>;
  /** Resolves when every card shows the latest state or has been given up. */
  whenIdle(): Promise<void>;
}

/**
 * Edits cards in place: at once, then at most once in each interval, always with the current state.
 * An instance marks a card as busy in storage before it edits it, so that several instances share
 * the interval; and the instance that changed something waits until the change is shown, by it or
 * by another, so that the latest state always arrives.
 */
export function createLiveCards({
  adapter,
  shown,
  conversations,
  now,
  draw,
  render,
  log,
  editIntervalMs = EDIT_INTERVAL_MS,
}: LiveCardsParts): TeamsLiveCards {
  const updates = new Map<string, Update>();

  function changed(subject: LiveSubject): void {
    const key = JSON.stringify(subject);
    const known = updates.get(key);
    if (known) known.isStale = true;
    else {
      const update: Update = { isStale: true, done: Promise.resolve() };
      updates.set(key, update);
      update.done = bringUpToDate(subject, update).finally(() => {
        updates.delete(key);
        if (update.isStale) changed(subject);
      });
    }
  }

  async function bringUpToDate(subject: LiveSubject, update: Update): Promise<void> {
    for (let failures = 0; update.isStale; ) {
      update.isStale = false;
      try {
        const wait = await editCards(subject);
        if (wait === undefined) continue;
        update.isStale = true;
        await pause(wait);
      } catch (error) {
        failures += 1;
        update.isStale = failures < MAX_FAILURES;
        log.warn({ live: subject.id, ...summariseError(error) }, 'live card edit failed');
        if (update.isStale) await pause(editIntervalMs * failures);
      }
    }
  }

  /** Edits every stale card that is not busy; the milliseconds to wait where one is busy. */
  async function editCards(subject: LiveSubject): Promise<number | undefined> {
    const cards = await shown.list(subject);
    const waits = await Promise.all(cards.map((card) => edit(subject, card)));
    const pending = waits.filter((wait) => wait !== undefined);
    return pending.length > 0 ? Math.min(...pending) : undefined;
  }

  async function edit(subject: LiveSubject, card: ShownCard): Promise<number | undefined> {
    const wait = card.busyUntil - Date.now();
    const answer = await draw(subject);
    if (!answer?.live || answer.live.version <= card.version) return undefined;
    if (wait > 0) return wait;
    const busy = { ...card, version: answer.live.version, busyUntil: Date.now() + EDIT_TIMEOUT_MS };
    if (!(await shown.replace(subject, card, busy))) return Math.min(editIntervalMs, 200);
    const message = toReplacement(toMessage(render(answer)), card.activityId);
    const began = now();
    try {
      await adapter.continueConversation(
        card,
        async (context: TurnContext) => void (await context.updateActivity(message)),
      );
    } catch (error) {
      if (isGone(error)) {
        await endIfGone(subject, card, error, began);
        return void (await shown.forget(subject, busy));
      }
      await shown.replace(subject, busy, { ...card, busyUntil: Date.now() + editIntervalMs });
      throw error;
    }
    await shown.replace(subject, busy, { ...busy, busyUntil: Date.now() + editIntervalMs });
    return undefined;
  }

  /** A conversation that lets Convenor say nothing any more is not used for anything else either. */
  async function endIfGone(
    { partnership }: LiveSubject,
    { conversationId }: ShownCard,
    error: unknown,
    asOf: Date,
  ): Promise<void> {
    // A 404 may be about the message alone, which somebody deleted.
    const isRemoved =
      endsConversation(error) && (error as { statusCode?: number }).statusCode === 403;
    const [place = conversationId] = conversationId.split(';messageid=');
    if (isRemoved)
      await conversations.end(partnership, { kind: 'group', conversationId: place }, asOf);
  }

  return {
    refresh: changed,
    find: (partnership, kind, { conversationId }) =>
      shown.findLast(partnership, kind, conversationId),
    async say(subject, text) {
      const logFailure = (error: unknown) =>
        log.error({ live: subject.id, ...summariseError(error) }, 'live card announcement failed');
      const cards = await shown.list(subject).catch(logFailure);
      for (const card of cards ?? []) {
        const say = async (context: TurnContext) =>
          void (await context.sendActivity(toMessage({ text })));
        const began = now();
        await adapter.continueConversation(card, say).catch(async (error) => {
          logFailure(error);
          await endIfGone(subject, card, error, began).catch(logFailure);
        });
      }
    },
    async track({ subject, version }, { conversationId, serviceUrl, activityId }) {
      await shown.remember(subject, {
        conversationId,
        serviceUrl,
        activityId,
        version,
        busyUntil: Date.now() + editIntervalMs,
      });
      changed(subject);
    },
    async whenIdle() {
      while (updates.size > 0) await Promise.all([...updates.values()].map(({ done }) => done));
    },
  };
}

/** Whether the message, or Convenor, is not there any more. */
function isGone(error: unknown): boolean {
  const { statusCode } = error as { statusCode?: number };
  return statusCode === 403 || statusCode === 404;
}
