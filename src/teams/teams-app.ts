import { Application } from '@microsoft/teams-ai';
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { idsOf } from './activity.ts';
import { type Answer, type AnswerParts, answerTo } from './answer.ts';
import { faultOf } from './fault.ts';
import { isCardAction, toInbound } from './inbound.ts';
import { toCardResponse, toMessage, toReplacement } from './outbound.ts';

/** Routes what comes from Teams to the conversation, and its replies back to where they belong. */
export function createTeamsApp(parts: AnswerParts): Application {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: false });
  const isFirstReport = createWelcomes();

  app.activity(ActivityTypes.Message, async (context) => {
    const answer = await answerTo(context.activity, parts);
    if (answer) await deliver(context, answer, parts.log);
  });
  app.addRoute(
    async ({ activity }) => isCardAction(activity),
    async (context) => respond(context, await answerTo(context.activity, parts), parts.log),
    true,
  );
  for (const installed of [ActivityTypes.InstallationUpdate, ActivityTypes.ConversationUpdate]) {
    app.activity(installed, async (context) => {
      const { activity } = context;
      const answer = toInbound(activity) && isFirstReport(activity) ? await answerTo(activity, parts) : undefined;
      if (answer) await deliver(context, answer, parts.log);
    });
  }
  return app;
}

/** Sends a message; a card that answers a button takes the place of the card that was pressed, where Teams allows it. */
async function deliver(context: TurnContext, answer: Answer, log: Logger): Promise<void> {
  const { activity } = context;
  const message = toMessage(answer);
  const pressed = answer.heard === 'submission' && message.attachments ? activity.replyToId : undefined;
  try {
    if (pressed && (await isReplaced(context, toReplacement(message, pressed), log))) return;
    await context.sendActivity(message);
  } catch (error) {
    log.error({ ...idsOf(activity), ...faultOf(error) }, 'answer not delivered');
  }
}

async function isReplaced(context: TurnContext, replacement: Partial<Activity>, log: Logger): Promise<boolean> {
  try {
    await context.updateActivity(replacement);
    return true;
  } catch (error) {
    log.warn({ ...idsOf(context.activity), ...faultOf(error) }, 'card not replaced');
    return false;
  }
}

/** Answers an Action.Execute: with the card that takes its place, or, when the button asked a question, with a message. */
async function respond(context: TurnContext, answer: Answer | undefined, log: Logger): Promise<void> {
  const isQuestion = answer?.heard === 'message';
  if (isQuestion) await deliver(context, answer, log);
  const body = toCardResponse(isQuestion ? { text: 'Answered below.' } : (answer ?? { text: '' }));
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

/** Teams reports one installation as two activities of different types; the second within this time is not welcomed again. */
const SAME_INSTALLATION_MS = 60_000;

function createWelcomes(): (installed: Activity) => boolean {
  const reported = new Map<string, string>();
  return ({ conversation: { id }, type }) => {
    const before = reported.get(id);
    reported.delete(id);
    if (before && before !== type) return false;
    reported.set(id, type);
    setTimeout(() => reported.delete(id), SAME_INSTALLATION_MS).unref();
    return true;
  };
}
