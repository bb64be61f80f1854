import { describeWhoMay } from '../../answers/access-words.ts';
import { ask } from '../../answers/questions.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn, type Permission } from '../../domain/access.ts';
import type { Escalation } from '../../domain/escalation.ts';
import { type EscalationRefusal, MAX_HOLD_MONTHS } from '../../domain/escalation-commands.ts';
import { omitUndefined } from '../../domain/optional.ts';
import type { Owner } from '../../domain/partnership.ts';

const WHY_NOT: Readonly<
  Record<EscalationRefusal | 'not-found' | 'changed-meanwhile' | 'exists', string>
> = {
  'matter-missing': 'Please say what is escalated, and why.',
  'same-agency': 'An escalation goes from one agency to another: please choose two.',
  'action-missing':
    'Please give the reference of an action that is in the records, or choose another subject.',
  'reason-missing': 'Please give a reason; it is kept.',
  'answer-missing': 'Please say what the answer is.',
  'change-missing': 'Please say what has changed, or choose “not resolved”.',
  'until-past': 'Please give the last day of the hold; it has to be still to come.',
  'until-too-far': `A hold is for ${MAX_HOLD_MONTHS} months at most. Withdraw the escalation instead, or hold it again later.`,
  closed: 'It was answered or withdrawn already.',
  'not-answered': 'It has not been answered yet. Record the answer first.',
  'not-found': 'It is not in the records any more.',
  'changed-meanwhile': 'Somebody changed it meanwhile. Please open it again.',
  exists: 'Somebody took that reference meanwhile. Please try again.',
};

/** Why nothing was recorded, and what would be needed. */
export const notRecorded = (refusal: keyof typeof WHY_NOT): Answer => ({
  text: `Nothing was recorded. ${WHY_NOT[refusal]}`,
});

/** Whose an escalation is, for what is to be done with it: who opened it, or who answers. */
export const escalationOwner = (escalation: Escalation, permission: Permission): Owner =>
  permission === 'escalations.answer'
    ? { agency: escalation.toAgency }
    : omitUndefined({ agency: escalation.fromAgency, group: escalation.group });

export const mayDo = (
  { person }: Pick<Request, 'person'>,
  permission: Permission,
  escalation: Escalation,
): boolean => isPermittedOn(person, permission, escalationOwner(escalation, permission));

export const mayNot = (permission: Permission): Answer => ({
  text: `Nothing was recorded: that is for ${describeWhoMay(permission)
    .replaceAll(
      'its agency',
      permission === 'escalations.answer'
        ? 'the agency that it was opened to'
        : 'the agency that opened it',
    )
    .replace('its group', 'the group that opened it')}.`,
  refused: 'access',
});

/** Escalations are read by those who take part. */
export const mayNotRead = (): Answer => ({
  text: `Escalations are read by ${describeWhoMay('escalations.read')}.`,
  refused: 'access',
});

export const noSuchEscalation = (ref: string): Answer => ({
  text: ref
    ? `No escalation has the reference ${ref}. It may be mistyped.`
    : 'Which escalation do you mean? Say its reference, such as ESC-03.',
  suggestions: [{ title: 'Open escalations', ...ask('list_escalations') }],
});

/** What the answer names of disputes about a child, which are none of ours. */
export const CHILD_DISPUTES =
  'A disagreement about a child is not kept here: it goes by the practitioners’ own resolution procedure, today if the child may be at risk.';
