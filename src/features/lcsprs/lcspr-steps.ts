import { z } from 'zod';
import { choiceField, dayField, lineField } from '../../answers/form.ts';
import type { Field } from '../../contract/answer.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Day } from '../../domain/dates.ts';
import { isUnderWay, type Lcspr } from '../../domain/lcspr.ts';
import { availableUntil, nextMilestone } from '../../domain/lcspr-clocks.ts';
import {
  amendLcspr,
  completeMilestone,
  delay,
  type LcsprChange,
  type LcsprRefusal,
  publish,
  reinstateLcspr,
  reopenLcspr,
  setMilestone,
  tellPanelOfDelay,
  withdrawLcspr,
  withhold,
} from '../../domain/lcspr-commands.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { lcsprName } from './buttons.ts';
import { type LcsprMoment, publicationDeadline, toCalendar } from './publication.ts';

/** What the forms of all steps send. */
export const lcsprStepInput = z.object({
  lcspr: lcsprName,
  on: dayField.optional(),
  due: dayField.optional(),
  told: dayField.optional(),
  until: dayField.optional(),
  decided: dayField.optional(),
  family: dayField.optional(),
  draft: dayField.optional(),
  copy: dayField.optional(),
  what: z.string().trim().max(200).optional(),
  milestone: z.string().max(200).optional(),
  reviewer: z.string().trim().max(200).optional(),
  scope: lineField.optional(),
  where: z.string().trim().max(500).optional(),
  reason: lineField.optional(),
});
type StepInput = z.output<typeof lcsprStepInput>;

/** Something that is recorded of an LCSPR. */
export interface LcsprStep {
  readonly title: string;
  readonly isPossible: (lcspr: Lcspr) => boolean;
  readonly fields: (lcspr: Lcspr, moment: LcsprMoment) => readonly Field[];
  readonly record: (
    lcspr: Lcspr | undefined,
    input: StepInput,
    actor: Actor,
    moment: LcsprMoment,
  ) => Outcome<LcsprChange, LcsprRefusal>;
}

const dayOf = (id: string, label: string, value?: Day, required = false): Field => ({
  id,
  label,
  kind: 'day',
  required,
  ...(value && { value }),
});
const lineOf = (id: string, label: string, value?: string, required = false): Field => ({
  id,
  label,
  kind: 'text',
  required,
  ...(value && { value }),
});
const reasonOf = (label: string, required = true): Field => ({
  id: 'reason',
  label,
  kind: 'lines',
  required,
});
const isNotWithdrawn = ({ withdrawn }: Lcspr) => !withdrawn;

const milestones = ({ milestones: all = [] }: Lcspr) =>
  all.filter(({ doneOn }) => !doneOn).map(({ what }) => ({ id: what, name: what }));

