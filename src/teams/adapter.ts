import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  type ConversationReference,
  TurnContext,
} from 'botbuilder';
import { TeamsAuthentication } from './authentication.ts';
import { tenantOf } from './inbound.ts';
import type { Limits } from './limits.ts';
import type { TeamsSettings } from './settings.ts';
import { within } from './within.ts';

/** Who vouches for Convenor when it speaks. */
export type Credentials = ConstructorParameters<typeof TeamsAuthentication>[1];

/** The answer to the post itself; what Convenor says goes through the connector. */
export interface Receipt {
  readonly status: number;
  readonly body?: unknown;
}

/** A conversation that is known from before: its id, where Teams takes what is said there, and whose it is. */
export interface KnownConversation {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly tenantId?: string;
}

type Turn = (context: TurnContext) => Promise<void>;

/** Runs turns: of what came in, and of what Convenor says by itself. */
export interface TeamsAdapter {
  run(authorization: string, activity: Activity, logic: Turn): Promise<Receipt | undefined>;
  speakIn(conversation: KnownConversation, logic: Turn): Promise<void>;
  /**
   * Posts a message once; the id that Teams gave it, or `''` when it was taken and its id got lost.
   * @throws NotTaken, NoAnswer, or any other error that arose before the message could leave.
   */
  post(conversation: KnownConversation, message: Partial<Activity>): Promise<string>;
}

export interface AdapterOptions {
  readonly credentials?: Credentials;
  /** Count what is said in turns, so that what can wait leaves room for it. */
  readonly limits?: Pick<Limits, 'count'>;
  /** How long a single post may take. */
  readonly postMs?: number;
}

/** @throws Error when a setting is missing. */
export function createAdapter(
  settings: TeamsSettings,
  { credentials, limits, postMs }: AdapterOptions = {},
): TeamsAdapter {
  const adapter = new Adapter(new TeamsAuthentication(settings, credentials, postMs), limits);
  const appId = settings.mode === 'azure' ? settings.appId : REHEARSING;
  const referenceTo = ({
    conversationId: id,
    serviceUrl,
    tenantId,
  }: KnownConversation): ConversationReference => ({
    channelId: 'msteams',
    serviceUrl,
    bot: { id: appId, name: 'Convenor' },
    conversation: { id, ...(tenantId && { tenantId }) } as ConversationReference['conversation'],
  });
  return {
    run: (authorization, activity, logic) => adapter.run(authorization, activity, logic),
    speakIn: (conversation, logic) =>
      adapter.continueConversationAsync(appId, referenceTo(conversation), logic),
    post: (conversation, message) => adapter.post(appId, referenceTo(conversation), message),
  };
}

/** A rehearsal has no app id and needs no token; the SDK wants a name all the same. */
const REHEARSING = 'convenor';

/** A token is fetched once an hour; for longer than this it is not waited for. */
const TOKEN_MS = 10_000;
/** Longer than a token and a post can take together. */
const LONGEST_POST_MS = 30_000;

/** The SDK's adapter without its HTTP part, which answers with the texts of exceptions and prints them. */
class Adapter extends CloudAdapter {
  readonly #authentication: TeamsAuthentication;
  readonly #limits: Pick<Limits, 'count'> | undefined;

  constructor(authentication: TeamsAuthentication, limits?: Pick<Limits, 'count'>) {
    super(authentication);
    this.#authentication = authentication;
    this.#limits = limits;
  }

  run(authorization: string, activity: Activity, logic: Turn): Promise<Receipt | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  async post(
    appId: string,
    reference: ConversationReference,
    message: Partial<Activity>,
  ): Promise<string> {
    const activity = TurnContext.applyConversationReference({ ...message }, reference);
    const posting = this.#authentication
      .createPostingFactory(this.createClaimsIdentity(appId))
      .create(reference.serviceUrl)
      .then(({ conversations }) =>
        conversations.sendToConversation(reference.conversation.id, activity as Activity, {
          abortSignal: AbortSignal.timeout(TOKEN_MS),
        }),
      );
    try {
      return (await within(LONGEST_POST_MS, posting)).id ?? '';
    } catch (error) {
      if (isTaken(error)) return '';
      throw error;
    }
  }

  override sendActivities(context: TurnContext, activities: Partial<Activity>[]) {
    for (const { type } of activities) if (type === ActivityTypes.Message) this.#count(context);
    return super.sendActivities(context, activities);
  }

  override updateActivity(context: TurnContext, activity: Partial<Activity>) {
    this.#count(context);
    return super.updateActivity(context, activity);
  }

  #count({ activity }: TurnContext): void {
    this.#limits?.count({ conversationId: activity.conversation.id, tenantId: tenantOf(activity) });
  }
}

/** The status said that it was taken; what came with it could not be read. */
function isTaken(error: unknown): boolean {
  const { statusCode = 0 } = error as { statusCode?: number };
  return statusCode >= 200 && statusCode < 300;
}
