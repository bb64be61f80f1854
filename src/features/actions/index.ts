import { offeredBy } from '../../answers/describe-question.ts';
import type { Feature } from '../../contract/feature.ts';
import { showEarlier } from './action-answer.ts';
import { actionsFile } from './actions-file.ts';
import { oldAuditActions, oldInspectionActions } from './audit-findings.ts';
import { addActionPhrases, completeActionPhrases, updateActionPhrases } from './change-phrases.ts';
import { actionChased } from './chase/chase-notice.ts';
import { proposeChase } from './chase/propose-chase.ts';
import { sendChase, showChased } from './chase/send-chase.ts';
import { chaseRetention } from './chase/store.ts';
import { scarceEvidence, unevidencedActions } from './evidence-findings.ts';
import { passedSets, unplannedActions, untouchedSources } from './findings.ts';
import { ACTION_FORMS, actionForm } from './forms/open-form.ts';
import { actionsHelp } from './help.ts';
import {
  awaitingVerificationPhrases,
  reassignActionPhrases,
  returningThemesPhrases,
  sendBackActionPhrases,
  verifyActionPhrases,
} from './judging-phrases.ts';
import { listActions, listAwaiting, showMore, showNextPage } from './list-actions.ts';
import { listReturning } from './list-returning.ts';
import messages from './messages.json' with { type: 'json' };
import { findActionNeeds } from './needs.ts';
import { actionDue, actionEscalation, actionOverdue } from './notices.ts';
import { ACTION_FIELDS, ofAction, offerOwner, offerUpdate } from './offers.ts';
import {
  actionDetailPhrases,
  changeSeveralPhrases,
  chaseOwnersPhrases,
  listActionsPhrases,
  showMorePhrases,
} from './phrases.ts';
import {
  proposeCompletion,
  proposeReassignment,
  proposeSendBack,
  proposeUpdate,
  proposeVerification,
} from './propose-change.ts';
import { proposeAction, raiseInChat } from './raise-action.ts';
import { openRaising, raiseInDialog } from './raise-in-dialog.ts';
import { findActionChanges } from './recorded-changes.ts';
import { searchActions } from './search-actions.ts';
import { changeSeveral } from './several/change-several.ts';
import { listForChange } from './several/list-for-change.ts';
import { checkSeveral, chooseSeveral } from './several/propose-several.ts';
import { actionHistory, showAction } from './show-action.ts';
import { undoActionChange } from './undo-change.ts';
import { evidenceToVerify } from './verification-notice.ts';

/** Questions about actions: which, how many, and everything about one. */
export const actions: Feature = {
  name: 'actions',
  recordedChanges: findActionChanges,
  findings: [
    untouchedSources,
    passedSets,
    oldAuditActions,
    oldInspectionActions,
    unplannedActions,
    unevidencedActions,
    scarceEvidence,
  ],
  findNeeds: findActionNeeds,
  help: actionsHelp,
  messages,
  files: [actionsFile],
  intents: [
    {
      name: 'list_actions',
      label: 'Actions',
      phrases: listActionsPhrases,
      answer: listActions,
    },
    {
      name: 'action_detail',
      label: 'One action',
      offered: ofAction(offeredBy('field', ACTION_FIELDS, 'everything about it')),
      phrases: actionDetailPhrases,
      answer: showAction,
    },
    {
      name: 'add_action',
      label: 'Raise an action',
      phrases: addActionPhrases,
      answer: (request, question) => proposeAction(request, question),
    },
    {
      name: 'update_action_status',
      label: 'Update an action',
      offered: ofAction(offerUpdate),
      phrases: updateActionPhrases,
      answer: proposeUpdate,
    },
    {
      name: 'complete_action',
      label: 'Complete an action',
      offered: ofAction(() => 'mark it complete'),
      phrases: completeActionPhrases,
      answer: proposeCompletion,
    },
    {
      name: 'verify_action',
      label: 'Verify an action',
      offered: ofAction(() => 'accept its evidence'),
      phrases: verifyActionPhrases,
      answer: proposeVerification,
    },
    {
      name: 'send_back_action',
      label: 'Send an action back',
      offered: ofAction(() => 'send its evidence back'),
      phrases: sendBackActionPhrases,
      answer: proposeSendBack,
    },
    {
      name: 'reassign_action',
      label: 'Reassign an action',
      offered: ofAction(offerOwner),
      phrases: reassignActionPhrases,
      answer: proposeReassignment,
    },
    {
      name: 'awaiting_verification',
      label: 'What needs verifying',
      phrases: awaitingVerificationPhrases,
      answer: listAwaiting,
    },
    {
      name: 'returning_themes',
      label: 'Themes that came back',
      phrases: returningThemesPhrases,
      answer: listReturning,
    },
    {
      name: 'change_several',
      label: 'Change several actions',
      phrases: changeSeveralPhrases,
      answer: listForChange,
    },
    {
      name: 'chase_owners',
      label: 'Chase the owners',
      offered: ofAction(() => 'chase its owner'),
      phrases: chaseOwnersPhrases,
      answer: proposeChase,
    },
    { name: 'show_more', label: 'More of the list', phrases: showMorePhrases, answer: showMore },
  ],
  actions: [
    actionForm,
    ...Object.values(ACTION_FORMS).map(({ confirm }) => confirm),
    raiseInChat,
    raiseInDialog,
    showEarlier,
    undoActionChange,
    chooseSeveral,
    checkSeveral,
    changeSeveral,
    showNextPage,
    sendChase,
    showChased,
  ],
  history: actionHistory,
  retention: [chaseRetention],
  notices: [actionChased, actionDue, actionOverdue, actionEscalation, evidenceToVerify],
  extension: {
    dialogs: [
      { command: 'raiseAction', access: 'actions.raise', asks: 'add action: ', open: openRaising },
    ],
    search: searchActions,
  },
};
