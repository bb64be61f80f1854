import { type Action, isOpen } from '../action.ts';
import type { Day } from '../dates.ts';
import { hearersOf } from './hearers.ts';
import { followingGroup, makeNotices, type NoticeContext } from './make-notices.ts';
import type { Notice } from './notice.ts';
import { isIn, stepBefore, weeklyDayIn, workingDaysFrom } from './steps.ts';

/**
 * What is owed because of one open action. To its owner the latest step that was reached and no earlier one, so that nobody hears
 * five times after an outage; to those above, each level once.
 */
export function actionNotices(action: Action, context: NoticeContext): Notice[] {
  const { dueOn } = action;
  if (!isOpen(action) || !dueOn) return [];
  return [...ownersNotices(action, dueOn, context), ...escalations(action, dueOn, context)];
}

function ownersNotices(action: Action, dueOn: Day, context: NoticeContext): Notice[] {
  const { settings, bankHolidays, window, directory } = context;
  const before = settings.actionSteps
    .map((days) => ({ step: `day-${days}`, on: stepBefore(dueOn, days, bankHolidays), days }))
    .filter(({ on }) => isIn(window, on))
    .sort((a, b) => b.on.localeCompare(a.on) || a.days - b.days)[0];
  const week = weeklyDayIn(window, bankHolidays);
  const weekly = week && dueOn < week ? { step: `week-${week}`, on: week } : undefined;
  const reached = weekly ?? before;
  if (!reached) return [];
  const group = followingGroup({ ...action, group: action.owner.group }, directory);
  return makeNotices(hearersOf(settings.actionTo, { owner: action.owner, group }, directory), {
    rule: weekly ? 'overdue' : 'action',
    about: action.ref,
    dueOn,
    step: reached.step,
    group,
  });
}

function escalations(action: Action, dueOn: Day, context: NoticeContext): Notice[] {
  const { settings, bankHolidays, window, directory } = context;
  const group = followingGroup({ ...action, group: action.owner.group }, directory);
  const concern = { owner: action.owner, group };
  const owners = new Set(hearersOf(settings.actionTo, concern, directory).map(({ person }) => person));
  return settings.escalations
    .filter(({ after }) => isIn(window, workingDaysFrom(dueOn, after, bankHolidays)))
    .flatMap(({ after, to }) => {
      const above = hearersOf(to, concern, directory).filter(({ person }) => !owners.has(person));
      const what = { rule: 'escalation', about: action.ref, dueOn, step: `overdue-${after}` } as const;
      return makeNotices(above, { ...what, group });
    });
}
