import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import { TeamsAuthentication } from './authentication.ts';
import type { TeamsSettings } from './settings.ts';

/** Who vouches for Convenor when it speaks. */
export type Credentials = ConstructorParameters<typeof TeamsAuthentication>[1];

/** The answer to the post itself; what Convenor says goes through the connector. */
export interface Receipt {
  readonly status: number;
  readonly body?: unknown;
}

/** A conversation that is known from before: its id and where Teams takes what is said there. */
export interface KnownConversation {
  readonly conversationId: string;
  readonly serviceUrl: string;
}

type Turn = (context: TurnContext) => Promise<void>;

/** Runs turns: of what came in, and of what Convenor says by itself. */
export interface TeamsAdapter {
  run(authorization: string, activity: Activity, logic: Turn): Promise<Receipt | undefined>;
  speakIn(conversation: KnownConversation, logic: Turn): Promise<void>;
}

/** @throws Error when a setting is missing. */
export function createAdapter(settings: TeamsSettings, credentials?: Credentials): TeamsAdapter {
  const adapter = new Adapter(new TeamsAuthentication(settings, credentials));
  const appId = settings.mode === 'azure' ? settings.appId : REHEARSING;
  return {
    run: (authorization, activity, logic) => adapter.run(authorization, activity, logic),
    speakIn: ({ conversationId: id, serviceUrl }, logic) =>
      adapter.continueConversationAsync(
        appId,
        { channelId: 'msteams', serviceUrl, bot: { id: appId, name: 'Convenor' }, conversation: { id } as never },
        logic,
      ),
  };
}

/** A rehearsal has no app id and needs no token; the SDK wants a name all the same. */
const REHEARSING = 'convenor';

/** The SDK's adapter without its HTTP part, which answers with the texts of exceptions and prints them. */
class Adapter extends CloudAdapter {
  run(authorization: string, activity: Activity, logic: Turn): Promise<Receipt | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}
