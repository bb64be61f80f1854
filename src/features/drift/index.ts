import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import type { FindingSource } from '../../contract/finding.ts';
import messages from './messages.json' with { type: 'json' };
import { driftReportPhrases } from './phrases.ts';
import { showDrift } from './show-drift.ts';

/** What went quiet, from records alone: findings of all features, whoever lists them. */
export function createDrift(sources: () => readonly FindingSource[]): Feature {
  return {
    name: 'drift',
    messages,
    intents: [
      {
        name: 'drift_report',
        label: 'What is drifting',
        phrases: driftReportPhrases,
        answer: (request, question) => showDrift(request, question, sources()),
      },
    ],
    help: [
      {
        title: 'What drifts',
        job: 'review',
        roles: ['chair', 'scrutineer', 'administrator'],
        examples: () => [
          { title: 'what is drifting', ...ask('drift_report') },
          {
            title: 'groups that have gone quiet',
            ...ask('drift_report', {}, { about: 'meetings' }),
          },
        ],
      },
    ],
  };
}
