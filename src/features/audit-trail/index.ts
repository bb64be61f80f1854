import type { CardAction, Feature } from '../../contract/feature.ts';
import { createLookForChange } from './look-for-change.ts';
import messages from './messages.json' with { type: 'json' };
import { auditTrailPhrases } from './phrases.ts';
import { createShowHistory, type FindHistory } from './show-history.ts';

/** Who changed what, and when: any record of which a feature gives the history. */
export function createAuditTrail(histories: () => readonly FindHistory[]): Feature {
  return {
    name: 'audit-trail',
    messages,
    actions: [createLookForChange(histories) as CardAction],
    intents: [
      {
        name: 'audit_trail',
        label: 'Who changed a record',
        offered: ({ filters, args }) =>
          (args.actionRef ?? filters.reviewRef) ? 'who changed it' : undefined,
        phrases: auditTrailPhrases,
        answer: createShowHistory(histories),
      },
    ],
  };
}
