import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Conversations, PersonalChats } from '../contract/ports.ts';
import { summariseError } from '../telemetry/error-summary.ts';
import type { TeamsAdapter } from './adapter.ts';
import { type Render, toMessage } from './outbound.ts';

export interface PersonalChatsParts {
  readonly adapter: TeamsAdapter;
  readonly conversations: Pick<Conversations, 'personal'>;
  readonly render: Render;
  readonly log: Logger;
}

/**
 * Sends messages to people in their personal chats. What fails is logged by ids and left to the
 * caller.
 */
export function createPersonalChats({
  adapter,
  conversations,
  render,
  log,
}: PersonalChatsParts): PersonalChats {
  return {
    async tell(partnership, person, answer) {
      try {
        const reference = await conversations.personal(partnership, person);
        if (!reference) return false;
        const message = toMessage(render(answer));
        await adapter.continueConversation(
          reference,
          async (context: TurnContext) => void (await context.sendActivity(message)),
        );
        return true;
      } catch (error) {
        log.warn({ person, ...summariseError(error) }, 'personal message failed');
        return false;
      }
    },
  };
}
