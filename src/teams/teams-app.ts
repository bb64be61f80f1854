import { Application } from '@microsoft/teams-ai';
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Inbound, Reply } from '../features/feature.ts';
import { idsOf } from './activity.ts';
import { faultOf } from './fault.ts';
import { isCardAction, toInbound } from './inbound.ts';
import { type Render, toCardResponse, toMessage } from './outbound.ts';
import { within } from './within.ts';

/** What the app is for: hears what came in, and says what is to be answered. */
export interface Conversation {
  /** `undefined` when nothing is to be said. Never throws for expected things. */
  hear(inbound: Inbound): Promise<Reply | undefined>;
}

export interface TeamsAppParts {
  readonly conversation: Conversation;
  readonly render: Render;
  readonly log: Logger;
}

/** After 15 s Teams sends a turn again; before that a person is told that there will be no answer. */
const ANSWER_MS = 8_000;

const OUTAGE = 'Convenor cannot reach its records just now. Nothing was changed. Please try again in a minute.';
const LATE =
  'Convenor is taking too long just now. Please look in a minute whether your answer was recorded, then try again.';

/**
 * Routes what comes from Teams to the conversation, and its replies back. This is the one boundary at which errors end:
 * the person gets a plain apology, the log gets ids and the place of the fault.
 */
export function createTeamsApp({ conversation, render, log }: TeamsAppParts): Application {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: false });
  const isFirstReport = createWelcomes();

  app.activity(ActivityTypes.Message, async (context) => {
    await deliver(context, await answer(context.activity));
  });
  app.addRoute(
    async ({ activity }) => isCardAction(activity),
    async (context) => respond(context, await answer(context.activity)),
    true,
  );
  for (const installed of [ActivityTypes.InstallationUpdate, ActivityTypes.ConversationUpdate]) {
    app.activity(installed, async (context) => {
      const { activity } = context;
      if (toInbound(activity) && isFirstReport(activity)) await deliver(context, await answer(activity));
    });
  }
  return app;

  async function answer(activity: Activity): Promise<Answer | undefined> {
    const inbound = toInbound(activity);
    if (!inbound) return undefined;
    const started = performance.now();
    try {
      const reply = await within(ANSWER_MS, conversation.hear(inbound));
      if (!reply) return undefined;
      const said = { inbound, message: toMessage(reply, render), body: toCardResponse(reply, render) };
      log.info({ ...idsOf(activity), heard: inbound.kind, ms: Math.round(performance.now() - started) }, 'answered');
      return said;
    } catch (error) {
      log.error({ ...idsOf(activity), heard: inbound.kind, ...faultOf(error) }, 'not answered');
      const reply = { text: faultOf(error).fault === 'TookTooLong' && inbound.kind === 'submission' ? LATE : OUTAGE };
      return { inbound, message: toMessage(reply, render), body: toCardResponse(reply, render) };
    }
  }

  /** Sends a message; a card that answers a button takes the place of the card that was pressed, where Teams allows it. */
  async function deliver(context: TurnContext, said: Answer | undefined): Promise<void> {
    if (!said) return;
    const { activity } = context;
    const replaced = said.inbound.kind === 'submission' && said.message.attachments ? activity.replyToId : undefined;
    try {
      if (replaced && (await updated(context, { ...said.message, id: replaced }))) return;
      await context.sendActivity(said.message);
    } catch (error) {
      log.error({ ...idsOf(activity), ...faultOf(error) }, 'answer not delivered');
    }
  }

  async function updated(context: TurnContext, message: Partial<Activity>): Promise<boolean> {
    try {
      await context.updateActivity(withoutText(message));
      return true;
    } catch (error) {
      log.warn({ ...idsOf(context.activity), ...faultOf(error) }, 'card not replaced');
      return false;
    }
  }

  /** Answers an Action.Execute: with the card that takes its place, or, when the button asked a question, with a message. */
  async function respond(context: TurnContext, said: Answer | undefined): Promise<void> {
    const asked = said?.inbound.kind === 'message';
    if (asked) await deliver(context, said);
    const body = said && !asked ? said.body : { ...NOTHING, value: asked ? 'Answered below.' : '' };
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
  }
}

interface Answer {
  readonly inbound: Inbound;
  readonly message: Partial<Activity>;
  readonly body: object;
}

/** Teams keeps the text and the card of a message as two, and refuses to put two in the place of one. */
function withoutText({ text, textFormat, ...message }: Partial<Activity>): Partial<Activity> {
  return message;
}

const NOTHING = { statusCode: 200, type: 'application/vnd.microsoft.activity.message' };

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
