import { aboutReview, ask } from '../../answers/questions.ts';
import { formatList, pluralVerb } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
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
import { findReview } from './find-review.ts';
import { canHearPositions, statutoryPartners } from './review-access.ts';
import { ANSWERS, describeSummaries } from './review-words.ts';

/** “who hasnt voted on rr5”, “has police decided yet”: who has answered; what, only where it may be said. */
export async function showUndecidedPartners(request: Request, question: Question): Promise<Answer> {
  const which = await findReview(request, question);
  if ('answer' in which) return which.answer;
  const { review } = which.found;
  const { ref: reviewRef } = review;
  const { agency } = question.filters;
  const text = agency ? ofAgency(request, review, agency) : ofAllPartners(request, review);
  const summaries =
    agency || review.withdrawn || lastRound(review)?.confirmed || review.summaries.length === 0
      ? ''
      : describeSummaries(review, request);
  return {
    text: [text, summaries].filter(Boolean).join(' '),
    suggestions: [
      { title: `Show ${reviewRef}`, ...aboutReview(reviewRef) },
      { title: 'Show its deadline', ...ask('rapid_review_deadline', { reviewRef }) },
    ],
    thread: { question: { ...question, filters: { ...question.filters, reviewRef } } },
  };
}

const describeWithdrawn = (ref: string) => `Nobody has to decide: ${ref} is withdrawn.`;

function ofAllPartners(request: Request, review: RapidReview): string {
  const { ref } = review;
  const round = lastRound(review);
  if (review.withdrawn) return describeWithdrawn(ref);
  if (!round)
    return `The decision on ${ref} has not been opened, so no partner has been asked yet.`;
  if (round.confirmed) return ofConfirmed(request, ref, round);
  const missing = outstandingPartners(round).map((id) => agencyName(request.directory, id));
  if (missing.length === 0)
    return `All ${round.partners.length} partners have answered on ${ref}; the chair has not confirmed yet.`;
  const answered = round.partners.length - missing.length;
  return `${answered} of ${round.partners.length} partners have answered on ${ref}; ${formatList(missing)} ${pluralVerb(missing.length, 'has', 'have')} not.`;
}

function ofConfirmed(request: Request, ref: string, round: Round): string {
  const { directory, today } = request;
  const on = round.confirmed ? formatDay(round.confirmed.on, today) : '';
  const decision = canHearPositions(request) ? `: ${currentDecision(round)}` : '';
  const who = round.partners.map((id) => agencyName(directory, id));
  if (who.length === 0)
    return `${ref} was decided on ${on}${decision}. The positions of its partners are not recorded here.`;
  return `Nobody is outstanding: ${ref} was decided on ${on}${decision}, by ${formatList(who)}.`;
}

function ofAgency(request: Request, review: RapidReview, agency: string): string {
  const { directory, person } = request;
  const name = agencyName(directory, agency);
  const round = lastRound(review);
  if (
    !statutoryPartners('decides', directory).includes(agency) &&
    !round?.partners.includes(agency)
  )
    return `${name} has no vote on rapid reviews${statutoryPartners('advises', directory).includes(agency) ? '; it advises' : ''}.`;
  if (review.withdrawn) return describeWithdrawn(review.ref);
  if (!round)
    return `The decision on ${review.ref} has not been opened, so ${name} has not been asked yet.`;
  if (round.partners.length === 0)
    return `${review.ref} was decided before; the positions of its partners are not recorded here.`;
  const position = countedPositions(round).find((each) => each.agency === agency);
  if (!position) return `No, ${name} has not answered on ${review.ref}.`;
  if (!canHearPositions(request)) return `Yes, ${name} has answered on ${review.ref}.`;
  if (!isRevealed(round) && person.agency !== agency)
    return `Yes, ${name} has answered on ${review.ref}; what it said is shown when all have answered.`;
  return `Yes, ${name} answered on ${review.ref}: ${ANSWERS[position.answer]}. “${position.rationale}”`;
}
