import { setTimeout as after } from 'node:timers/promises';
import type { Dispatcher } from '../dispatch/dispatcher.ts';

const POST_RENDER_MS = 200;

/**
 * Only for the Agents Playground: in a channel it loses an answer that comes before it has rendered
 * the post. Teams does not.
 */
export function delayChannelAnswers({ handle }: Dispatcher): Dispatcher {
  return {
    async handle(inbound) {
      const rendered = inbound.place.kind === 'channel' ? after(POST_RENDER_MS) : undefined;
      const answer = await handle(inbound);
      await rendered;
      return answer;
    },
  };
}
