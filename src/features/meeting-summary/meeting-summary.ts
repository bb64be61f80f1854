import type { Feature } from '../../contract/feature.ts';
import { meetingSummaryPhrases } from './phrases.ts';
import { showSummary, sumUpAtTheEnd } from './show-summary.ts';

/** What came of a meeting, for the minutes. */
export const meetingSummary: Feature = {
  name: 'meeting-summary',
  intents: [
    {
      name: 'meeting_summary',
      label: 'What came of a meeting',
      phrases: meetingSummaryPhrases,
      answer: showSummary,
    },
  ],
  submissions: [],
  meetingEvents: [sumUpAtTheEnd],
};
