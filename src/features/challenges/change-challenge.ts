import { z } from 'zod';
import { lineField, pleaseCheck } from '../../answers/form.ts';
import { notUndone } from '../../answers/not-undone.ts';
import { UNDONE } from '../../answers/undo-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, Button, Field } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { undoRecord } from '../../contract/undo-record.ts';
import type { Permission } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import {
  answerChallenge,
  type Challenge,
  type ChallengeRefusal,
  correctChallenge,
  noteDifference,
  withdrawChallenge,
} from '../../domain/challenge.ts';
import type { Change } from '../../domain/change-event.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { challengeId, type FormName, openChallengeForm, undoChallengePress } from './buttons.ts';
import { mayDo, mayNot, notRecorded } from './refusals.ts';
import {
  aboutChallenge,
  challengeAnswer,
  findChallenge,
  requireChallenge,
} from './show-challenge.ts';
import { challengeStore } from './store.ts';

const NEEDS: Readonly<Record<FormName, Permission>> = {
  answer: 'challenges.answer',
  difference: 'challenges.change',
  withdraw: 'challenges.change',
  correct: 'challenges.change',
};

/** “answer CHG-02: …”, “what CHG-01 changed: …”: the form with what was said. */
export async function proposeChallengeChange(
  request: Request,
  { args }: Question,
): Promise<Answer> {
  const found = await findChallenge(request, args.challenge);
  if ('answer' in found) return found.answer;
  const mode = (Object.keys(NEEDS) as FormName[]).find((form) => form === args.mode);
  const words = typeof args.reason === 'string' ? args.reason : '';
  return changeForm(request, found.challenge, mode ?? 'answer', words);
}

/** *Answer…*, *Note difference…*, *Withdraw…*, *Correct…*. */
export const openChangeForm = action({
  ...openChallengeForm,
  permission: { field: 'form', is: NEEDS },
  handle: async (request: Request, { challenge, form }): Promise<Answer> =>
    changeForm(request, await requireChallenge(request, challenge), form),
});

function changeForm(request: Request, challenge: Challenge, form: FormName, words = ''): Answer {
  if (!mayDo(request, NEEDS[form], challenge)) return mayNot(NEEDS[form]);
  const { id, question } = challenge;
  const line = (label: string, value = words, field = 'words'): Field => ({
    id: field,
    label,
    kind: 'lines',
    value,
    required: true,
  });
  const forms: Readonly<Record<FormName, readonly [string, readonly Field[], Button]>> = {
    answer: [
      `Answer ${id}?`,
      [line('Answer')],
      recordAnswer.button('Record answer', { challenge: id }),
    ],
    difference: [
      `What difference did ${id} make?`,
      [line('What is different since', challenge.difference ?? words)],
      recordDifference.button('Record difference', { challenge: id }),
    ],
    withdraw: [
      `Withdraw ${id}?`,
      [line('Reason')],
      recordWithdrawal.button('Withdraw', { challenge: id }),
    ],
    correct: [
      `Correct ${id}?`,
      [line('What was asked', question, 'question'), line('Reason for the correction')],
      recordCorrection.button('Record correction', { challenge: id }),
    ],
  };
  const [heading, fields, submit] = forms[form];
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `${question} Please leave out names and details of children.`,
    form: { fields, submit },
    thread: aboutChallenge(id),
  };
}

type Decide = (challenge: Challenge, actor: Actor) => Outcome<Change<Challenge>, ChallengeRefusal>;

async function change(
  request: Request,
  id: string,
  permission: Permission,
  decide: Decide,
): Promise<Answer> {
  const challenge = await requireChallenge(request, id);
  if (!mayDo(request, permission, challenge)) return mayNot(permission);
  const actor = toActor(request);
  const changed = await request.store(challengeStore).change(id, (each) => decide(each, actor));
  return changed.ok
    ? challengeAnswer(request, changed.value, 'Recorded.')
    : notRecorded(changed.refusal);
}

const input = z.object({ challenge: challengeId, words: lineField });

/** *Record answer*, by the agency that was asked. */
export const recordAnswer = action({
  id: 'challenges.answer',
  permission: 'challenges.answer',
  input,
  handle: (request: Request, { challenge, words }) =>
    change(request, challenge, 'challenges.answer', (each, actor) =>
      answerChallenge(each, words, actor),
    ),
});

/** *Record difference*: what is different since it was asked. */
export const recordDifference = action({
  id: 'challenges.difference',
  permission: 'challenges.change',
  input,
  handle: (request: Request, { challenge, words }) =>
    change(request, challenge, 'challenges.change', (each, actor) =>
      noteDifference(each, words, actor),
    ),
});

/** *Withdraw*, with the reason. */
export const recordWithdrawal = action({
  id: 'challenges.withdraw',
  permission: 'challenges.change',
  input,
  handle: (request: Request, { challenge, words }) =>
    change(request, challenge, 'challenges.change', (each, actor) =>
      withdrawChallenge(each, words, actor),
    ),
});

/** *Record correction*: the history keeps what was written before. */
export const recordCorrection = action({
  id: 'challenges.correct',
  permission: 'challenges.change',
  input: input.extend({ question: lineField }),
  handle: (request: Request, { challenge, question, words: reason }) =>
    change(request, challenge, 'challenges.change', (each, actor) =>
      correctChallenge(each, { question, reason }, actor),
    ),
});

/** *Undo*: sets back what was just recorded; a challenge recorded by mistake goes. */
export const undoChallenge = action({
  ...undoChallengePress,
  permission: 'own',
  async handle(request: Request, { challenge: id, change: press }): Promise<Answer> {
    if (!(await request.store(challengeStore).get(id)))
      throw new UnreadableInput(undoChallengePress.id);
    const undone = await undoRecord(request, challengeStore, id, press);
    if (!undone.ok) return notUndone(undone.refusal);
    const now = await request.store(challengeStore).get(id);
    return now
      ? challengeAnswer(request, now, UNDONE)
      : { text: `Undone. ${id} is not in the challenge log any more.`, endsForm: true };
  },
});
