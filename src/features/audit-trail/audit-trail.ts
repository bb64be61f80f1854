import type { Feature } from '../../contract/feature.ts';
import { auditTrailPhrases } from './phrases.ts';
import { showTrail } from './show-trail.ts';

/** Who changed what, and when. */
export const auditTrail: Feature = {
  name: 'audit-trail',
  intents: [
    {
      name: 'audit_trail',
      label: 'Who changed a record',
      phrases: auditTrailPhrases,
      answer: showTrail,
    },
  ],
  submissions: [],
};
