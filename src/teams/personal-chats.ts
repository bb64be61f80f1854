import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Answer } from '../contract/answer.ts';
import type { Conversations, PersonalChats } from '../contract/ports.ts';
import type { ConversationPlace } from '../contract/thread.ts';
import { summariseError } from '../telemetry/error-summary.ts';
import type { TeamsAdapter } from './adapter.ts';
import { endsConversation } from './classify-failure.ts';
import { type Render, toMessage } from './outbound.ts';

export interface PersonalChatsParts {
  readonly adapter: TeamsAdapter;
  readonly conversations: Pick<Conversations, 'personal' | 'end'>;
  readonly now: () => Date;
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
  now,
  render,
  log,
}: PersonalChatsParts): PersonalChats {
  const tell: PersonalChats['tell'] = async (partnership, person, answer) => {
    const began = now();
    let place: ConversationPlace | undefined;
    try {
      const reference = await conversations.personal(partnership, person);
      if (!reference) return false;
      place = { kind: 'personal', conversationId: reference.conversationId };
      const message = toMessage(render(answer));
      await adapter.continueConversation(
        reference,
        async (context: TurnContext) => void (await context.sendActivity(message)),
      );
      return true;
    } catch (error) {
      if (place && endsConversation(error))
        await conversations.end(partnership, place, began, person).catch(() => {});
      log.warn({ person, ...summariseError(error) }, 'personal message failed');
      return false;
    }
  };

  return {
    tell,
    tellLater(partnership, person, work, otherwise) {
      const late = work.catch((error): Answer => {
        log.error({ person, ...summariseError(error) }, 'late answer failed');
        return otherwise;
      });
      void late.then((answer) => tell(partnership, person, answer));
    },
  };
}
