import { z } from 'zod';
import { lineField, pleaseCheck } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { agencyName } from '../../domain/directory.ts';
import { answerQuestion, cancelItem } from '../../domain/learning.ts';
import { agencyId, itemId, openAnswer, openCancelling } from './buttons.ts';
import { type KnownItem, listLearning } from './queries.ts';
import { notRecorded } from './refusals.ts';
import { learningAnswerOf } from './show-learning.ts';
import { learningReplyStore, learningStore } from './store.ts';

/** *Call off…*: why nobody is asked for an answer any more. */
export const openCancellingForm = action({
  ...openCancelling,
  permission: 'learning.send',
  async handle(request: Request, { item: id }): Promise<Answer> {
    const { item } = await requireItem(request, id, openCancelling.id);
    const heading = `Call off ${id}?`;
    return {
      text: pleaseCheck(heading),
      heading,
      sentence: `${item.title}. What agencies answered stays in the records; nobody is asked any more.`,
      form: {
        fields: [{ id: 'reason', label: 'Reason', kind: 'lines', required: true }],
        submit: cancel.button('Call it off', { item: id }),
      },
    };
  },
});

export const cancel = action({
  id: 'learning.cancel',
  permission: 'learning.send',
  input: z.object({ item: itemId, reason: lineField }),
  async handle(request: Request, { item: id, reason }): Promise<Answer> {
    await requireItem(request, id, 'learning.cancel');
    const changed = await request
      .store(learningStore)
      .change(id, (item) => cancelItem(item, reason, toActor(request)));
    return changed.ok ? learningAnswerOf(request, id, 'Recorded.') : notRecorded(changed.refusal);
  },
});

/** *Answer…*: what an agency asked, and a line for the answer. */
export const openAnswerForm = action({
  ...openAnswer,
  permission: 'learning.send',
  async handle(request: Request, { item: id, agency }): Promise<Answer> {
    const { replies } = await requireItem(request, id, openAnswer.id);
    const asked = replies.find((each) => each.agency === agency);
    if (asked?.state !== 'asked') return notRecorded('nothing-asked');
    const heading = `Answer ${agencyName(request.directory, agency)}?`;
    return {
      text: pleaseCheck(heading),
      heading,
      sentence: `They ask: ${asked.text}`,
      form: {
        fields: [{ id: 'answer', label: 'Answer', kind: 'lines', required: true }],
        submit: recordAnswer.button('Send answer', { item: id, agency }),
      },
    };
  },
});

export const recordAnswer = action({
  id: 'learning.answer',
  permission: 'learning.send',
  input: z.object({ item: itemId, agency: agencyId, answer: lineField }),
  async handle(request: Request, { item: id, agency, answer }): Promise<Answer> {
    await requireItem(request, id, 'learning.answer');
    const changed = await request
      .store(learningReplyStore)
      .change([id, agency], (each) => answerQuestion(each, answer, toActor(request)));
    return changed.ok
      ? learningAnswerOf(request, id, 'Recorded. They are told, and asked to confirm again.')
      : notRecorded(changed.refusal);
  },
});

async function requireItem(request: Request, id: string, press: string): Promise<KnownItem> {
  const known = (await listLearning(request)).find(({ item }) => item.id === id);
  if (!known) throw new UnreadableInput(press);
  return known;
}
