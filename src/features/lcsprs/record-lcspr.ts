import { z } from 'zod';
import { formatAdministrators } from '../../answers/access-words.ts';
import { pleaseCheck } from '../../answers/form.ts';
import { notUndone } from '../../answers/not-undone.ts';
import { UNDONE } from '../../answers/undo-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { requireOperation } from '../../contract/require-operation.ts';
import { isPermitted } from '../../domain/access.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import type { LcsprRefusal } from '../../domain/lcspr-commands.ts';
import { rememberBefore, undoLcspr } from '../../domain/undo-lcspr.ts';
import { openLcsprStep, undoLcsprPress } from './buttons.ts';
import { findLcspr, listSeen, noSuchLcspr } from './find-lcspr.ts';
import {
  LCSPR_STEP_IDS,
  LCSPR_STEPS,
  type LcsprStep,
  type LcsprStepId,
  lcsprStepInput,
} from './lcspr-steps.ts';
import { lcsprAnswer } from './show-lcspr.ts';

/** *Record it* on an LCSPR’s card: the form for what happened. */
export const chooseLcsprStep = action({
  ...openLcsprStep,
  nameFields: ['lcspr'],
  permission: 'lcsprs.record',
  async handle(request: Request, { lcspr: name, step }) {
    const lcspr = await load(request, name);
    const id = LCSPR_STEP_IDS.find((each) => each === step);
    if (!lcspr || !id) throw new UnreadableInput(openLcsprStep.id);
    return stepForm(request, lcspr, id);
  },
});

/** “LCSPR-A is delayed”, “the panel was told about the heron delay”: its form, to be confirmed. */
export async function proposeLcsprStep(request: Request, question: Question): Promise<Answer> {
  const { directory, person } = request;
  const lcspr = await findLcspr(request, question);
  if (!lcspr) return noSuchLcspr(question.filters.reviewRef, await listSeen(request));
  if (!isPermitted(person, 'lcsprs.record'))
    return {
      text: `Nothing was recorded: that is recorded by an administrator. Please ask ${formatAdministrators(directory)}.`,
      refused: 'access',
    };
  const id = LCSPR_STEP_IDS.find((each) => each === question.args.mode);
  return id && LCSPR_STEPS[id].isPossible(lcspr)
    ? stepForm(request, lcspr, id)
    : lcsprAnswer(request, lcspr);
}

function stepForm(request: Request, lcspr: Lcspr, id: LcsprStepId): Answer {
  const step: LcsprStep = LCSPR_STEPS[id];
  const heading = `${step.title}: ${lcspr.name}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: 'Nothing is recorded until you confirm. No name, age or story of a child, please.',
    form: {
      fields: step.fields(lcspr, request),
      submit: recordLcspr.button('Confirm', { lcspr: lcspr.name, step: id }),
    },
  };
}

/** *Confirm* of a step. Pressed again, it shows what the first press came to. */
export const recordLcspr = action({
  id: 'lcsprs.record',
  permission: 'lcsprs.record',
  nameFields: ['lcspr', 'milestone'],
  input: lcsprStepInput.extend({ step: z.enum(LCSPR_STEP_IDS) }),
  async handle(request: Request, input): Promise<Answer> {
    const { directory, ports } = request;
    const step: LcsprStep = LCSPR_STEPS[input.step];
    if (!(await load(request, input.lcspr))) throw new UnreadableInput('lcsprs.record');
    const outcome = await ports.reviews.changeLcspr(
      directory.partnership.id,
      input.lcspr,
      (lcspr) => rememberBefore(lcspr, step.record(lcspr, input, toActor(request), request)),
      requireOperation(request, 'lcsprs.record'),
    );
    return outcome.ok
      ? lcsprAnswer(request, outcome.value, { news: 'Recorded.' })
      : { text: `Nothing was recorded. ${WHY[outcome.refusal]}` };
  },
});

/** *Undo*: what was just recorded is set back. */
export const undoLcsprStep = action({
  ...undoLcsprPress,
  nameFields: ['lcspr'],
  permission: 'lcsprs.record',
  async handle(request: Request, { lcspr: name, change }): Promise<Answer> {
    const { directory, ports } = request;
    const { id } = directory.partnership;
    if (!(await load(request, name))) throw new UnreadableInput(undoLcsprPress.id);
    const history = await ports.reviews.lcsprHistory(id, name);
    const undone = await ports.reviews.changeLcspr(id, name, (lcspr) =>
      undoLcspr(lcspr, { history, operation: change }, toActor(request)),
    );
    return undone.ok
      ? lcsprAnswer(request, undone.value, { news: UNDONE })
      : notUndone(undone.refusal);
  },
});

const load = async (request: Request, name: string): Promise<Lcspr | undefined> =>
  (await listSeen(request)).find((each) => each.name === name);

const WHY: Readonly<Record<LcsprRefusal, string>> = {
  'day-to-come': 'That day is still to come.',
  'days-disagree':
    'The days do not follow one another: one lies before the day on which it could have happened.',
  'reason-missing': 'Please give a reason, which is kept.',
  'not-started': 'No such LCSPR is in the records.',
  'finished-already':
    'That LCSPR is finished. What was recorded of its publication can be taken back.',
  'lcspr-withdrawn': 'That LCSPR is withdrawn. It can be taken up again on its card.',
  'not-finished': 'Nothing is recorded of its publication.',
  'not-delayed': 'No delay is recorded. Record the delay first.',
  'milestone-missing': 'Please say which milestone.',
  'milestone-known': 'That milestone is set already.',
};
