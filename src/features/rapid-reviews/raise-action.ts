import { z } from 'zod';
import { toActionRow } from '../../answers/action-words.ts';
import { choiceField } from '../../answers/form.ts';
import { resolveOwner } from '../../answers/owner-fields.ts';
import { aboutAction, ask } from '../../answers/questions.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import { describeUndo } from '../actions/buttons.ts';
import { type RaisingForm, raiseAction, raisingFields, raisingForm } from '../actions/commands.ts';
import { reviewRef } from './find-review.ts';
import { reviewTitle } from './review-words.ts';

const KINDS = [
  { id: 'action', name: 'An action' },
  { id: 'learning', name: 'Learning to be shared' },
];

/** What a review leads to, with an owner: an action, or learning that somebody shares. */
export function proposeReviewAction(request: Request, review: RapidReview): Promise<Answer> {
  return raisingForm(request, raisingFormFor(review, 'action'), { owner: {} });
}

function raisingFormFor(review: RapidReview, kind: string): RaisingForm {
  return {
    heading: `Raise it from ${reviewTitle(review)}?`,
    sentence: 'Nothing is recorded until you confirm. No name, age or story of a child, please.',
    before: [choiceField('kind', 'What it is', KINDS, kind)],
    titleLabel: 'What is to be done, or learned',
    action: raiseFromReview.id,
    data: { review: review.ref },
  };
}

/** *Raise it*: an action like any other, with the review as its source. */
export const raiseFromReview = action({
  id: 'reviews.raise',
  permission: 'actions.raise',
  input: z.object({
    ...raisingFields,
    review: reviewRef,
    kind: z.enum(['action', 'learning']),
  }),
  async handle(request: Request, input) {
    const { directory, ports } = request;
    const { id } = directory.partnership;
    const review = (await ports.reviews.find(id, input.review))?.review;
    if (!review) throw new UnreadableInput(raiseFromReview.id);
    if (Object.keys(resolveOwner(directory, input)).length === 0)
      return { text: 'Nothing was recorded: please choose who owns it.' };
    const { ref } = review;
    const name = input.kind === 'learning' ? `Learning from ${ref}` : ref;
    const wanted = { source: { kind: 'rapid review', name }, review: ref };
    const form = raisingFormFor(review, input.kind);
    const outcome = await raiseAction(request, input, wanted, form);
    if ('answer' in outcome) return outcome.answer;
    const { action: raised } = outcome.raised;
    const undo = describeUndo(outcome.raised);
    return {
      text: `Raised: ${raised.ref} “${raised.title}”, from ${ref}.`,
      about: reviewTitle(review),
      heading: `${raised.ref} is raised`,
      sections: [{ rows: [toActionRow(raised, directory, request)], note: name }],
      buttons: [undoButton(undo)],
      thread: { ...aboutAction(raised.ref), undo },
      suggestions: [
        { title: 'Show all its actions', ...ask('list_actions', { reviewRef: ref }) },
        { title: `Show ${ref}`, ...ask('rapid_review_detail', { reviewRef: ref }) },
      ],
    };
  },
});
