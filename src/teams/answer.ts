import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { Hit, Inbound, LiveAnswer } from '../contract/feature.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { idsOf } from './activity.ts';
import { extensionInvoke } from './extension-invoke.ts';
import { faultOf } from './fault.ts';
import { toInbound } from './inbound.ts';
import type { LiveCardsOfTeams } from './live-cards.ts';
import type { Render, Rendered } from './outbound.ts';
import { TookTooLong, within } from './within.ts';

export interface AnswerParts {
  readonly dispatcher: Dispatcher;
  readonly render: Render;
  readonly log: Logger;
  /** Hears of the cards that were posted and are to be kept up to date. */
  readonly live?: Pick<LiveCardsOfTeams, 'posted'>;
}

export interface OutgoingAnswer extends Rendered {
  readonly heard: Inbound['kind'];
  readonly live?: LiveAnswer;
  /** What a search found, with its cards expanded. */
  readonly hits?: readonly DrawnHit[];
}

export interface DrawnHit extends Omit<Hit, 'answer'> {
  readonly card: object;
}

/** After 15 s Teams sends a turn again; before that a person is told that there will be no answer. */
const ANSWER_MS = 8_000;
/** A dialog or a search is given up, or sent again, after 5 s. */
const EXTENSION_MS = 4_500;

const OUTAGE =
  'Convenor cannot reach its records just now. Nothing was changed. Please try again in a minute.';
const LATE =
  'Convenor is taking too long just now. Please look in a minute whether your answer was recorded, then try again.';

/**
 * What is to be said to an activity, if anything. This is the one boundary at which errors end: the person gets a plain
 * apology, the log gets ids and the place of the fault.
 */
export async function answerTo(
  activity: Activity,
  parts: AnswerParts,
): Promise<OutgoingAnswer | undefined> {
  const inbound = toInbound(activity);
  if (!inbound) return undefined;
  const { dispatcher, render, log } = parts;
  const heard = inbound.kind;
  const started = performance.now();
  try {
    const reply = await within(
      extensionInvoke(activity) ? EXTENSION_MS : ANSWER_MS,
      dispatcher.handle(inbound),
    );
    if (!reply) return undefined;
    const { live, hits } = reply;
    const answer = {
      heard,
      ...render(reply),
      ...(live && { live }),
      ...(hits && {
        hits: hits.map(({ answer: found, ...hit }) => ({ ...hit, card: render(found).card ?? {} })),
      }),
    };
    await reply.kept;
    log.info(
      { ...idsOf(activity), heard, ms: Math.round(performance.now() - started) },
      'answered',
    );
    return answer;
  } catch (error) {
    log.error({ ...idsOf(activity), heard, ...faultOf(error) }, 'not answered');
    return { heard, text: error instanceof TookTooLong && heard === 'submission' ? LATE : OUTAGE };
  }
}
