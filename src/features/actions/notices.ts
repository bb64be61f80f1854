import { formatOwner } from '../../answers/action-words.ts';
import { openButton } from '../../answers/notice-answer.ts';
import { describeReason, formatDueIn } from '../../answers/notice-words.ts';
import { aboutAction } from '../../answers/questions.ts';
import { formatCount } from '../../answers/words.ts';
import type { Fact } from '../../contract/answer.ts';
import type {
  NoticeItem,
  NoticeSource,
  StoreContext,
  TellingContext,
} from '../../contract/notice.ts';
import {
  addresseesSetting,
  escalationsSetting,
  stepsSetting,
} from '../../contract/notice-settings.ts';
import { type Action, isOpen } from '../../domain/action.ts';
import { addDays, type Day } from '../../domain/dates.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import type { DaySpan } from '../../domain/due-range.ts';
import type { Notice, OwedStep } from '../../domain/notices/notice.ts';
import type { SweepContext } from '../../domain/notices/notice-context.ts';
import { overdueStep, stepBeforeDue } from '../../domain/notices/owed-steps.ts';
import { followingGroup, resolveRecipients } from '../../domain/notices/recipients.ts';
import { isInSpan } from '../../domain/notices/steps.ts';
import { workingDaysBetween } from '../../domain/working-days.ts';
import { snoozeWeekButton } from '../reminders/buttons.ts';
import { actionFormButton } from './buttons.ts';

export const dueSettings = {
  actionSteps: stepsSetting(14, 7, 1, 0),
  actionTo: addresseesSetting('owner'),
};

/** An open action, some working days before its due day and on it: to its owner. */
export const actionDue: NoticeSource<Action, typeof dueSettings> = {
  rule: 'action',
  label: 'action due',
  priorityClass: 'ordinary',
  whenInDoubt: 'repeat',
  settings: dueSettings,
  find: (context) => findOpen(context.settings.actionSteps.map(context.steps.before), context),
  load: loadAction,
  owed: (action, context) =>
    owedFor(action, context, (dueOn) => [
      stepBeforeDue(dueOn, context.settings.actionSteps, context),
    ]),
  recipients: ({ owner }, { group }, { settings, directory }) =>
    resolveRecipients(settings.actionTo, { owner, group }, directory),
  item(notice, action, context) {
    const { reason } = notice;
    const owns =
      reason.kind === 'owner' ||
      reason.kind === 'agency' ||
      (reason.kind === 'chair' && reason.group !== undefined);
    const asChair = owns ? ', which follows it up' : '';
    return openItem(notice, action, context, { asChair, owns });
  },
};

/** An open action that is overdue, once a week: to its owner. */
export const actionOverdue: NoticeSource<Action, typeof dueSettings> = {
  ...actionDue,
  rule: 'overdue',
  label: 'action overdue',
  find: (context) => {
    const { week } = context.steps;
    return findOpen(week ? [{ to: addDays(week, -1) }] : [], context);
  },
  owed: (action, context) => owedFor(action, context, (dueOn) => [overdueStep(dueOn, context)]),
};

const escalationSettings = {
  actionTo: dueSettings.actionTo,
  escalations: escalationsSetting({ after: 10, to: ['group-chair'] }, { after: 20, to: ['chair'] }),
};

