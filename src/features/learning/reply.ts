import { z } from 'zod';
import { lineField, pleaseCheck } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { agencyName } from '../../domain/directory.ts';
import { type ReplyState, reply, takeBackReply } from '../../domain/learning.ts';
import { agencyId, confirmReading, itemId, openReply } from './buttons.ts';
import { listLearning } from './queries.ts';
import { notRecorded } from './refusals.ts';
import { learningAnswerOf } from './show-learning.ts';
import { learningReplyStore } from './store.ts';

interface Copy {
  readonly item: string;
  readonly agency: string;
}

/** *We have read it* */
export const recordReading = action({
  ...confirmReading,
  permission: 'learning.reply',
  handle: (request: Request, copy) => record(request, copy, { state: 'read' }),
});

/** *We did…* and *Ask us…*: a line to write. */
export const openReplyForm = action({
  ...openReply,
  permission: 'learning.reply',
  async handle(request: Request, { item, agency, state }): Promise<Answer> {
    const known = await findCopy(request, { item, agency }, openReply.id);
    if ('text' in known) return known;
    const heading = state === 'acted' ? 'What did you do with it?' : 'What do you want to know?';
    return {
      text: pleaseCheck(heading),
      heading,
      sentence: `${known.title} · for ${agencyName(request.directory, agency)}. Please leave out names and details of children.`,
      form: {
        fields: [
          {
            id: 'text',
            label:
              state === 'acted' ? 'What changed for children or for practice' : 'Your question',
            kind: 'lines',
            required: true,
          },
        ],
        submit: recordReply.button(state === 'acted' ? 'Record it' : 'Send question', {
          item,
          agency,
          state,
        }),
      },
    };
  },
});

export const recordReply = action({
  id: 'learning.reply',
  permission: 'learning.reply',
  input: z.object({
    item: itemId,
    agency: agencyId,
    state: z.enum(['acted', 'asked']),
    text: lineField,
  }),
  handle: (request: Request, { item, agency, ...said }) => record(request, { item, agency }, said),
});

/** *Undo*: the agency is waited for again, and the history keeps both. */
export const takeBack = action({
  id: 'learning.take-back',
  permission: 'learning.reply',
  input: z.object({ item: itemId, agency: agencyId }),
  async handle(request: Request, { item, agency }): Promise<Answer> {
    const known = await findCopy(request, { item, agency }, 'learning.take-back');
    if ('text' in known) return known;
    const changed = await request
      .store(learningReplyStore)
      .change([item, agency], (each) => takeBackReply(each, toActor(request)));
    return changed.ok
      ? learningAnswerOf(request, item, 'Undone. The history keeps both.')
      : notRecorded(changed.refusal);
  },
});

async function record(
  request: Request,
  { item, agency }: Copy,
  said: { readonly state: Exclude<ReplyState, 'waiting'>; readonly text?: string },
): Promise<Answer> {
  const known = await findCopy(request, { item, agency }, 'learning.reply');
  if ('text' in known) return known;
  const changed = await request
    .store(learningReplyStore)
    .change([item, agency], (each) => reply(each, said, toActor(request)));
  if (!changed.ok) return notRecorded(changed.refusal);
  const news =
    said.state === 'asked'
      ? 'Your question is recorded; the partnership’s administrators see it.'
      : 'Recorded. Thank you.';
  const undo = takeBack.button('Undo', { item, agency });
  return learningAnswerOf(request, item, news, undo);
}

/** The item that was sent to an agency for which the asker may answer; else why not. */
async function findCopy(
  request: Request,
  { item: id, agency }: Copy,
  press: string,
): Promise<{ readonly title: string } | Answer> {
  const known = (await listLearning(request)).find(({ item }) => item.id === id);
  if (!known?.replies.some((each) => each.agency === agency)) throw new UnreadableInput(press);
  if (!isPermittedOn(request.person, 'learning.reply', { agency }))
    return {
      text: `Nothing was recorded: ${agencyName(request.directory, agency)} answers for itself.`,
      refused: 'access',
    };
  return known.item.cancelledOn ? notRecorded('cancelled') : { title: known.item.title };
}
