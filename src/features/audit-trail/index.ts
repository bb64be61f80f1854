import type { Feature } from '../../contract/feature.ts';
import { auditTrailPhrases } from './phrases.ts';
import { showHistory } from './show-history.ts';

/** Who changed what, and when. */
export const auditTrail: Feature = {
  name: 'audit-trail',
  intents: [
    {
      name: 'audit_trail',
      label: 'Who changed a record',
      phrases: auditTrailPhrases,
      answer: showHistory,
    },
  ],
};
