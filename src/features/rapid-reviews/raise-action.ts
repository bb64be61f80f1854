import { z } from 'zod';
import { actionRow } from '../../answers/action-words.ts';
import { choiceField, readForm } from '../../answers/form.ts';
import { ownerIn } from '../../answers/owner-fields.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import { type RaisingForm, raiseAction, raisingFields, raisingForm } from '../raising.ts';
import { titleOf } from './review-words.ts';

const KINDS = [
  { id: 'action', name: 'An action' },
  { id: 'learning', name: 'Learning to be shared' },
];

/** What a review leads to, with an owner: an action, or learning that somebody shares. */
export async function proposeReviewAction(
  asker: Asker,
  review: RapidReview,
  ports: Ports,
): Promise<Answer> {
  return raisingForm(asker, formFor(review, 'action'), { owner: {} }, ports);
}

function formFor(review: RapidReview, kind: string): RaisingForm {
  return {
    headline: `Raise it from ${titleOf(review)}?`,
    sentence: 'Nothing is recorded until you confirm. No name, age or story of a child, please.',
    before: [choiceField('kind', 'What it is', KINDS, kind)],
    titleLabel: 'What is to be done, or learned',
    verb: 'reviews.raise',
    data: { review: review.ref },
  };
}

const schema = z.object({
  ...raisingFields,
  review: z.string().min(1).max(60),
  kind: z.enum(['action', 'learning']),
});

/** *Raise it*: an action like any other, with the review as its source. */
export async function raiseReviewAction(
  asker: Asker,
  data: unknown,
  ports: Ports,
): Promise<Answer> {
  const filled = readForm('reviews.raise', schema, data);
  const { directory } = asker;
  const { id, shortName, timeZone } = directory.partnership;
  const review = (await ports.reviews.find(id, filled.review))?.review;
  if (!review) throw new UnreadableInput('reviews.raise');
  if (Object.keys(ownerIn(directory, filled)).length === 0)
    return { text: 'Nothing was recorded: please choose who owns it.' };
  const name = filled.kind === 'learning' ? `Learning from ${review.ref}` : review.ref;
  const wanted = { source: { kind: 'rapid review', name }, review: review.ref };
  const outcome = await raiseAction(asker, filled, wanted, formFor(review, filled.kind), ports);
  if ('reply' in outcome) return outcome.reply;
  const { action } = outcome.raised;
  const text = `Raised: ${action.ref} “${action.title}”, from ${review.ref}.`;
  const today = {
    today: ports.calendar.today(timeZone),
    bankHolidays: ports.calendar.bankHolidays,
  };
  const view = {
    source: `${shortName} · ${titleOf(review)}`,
    headline: `${action.ref} is raised`,
    rows: [actionRow(action, directory, today)],
    extent: name,
    suggestions: [`actions from ${review.ref}`, `tell me about ${review.ref}`],
  };
  return { text, card: { name: 'action-list', view, plain: text }, suggestions: view.suggestions };
}
