import { z } from 'zod';
import { type Answer, type Asker, type Feature, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { questionSchema } from '../../contract/question-schema.ts';
import { addActionPhrases, completeActionPhrases, updateActionPhrases } from './change-phrases.ts';
import { formSubmissions } from './forms/open-form.ts';
import { actionsHelp } from './help.ts';
import {
  awaitingVerificationPhrases,
  reassignActionPhrases,
  returningThemesPhrases,
  sendBackActionPhrases,
  verifyActionPhrases,
} from './judging-phrases.ts';
import { listActions, listFrom } from './list-actions.ts';
import { listReturning } from './list-returning.ts';
import { actionDue, actionEscalation, actionOverdue, evidenceToVerify } from './notices.ts';
import { actionDetailPhrases, listActionsPhrases, showMorePhrases } from './phrases.ts';
import {
  proposeCompletion,
  proposeReassignment,
  proposeSendingBack,
  proposeUpdate,
  proposeVerification,
} from './propose-change.ts';
import { proposeAction, raiseInChat } from './raise-action.ts';
import { formAgain, openRaising, raiseInDialog } from './raise-in-dialog.ts';
import { searchActions } from './search-actions.ts';
import { changeSeveral } from './several/change-several.ts';
import { checkSeveral, chooseSeveral } from './several/propose-several.ts';
import { showAction, showEarlier } from './show-action.ts';

const moreSchema = z.object({
  question: questionSchema,
  shown: z.number().int().min(0).max(100_000),
});

/** Questions about actions: which, how many, and everything about one. */
export const actions: Feature = {
  name: 'actions',
  help: actionsHelp,
  intents: [
    {
      name: 'list_actions',
      label: 'Its actions',
      phrases: listActionsPhrases,
      answer: listActions,
    },
    {
      name: 'action_detail',
      label: 'One action',
      phrases: actionDetailPhrases,
      answer: showAction,
    },
    {
      name: 'add_action',
      label: 'Raise an action',
      phrases: addActionPhrases,
      answer: proposeAction,
    },
    {
      name: 'update_action_status',
      label: 'Update an action',
      phrases: updateActionPhrases,
      answer: proposeUpdate,
    },
    {
      name: 'complete_action',
      label: 'Complete an action',
      phrases: completeActionPhrases,
      answer: proposeCompletion,
    },
    {
      name: 'verify_action',
      label: 'Verify an action',
      phrases: verifyActionPhrases,
      answer: proposeVerification,
    },
    {
      name: 'send_back_action',
      label: 'Send an action back',
      phrases: sendBackActionPhrases,
      answer: proposeSendingBack,
    },
    {
      name: 'reassign_action',
      label: 'Give an action to somebody else',
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
    { name: 'show_more', label: 'More of the list', phrases: showMorePhrases, answer: showMore },
  ],
  submissions: [
    ...formSubmissions,
    { verb: 'actions.raise', access: 'actions.raise', handle: raiseInChat },
    {
      verb: 'actions.raise-in-dialog',
      access: 'actions.raise',
      handle: raiseInDialog,
      refusePersonal: formAgain,
    },
    { verb: 'actions.history', access: 'actions.read', handle: showEarlier },
    { verb: 'actions.several', access: 'actions.change-several', handle: chooseSeveral },
    { verb: 'actions.several-check', access: 'actions.change-several', handle: checkSeveral },
    { verb: 'actions.several-do', access: 'actions.change-several', handle: changeSeveral },
    {
      verb: 'actions.more',
      access: 'actions.read',
      handle: async (asker, data, ports) => {
        const more = moreSchema.safeParse(data);
        if (!more.success) throw new UnreadableInput('actions.more');
        return listFrom(asker, more.data.question, more.data.shown, ports);
      },
    },
  ],
  notices: [actionDue, actionOverdue, actionEscalation, evidenceToVerify],
  extension: {
    dialogs: [
      { command: 'raiseAction', access: 'actions.raise', asks: 'add action: ', open: openRaising },
    ],
    search: searchActions,
  },
};

/** “what needs verifying”: complete with evidence that no chair or scrutineer has judged yet. */
async function listAwaiting(asker: Asker, { filters }: Question, ports: Ports): Promise<Answer> {
  const args = { hasEvidence: true, isVerified: false };
  return listActions(
    asker,
    { intent: 'list_actions', filters: { ...filters, status: 'complete' }, args },
    ports,
  );
}

/** “show more”, typed: the next page of the list that was being looked at. */
async function showMore(asker: Asker, _question: Question, ports: Ports): Promise<Answer> {
  const list = asker.thread?.list;
  if (!list) {
    return {
      text: 'There is no list here to show more of. Ask for one, such as what is overdue.',
      suggestions: ['what is overdue', 'my actions'],
    };
  }
  const more = await listFrom(asker, list.question, list.shown, ports);
  return list.shown < list.all ? more : { ...more, text: `That was all of them. ${more.text}` };
}
