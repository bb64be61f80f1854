import type { Feature } from '../../contract/feature.ts';
import messages from './messages.json' with { type: 'json' };
import { minutesFile } from './minutes-file.ts';
import { meetingSummaryPhrases } from './phrases.ts';
import { showSummary, summariseEndedMeeting } from './show-summary.ts';
import {
  receiveTemplate,
  showTemplate,
  TEMPLATE_FILE,
  templateFile,
  useDefault,
} from './template.ts';

/** What came of a meeting: on a card for everybody, and as a Word document for its administrator. */
export const minutes: Feature = {
  name: 'minutes',
  messages,
  intents: [
    {
      name: 'meeting_summary',
      label: 'What came of a meeting',
      phrases: meetingSummaryPhrases,
      answer: showSummary,
    },
  ],
  commands: [{ name: TEMPLATE_FILE, handle: (request) => showTemplate(request) }],
  actions: [useDefault],
  files: [minutesFile, templateFile],
  receiveFile: {
    takes: /\.(docx?|docm|dotx?|dotm)$/i,
    permission: 'records.import',
    handle: receiveTemplate,
  },
  meetingEvents: [summariseEndedMeeting],
};
