import { type Action, awaitsVerification } from '../action.ts';
import { conflictOfInterest } from '../action-evidence.ts';
import { findBoard } from '../directory.ts';
import type { Reminder } from '../reminder.ts';
import { followingGroup, makeNotices, type NoticeContext } from './make-notices.ts';
import type { Notice } from './notice.ts';
import { type Recipient, resolveRecipients } from './recipients.ts';
import { isInWindow } from './steps.ts';

/**
 * Evidence that waits to be verified, once a week. It asks for a decision, so it is never said twice. Nobody is asked to verify
 * their own work or their agency’s: then the scrutineer is, else the partnership’s chair.
 */
export function verificationNotices(action: Action, context: NoticeContext): Notice[] {
  const { settings, steps, directory } = context;
  const { week } = steps;
  if (!week || !awaitsVerification(action) || settings.verificationTo.length === 0) return [];
  const group = followingGroup({ ...action, group: action.owner.group }, directory);
  const mayJudge = ({ person: id }: Recipient) => {
    const person = directory.people.find((each) => each.id === id);
    return person !== undefined && !conflictOfInterest(person, action, []);
  };
  const inOrder = [settings.verificationTo, ['scrutineer'], ['chair'], ['administrators']] as const;
  const recipients = inOrder
    .map((to) => resolveRecipients(to, { owner: action.owner, group }, directory).filter(mayJudge))
    .find((found) => found.length > 0);
  const what = { rule: 'verification', about: action.ref, step: `week-${week}` } as const;
  return makeNotices(recipients ?? [], { ...what, group });
}

/** The week’s letter to the chairs, on its first working day. */
export function weeklyNotices({ settings, steps: { week }, directory }: NoticeContext): Notice[] {
  if (!week) return [];
  const recipients = directory.groups.flatMap(({ id: group }) =>
    resolveRecipients(settings.weeklyTo, { group }, directory),
  );
  const each = [...new Map(recipients.map((recipient) => [recipient.person, recipient])).values()];
  const group = findBoard(directory)?.id;
  return makeNotices(each, { rule: 'weekly', about: week, step: 'week', group });
}

/** What somebody asked to be reminded of, on its day. It is theirs: no group hears of it. */
export function reminderNotices(
  { id, person, on }: Reminder,
  { window, directory }: NoticeContext,
): Notice[] {
  if (!isInWindow(window, on) || !directory.people.some((each) => each.id === person)) return [];
  const recipient = { person, reason: { kind: 'asked' } } as const;
  return makeNotices([recipient], { rule: 'reminder', about: id, dueOn: on, step: 'asked' });
}
