import { formatList } from '../../answers/words.ts';
import { formatDay, formatDayWithYear } from '../../domain/dates.ts';
import { isUnderWay, type Lcspr } from '../../domain/lcspr.ts';
import {
  advanceCopyDue,
  lcsprState,
  nextMilestone,
  plannedPublication,
} from '../../domain/lcspr-clocks.ts';
import { describeHistory } from './describe-lcspr.ts';
import {
  describePublication,
  describeWhere,
  endless,
  type LcsprMoment,
  publicationDeadline,
  toCalendar,
} from './publication.ts';

/** What can be asked of one LCSPR, and what each is called when it is offered. */
export const LCSPR_FIELDS = {
  publication: 'when it has to be published',
  reviewer: 'who reviews it',
  family: 'whether the family was offered a part',
  panelTold: 'whether the Panel was told of the delay',
  delay: 'why it is late',
  where: 'where it can be read',
  scope: 'what it looks at',
  milestones: 'its milestones',
  advanceCopy: 'whether the advance copy was sent',
  history: 'what happened so far',
} as const;

export type LcsprField = keyof typeof LCSPR_FIELDS;

/** What was asked of an LCSPR, in a sentence that names it; what is not recorded is said. */
export function describeField(field: LcsprField, lcspr: Lcspr, moment: LcsprMoment): string {
  return DESCRIBE[field](lcspr, moment);
}

const DESCRIBE: Readonly<Record<LcsprField, (lcspr: Lcspr, moment: LcsprMoment) => string>> = {
  publication: describePublication,
  reviewer: ({ name, reviewer }) =>
    reviewer ? `The reviewer of ${name} is ${reviewer}.` : `No reviewer is recorded for ${name}.`,
  family: ({ name, familyOfferedOn }) =>
    familyOfferedOn
      ? `The family was offered a part in ${name} on ${formatDayWithYear(familyOfferedOn)}.`
      : `It is not recorded that the family was offered a part in ${name}.`,
  panelTold({ name, delays }, { today }) {
    const delay = delays.at(-1);
    if (!delay) return `No delay is recorded for ${name}, so there was none to tell the Panel of.`;
    const delayed = `${name} is delayed until ${formatDay(delay.until, today)}: ${endless(delay.reason)}`;
    return delay.panelToldOn
      ? `The Panel was told on ${formatDayWithYear(delay.panelToldOn)} that ${delayed}.`
      : `It is not recorded that the Panel was told. ${delayed}.`;
  },
  delay: describeDelay,
  where(lcspr, moment) {
    const { name, published } = lcspr;
    if (!published) return describePublication(lcspr, moment);
    const where = describeWhere(lcspr, moment).trim();
    return `${name} was published on ${formatDay(published.on, moment.today)}. ${where || 'Where it can be read is not recorded.'}`;
  },
  scope: ({ name, scope }) =>
    scope ? `${name} looks at: ${endless(scope)}.` : `The scope of ${name} is not recorded.`,
  milestones: describeMilestones,
  advanceCopy(lcspr, moment) {
    const { name, advanceCopyOn } = lcspr;
    if (advanceCopyOn)
      return `The Panel and the Secretary of State were sent ${name} on ${formatDayWithYear(advanceCopyOn)}.`;
    const calendar = toCalendar(moment);
    const due = isUnderWay(lcspr)
      ? advanceCopyDue(lcspr, plannedPublication(lcspr, calendar), calendar)
      : undefined;
    const by = due ? ` It is due by ${formatDay(due, moment.today)}.` : '';
    return `It is not recorded that an advance copy of ${name} was sent.${by}`;
  },
  history: (lcspr, moment) =>
    `${describeHistory(lcspr, moment) ?? `No day of ${lcspr.name} is recorded yet.`} ${describePublication(lcspr, moment)}`,
};

/** “LCSPR-A is late: criminal proceedings”; of one in time that it is not late. */
export function describeDelay(lcspr: Lcspr, moment: LcsprMoment): string {
  const { today } = moment;
  const { name, delays, published } = lcspr;
  const state = lcsprState(lcspr, today, toCalendar(moment));
  const due = publicationDeadline(lcspr, moment);
  const delay = delays.at(-1);
  if (state === 'late' && due) {
    const why = delay
      ? `delayed until ${formatDay(delay.until, today)}: ${endless(delay.reason)}`
      : 'no reason is recorded';
    return `${name} is late, it was due ${formatDay(due, today)}; ${why}.`;
  }
  if (published && due && published.on <= due) return describePublication(lcspr, moment);
  if (published || !isUnderWay(lcspr) || delay) return describePublication(lcspr, moment);
  return due
    ? `${name} is not late: it is due ${formatDay(due, today)}, and no delay is recorded.`
    : describePublication(lcspr, moment);
}

function describeMilestones(lcspr: Lcspr, moment: LcsprMoment): string {
  const { name, milestones = [] } = lcspr;
  const { today } = moment;
  const done = milestones.filter(({ doneOn }) => doneOn).length;
  const next = isUnderWay(lcspr) ? nextMilestone(lcspr, toCalendar(moment)) : undefined;
  const late = milestones.filter(({ doneOn, dueOn }) => !doneOn && dueOn < today);
  const coming = next
    ? ` Next: ${next.what}, by ${formatDay(next.dueOn, today)}${next.isSet ? '' : ' (no milestone is set)'}.`
    : '';
  if (milestones.length === 0) return `No milestone is set for ${name}.${coming}`;
  const overdue = late.length > 0 ? ` Late: ${formatList(late.map(({ what }) => what))}.` : '';
  return `${name} has reached ${done} of ${milestones.length} milestones.${overdue}${coming}`;
}
