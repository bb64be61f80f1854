import type { Feature } from '../../contract/feature.ts';
import { noticeStatusPhrases } from './phrases.ts';
import { dismiss, sendAgain } from './resolve-delivery.ts';
import { showDeliveries } from './show-deliveries.ts';

/** What became of the messages that Convenor sends by itself: sent, waiting, undelivered, in doubt. For administrators. */
export const noticeStatus: Feature = {
  name: 'notice-status',
  intents: [
    {
      name: 'notice_status',
      label: 'How notices were delivered',
      phrases: noticeStatusPhrases,
      answer: (asker, _question, ports) => showDeliveries(asker, ports),
    },
  ],
  submissions: [
    { verb: 'notices.again', access: 'notices.administer', handle: sendAgain },
    { verb: 'notices.dismiss', access: 'notices.administer', handle: dismiss },
  ],
};
