import { setTimeout as after } from 'node:timers/promises';
import type { Dispatcher } from '../dispatch/dispatcher.ts';

const UNTIL_THE_POST_IS_DRAWN_MS = 200;

/** For the Agents Playground only: in a channel it loses an answer that comes before it has drawn the post. Teams does not. */
export function unhurried({ handle }: Dispatcher): Dispatcher {
  return {
    async handle(inbound) {
      const drawn =
        inbound.place.kind === 'channel' ? after(UNTIL_THE_POST_IS_DRAWN_MS) : undefined;
      const reply = await handle(inbound);
      await drawn;
      return reply;
    },
  };
}
