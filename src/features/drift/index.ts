import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import type { FindingSource } from '../../contract/finding.ts';
import { createExceptionReport } from './exception-report.ts';
import { keepDriftSnapshot } from './keep-snapshot.ts';
import { listAccepted } from './list-accepted.ts';
import messages from './messages.json' with { type: 'json' };
import { driftReportPhrases, listAcceptedPhrases } from './phrases.ts';
import { createRespondToFinding } from './respond-to-finding.ts';
import { showDrift } from './show-drift.ts';
import { createOpenFinding } from './show-finding.ts';
import { driftSnapshotRetention, findingResponseRetention, findingResponsesFile } from './store.ts';

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
      {
        name: 'list_accepted_findings',
        label: 'What was accepted',
        phrases: listAcceptedPhrases,
        answer: (request, question) => listAccepted(request, question, sources()),
      },
    ],
    actions: [createOpenFinding(sources), ...createRespondToFinding(sources)],
    files: [createExceptionReport(sources)],
    folder: [findingResponsesFile],
    retention: [findingResponseRetention, driftSnapshotRetention],
    keepDaily: (context) => keepDriftSnapshot(context, sources()),
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