/** An action that has been overdue for so long that those above hear too, each level once; never whoever owns it. */
export const actionEscalation: NoticeSource<Action, typeof escalationSettings> = {
  rule: 'escalation',
  label: 'action long overdue',
  priorityClass: 'ordinary',
  whenInDoubt: 'repeat',
  settings: escalationSettings,
  find: (context) => {
    const { settings, steps } = context;
    return findOpen(
      settings.escalations.map(({ after }) => steps.after(after)),
      context,
    );
  },
  load: loadAction,
  owed: (action, context) =>
    owedFor(action, context, (dueOn) =>
      context.settings.escalations
        .filter(({ after }) => isInSpan(context.steps.after(after), dueOn))
        .map(({ after }) => `overdue-${after}`),
    ),
  recipients({ owner }, { step, group }, { settings, directory }) {
    const level = settings.escalations.find(({ after }) => step === `overdue-${after}`);
    const owners = resolveRecipients(settings.actionTo, { owner, group }, directory);
    return resolveRecipients(level?.to ?? [], { owner, group }, directory).filter(
      ({ person }) => !owners.some((each) => each.person === person),
    );
  },
  item(notice, action, context) {
    const { today, bankHolidays } = context;
    const late = workingDaysBetween(notice.dueOn ?? today, today, bankHolidays);
    const days = formatCount(late.ok ? late.value : 0, 'working day');
    const owns = notice.reason.kind === 'agency';
    return openItem(notice, action, context, {
      asChair: `; it has been overdue for ${days}`,
      owns,
    });
  },
};

/** The open actions that are due on these days: one range for each span. */
async function findOpen(
  spans: readonly DaySpan[],
  { directory, window, ports }: StoreContext,
): Promise<Action[]> {
  const found = spans.map(({ from, to }) =>
    from && to && from > to
      ? []
      : ports.actions.list(
          directory.partnership.id,
          { status: 'not complete', dueFrom: from, dueTo: to },
          window.today,
        ),
  );
  return (await Promise.all(found)).flat();
}

/** One action as it stands now. */
export function loadAction(
  ref: string,
  { directory, ports }: StoreContext,
): Promise<Action | undefined> {
  return ports.actions.findCurrent(directory.partnership.id, ref);
}

/** The steps that an open action with a due day has reached. */
function owedFor(
  action: Action,
  { directory }: SweepContext,
  reached: (dueOn: Day) => readonly (string | undefined)[],
): OwedStep[] {
  const { ref: about, dueOn } = action;
  if (!isOpen(action) || !dueOn) return [];
  const group = groupFollowing(action, directory);
  return reached(dueOn).flatMap((step) => (step ? [{ about, dueOn, step, group }] : []));
}

/** The group that follows an action up. */
export const groupFollowing = (action: Action, directory: Directory) =>
  followingGroup({ ...action, group: action.owner.group }, directory);

/** Whoever owns an open action can settle it; others look into it. */
function openItem(
  { reason }: Notice,
  action: Action,
  { directory, today, bankHolidays }: TellingContext,
  { asChair, owns }: { readonly asChair: string; readonly owns: boolean },
): NoticeItem | undefined {
  const { ref, title, status, dueOn } = action;
  if (!dueOn) return undefined;
  const isLate = dueOn < today;
  const standing = formatDueIn(dueOn, { today, bankHolidays });
  return {
    topic: `action ${ref}`,
    section: isLate ? 'overdue' : 'due',
    ref,
    title,
    headline: `${ref} is ${standing}`,
    status,
    standing,
    colour: isLate ? 'attention' : 'warning',
    dueOn,
    facts: actionFacts(action, directory),
    reason: noticeReason(reason, directory, asChair),
    opens: aboutAction(action.ref),
    buttons: owns
      ? [
          actionFormButton('Done…', ref, 'done'),
          actionFormButton('Need more time…', ref, 'more-time'),
          snoozeWeekButton(ref),
        ]
      : [openButton(aboutAction(action.ref)), snoozeWeekButton(ref)],
  };
}

/** Why somebody is told of an action. */
export function noticeReason(
  reason: Notice['reason'],
  directory: Directory,
  asChair: string,
): NoticeItem['reason'] {
  if (reason.kind !== 'agency') return describeReason(reason, directory, asChair);
  const agency = agencyName(directory, reason.agency);
  return { sentence: `You lead for ${agency}, which owns it.`, short: `for ${agency}` };
}

/** Whose it is and where it was raised. */
export function actionFacts(action: Action, directory: Directory): Fact[] {
  const owner = formatOwner(action, directory);
  const { name } = action.source;
  return [
    ...(owner ? [{ title: 'Owner', value: owner }] : []),
    ...(name ? [{ title: 'From', value: name }] : []),
  ];
}
