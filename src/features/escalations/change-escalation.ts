import { z } from 'zod';
import { choiceField, dayField, lineField, pleaseCheck } from '../../answers/form.ts';
import { notUndone } from '../../answers/not-undone.ts';
import { UNDONE } from '../../answers/undo-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { undoRecord } from '../../contract/undo-record.ts';
import type { Permission } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Change } from '../../domain/change-event.ts';
import { parseDay } from '../../domain/dates.ts';
import { ESCALATION_OUTCOMES, type Escalation } from '../../domain/escalation.ts';
import {
  answerEscalation,
  concludeEscalation,
  correctEscalation,
  type EscalationRefusal,
  holdEscalation,
  withdrawEscalation,
} from '../../domain/escalation-commands.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { escalationId, type FormName, openEscalationForm, undoEscalationPress } from './buttons.ts';
import { aboutEscalation, describeStanding } from './describe-escalation.ts';
import { mayDo, mayNot, notRecorded } from './refusals.ts';
import { escalationAnswer, findEscalation, requireEscalation } from './show-escalation.ts';
import { escalationStore } from './store.ts';

const NEEDS: Readonly<Record<FormName, Permission>> = {
  answer: 'escalations.answer',
  hold: 'escalations.change',
  outcome: 'escalations.change',
  withdraw: 'escalations.change',
  correct: 'escalations.change',
};

/** “hold ESC-03 until 8 january because …”, “answer ESC-03: …”: the form with what was said. */
export async function proposeEscalationChange(
  request: Request,
  { args }: Question,
): Promise<Answer> {
  const found = await findEscalation(request, args.escalation);
  if ('answer' in found) return found.answer;
  const mode = (Object.keys(NEEDS) as FormName[]).find((form) => form === args.mode);
  const words = typeof args.reason === 'string' ? args.reason : '';
  return changeForm(request, found.escalation, mode ?? 'answer', {
    words,
    until: parseDay(args.on) ?? '',
  });
}

/** *Answer…*, *Hold…*, *Record outcome…* and the others. */
export const openChangeForm = action({
  ...openEscalationForm,
  permission: { field: 'form', is: NEEDS },
  handle: async (request: Request, { escalation, form }): Promise<Answer> =>
    changeForm(request, await requireEscalation(request, escalation), form),
});

function changeForm(
  request: Request,
  escalation: Escalation,
  form: FormName,
  begun: { readonly words?: string; readonly until?: string } = {},
): Answer {
  if (!mayDo(request, NEEDS[form], escalation)) return mayNot(NEEDS[form]);
  const { id } = escalation;
  const line = (label: string, field: string, value = '', required = true): Field => ({
    id: field,
    label,
    kind: 'lines',
    value,
    required,
  });
  const data = { escalation: id };
  switch (form) {
    case 'answer':
      return ask(request, escalation, `Answer ${id}?`, {
        fields: [
          line('Answer', 'answer', begun.words),
          line('What has changed (if anything)', 'changed', '', false),
        ],
        submit: recordAnswer.button('Record answer', data),
      });
    case 'hold':
      return ask(request, escalation, `Hold ${id}?`, {
        fields: [
          { id: 'until', label: 'Until', kind: 'day', value: begun.until ?? '', required: true },
          line('Reason', 'reason', begun.words),
        ],
        submit: recordHold.button('Hold', data),
      });
    case 'outcome': {
      const outcomes = ESCALATION_OUTCOMES.map((each) => ({ id: each, name: sentenceCase(each) }));
      return ask(request, escalation, `What came of ${id}?`, {
        fields: [
          choiceField('outcome', 'Outcome', outcomes, escalation.outcome ?? 'resolved'),
          line('What changed', 'changed', escalation.changed ?? begun.words, false),
        ],
        submit: recordOutcome.button('Record outcome', data),
      });
    }
    case 'withdraw':
      return ask(request, escalation, `Withdraw ${id}?`, {
        fields: [line('Reason', 'reason', begun.words)],
        submit: recordWithdrawal.button('Withdraw', data),
      });
    case 'correct':
      return ask(request, escalation, `Correct ${id}?`, {
        fields: [
          line('What is escalated, and why', 'matter', escalation.matter),
          ...(escalation.answer ? [line('Answer', 'answer', escalation.answer)] : []),
          line('Reason for the correction', 'reason', begun.words),
        ],
        submit: recordCorrection.button('Record correction', data),
      });
  }
}

