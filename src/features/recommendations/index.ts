import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import { openNewForm, proposeRecommendation, recordRecommendation } from './add-recommendation.ts';
import { fruitlessAudits } from './audit-findings.ts';
import { openForm, proposeChange } from './change-recommendation.ts';
import { openAuditRecommendations, returnedThemes, unassignedRecommendations } from './findings.ts';
import { recommendationsFile } from './folder.ts';
import { listRecommendations } from './list-recommendations.ts';
import messages from './messages.json' with { type: 'json' };
import { findRecommendationNeeds } from './needs.ts';
import { recommendationResponseDue } from './notices.ts';
import {
  addRecommendationPhrases,
  changeRecommendationPhrases,
  listRecommendationsPhrases,
  recommendationDetailPhrases,
} from './phrases.ts';
import { raiseForRecommendation } from './raise-action.ts';
import { recommendationsListFile } from './recommendations-file.ts';
import {
  recordEvidence,
  recordLink,
  recordRepeats,
  recordResponse,
  recordSendingBack,
  recordUnlink,
  recordVerifying,
} from './record-recommendation.ts';
import { recommendationsSection } from './report-section.ts';
import { recommendationHistory, showRecommendation } from './show-recommendation.ts';
import { recordThemes } from './tag-themes.ts';
import { undoRecommendation } from './undo-recommendation.ts';

/** What reviews, audits and inspections ask for: accepted or not and why, done, evidenced, met. */
export const recommendations: Feature = {
  name: 'recommendations',
  reportSections: [recommendationsSection],
  findings: [openAuditRecommendations, unassignedRecommendations, returnedThemes, fruitlessAudits],
  messages,
  intents: [
    {
      name: 'list_recommendations',
      label: 'Recommendations',
      phrases: listRecommendationsPhrases,
      answer: listRecommendations,
    },
    {
      name: 'recommendation_detail',
      label: 'One recommendation',
      phrases: recommendationDetailPhrases,
      answer: showRecommendation,
    },
    {
      name: 'add_recommendation',
      label: 'Add a recommendation',
      phrases: addRecommendationPhrases,
      answer: proposeRecommendation,
    },
    {
      name: 'change_recommendation',
      label: 'A recommendation',
      phrases: changeRecommendationPhrases,
      answer: proposeChange,
    },
  ],
  actions: [
    openForm,
    openNewForm,
    recordRecommendation,
    recordResponse,
    recordEvidence,
    recordVerifying,
    recordSendingBack,
    recordLink,
    recordUnlink,
    recordRepeats,
    recordThemes,
    raiseForRecommendation,
    undoRecommendation,
  ],
  history: recommendationHistory,
  files: [recommendationsListFile],
  notices: [recommendationResponseDue],
  findNeeds: findRecommendationNeeds,
  folder: [recommendationsFile],
  help: [
    {
      title: 'Recommendations',
      job: 'review',
      examples: () => [
        {
          title: 'which recommendations are met, which only done',
          ...ask('list_recommendations', {}, { met: 'met', done: 'only done' }),
        },
        {
          title: 'recommendations still to be met',
          ...ask('list_recommendations', {}, { unmet: 'still to be met' }),
        },
      ],
    },
  ],
};
