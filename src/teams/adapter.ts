import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Activity,
  ActivityTypes,
  type ChannelAccount,
  CloudAdapter,
  type ConversationReference as SdkReference,
  TurnContext,
} from 'botbuilder';
import type { ConversationReference } from '../contract/ports.ts';
import type { Identity } from '../domain/directory.ts';
import { TeamsAuthentication } from './authentication.ts';
import { findTenantId, toIdentity } from './inbound.ts';
import { isTargeted } from './is-targeted.ts';
import type { SendRateLimiter } from './send-rate-limiter.ts';
import type { TeamsSettings } from './settings.ts';
import { withTimeout } from './with-timeout.ts';

/** The HTTP response to an activity; messages go through the connector. */
export interface Receipt {
  readonly status: number;
  readonly body?: unknown;
}

type TurnHandler = (context: TurnContext) => Promise<void>;

/** Runs turns: of activities that came in, and of messages that Convenor starts itself. */
export interface TeamsAdapter {
  run(authorization: string, activity: Activity, logic: TurnHandler): Promise<Receipt | undefined>;
  continueConversation(reference: ConversationReference, logic: TurnHandler): Promise<void>;
  /**
   * Posts a message once, to all in the conversation or to one of them alone. Returns the id that Teams gave it, or `''` when it was accepted and its
   * id got lost.
   * @throws PostRejected, NoResponse, or any other error that arose before the message could be
   * sent.
   */
  post(
    reference: ConversationReference,
    message: Partial<Activity>,
    onlyTo?: Identity,
  ): Promise<string>;
}

export interface AdapterOptions {
  /** Counts what is sent in turns, so that messages that can wait leave room for it. */
  readonly rateLimiter?: Pick<SendRateLimiter, 'count'>;
  /** How long a single post may take. */
  readonly postTimeoutMs?: number;
}

/** @throws Error when a setting is missing. */
export function createAdapter(
  settings: TeamsSettings,
  { rateLimiter, postTimeoutMs }: AdapterOptions = {},
): TeamsAdapter {
  const turns = new AsyncLocalStorage<Turn>();
  const turnDeadline = () => turns.getStore()?.deadline;
  const isTurnTargeted = () => turns.getStore()?.isTargeted ?? false;
  const adapter = new Adapter(
    new TeamsAuthentication(settings, { postTimeoutMs, turnDeadline, isTurnTargeted }),
    rateLimiter,
  );
  const appId = settings.mode === 'azure' ? settings.appId : LOCAL_APP_ID;
  const toSdkReference = ({
    conversationId: id,
    serviceUrl,
    tenantId,
  }: ConversationReference): SdkReference => ({
    channelId: 'msteams',
    serviceUrl,
    bot: { id: appId, name: 'Convenor' },
    conversation: { id, ...(tenantId && { tenantId }) } as SdkReference['conversation'],
  });
  return {
    run: (authorization, activity, logic) =>
      turns.run({ deadline: Date.now() + MAX_TURN_MS, isTargeted: isTargeted(activity) }, () =>
        adapter.run(authorization, activity, logic),
      ),
    continueConversation: (reference, logic) =>
      adapter.continueConversationAsync(appId, toSdkReference(reference), logic),
    post: (reference, message, onlyTo) =>
      adapter.post(appId, toSdkReference(reference), message, onlyTo),
  };
}

interface Turn {
  readonly deadline: number;
  /** Only Convenor and the asker see what was asked. */
  readonly isTargeted: boolean;
}

/** A rehearsal has no app id and needs no token; the SDK wants a name all the same. */
const LOCAL_APP_ID = 'convenor';

/** Teams sends a turn again after 15 s; what is still to be said must be there before. */
const MAX_TURN_MS = 13_000;
/** A token is fetched once an hour; for longer than this it is not waited for. */
const TOKEN_TIMEOUT_MS = 10_000;
/** More than a token and a post can take together. */
const MAX_POST_MS = 30_000;

/**
 * The SDK's adapter without its HTTP part, which answers with the texts of exceptions and prints
 * them.
 */
class Adapter extends CloudAdapter {
  readonly #authentication: TeamsAuthentication;
  readonly #rateLimiter: Pick<SendRateLimiter, 'count'> | undefined;

  constructor(authentication: TeamsAuthentication, rateLimiter?: Pick<SendRateLimiter, 'count'>) {
    super(authentication);
    this.#authentication = authentication;
    this.#rateLimiter = rateLimiter;
  }

  run(authorization: string, activity: Activity, logic: TurnHandler): Promise<Receipt | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  async post(
    appId: string,
    reference: SdkReference,
    message: Partial<Activity>,
    onlyTo?: Identity,
  ): Promise<string> {
    const sent = TurnContext.applyConversationReference({ ...message }, reference);
    const activity = onlyTo ? { ...sent, recipient: toTargetedRecipient(onlyTo) } : sent;
    const posting = this.#authentication
      .createPostingFactory(this.createClaimsIdentity(appId), onlyTo !== undefined)
      .create(reference.serviceUrl)
      .then(({ conversations }) =>
        conversations.sendToConversation(reference.conversation.id, activity as Activity, {
          abortSignal: AbortSignal.timeout(TOKEN_TIMEOUT_MS),
        }),
      );
    try {
      return (await withTimeout(MAX_POST_MS, posting)).id ?? '';
    } catch (error) {
      if (isAccepted(error)) return '';
      throw error;
    }
  }

  override sendActivities(context: TurnContext, activities: Partial<Activity>[]) {
    for (const { type } of activities) if (type === ActivityTypes.Message) this.#count(context);
    const { activity } = context;
    // What only they see is answered to them alone.
    const recipient = isTargeted(activity) && toTargetedRecipient(toIdentity(activity));
    return super.sendActivities(
      context,
      recipient ? activities.map((each) => ({ ...each, recipient })) : activities,
    );
  }

  override updateActivity(context: TurnContext, activity: Partial<Activity>) {
    this.#count(context);
    return super.updateActivity(context, activity);
  }

  #count({ activity }: TurnContext): void {
    this.#rateLimiter?.count({
      conversationId: activity.conversation.id,
      tenantId: findTenantId(activity),
    });
  }
}

/** Who of a chat sees a targeted message, by directory id (the “principal id” of Microsoft's page). */
const toTargetedRecipient = ({ objectId }: Identity): ChannelAccount =>
  ({ id: objectId, aadObjectId: objectId }) as ChannelAccount;

/** The status said that the message was accepted; the body could not be read. */
function isAccepted(error: unknown): boolean {
  const { statusCode = 0 } = error as { statusCode?: number };
  return statusCode >= 200 && statusCode < 300;
}
