import { z } from 'zod';
import { formatAdministrators } from '../../answers/access-words.ts';
import { dayField, lineField, pleaseCheck } from '../../answers/form.ts';
import { ask } from '../../answers/questions.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { formatDay } from '../../domain/dates.ts';
import { nextReferralId, type ReferralRefusal, recordReferral } from '../../domain/referral.ts';
import { referralStore } from './store.ts';

/** “log a referral that did not become a review”: the form for it. */
export async function proposeReferral(request: Request, _: Question): Promise<Answer> {
  const { directory, person, today } = request;
  if (!isPermitted(person, 'referrals.record'))
    return {
      text: `Nothing was recorded: referrals are recorded by an administrator. Please ask ${formatAdministrators(directory)}.`,
      refused: 'access',
    };
  const heading = 'Record a referral that did not become a rapid review?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: 'Nothing is recorded until you confirm. No name, age or story of a child, please.',
    form: {
      fields: [
        { id: 'on', label: 'Day', kind: 'day', value: today },
        { id: 'from', label: 'From: an agency or a post', kind: 'text', required: true },
        { id: 'whyNot', label: 'Why it did not become a review', kind: 'lines', required: true },
      ],
      submit: addReferral.button('Record', {}),
    },
  };
}

/** *Record*: one press adds one referral. */
export const addReferral = action({
  id: 'referrals.add',
  permission: 'referrals.record',
  input: z.object({ on: dayField.optional(), from: z.string().trim().max(200), whyNot: lineField }),
  async handle(request: Request, { on = request.today, from, whyNot }): Promise<Answer> {
    const referrals = request.store(referralStore);
    const known = (await referrals.list()).map(({ id }) => id);
    const id = nextReferralId(known, on.slice(0, 4));
    const outcome = recordReferral({ id, on, from, whyNot }, toActor(request));
    if (!outcome.ok) return { text: `Nothing was recorded. ${WHY[outcome.refusal]}` };
    const added = await referrals.add(outcome.value.record, outcome.value.event);
    if (!added.ok)
      return {
        text: 'Nothing was recorded: somebody recorded another one just now. Please press again.',
      };
    return {
      text: `Recorded: ${added.value.id}, from ${added.value.from} on ${formatDay(added.value.on, request.today)}.`,
      endsForm: true,
      suggestions: [{ title: 'All referrals', ...ask('referral_list') }],
    };
  },
});

const WHY: Readonly<Record<ReferralRefusal, string>> = {
  'day-to-come': 'That day is still to come.',
  'from-missing': 'Please say from whom it came: an agency or a post.',
  'reason-missing': 'Please say why it did not become a review.',
};
