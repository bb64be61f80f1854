import { offeredBy } from '../../answers/describe-question.ts';
import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import {
  openChangeForm,
  proposeEscalationChange,
  recordAnswer,
  recordCorrection,
  recordHold,
  recordOutcome,
  recordWithdrawal,
  undoEscalation,
} from './change-escalation.ts';
import { unansweredEscalations } from './findings.ts';
import { escalationsFile } from './folder.ts';
import { listEscalations } from './list-escalations.ts';
import messages from './messages.json' with { type: 'json' };
import { escalationDue } from './notices.ts';
import { openNewForm, proposeEscalation, recordEscalation } from './open-escalation.ts';
import {
  changeEscalationPhrases,
  escalationDetailPhrases,
  listEscalationsPhrases,
  openEscalationPhrases,
} from './phrases.ts';
import { escalationsSection } from './report-section.ts';
import { escalationHistory, showEscalation } from './show-escalation.ts';
import { escalationRetention } from './store.ts';

/** What one agency takes further with another: by levels, with days for each, to an outcome. */
export const escalations: Feature = {
  name: 'escalations',
  reportSections: [escalationsSection],
  messages,
  intents: [
    {
      name: 'list_escalations',
      label: 'Escalations',
      phrases: listEscalationsPhrases,
      answer: listEscalations,
    },
    {
      name: 'escalation_detail',
      label: 'One escalation',
      phrases: escalationDetailPhrases,
      answer: showEscalation,
    },
    {
      name: 'open_escalation',
      label: 'Open an escalation',
      offered: ({ args }) => (args.actionRef ? 'escalate it' : undefined),
      phrases: openEscalationPhrases,
      answer: proposeEscalation,
    },
    {
      name: 'change_escalation',
      label: 'Change an escalation',
      offered: offeredBy('mode', {
        answer: 'answer it',
        hold: 'hold it',
        outcome: 'record its outcome',
        withdraw: 'withdraw it',
        correct: 'correct it',
      }),
      phrases: changeEscalationPhrases,
      answer: proposeEscalationChange,
    },
  ],
  actions: [
    openNewForm,
    openChangeForm,
    recordEscalation,
    recordAnswer,
    recordHold,
    recordOutcome,
    recordWithdrawal,
    recordCorrection,
    undoEscalation,
  ],
  history: escalationHistory,
  findings: [unansweredEscalations],
  notices: [escalationDue],
  folder: [escalationsFile],
  retention: [escalationRetention],
  help: [
    {
      title: 'Escalations',
      job: 'review',
      roles: ['chair', 'scrutineer', 'partner-lead', 'administrator'],
      examples: () => [
        {
          title: 'which escalations are past their days',
          ...ask('list_escalations', {}, { past: 'past their days' }),
        },
        { title: 'open an escalation', ...ask('open_escalation') },
      ],
    },
  ],
};
