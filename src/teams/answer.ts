import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { Answer, Hit, Inbound, LiveAnswer } from '../contract/feature.ts';
import type { Changes } from '../contract/ports.ts';
import { answerFailure } from '../dispatch/answer-failure.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { summariseError } from '../telemetry/error-summary.ts';
import { activityIds } from './activity.ts';
import { extensionInvokeKind } from './extension-invoke.ts';
import { toInbound } from './inbound.ts';
import type { TeamsLiveCards } from './live-cards.ts';
import type { Render, Rendered } from './outbound.ts';
import { TimeoutError, withTimeout } from './with-timeout.ts';

export interface AnswerParts {
  readonly dispatcher: Dispatcher;
  readonly render: Render;
  readonly log: Logger;
  /** Lengthens the time limits, for stories on a slow machine; 1 by default. */
  readonly timeoutFactor?: number;
  /** Says what was changed by what then failed. */
  readonly changes?: Pick<Changes, 'watch'>;
  /** Is told of posted cards that are to be kept up to date. */
  readonly live?: Pick<TeamsLiveCards, 'track'>;
}

export interface OutgoingAnswer extends Rendered {
  readonly kind: Inbound['kind'];
  readonly live?: LiveAnswer;
  /** It says nothing in the place of the card that was pressed, whose fields may hold much. */
  readonly keepsCard?: true;
  /** What a search found, with its cards rendered. */
  readonly hits?: readonly RenderedHit[];
  /** Resolves when the thread has been kept or lost, which the log says. A turn ends after it. */
  readonly remembered?: Promise<void>;
}

export interface RenderedHit extends Omit<Hit, 'answer'> {
  readonly card: object;
}

/**
 * Teams sends a turn again after 15 s; before that the person is told that there will be no answer.
 */
const ANSWER_TIMEOUT_MS = 8_000;
/** Teams gives up a dialog or a search, or sends it again, after 5 s. */
const EXTENSION_TIMEOUT_MS = 4_500;

/** Where nothing is stored nothing is changed. */
const UNWATCHED: Pick<Changes, 'watch'> = {
  watch: (work) => ({ done: work(), stop: () => ({ saved: [], inDoubt: [] }) }),
};

/**
 * Answers an activity; `undefined` when there is nothing to say. This is the one boundary at which
 * errors end: the person hears what is known of what they changed, the log gets ids and the stack.
 * What was done stands, whatever becomes of its thread or its card.
 */
export async function answerActivity(
  activity: Activity,
  parts: AnswerParts,
): Promise<OutgoingAnswer | undefined> {
  const inbound = toInbound(activity);
  if (!inbound) return undefined;
  const { dispatcher, render, log, timeoutFactor = 1, changes = UNWATCHED } = parts;
  const { kind } = inbound;
  const ids = { ...activityIds(activity), kind };
  const started = performance.now();
  const work = changes.watch(() => dispatcher.handle(inbound));
  try {
    const answer = await withTimeout(
      (extensionInvokeKind(activity) ? EXTENSION_TIMEOUT_MS : ANSWER_TIMEOUT_MS) * timeoutFactor,
      work.done,
    );
    if (!answer) return undefined;
    const remembered = answer.kept?.catch((error) =>
      log.error({ ...ids, ...summariseError(error) }, 'thread save failed'),
    );
    const outgoing = { kind, ...tryRender(answer), ...(remembered && { remembered }) };
    log.info({ ...ids, ms: Math.round(performance.now() - started) }, 'turn answered');
    return outgoing;
  } catch (error) {
    const made = work.stop();
    const { saved, inDoubt } = made;
    log.error(
      { ...ids, saved: saved.length, inDoubt: inDoubt.length, ...summariseError(error) },
      'answer failed',
    );
    const failure = answerFailure(made, error instanceof TimeoutError);
    return { kind, ...render(failure), keepsCard: true };
  }

  /** The words of an answer stand where its card cannot be drawn. */
  function tryRender(answer: Answer): Omit<OutgoingAnswer, 'kind'> {
    const { live, hits, text } = answer;
    try {
      return {
        ...render(answer),
        ...(live && { live }),
        ...(hits && {
          hits: hits.map(({ answer: found, ...hit }) => ({
            ...hit,
            card: render(found).card ?? {},
          })),
        }),
      };
    } catch (error) {
      log.error({ ...ids, ...summariseError(error) }, 'answer rendering failed');
      return { text };
    }
  }
}
