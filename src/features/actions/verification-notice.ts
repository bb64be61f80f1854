import { openButton } from '../../answers/notice-answer.ts';
import { aboutAction } from '../../answers/questions.ts';
import type { NoticeSource } from '../../contract/notice.ts';
import { addresseesSetting } from '../../contract/notice-settings.ts';
import { type Action, awaitsVerification } from '../../domain/action.ts';
import { conflictOfInterest } from '../../domain/action-evidence.ts';
import { type Recipient, resolveRecipients } from '../../domain/notices/recipients.ts';
import { actionFormButton } from './buttons.ts';
import { actionFacts, groupFollowing, loadAction, noticeReason } from './notices.ts';

const verificationSettings = { verificationTo: addresseesSetting('group-chair') };

/**
 * Evidence that waits to be verified, once a week. It asks for a decision, so it is never sent twice. Nobody is asked to verify
 * their own work or their agency’s: then the scrutineer is, else the partnership’s chair.
 */
export const evidenceToVerify: NoticeSource<Action, typeof verificationSettings> = {
  rule: 'verification',
  label: 'evidence to verify',
  priorityClass: 'ordinary',
  whenInDoubt: 'ask-a-person',
  settings: verificationSettings,
  find: async ({ directory, steps, ports }) =>
    steps.week ? ports.actions.awaitingVerification(directory.partnership.id) : [],
  load: loadAction,
  owed: (action, { steps: { week }, directory }) =>
    week && awaitsVerification(action)
      ? [{ about: action.ref, step: `week-${week}`, group: groupFollowing(action, directory) }]
      : [],
  recipients(action, { group }, { settings: { verificationTo }, directory }) {
    if (verificationTo.length === 0) return [];
    const mayVerify = ({ person }: Recipient) => {
      const found = directory.people.find(({ id }) => id === person);
      return found !== undefined && !conflictOfInterest(found, action, []);
    };
    const inOrder = [verificationTo, ['scrutineer'], ['chair'], ['administrators']] as const;
    const found = inOrder.map((to) =>
      resolveRecipients(to, { owner: action.owner, group }, directory).filter(mayVerify),
    );
    return found.find((recipients) => recipients.length > 0) ?? [];
  },
  item: ({ reason }, action, { directory }) => ({
    section: 'to-verify',
    ref: action.ref,
    title: action.title,
    headline: `${action.ref} is complete and waits to be verified`,
    standing: 'complete with evidence, not yet verified',
    colour: 'good',
    facts: actionFacts(action, directory),
    reason: noticeReason(reason, directory, ' and can verify it'),
    opens: aboutAction(action.ref),
    buttons: [
      actionFormButton('Verify…', action.ref, 'verify'),
      actionFormButton('Send back…', action.ref, 'send-back'),
      openButton(aboutAction(action.ref)),
    ],
  }),
};