function ask(
  request: Request,
  escalation: Escalation,
  heading: string,
  form: NonNullable<Answer['form']>,
): Answer {
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `${escalation.matter} · ${sentenceCase(describeStanding(escalation, request).words)}. Please leave out names and details of children.`,
    form,
    thread: aboutEscalation(escalation.id),
  };
}

type Decide = (
  escalation: Escalation,
  actor: Actor,
) => Outcome<Change<Escalation>, EscalationRefusal>;

async function change(
  request: Request,
  id: string,
  permission: Permission,
  decide: Decide,
): Promise<Answer> {
  const escalation = await requireEscalation(request, id);
  if (!mayDo(request, permission, escalation)) return mayNot(permission);
  const actor = toActor(request);
  const changed = await request.store(escalationStore).change(id, (each) => decide(each, actor));
  return changed.ok
    ? escalationAnswer(request, changed.value, 'Recorded.')
    : notRecorded(changed.refusal);
}

/** *Record answer*, by the agency that was asked. */
export const recordAnswer = action({
  id: 'escalations.answer',
  permission: 'escalations.answer',
  input: z.object({ escalation: escalationId, answer: lineField, changed: lineField.optional() }),
  handle: (request: Request, { escalation, ...input }) =>
    change(request, escalation, 'escalations.answer', (each, actor) =>
      answerEscalation(each, input, actor),
    ),
});

/** *Hold*: the clock stands until the day, and then goes on by itself. */
export const recordHold = action({
  id: 'escalations.hold',
  permission: 'escalations.change',
  input: z.object({ escalation: escalationId, until: dayField.optional(), reason: lineField }),
  handle: (request: Request, { escalation, until, reason }) =>
    change(request, escalation, 'escalations.change', (each, actor) =>
      holdEscalation(each, { until, reason }, request.bankHolidays, actor),
    ),
});

/** *Record outcome*: whether the answer settles it, and what is different since. */
export const recordOutcome = action({
  id: 'escalations.outcome',
  permission: 'escalations.change',
  input: z.object({
    escalation: escalationId,
    outcome: z.enum(ESCALATION_OUTCOMES),
    changed: lineField.optional().default(''),
  }),
  handle: (request: Request, { escalation, ...input }) =>
    change(request, escalation, 'escalations.change', (each, actor) =>
      concludeEscalation(each, input, actor),
    ),
});

/** *Withdraw*, with the reason. */
export const recordWithdrawal = action({
  id: 'escalations.withdraw',
  permission: 'escalations.change',
  input: z.object({ escalation: escalationId, reason: lineField }),
  handle: (request: Request, { escalation, reason }) =>
    change(request, escalation, 'escalations.change', (each, actor) =>
      withdrawEscalation(each, reason, actor),
    ),
});

/** *Record correction*: the history keeps what was written before. */
export const recordCorrection = action({
  id: 'escalations.correct',
  permission: 'escalations.change',
  input: z.object({
    escalation: escalationId,
    matter: lineField,
    answer: lineField.optional(),
    reason: lineField,
  }),
  handle: (request: Request, { escalation, ...input }) =>
    change(request, escalation, 'escalations.change', (each, actor) =>
      correctEscalation(each, input, actor),
    ),
});

/** *Undo*: sets back what was just recorded; an escalation opened by mistake goes. */
export const undoEscalation = action({
  ...undoEscalationPress,
  permission: 'own',
  async handle(request: Request, { escalation: id, change: press }): Promise<Answer> {
    if (!(await request.store(escalationStore).get(id)))
      throw new UnreadableInput(undoEscalationPress.id);
    const undone = await undoRecord(request, escalationStore, id, press);
    if (!undone.ok) return notUndone(undone.refusal);
    const now = await request.store(escalationStore).get(id);
    return now
      ? escalationAnswer(request, now, UNDONE)
      : { text: `Undone. ${id} is not among the escalations any more.`, endsForm: true };
  },
});
