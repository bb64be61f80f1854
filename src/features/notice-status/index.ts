import type { Feature } from '../../contract/feature.ts';
import messages from './messages.json' with { type: 'json' };
import { noticesFailed } from './notices.ts';
import { noticeStatusPhrases } from './phrases.ts';
import { dismiss, sendAgain, showDeliveries } from './show-deliveries.ts';

/** What became of the messages that Convenor sends by itself: sent, waiting, undelivered, in doubt. For administrators. */
export const noticeStatus: Feature = {
  name: 'notice-status',
  messages,
  intents: [
    {
      name: 'notice_status',
      label: 'Delivery of notices',
      phrases: noticeStatusPhrases,
      answer: (request) => showDeliveries(request),
    },
  ],
  actions: [sendAgain, dismiss],
  notices: [noticesFailed],
};
