import { offeredBy } from '../../answers/describe-question.ts';
import type { Feature } from '../../contract/feature.ts';
import { compare } from './compare.ts';
import messages from './messages.json' with { type: 'json' };
import { comparePhrases } from './phrases.ts';

/** Two or more agencies, groups or years against each other, in attendance and in actions. */
export const comparison: Feature = {
  name: 'compare',
  messages,
  intents: [
    {
      name: 'compare',
      label: 'A comparison',
      offered: offeredBy('topic', {
        actions: 'a comparison of actions',
        attendance: 'a comparison of attendance',
      }),
      phrases: comparePhrases,
      answer: compare,
    },
  ],
};
