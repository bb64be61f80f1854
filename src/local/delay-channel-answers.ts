import { setTimeout as after } from 'node:timers/promises';
import type { Dispatcher } from '../dispatch/dispatcher.ts';

const POST_RENDER_MS = 200;

/** For the Agents Playground only: in a channel it loses an answer that comes before it has drawn the post. Teams does not. */
export function delayChannelAnswers({ handle }: Dispatcher): Dispatcher {
  return {
    async handle(inbound) {
      const drawn = inbound.place.kind === 'channel' ? after(POST_RENDER_MS) : undefined;
      const reply = await handle(inbound);
      await drawn;
      return reply;
    },
  };
}
