import type { Logger } from 'pino';
import type { Sender } from '../features/ports.ts';
import type { TeamsAdapter } from './adapter.ts';
import { faultOf } from './fault.ts';
import { type Render, toMessage } from './outbound.ts';

/** Says something where Convenor had been before, in one message. */
export function createSender({
  adapter,
  render,
  log,
}: {
  readonly adapter: TeamsAdapter;
  readonly render: Render;
  readonly log: Logger;
}): Sender {
  return {
    async send(address, { text, card }) {
      const message = toMessage({ text, ...(card && { card: render(card), plain: card.plain }) });
      let activityId = '';
      try {
        await adapter.speakIn(address, async (context) => {
          activityId = (await context.sendActivity(message))?.id ?? '';
        });
        return { outcome: 'sent', activityId };
      } catch (error) {
        log.warn({ conversation: address.conversationId, ...faultOf(error) }, 'not sent');
        const { statusCode } = error as { statusCode?: number };
        if (statusCode === 403 || statusCode === 404) return { outcome: 'unreachable', why: 'gone' };
        return statusCode === 429 ? { outcome: 'not-sent', retryInMs: 1_000 } : { outcome: 'in-doubt' };
      }
    },
  };
}
