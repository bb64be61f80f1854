import { z } from 'zod';
import { mayOn } from '../../domain/access.ts';
import { yearOf } from '../../domain/partnership-year.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import { actionRow } from '../action-words.ts';
import { type Asker, type Reply, UnreadableSubmission } from '../feature.ts';
import { authorOf, choiceField, confirmation, dayField, idField, lineField, readForm } from '../form.ts';
import { newOperation, operationSchema } from '../operation.ts';
import type { Ports } from '../ports.ts';
import { recordAction } from '../record-action.ts';
import { refusedAsPersonal } from './press.ts';
import { titleOf } from './review-words.ts';

const KINDS = [
  { id: 'action', name: 'An action' },
  { id: 'learning', name: 'Learning to be shared' },
];

/** What a review leads to, with an owner: an action, or learning that somebody shares. */
export async function proposeReviewAction(asker: Asker, review: RapidReview, ports: Ports): Promise<Reply> {
  const { directory } = asker;
  return confirmation(asker, ports, {
    headline: `Raise it from ${titleOf(review)}?`,
    sentence: 'Nothing is recorded until you confirm. No name, age or story of a child, please.',
    fields: [
      choiceField('kind', 'What it is', KINDS, 'action'),
      { id: 'title', label: 'What is to be done, or learned', kind: 'lines', required: true },
      choiceField('agency', 'Agency that owns it', directory.agencies, '', 'No agency'),
      choiceField('group', 'Group that follows it up', directory.groups, '', 'No group'),
      { id: 'due', label: 'Due', kind: 'day' },
    ],
    confirm: 'Raise it',
    verb: 'reviews.raise',
    data: { review: review.ref, ref: await ports.actions.nextRef(directory.partnership.id), operation: newOperation() },
  });
}

const form = z.object({
  review: z.string().min(1).max(60),
  ref: z.string().min(1).max(60),
  operation: operationSchema,
  kind: z.enum(['action', 'learning']),
  title: lineField,
  agency: idField.optional(),
  group: idField.optional(),
  due: dayField.optional(),
});

/** *Raise it*: an action like any other, with the review as its source. */
export async function raiseReviewAction(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const { review: from, ref, operation, kind, title, agency, group, due } = readForm('reviews.raise', form, data);
  const { directory, person } = asker;
  const { id, yearStart, shortName } = directory.partnership;
  const review = (await ports.reviews.find(id, from))?.review;
  if (!review) throw new UnreadableSubmission('reviews.raise');
  const owner = {
    agency: directory.agencies.find((each) => each.id === agency)?.id,
    group: directory.groups.find((each) => each.id === group)?.id,
  };
  if (!mayOn(person, 'actions.raise', owner)) return { text: 'Nothing was recorded: your role does not raise actions.' };
  if (!owner.agency && !owner.group) return { text: 'Nothing was recorded: please choose who owns it.' };
  const personal = refusedAsPersonal(title);
  if (personal) return personal;
  const author = authorOf(asker, ports);
  const source = { kind: 'rapid review', name: kind === 'learning' ? `Learning from ${review.ref}` : review.ref };
  const wanted = { ref, title, owner, dueOn: due, review: review.ref, year: yearOf(author.today, yearStart), source };
  const raised = await recordAction(id, wanted, author, operation, ports);
  if (!raised.ok) return { text: 'Nothing was recorded. Please say what is to be done.' };
  const { action } = raised.value;
  const text = `Raised: ${action.ref} “${action.title}”, from ${review.ref}.`;
  const view = {
    source: `${shortName} · ${titleOf(review)}`,
    headline: `${action.ref} is raised`,
    rows: [actionRow(action, directory, { day: author.today, bankHolidays: ports.calendar.bankHolidays })],
    extent: source.name,
    suggestions: [`actions from ${review.ref}`, `tell me about ${review.ref}`],
  };
  return { text, card: { name: 'action-list', view, plain: text }, suggestions: view.suggestions };
}
