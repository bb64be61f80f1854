import { z } from 'zod';
import { choiceField } from '../../answers/form.ts';
import { action } from '../../contract/action.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { requireOperation } from '../../contract/require-operation.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { formatDay } from '../../domain/dates.ts';
import { agencyName } from '../../domain/directory.ts';
import type { RapidReview, Summary } from '../../domain/rapid-review.ts';
import { awaitedAgencies, noteSummary } from '../../domain/rapid-review-commands.ts';
import { summaryContacts } from '../../domain/review-sight.ts';
import { changeReview } from './change-review.ts';
import { reviewRef } from './find-review.ts';
import { notPermitted } from './review-access.ts';
import { tellPeople } from './tell-partners.ts';

/** Asks each agency for its summary; the names of those of whom nobody could be reached. */
export async function askForSummaries(
  request: Request,
  ref: string,
  asked: readonly Summary[],
): Promise<string[]> {
  const { directory, today } = request;
  const reached = await Promise.all(
    asked.map(({ agency, dueOn }) => {
      const heading = `A summary of ${agencyName(directory, agency)} for ${ref} is due ${formatDay(dueOn, today)}`;
      return tellPeople(request, summaryContacts(agency, directory), {
        text: heading,
        heading,
        sentence:
          'Please send it the secure way, never here, and then say so. No name, age or story of a child belongs in this chat.',
        form: {
          fields: [choiceField('state', 'Our summary', STATES, 'returned')],
          submit: returnSummary.button('Say so', { review: ref, agency }),
        },
      });
    }),
  );
  return asked.filter((_, at) => !reached[at]).map(({ agency }) => agencyName(directory, agency));
}

/** Tells the agencies whose summary is awaited that the review is withdrawn and none is needed. */
export async function tellWithdrawn(request: Request, review: RapidReview): Promise<void> {
  const { directory } = request;
  const isOutside = review.withdrawn?.isOutsideCriteria;
  const heading = `${review.ref} ${isOutside ? 'is ended' : 'is withdrawn'}`;
  const why = isOutside ? 'It does not meet the criteria after all' : 'It was opened by mistake';
  const sentence = `${why}. No summary is needed.`;
  const people = awaitedAgencies(review).flatMap((each) => summaryContacts(each, directory));
  await tellPeople(request, people, { text: `${heading}. ${sentence}`, heading, sentence });
}

const STATES = [
  { id: 'returned', name: 'has been sent' },
  { id: 'nothing known', name: 'we know nothing of the case' },
];

/** *Say so*: somebody of an agency says that its summary has been sent, or that it knows nothing. */
export const returnSummary = action({
  id: 'reviews.return',
  permission: 'reviews.send-summary',
  input: z.object({
    review: reviewRef,
    agency: z.string().min(1).max(200),
    state: z.enum(['returned', 'nothing known']),
  }),
  async handle(request: Request, { review: ref, agency, state }) {
    const { directory, person } = request;
    if (!isPermittedOn(person, 'reviews.send-summary', { agency }))
      return notPermitted(
        directory,
        'a summary is noted by the agency that was asked or an administrator',
      );
    const press = requireOperation(request, 'reviews.return');
    const outcome = await changeReview(
      request,
      ref,
      (review) => noteSummary(review, { agency, state }, toActor(request)),
      press,
    );
    if ('answer' in outcome) return outcome.answer;
    return {
      text: `Recorded, thank you: ${state === 'returned' ? 'your summary has been sent' : 'your agency knows nothing of the case'}, for ${ref}.`,
      endsForm: true,
    };
  },
});
