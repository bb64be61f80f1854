import { offeredBy } from '../../answers/describe-question.ts';
import type { Feature } from '../../contract/feature.ts';
import { leaderlessPriorities, unprovenPriorities } from './findings.ts';
import { prioritiesHelp } from './help.ts';
import { listPriorities } from './list-priorities.ts';
import messages from './messages.json' with { type: 'json' };
import {
  listPrioritiesPhrases,
  priorityDetailPhrases,
  priorityProgressPhrases,
} from './phrases.ts';
import { prioritiesSection } from './report-section.ts';
import { showPriority } from './show-priority.ts';

/** Questions about priorities: which there are, what one aims at, and how far it has got. */
export const priorities: Feature = {
  name: 'priorities',
  findings: [leaderlessPriorities, unprovenPriorities],
  messages,
  intents: [
    {
      name: 'list_priorities',
      label: 'The priorities',
      phrases: listPrioritiesPhrases,
      answer: listPriorities,
    },
    {
      name: 'priority_detail',
      label: 'Aims',
      offered: offeredBy('field', {
        lead: 'who leads it',
        measures: 'how it is measured',
        objectives: 'its aims',
      }),
      phrases: priorityDetailPhrases,
      answer: showPriority,
    },
    {
      name: 'priority_progress',
      label: 'How far it has got',
      phrases: priorityProgressPhrases,
      answer: showPriority,
    },
  ],
  reportSections: [prioritiesSection],
  help: prioritiesHelp,
};
