import { offeredBy } from '../../answers/describe-question.ts';
import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import {
  addPlanItem,
  openPlanChange,
  proposePlanChange,
  proposePlanItem,
  recordMove,
  recordReceived,
  recordWithdrawal,
  undoPlan,
} from './change-plan.ts';
import { missedItems, openDuties } from './findings.ts';
import { showPlan } from './list-plan.ts';
import messages from './messages.json' with { type: 'json' };
import { paperDue } from './notices.ts';
import {
  addPlanPhrases,
  changePlanPhrases,
  listPlanPhrases,
  planDetailPhrases,
} from './phrases.ts';
import { dutiesSection } from './report-section.ts';
import { planHistory, showPlanItem } from './show-item.ts';
import { forwardPlanFile, planRetention } from './store.ts';

/** The forward plan: what has to come to which meeting, from whom, whether it came; and the duties among it. */
export const forwardPlan: Feature = {
  name: 'forward-plan',
  reportSections: [dutiesSection],
  findings: [missedItems, openDuties],
  messages,
  intents: [
    {
      name: 'list_forward_plan',
      label: 'The forward plan',
      phrases: listPlanPhrases,
      answer: showPlan,
    },
    {
      name: 'plan_item_detail',
      label: 'One item of the plan',
      phrases: planDetailPhrases,
      answer: showPlanItem,
    },
    {
      name: 'add_plan_item',
      label: 'Add to the plan',
      phrases: addPlanPhrases,
      answer: proposePlanItem,
    },
    {
      name: 'change_plan_item',
      label: 'Change the plan',
      offered: offeredBy('mode', {
        receive: 'record it as received',
        move: 'move it to another meeting',
        withdraw: 'take it off the plan',
      }),
      phrases: changePlanPhrases,
      answer: proposePlanChange,
    },
  ],
  actions: [openPlanChange, addPlanItem, recordReceived, recordMove, recordWithdrawal, undoPlan],
  history: planHistory,
  notices: [paperDue],
  folder: [forwardPlanFile],
  retention: [planRetention],
  help: [
    {
      title: 'Forward plan',
      job: 'meet',
      examples: () => [
        { title: 'what is on the forward plan', ...ask('list_forward_plan') },
        { title: 'which papers are late', ...ask('list_forward_plan', {}, { late: 'late' }) },
      ],
    },
  ],
};
