import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Conversations, PersonalChats } from '../contract/ports.ts';
import type { TeamsAdapter } from './adapter.ts';
import { faultOf } from './fault.ts';
import { type Render, toMessage } from './outbound.ts';

export interface PersonalChatsParts {
  readonly adapter: TeamsAdapter;
  readonly conversations: Pick<Conversations, 'personal'>;
  readonly render: Render;
  readonly log: Logger;
}

/** Speaks to people where they last spoke to Convenor. What fails is logged by ids and left to whoever asked. */
export function createPersonalChats({
  adapter,
  conversations,
  render,
  log,
}: PersonalChatsParts): PersonalChats {
  return {
    async tell(partnership, person, word) {
      const address = await conversations.personal(partnership, person);
      if (!address) return false;
      const message = toMessage(render(word));
      try {
        await adapter.speakIn(
          address,
          async (context: TurnContext) => void (await context.sendActivity(message)),
        );
        return true;
      } catch (error) {
        log.warn({ person, ...faultOf(error) }, 'not told');
        return false;
      }
    },
  };
}