/** Everything that is recorded of an LCSPR, the likeliest first. */
export const LCSPR_STEPS = {
  facts: {
    title: 'Reviewer, scope, family or a day',
    isPossible: isNotWithdrawn,
    fields: (lcspr) => {
      const { published, withheld } = lcspr;
      return [
        lineOf('reviewer', 'Reviewer: a post or a body', lcspr.reviewer),
        { ...lineOf('scope', 'Scope: what it looks at', lcspr.scope), kind: 'lines' },
        dayOf('decided', 'Decided to start it', lcspr.decidedOn),
        dayOf('family', 'Family offered a part', lcspr.familyOfferedOn),
        dayOf('draft', 'Draft due', lcspr.draftDueOn),
        dayOf(
          'copy',
          'Advance copy sent to the Panel and the Secretary of State',
          lcspr.advanceCopyOn,
        ),
        ...(published ? [lineOf('where', 'Where it can be read', published.where)] : []),
        ...(published ? [dayOf('until', 'Available until', published.until)] : []),
        ...(withheld
          ? [lineOf('where', 'Where the improvements are published', withheld.improvementsAt)]
          : []),
        reasonOf('Reason, where you change what was recorded', false),
      ];
    },
    record: (lcspr, input, actor) =>
      amendLcspr(
        lcspr,
        {
          reviewer: input.reviewer || undefined,
          scope: input.scope || undefined,
          decidedOn: input.decided,
          familyOfferedOn: input.family,
          draftDueOn: input.draft,
          advanceCopyOn: input.copy,
          where: input.where || undefined,
          availableUntil: input.until,
        },
        input.reason ?? '',
        actor,
      ),
  },
  milestone: {
    title: 'A milestone is set',
    isPossible: isUnderWay,
    fields(lcspr, moment) {
      const next = nextMilestone(lcspr, toCalendar(moment));
      return [
        lineOf('what', 'Milestone', undefined, true),
        dayOf('due', 'By', next && !next.isSet ? next.dueOn : undefined, true),
      ];
    },
    record: (lcspr, { what = '', due }, actor) =>
      setMilestone(lcspr, { what, dueOn: due ?? actor.today }, actor),
  },
  reached: {
    title: 'A milestone was reached',
    isPossible: isUnderWay,
    fields(lcspr, { today }) {
      const open = milestones(lcspr);
      return [
        ...(open.length > 0
          ? [choiceField('milestone', 'Milestone', open, open[0]?.id, 'Another')]
          : []),
        lineOf('what', open.length > 0 ? 'If another: which' : 'Milestone'),
        dayOf('on', 'Day', today),
      ];
    },
    record: (lcspr, { milestone, what = '', on }, actor) =>
      completeMilestone(lcspr, { what: milestone || what, doneOn: on ?? actor.today }, actor),
  },
  delay: {
    title: 'Publication is delayed',
    isPossible: isUnderWay,
    fields: () => [
      dayOf('due', 'Until', undefined, true),
      reasonOf('Why, such as criminal proceedings or the family'),
      dayOf('told', 'The Panel was told on, if it was'),
    ],
    record: (lcspr, { due, reason = '', told }, actor) =>
      delay(lcspr, due ?? actor.today, reason, actor, told),
  },
  told: {
    title: 'The Panel was told of the delay',
    isPossible: (lcspr) => isNotWithdrawn(lcspr) && lcspr.delays.length > 0,
    fields: (_, { today }) => [dayOf('on', 'Day', today)],
    record: (lcspr, { on }, actor) => tellPanelOfDelay(lcspr, on ?? actor.today, actor),
  },
  publish: {
    title: 'It was published',
    isPossible: isUnderWay,
    fields: (_, moment) => [
      dayOf('on', 'Day', moment.today),
      lineOf('where', 'Where it can be read'),
      dayOf('until', 'Available until', availableUntil(moment.today, toCalendar(moment))),
      reasonOf('If it is late: why', false),
    ],
    record: (lcspr, { on, reason, where, until }, actor, moment) =>
      publish(
        lcspr,
        {
          on: on ?? actor.today,
          reason,
          where,
          until,
          due: lcspr && publicationDeadline(lcspr, moment),
        },
        actor,
      ),
  },
  withhold: {
    title: 'It will not be published',
    isPossible: isUnderWay,
    fields: () => [reasonOf('Why'), lineOf('where', 'Where the improvements are published')],
    record: (lcspr, { reason = '', where }, actor) => withhold(lcspr, reason, actor, where),
  },
  reopen: {
    title: 'Its publication was recorded wrong',
    isPossible: (lcspr) => isNotWithdrawn(lcspr) && !isUnderWay(lcspr),
    fields: () => [reasonOf('Reason (recorded)')],
    record: (lcspr, { reason = '' }, actor) => reopenLcspr(lcspr, reason, actor),
  },
  withdraw: {
    title: 'It was opened by mistake',
    isPossible: isUnderWay,
    fields: () => [reasonOf('Reason (recorded)')],
    record: (lcspr, { reason = '' }, actor) => withdrawLcspr(lcspr, reason, actor),
  },
  reinstate: {
    title: 'It was withdrawn by mistake',
    isPossible: ({ withdrawn }) => withdrawn !== undefined,
    fields: () => [reasonOf('Reason (recorded)')],
    record: (lcspr, { reason = '' }, actor) => reinstateLcspr(lcspr, reason, actor),
  },
} as const satisfies Readonly<Record<string, LcsprStep>>;

export type LcsprStepId = keyof typeof LCSPR_STEPS;
export const LCSPR_STEP_IDS = Object.keys(LCSPR_STEPS) as [LcsprStepId, ...LcsprStepId[]];

/** The steps that make sense now. */
export function possibleSteps(
  lcspr: Lcspr,
): readonly { readonly id: LcsprStepId; readonly title: string }[] {
  return LCSPR_STEP_IDS.filter((id) => LCSPR_STEPS[id].isPossible(lcspr)).map((id) => ({
    id,
    title: LCSPR_STEPS[id].title,
  }));
}
