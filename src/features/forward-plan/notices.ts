import { openButton } from '../../answers/notice-answer.ts';
import { describeReason } from '../../answers/notice-words.ts';
import type { NoticeSource, StoreContext } from '../../contract/notice.ts';
import { addresseesSetting, stepsSetting } from '../../contract/notice-settings.ts';
import { addMonths } from '../../domain/dates.ts';
import { isAwaited, paperDueOn } from '../../domain/forward-plan.ts';
import { overdueStep, stepBeforeDue } from '../../domain/notices/owed-steps.ts';
import { resolveRecipients } from '../../domain/notices/recipients.ts';
import { aboutPlanItem, planButton } from './buttons.ts';
import { describePlanState, describeWhere, formatPlanOwner } from './describe-item.ts';
import { type KnownPlanItem, withMeetings } from './queries.ts';
import { planStore } from './store.ts';

const settings = {
  planSteps: stepsSetting(20, 10, 5),
  planTo: addresseesSetting('owner'),
  planMissedTo: addresseesSetting('administrators'),
};

/** So far ahead the first step reaches. */
const MONTHS_AHEAD = 2;

/** A paper for a meeting: to its owner before its day, and weekly after it; when it missed its meeting, to administrators too. */
export const paperDue: NoticeSource<KnownPlanItem, typeof settings> = {
  rule: 'paper',
  label: 'paper for a meeting due',
  listedAs: 'a paper for a meeting',
  priorityClass: 'ordinary',
  whenInDoubt: 'repeat',
  seenWith: 'meetings.read',
  settings,
  async find(context: StoreContext) {
    const last = addMonths(context.window.today, MONTHS_AHEAD).slice(0, 7);
    const items = await context.store(planStore).range('awaitedByMonth', [''], [`${last}~`]);
    return items.length === 0
      ? []
      : withMeetings({ ...context, today: context.window.today }, items);
  },
  async load(id, context) {
    const item = await context.store(planStore).get(id);
    return item && (await withMeetings({ ...context, today: context.window.today }, [item]))[0];
  },
  owed({ item, meeting }, context) {
    const dueOn = paperDueOn(item, meeting, context.bankHolidays);
    if (!isAwaited(item) || !dueOn) return [];
    const step =
      overdueStep(dueOn, context) ?? stepBeforeDue(dueOn, context.settings.planSteps, context);
    return step ? [{ about: item.id, step, dueOn, group: item.group }] : [];
  },
  recipients({ item, state }, _step, { settings: { planTo, planMissedTo }, directory }) {
    const { ownerAgency: agency, ownerPerson: person, group } = item;
    const owner = { ...(agency && { agency }), ...(person && { person }) };
    const subject = { owner, group };
    const owners = resolveRecipients(planTo, subject, directory);
    const isUnowned = owners.length === 0;
    const others =
      state === 'missed' || isUnowned ? resolveRecipients(planMissedTo, subject, directory) : [];
    return [...new Map([...others, ...owners].map((each) => [each.person, each])).values()];
  },
  item({ reason }, known, context) {
    const { item, meeting, state } = known;
    const { directory, bankHolidays } = context;
    const { words, colour } = describePlanState(known, context);
    const opens = aboutPlanItem(item.id);
    return {
      section: 'to-look-into',
      ref: item.id,
      title: item.title,
      headline:
        state === 'missed'
          ? `${item.id} did not come to its meeting`
          : `The paper of ${item.id} is awaited`,
      standing: words,
      colour,
      dueOn: paperDueOn(item, meeting, bankHolidays),
      facts: [
        { title: 'Comes to', value: describeWhere(known, directory) },
        { title: 'Paper from', value: formatPlanOwner(item, directory) },
      ],
      reason: describeReason(reason, directory),
      opens,
      buttons: [planButton(item.id, 'receive'), openButton(opens)],
    };
  },
};
