import { Application } from '@microsoft/teams-ai';
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { LiveAnswer } from '../contract/feature.ts';
import { summariseError } from '../telemetry/error-summary.ts';
import { activityIds } from './activity.ts';
import { type AnswerParts, answerActivity, type OutgoingAnswer } from './answer.ts';
import { asksForNextPage, extensionInvokeKind } from './extension-invoke.ts';
import { NO_MORE_RESULTS, toExtensionResponse } from './extension-response.ts';
import { isFileConsent } from './file-consent.ts';
import { isCardAction, isInNewMessage, toInbound } from './inbound.ts';
import { isTargeted } from './is-targeted.ts';
import { toCardResponse, toMessage, toPlainMessage, toReplacement } from './outbound.ts';

/** Routes what comes from Teams to the dispatcher, and its answers back to where they belong. */
export function createTeamsApp(parts: AnswerParts): Application {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: false });
  const isFirstReport = createInstallationFilter();
  /** Sends the answer while its thread is being saved; the turn ends with the later of the two. */
  const answerBy = (send: SendAnswer) => async (context: TurnContext) => {
    const answer = await answerActivity(context.activity, parts);
    await Promise.all([send(context, answer, parts), answer?.remembered]);
  };
  const answerWithMessage = answerBy(async (context, answer) => {
    if (answer) await deliver(context, answer, parts);
  });

  app.activity(ActivityTypes.Message, answerWithMessage);
  app.activity(ActivityTypes.Event, answerWithMessage);
  app.addRoute(async ({ activity }) => isCardAction(activity), answerBy(respond), true);
  app.addRoute(
    async ({ activity }) => isFileConsent(activity) && toInbound(activity) !== undefined,
    answerBy(respondToConsent),
    true,
  );
  app.addRoute(
    async ({ activity }) => extensionInvokeKind(activity) !== undefined,
    async (context) =>
      asksForNextPage(context.activity)
        ? respondToInvoke(context, NO_MORE_RESULTS)
        : answerBy(respondExtension)(context),
    true,
  );
  // Without this the SDK answers other invokes with 501, like a defect. The first route that
  // matches wins.
  app.addRoute(
    async ({ activity }) => activity.type === ActivityTypes.Invoke,
    async (context) =>
      void (await context.sendActivity({
        type: ActivityTypes.InvokeResponse,
        value: UNKNOWN_INVOKE,
      })),
    true,
  );
  for (const installed of [ActivityTypes.InstallationUpdate, ActivityTypes.ConversationUpdate]) {
    app.activity(installed, async (context) => {
      const { activity } = context;
      const kind = toInbound(activity)?.kind;
      if (kind === 'removed' || (kind && isFirstReport(activity))) await answerWithMessage(context);
    });
  }
  return app;
}

type SendAnswer = (
  context: TurnContext,
  answer: OutgoingAnswer | undefined,
  parts: AnswerParts,
) => Promise<void>;

const UNKNOWN_INVOKE = {
  status: 400,
  body: { code: 'Unknown', message: 'Convenor does not answer this' },
};

/**
 * Sends a message; a card that answers a button replaces the pressed card where Teams allows it. A
 * card that Teams does not accept gives way to its words. Says whether the answer stands there.
 */
async function deliver(
  context: TurnContext,
  answer: OutgoingAnswer,
  parts: AnswerParts,
): Promise<boolean> {
  if (answer.live) return deliverLive(context, answer, answer.live, parts);
  const { activity } = context;
  const message = toMessage(answer);
  const isReplacement =
    answer.kind === 'submission' &&
    message.attachments &&
    !answer.file &&
    !answer.isOnlyButtons &&
    !answer.keepsCard &&
    !isInNewMessage(activity);
  const pressed = isReplacement ? activity.replyToId : undefined;
  try {
    if (pressed && (await tryReplace(context, toReplacement(message, pressed), parts.log)))
      return true;
    await context.sendActivity(message).catch(async (error) => {
      if (!message.attachments || !isUnacceptable(error)) throw error;
      parts.log.error({ ...activityIds(activity), ...summariseError(error) }, 'card refused');
      await context.sendActivity(toPlainMessage(answer));
    });
    return true;
  } catch (error) {
    parts.log.error(
      { ...activityIds(activity), ...summariseError(error) },
      'answer delivery failed',
    );
    return false;
  }
}

