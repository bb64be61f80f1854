import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import { proposeRisk, recordRisk } from './add-risk.ts';
import { openRiskClosing, recordClosing } from './close-risk.ts';
import { riskHistory } from './find-risk.ts';
import { risksPastReview } from './findings.ts';
import { riskReviewsFile, risksFile } from './folder.ts';
import { listRisks } from './list-risks.ts';
import messages from './messages.json' with { type: 'json' };
import { findRiskNeeds } from './needs.ts';
import { riskReviewDue } from './notices.ts';
import {
  addRiskPhrases,
  listRisksPhrases,
  reviewRiskPhrases,
  riskDetailPhrases,
} from './phrases.ts';
import { findRiskChanges } from './recorded-changes.ts';
import { risksSection } from './report-section.ts';
import { openRiskReview, proposeRiskReview, recordRiskReview } from './review-risk.ts';
import { riskListFile } from './risk-list-file.ts';
import { showRisk } from './show-risk.ts';
import { riskRetention } from './store.ts';

/** The risk register: what may go wrong, how bad it is, who watches it, and when somebody last looked. */
export const risks: Feature = {
  name: 'risks',
  reportSections: [risksSection],
  findings: [risksPastReview],
  messages,
  files: [riskListFile],
  intents: [
    {
      name: 'list_risks',
      label: 'The risk register',
      phrases: listRisksPhrases,
      answer: listRisks,
    },
    {
      name: 'risk_detail',
      label: 'One risk',
      offered: ({ args }) => (args.risk ? 'everything about it' : undefined),
      phrases: riskDetailPhrases,
      answer: showRisk,
    },
    { name: 'add_risk', label: 'Add a risk', phrases: addRiskPhrases, answer: proposeRisk },
    {
      name: 'review_risk',
      label: 'Review a risk',
      offered: ({ args }) =>
        args.risk ? (args.mode === 'close' ? 'close it' : 'review its score') : undefined,
      phrases: reviewRiskPhrases,
      answer: proposeRiskReview,
    },
  ],
  actions: [openRiskReview, recordRiskReview, recordRisk, openRiskClosing, recordClosing],
  history: riskHistory,
  recordedChanges: findRiskChanges,
  notices: [riskReviewDue],
  folder: [risksFile, riskReviewsFile],
  retention: [riskRetention],
  findNeeds: findRiskNeeds,
  help: [
    {
      title: 'Risks',
      job: 'review',
      examples: () => [
        { title: 'what is on the risk register', ...ask('list_risks') },
        {
          title: 'risks due for review',
          ...ask('list_risks', { dueRange: 'overdue' }),
        },
      ],
    },
  ],
};
