import { type Action, isOpen } from '../action.ts';
import type { Day } from '../dates.ts';
import { followingGroup, makeNotices, type NoticeContext } from './make-notices.ts';
import type { Notice } from './notice.ts';
import { resolveRecipients } from './recipients.ts';
import { isInSpan } from './steps.ts';

/**
 * What is owed because of one open action. To its owner the latest step that was reached and no earlier one, so that nobody hears
 * five times after an outage; to those above, each level once.
 */
export function actionNotices(action: Action, context: NoticeContext): Notice[] {
  const { ref: about, dueOn, owner } = action;
  if (!isOpen(action) || !dueOn) return [];
  const { settings, directory, steps } = context;
  const group = followingGroup({ ...action, group: owner.group }, directory);
  const owners = resolveRecipients(settings.actionTo, { owner, group }, directory);
  const step = latestStep(dueOn, context);
  const levels = settings.escalations.filter(({ after }) => isInSpan(steps.after(after), dueOn));
  return [
    ...(step ? makeNotices(owners, { ...step, about, dueOn, group }) : []),
    ...levels.flatMap(({ after, to }) => {
      const isOwner = (person: string) => owners.some((each) => each.person === person);
      const above = resolveRecipients(to, { owner, group }, directory).filter(
        ({ person }) => !isOwner(person),
      );
      return makeNotices(above, {
        rule: 'escalation',
        step: `overdue-${after}`,
        about,
        dueOn,
        group,
      });
    }),
  ];
}

/** The fewer days before, the later the step; and the weekly one of what is overdue is later than all of them. */
function latestStep(
  dueOn: Day,
  { settings, steps }: NoticeContext,
): Pick<Notice, 'rule' | 'step'> | undefined {
  if (steps.week && dueOn < steps.week) return { rule: 'overdue', step: `week-${steps.week}` };
  const days = settings.actionSteps.filter((each) => isInSpan(steps.before(each), dueOn));
  return days.length > 0 ? { rule: 'action', step: `day-${Math.min(...days)}` } : undefined;
}