/** Whether Teams takes a message in no form like this. */
function isUnacceptable(error: unknown): boolean {
  const { statusCode } = error as { statusCode?: number };
  return statusCode === 400 || statusCode === 413;
}

/**
 * A live card for everybody is sent without its sentence, so that it can be edited. The asker's own
 * must not replace everybody's: a client that cannot show it sees the edit, and is told only what
 * the edit does not show.
 */
async function deliverLive(
  context: TurnContext,
  answer: OutgoingAnswer,
  live: LiveAnswer,
  parts: AnswerParts,
): Promise<boolean> {
  const { activity } = context;
  const { text, ...card } = toMessage(answer);
  const isShared = live.shows === 'everybody';
  try {
    if (isShared && isTargeted(activity)) {
      await context.sendActivity(toMessage({ text: `${text} ${FOR_EVERYBODY}` }));
      return true;
    }
    if (!isShared && live.isNews) await context.sendActivity({ ...card, text });
    const posted = isShared ? await context.sendActivity(card) : undefined;
    const { serviceUrl, conversation } = activity;
    if (posted?.id)
      await parts.live?.track(live, {
        serviceUrl,
        conversationId: conversation.id,
        activityId: posted.id,
      });
    return true;
  } catch (error) {
    parts.log.error(
      { ...activityIds(activity), ...summariseError(error) },
      'live card delivery failed',
    );
    return false;
  }
}

const FOR_EVERYBODY =
  'Its card is for everybody here: ask again with @Convenor in front, not from the slash menu.';

async function tryReplace(
  context: TurnContext,
  replacement: Partial<Activity>,
  log: Logger,
): Promise<boolean> {
  try {
    await context.updateActivity(replacement);
    return true;
  } catch (error) {
    log.warn(
      { ...activityIds(context.activity), ...summariseError(error) },
      'card replacement failed',
    );
    return false;
  }
}

/** Answers a pressed button with a card that replaces the pressed one, or with a message below. */
async function respond(
  context: TurnContext,
  answer: OutgoingAnswer | undefined,
  parts: AnswerParts,
): Promise<void> {
  const isBelow =
    answer &&
    (answer.kind === 'message' ||
      (isInNewMessage(context.activity) && !answer.live) ||
      (answer.keepsCard && answer.card && isPersonal(context.activity)));
  // What could not be sent stands in the response after all.
  const isSent = isBelow && (await deliver(context, answer, parts));
  const body = toCardResponse(isSent ? { text: 'Answered below.' } : (answer ?? { text: '' }));
  await respondToInvoke(context, body);
}

/** What became of the file stands below, and Teams' question is taken away: it is answered once. */
async function respondToConsent(
  context: TurnContext,
  answer: OutgoingAnswer | undefined,
  parts: AnswerParts,
): Promise<void> {
  const { activity } = context;
  await respondToInvoke(context, {});
  if (answer) await deliver(context, answer, parts);
  if (activity.replyToId)
    await context
      .deleteActivity(activity.replyToId)
      .catch((error) =>
        parts.log.warn(
          { ...activityIds(activity), ...summariseError(error) },
          'consent card removal failed',
        ),
      );
}

/** In a chat of several only the response is for whoever pressed alone. */
const isPersonal = ({ conversation }: Activity) => conversation.conversationType === 'personal';

/** Answers the message extension in the HTTP response: it has no chat of its own. */
async function respondExtension(
  context: TurnContext,
  answer: OutgoingAnswer | undefined,
): Promise<void> {
  const asked = extensionInvokeKind(context.activity);
  if (asked) await respondToInvoke(context, toExtensionResponse(asked, answer));
}

async function respondToInvoke(context: TurnContext, body: object): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

/**
 * Teams reports one installation as two activities of different types; the second within this time
 * gets no second welcome.
 */
const SAME_INSTALLATION_MS = 60_000;
const MAX_INSTALLATIONS = 5_000;

function createInstallationFilter(): (installed: Activity) => boolean {
  const reported = new Map<string, string>();
  return ({ conversation: { id }, type }) => {
    const earlier = reported.get(id);
    reported.delete(id);
    if (earlier && earlier !== type) return false;
    if (reported.size >= MAX_INSTALLATIONS) reported.clear();
    reported.set(id, type);
    setTimeout(() => reported.delete(id), SAME_INSTALLATION_MS).unref();
    return true;
  };
}
