import { openButton } from '../../answers/notice-answer.ts';
import { describeReason } from '../../answers/notice-words.ts';
import type { NoticeSource, StoreContext } from '../../contract/notice.ts';
import { addresseesSetting } from '../../contract/notice-settings.ts';
import { overdueStep } from '../../domain/notices/owed-steps.ts';
import { resolveRecipients } from '../../domain/notices/recipients.ts';
import { isInWindow } from '../../domain/notices/steps.ts';
import { type Risk, riskOwner } from '../../domain/risk.ts';
import { reviewRiskButton } from './buttons.ts';
import { aboutRisk, describeReviewDay, describeScore, formatRiskOwner } from './describe-risk.ts';
import { riskStore } from './store.ts';

const settings = { riskTo: addresseesSetting('owner') };

/** A risk on its review day, and weekly while nobody has looked at it: to its owner. */
export const riskReviewDue: NoticeSource<Risk, typeof settings> = {
  rule: 'risk-review',
  label: 'risk to review',
  priorityClass: 'ordinary',
  whenInDoubt: 'repeat',
  seenWith: 'risks.read',
  settings,
  find: findDue,
  load: (id, { store }) => store(riskStore).get(id),
  owed({ id: about, closedOn, nextReviewOn: dueOn, ownerGroup: group }, context) {
    if (closedOn || !dueOn) return [];
    const onTheDay = isInWindow(context.window, dueOn) ? 'day-0' : undefined;
    const step = overdueStep(dueOn, context) ?? onTheDay;
    return step ? [{ about, step, dueOn, group }] : [];
  },
  recipients: (risk, _step, context) =>
    resolveRecipients(
      context.settings.riskTo,
      { owner: riskOwner(risk), group: risk.ownerGroup },
      context.directory,
    ),
  item({ reason }, risk, context) {
    const { directory } = context;
    const state = describeScore(risk);
    const opens = aboutRisk(risk.id);
    return {
      section: 'to-look-into',
      ref: risk.id,
      title: risk.title,
      headline: `${risk.id} is to be reviewed`,
      standing: `${state.words}, ${describeReviewDay(risk, context)}`,
      colour: state.colour,
      dueOn: risk.nextReviewOn,
      facts: [{ title: 'Owner', value: formatRiskOwner(risk, directory) }],
      reason: describeReason(reason, directory),
      opens,
      buttons: [reviewRiskButton(risk.id), openButton(opens)],
    };
  },
};

/** Those whose review day is in the window, and on the weekly day all whose day has gone by: one range. */
function findDue({ window, steps, store }: StoreContext): Promise<Risk[]> {
  const from = steps.week ? '0000-00-00' : (window.from ?? window.today);
  return store(riskStore).range('byReviewDay', from, window.today);
}
