import { listed, verb } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { formatDay } from '../../domain/dates.ts';
import { agencyName } from '../../domain/directory.ts';
import {
  countedPositions,
  currentDecision,
  isRevealed,
  lastRound,
  outstandingPartners,
  type RapidReview,
  type Round,
} from '../../domain/rapid-review.ts';
import { hearsPositions, partnersWith } from './review-access.ts';
import { ANSWERS, returnsInWords } from './review-words.ts';
import { whichReview } from './which-review.ts';

/** “who hasnt voted on rr5”, “has police decided yet”: who has answered; what, only where it may be said. */
export async function whoNotDecided(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const which = await whichReview(asker, question, ports);
  if ('reply' in which) return which.reply;
  const { review } = which.found;
  const { agency } = question.filters;
  const today = ports.calendar.today(asker.directory.partnership.timeZone);
  const text = agency ? ofAgency(asker, review, agency) : ofAll(asker, review);
  const returns =
    agency || lastRound(review)?.confirmed || review.summaries.length === 0
      ? ''
      : returnsInWords(review, asker.directory, today);
  return {
    text: [text, returns].filter(Boolean).join(' '),
    suggestions: [`tell me about ${review.ref}`, `deadline for ${review.ref}`],
    thread: { question: { ...question, filters: { ...question.filters, reviewRef: review.ref } } },
  };

  function ofAll(by: Asker, { ref }: RapidReview): string {
    const round = lastRound(review);
    if (!round)
      return `The decision on ${ref} has not been opened, so no partner has been asked yet.`;
    if (round.confirmed) return decided(by, ref, round);
    const missing = outstandingPartners(round).map((each) => agencyName(by.directory, each));
    if (missing.length === 0)
      return `All ${round.partners.length} partners have answered on ${ref}; the chair has not confirmed yet.`;
    const answered = round.partners.length - missing.length;
    return `${answered} of ${round.partners.length} partners have answered on ${ref}; ${listed(missing)} ${verb(missing.length, 'has', 'have')} not.`;
  }

  function decided({ directory }: Asker, ref: string, round: Round): string {
    const on = round.confirmed ? formatDay(round.confirmed.on, today) : '';
    const decision = hearsPositions(asker) ? `: ${currentDecision(round)}` : '';
    const who = round.partners.map((each) => agencyName(directory, each));
    if (who.length === 0)
      return `${ref} was decided on ${on}${decision}. The positions of its partners are not recorded here.`;
    return `Nobody is outstanding: ${ref} was decided on ${on}${decision}, by ${listed(who)}.`;
  }
}

function ofAgency(asker: Asker, review: RapidReview, agency: string): string {
  const { directory, person } = asker;
  const name = agencyName(directory, agency);
  const round = lastRound(review);
  if (!partnersWith('decides', directory).includes(agency) && !round?.partners.includes(agency))
    return `${name} has no vote on rapid reviews${partnersWith('advises', directory).includes(agency) ? '; it advises' : ''}.`;
  if (!round)
    return `The decision on ${review.ref} has not been opened, so ${name} has not been asked yet.`;
  if (round.partners.length === 0)
    return `${review.ref} was decided before; the positions of its partners are not recorded here.`;
  const position = countedPositions(round).find((each) => each.agency === agency);
  if (!position) return `No, ${name} has not answered on ${review.ref}.`;
  if (!hearsPositions(asker)) return `Yes, ${name} has answered on ${review.ref}.`;
  if (!isRevealed(round) && person.agency !== agency)
    return `Yes, ${name} has answered on ${review.ref}; what it said is shown when all have answered.`;
  return `Yes, ${name} answered on ${review.ref}: ${ANSWERS[position.answer]}. “${position.rationale}”`;
}
