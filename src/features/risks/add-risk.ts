import { z } from 'zod';
import { choiceField, idField, lineField, pleaseCheck } from '../../answers/form.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { nextReference } from '../../domain/next-reference.ts';
import { add, type Risk } from '../../domain/risk.ts';
import { notRecorded } from './refusals.ts';
import { judgement, keepReview, reviewDayField, scoreFields } from './review-risk.ts';
import { riskAnswer } from './show-risk.ts';
import { parseStatedScore } from './stated-score.ts';
import { riskStore } from './store.ts';

/** “add a risk: the data is not ready”: a form. Nothing is on the register before it is confirmed. */
export async function proposeRisk(request: Request, { filters, args }: Question): Promise<Answer> {
  const { directory, person } = request;
  if (!isPermitted(person, 'risks.add'))
    return {
      text: 'Nothing was recorded: risks are added by administrators, chairs, partner leads and the scrutineer.',
      refused: 'access',
    };
  const heading = 'Add a risk?';
  const score = parseStatedScore(args);
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: [score.note, 'Please leave out names and details of children.']
      .filter(Boolean)
      .join(' '),
    form: {
      fields: [
        {
          id: 'title',
          label: 'What may go wrong',
          kind: 'lines',
          value: typeof args.title === 'string' ? args.title : '',
          required: true,
        },
        choiceField('agency', 'Agency', directory.agencies, filters.agency, 'No agency'),
        choiceField('group', 'Group', directory.groups, filters.group, 'No group'),
        ...scoreFields(score),
        { id: 'reason', label: 'Reason', kind: 'lines', required: true },
        { id: 'controls', label: 'Controls', kind: 'lines' },
        reviewDayField(request),
      ],
      submit: recordRisk.button('Add risk', {}),
    },
  };
}

/** *Add risk*: under the next free reference, with its first score. */
export const recordRisk = action({
  id: 'risks.add',
  permission: 'risks.add',
  input: z.object({
    title: lineField,
    agency: idField.optional(),
    group: idField.optional(),
    ...judgement,
  }),
  async handle(request: Request, { title, agency, group, ...input }): Promise<Answer> {
    const { directory, store } = request;
    const known = await store(riskStore).list();
    const { likelihood, impact, controls, nextReviewOn, reason } = input;
    const ownerAgency = directory.agencies.find(({ id }) => id === agency)?.id;
    const ownerGroup = directory.groups.find(({ id }) => id === group)?.id;
    const wanted: Risk = {
      id: nextReference(
        known.map(({ id }) => id),
        'R-001',
      ),
      title,
      likelihood,
      impact,
      ...(ownerAgency && { ownerAgency }),
      ...(ownerGroup && { ownerGroup }),
      ...(controls && { controls }),
      ...(nextReviewOn && { nextReviewOn }),
    };
    const decided = add(wanted, reason, toActor(request));
    if (!decided.ok) return notRecorded(decided.refusal);
    const { record, event } = decided.value;
    const added = await store(riskStore).add(record, event);
    if (!added.ok) return notRecorded(added.refusal);
    await keepReview(request, added.value, input);
    return riskAnswer(request, added.value, 'Recorded.');
  },
});
