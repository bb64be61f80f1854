import type { ConfirmView } from '../../answers/confirm-view.ts';
import type { Asker } from '../../contract/feature.ts';
import { newOperation } from '../../contract/operation.ts';
import type { Ports } from '../../contract/ports.ts';
import { type Day, formatDay, formatDayWithYear } from '../../domain/dates.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import type { Person } from '../../domain/partnership.ts';
import { lastRound } from '../../domain/rapid-review.ts';
import { answerersOf, speakersOf } from './review-access.ts';
import { ANSWERS } from './review-words.ts';
import { DECISION } from './which-review.ts';

type Form = Omit<ConfirmView, 'source'>;

/**
 * Tells people in their personal chats. Answers whether anybody was reached; where nobody was, it is for
 * the caller to say so, for nothing is dropped silently.
 */
async function tell(
  asker: Asker,
  people: readonly Person[],
  form: Form,
  ports: Ports,
): Promise<boolean> {
  const { directory } = asker;
  const { id, shortName, timeZone } = directory.partnership;
  const source = `${shortName} · as at ${formatDayWithYear(ports.calendar.today(timeZone))}`;
  const view: ConfirmView = { ...form, source };
  const card = { name: 'confirm', view, plain: `${form.headline} ${form.sentence}` };
  const told = await Promise.all(
    people.map(({ id: person }) =>
      ports.personalChats.tell(id, person, { text: form.headline, card }),
    ),
  );
  return told.some(Boolean);
}

/** What an administrator recorded by phone, to those who can object to it; where nobody can be reached, said in the decision’s chat. */
export async function tellOnBehalf(
  asker: Asker,
  ref: string,
  agency: string,
  ports: Ports,
): Promise<void> {
  const { directory } = asker;
  const { id } = directory.partnership;
  const review = (await ports.reviews.find(id, ref))?.review;
  const round = review && lastRound(review);
  const position = round?.positions.find((each) => each.agency === agency);
  if (!round || !position) return;
  const name = agencyName(directory, agency);
  const reached = await tell(
    asker,
    speakersOf(agency, directory),
    {
      headline: `A position of ${name} on ${ref} was recorded by phone`,
      sentence: `${ANSWERS[position.answer]}: “${position.rationale}”. Recorded by ${personName(directory, position.by)}. If this is not your agency’s position, say so; it will then not count.`,
      fields: [
        { id: 'objection', label: 'Why it is not our position', kind: 'lines', required: true },
      ],
      confirm: 'Object',
      verb: 'reviews.object',
      data: { review: ref, round: round.number },
    },
    ports,
  );
  if (reached) return;
  const subject = { partnership: id, kind: DECISION, id: ref };
  await ports.liveCards.say(
    subject,
    `A position of ${name} was recorded by phone. Its leads could not be reached in their own chats; they can read it on their card here and object.`,
  );
}

/** Asks each agency for its summary; the names of those of whom nobody could be reached. */
export async function tellOfScope(
  asker: Asker,
  {
    ref,
    agencies,
    dueOn,
  }: { readonly ref: string; readonly agencies: readonly string[]; readonly dueOn: Day },
  ports: Ports,
): Promise<string[]> {
  const { directory } = asker;
  const today = ports.calendar.today(directory.partnership.timeZone);
  const reached = await Promise.all(
    agencies.map((agency) =>
      tell(
        asker,
        answerersOf(agency, directory),
        {
          headline: `A summary of ${agencyName(directory, agency)} for ${ref} is due ${formatDay(dueOn, today)}`,
          sentence:
            'Please send it the secure way, never here, and then say so. No name, age or story of a child belongs in this chat.',
          fields: [
            {
              id: 'state',
              label: 'Our summary',
              kind: 'choice',
              value: 'returned',
              choices: [
                { title: 'has been sent', value: 'returned' },
                { title: 'we know nothing of the case', value: 'nothing known' },
              ],
            },
          ],
          confirm: 'Say so',
          verb: 'reviews.return',
          data: { review: ref, agency, operation: newOperation() },
        },
        ports,
      ),
    ),
  );
  return agencies.filter((_, at) => !reached[at]).map((agency) => agencyName(directory, agency));
}
