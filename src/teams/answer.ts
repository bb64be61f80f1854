import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { Hit, Inbound, LiveAnswer } from '../contract/feature.ts';
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
  /** Is told of posted cards that are to be kept up to date. */
  readonly live?: Pick<TeamsLiveCards, 'track'>;
}

export interface OutgoingAnswer extends Rendered {
  readonly kind: Inbound['kind'];
  readonly live?: LiveAnswer;
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

const OUTAGE_TEXT =
  'Convenor cannot reach its records just now. Nothing was changed. Please try again in a minute.';
const TIMEOUT_TEXT =
  'Convenor is taking too long just now. Please look in a minute whether your answer was recorded, then try again.';

/**
 * Answers an activity; `undefined` when there is nothing to say. This is the one boundary at which
 * errors end: the person gets a plain apology, the log gets ids and the stack.
 */
export async function answerActivity(
  activity: Activity,
  parts: AnswerParts,
): Promise<OutgoingAnswer | undefined> {
  const inbound = toInbound(activity);
  if (!inbound) return undefined;
  const { dispatcher, render, log, timeoutFactor = 1 } = parts;
  const { kind } = inbound;
  const started = performance.now();
  try {
    const answer = await withTimeout(
      (extensionInvokeKind(activity) ? EXTENSION_TIMEOUT_MS : ANSWER_TIMEOUT_MS) * timeoutFactor,
      dispatcher.handle(inbound),
    );
    if (!answer) return undefined;
    const { live, hits } = answer;
    const remembered = answer.kept?.catch((error) =>
      log.error({ ...activityIds(activity), kind, ...summariseError(error) }, 'thread save failed'),
    );
    const outgoing = {
      kind,
      ...render(answer),
      ...(live && { live }),
      ...(remembered && { remembered }),
      ...(hits && {
        hits: hits.map(({ answer: found, ...hit }) => ({ ...hit, card: render(found).card ?? {} })),
      }),
    };
    log.info(
      { ...activityIds(activity), kind, ms: Math.round(performance.now() - started) },
      'turn answered',
    );
    return outgoing;
  } catch (error) {
    log.error({ ...activityIds(activity), kind, ...summariseError(error) }, 'answer failed');
    return {
      kind,
      text: error instanceof TimeoutError && kind === 'submission' ? TIMEOUT_TEXT : OUTAGE_TEXT,
    };
  }
}
