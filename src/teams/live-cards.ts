import { setTimeout as pause } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Answer, LiveAnswer } from '../contract/feature.ts';
import type {
  ConversationReference,
  LiveCards,
  LiveSubject,
  ShownCard,
  ShownCards,
} from '../contract/ports.ts';
import { summariseError } from '../telemetry/error-summary.ts';
import type { TeamsAdapter } from './adapter.ts';
import { type Render, toMessage, toReplacement } from './outbound.ts';

/** Teams takes 1,800 calls an hour in one conversation; a card edited every three seconds leaves a third of them to everything else. */
export const EDIT_INTERVAL_MS = 3_000;

/** So long an edit may take before another instance may think it lost. */
const EDIT_TIMEOUT_MS = 12_000;
const MAX_FAILURES = 5;

export interface LiveCardsParts {
  readonly adapter: TeamsAdapter;
  readonly shown: ShownCards;
  /** How the subject looks to everybody just now. */
  readonly draw: (subject: LiveSubject) => Promise<Answer | undefined>;
  readonly render: Render;
  readonly log: Logger;
  readonly editIntervalMs?: number;
}

export interface TeamsLiveCards extends LiveCards {
  /** A card for everybody was posted: from now on it is kept up to date. */
  posted(
    live: LiveAnswer,
    where: ConversationReference & { readonly activityId: string },
  ): Promise<void>;
  /** Resolves when every card shows the last state, or has been given up. */
  whenIdle(): Promise<void>;
}

/**
 * Edits cards in place: at once, and then at most once in a while for each conversation, always with the state of that moment. Who
 * edits a card marks it as taken in the storage first, so that several instances keep one pace; and whoever changes something waits
 * here until it is shown, by them or by another, so that the last state always comes.
 */
export function createLiveCards({
  adapter,
  shown,
  draw,
  render,
  log,
  editIntervalMs = EDIT_INTERVAL_MS,
}: LiveCardsParts): TeamsLiveCards {
  const following = new Map<string, { again: boolean; done: Promise<void> }>();

  function changed(subject: LiveSubject): void {
    const key = JSON.stringify(subject);
    const known = following.get(key);
    if (known) known.again = true;
    else {
      const entry = { again: true, done: Promise.resolve() };
      following.set(key, entry);
      entry.done = follow(subject, entry).finally(() => {
        following.delete(key);
        if (entry.again) changed(subject);
      });
    }
  }

  async function follow(subject: LiveSubject, entry: { again: boolean }): Promise<void> {
    for (let failures = 0; entry.again; ) {
      entry.again = false;
      try {
        const wait = await bringUpToDate(subject);
        if (wait === undefined) continue;
        entry.again = true;
        await pause(wait);
      } catch (error) {
        failures += 1;
        entry.again = failures < MAX_FAILURES;
        log.warn({ live: subject.id, ...summariseError(error) }, 'live card edit failed');
        if (entry.again) await pause(editIntervalMs * failures);
      }
    }
  }

  /** Edits every card that is behind and free; the milliseconds to wait where one is behind and not free yet. */
  async function bringUpToDate(subject: LiveSubject): Promise<number | undefined> {
    const cards = await shown.of(subject);
    const waits = await Promise.all(cards.map((card) => edit(subject, card)));
    const left = waits.filter((wait) => wait !== undefined);
    return left.length > 0 ? Math.min(...left) : undefined;
  }

  async function edit(subject: LiveSubject, card: ShownCard): Promise<number | undefined> {
    const wait = card.busyUntil - Date.now();
    const reply = await draw(subject);
    if (!reply?.live || reply.live.version <= card.version) return undefined;
    if (wait > 0) return wait;
    const taken = { ...card, version: reply.live.version, busyUntil: Date.now() + EDIT_TIMEOUT_MS };
    if (!(await shown.replace(subject, card, taken))) return Math.min(editIntervalMs, 200);
    const message = toReplacement(toMessage(render(reply)), card.activityId);
    try {
      await adapter.continueConversation(
        card,
        async (context: TurnContext) => void (await context.updateActivity(message)),
      );
    } catch (error) {
      if (isGone(error)) return void (await shown.forget(subject, taken));
      await shown.replace(subject, taken, { ...card, busyUntil: Date.now() + editIntervalMs });
      throw error;
    }
    await shown.replace(subject, taken, { ...taken, busyUntil: Date.now() + editIntervalMs });
    return undefined;
  }

  return {
    changed,
    shownIn: (partnership, kind, { conversationId }) =>
      shown.lastIn(partnership, kind, conversationId),
    async say(subject, text) {
      for (const card of await shown.of(subject)) {
        const say = async (context: TurnContext) =>
          void (await context.sendActivity(toMessage({ text })));
        await adapter
          .continueConversation(card, say)
          .catch((error) =>
            log.error(
              { live: subject.id, ...summariseError(error) },
              'live card announcement failed',
            ),
          );
      }
    },
    async posted({ subject, version }, { conversationId, serviceUrl, activityId }) {
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
      while (following.size > 0) await Promise.all([...following.values()].map(({ done }) => done));
    },
  };
}

/** The message, or Convenor, is no longer there. */
function isGone(error: unknown): boolean {
  const { statusCode } = error as { statusCode?: number };
  return statusCode === 403 || statusCode === 404;
}
