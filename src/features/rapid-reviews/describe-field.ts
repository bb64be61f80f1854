import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Question } from '../../contract/question.ts';
import type { Action } from '../../domain/action.ts';
import { CLOCKS, clockInForce } from '../../domain/clocks.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import { agencyName } from '../../domain/directory.ts';
import {
  countedPositions,
  currentDecision,
  currentResponse,
  isRevealed,
  lastRound,
  type RapidReview,
  type Round,
} from '../../domain/rapid-review.ts';
import type { ReviewEvent } from '../../domain/rapid-review-commands.ts';
import { reviewDuration } from '../../domain/review-figures.ts';
import { workingDaysBetween } from '../../domain/working-days.ts';
import { describeTimeTaken, findReviewDeadlines } from './deadline-words.ts';
import type { ReviewContext } from './find-review.ts';
import { ANSWERS, describeState, RESPONSES } from './review-words.ts';

/** What else is needed to say one thing of a review. */
interface Known {
  readonly actions: readonly Action[];
  readonly history: readonly ReviewEvent[];
  readonly question?: Question | undefined;
}

type Describe = (review: RapidReview, context: ReviewContext, known: Known) => string;

/** The one thing that was asked of a review; what the records do not hold is said. */
const FIELDS: Readonly<Record<string, Describe>> = {
  nationalPanel: (review, context) =>
    `${describeResponses(review, context)} ${sentenceCase(describeState(review, context))}.`,
  decision: describeDecision,
  notified: describeNotification,
  sent: describeSent,
  learning: describeLearning,
  category: ({ ref, category }) =>
    category
      ? `${ref} is recorded as ${category}. Nothing else of the case is kept here.`
      : `No category is recorded for ${ref}.`,
  timeline: describeTimeline,
};

/** The sentence of an answer about one review. */
export function describeReview(review: RapidReview, context: ReviewContext, known: Known): string {
  const describe = FIELDS[known.question?.args.field ?? ''];
  if (describe) return describe(review, context, known);
  const category = review.category ? ` (${review.category})` : '';
  return `${review.ref}${category}: ${describeState(review, context)}.`;
}

/** “did the panel agree”: what it said to the first round, and to the last where that is another. */
function describeResponses(review: RapidReview, { today, seesPositions }: ReviewContext): string {
  const responses = review.rounds.flatMap((round) => {
    const response = currentResponse(round);
    const decision = seesPositions ? currentDecision(round) : undefined;
    const on = round.response?.on ? ` on ${formatDay(round.response.on, today)}` : '';
    return response ? [`${RESPONSES[response]}${on}${decision ? `, to “${decision}”` : ''}`] : [];
  });
  if (responses.length > 0) return `${review.ref}: ${responses.join('; then ')}.`;
  const sent = lastRound(review)?.sent;
  return `The Panel has not answered to ${review.ref}${sent ? `, which was sent ${formatDay(sent.on, today)}` : ''}.`;
}

/** “lcspr or not”: each round's decision, by whom, and what became of it. */
function describeDecision(
  review: RapidReview,
  context: ReviewContext,
  { question }: Known,
): string {
  const { seesPositions, today } = context;
  const { ref, rounds } = review;
  const state = sentenceCase(describeState(review, context));
  const confirmed = rounds.filter((round) => round.confirmed);
  if (confirmed.length === 0)
    return /^not decided/i.test(state)
      ? `${ref} is not decided yet.`
      : `${ref} is not decided. ${state}.`;
  const agency = question?.filters.agency;
  if (!seesPositions) {
    const on = confirmed.map((round) => formatDay(round.confirmed?.on as Day, today));
    return `${ref} was decided on ${formatList(on)}. What was decided is told in the personal chats of the statutory partners’ leads, the chair and the scrutineer. ${state}.`;
  }
  const decisions = confirmed.map((round, at) => {
    const when = formatDay(round.confirmed?.on as Day, today);
    const words = `decided “${currentDecision(round)}” on ${when}`;
    return at === 0 ? `${ref} was ${words}` : `then, asked to reconsider, ${words}`;
  });
  const who = agency
    ? describeOnePosition(review, agency, context)
    : describePositions(confirmed.at(-1), context);
  return `${decisions.join('; ')}. ${who} ${state}.`;
}

function describePositions(round: Round | undefined, { directory }: ReviewContext): string {
  if (!round || round.partners.length === 0)
    return 'The positions of its partners are not recorded here.';
  const positions = countedPositions(round);
  const [first, ...others] = new Set(positions.map(({ answer }) => answer));
  if (first && others.length === 0 && positions.length === round.partners.length)
    return `All ${positions.length} partners agreed: ${ANSWERS[first]}.`;
  const parts = positions.map(
    ({ agency, answer }) => `${agencyName(directory, agency)}: ${ANSWERS[answer]}`,
  );
  return parts.length > 0 ? `${parts.join('; ')}.` : 'No position of its partners is recorded.';
}

function describeOnePosition(
  review: RapidReview,
  agency: string,
  { directory }: ReviewContext,
): string {
  const name = agencyName(directory, agency);
  const round = review.rounds.findLast((each) =>
    countedPositions(each).some((position) => position.agency === agency),
  );
  const position = round && countedPositions(round).find((each) => each.agency === agency);
  return round && position && isRevealed(round)
    ? `${name} said ${ANSWERS[position.answer]}: “${position.rationale}”.`
    : `No position of ${name} is recorded here.`;
}

/** “were they told in time”: the day, the working days since awareness, and the rule. */
export function describeNotification(review: RapidReview, context: ReviewContext): string {
  const { ref, awareOn, notifiedOn } = review;
  const { today, bankHolidays, directory } = context;
  const clock = clockInForce(
    directory.partnership.clocks,
    CLOCKS.notify,
    awareOn ?? notifiedOn ?? today,
  );
  const by = findReviewDeadlines(review, context)?.notifyBy;
  const rule = clock?.workingDays
    ? ` The rule is ${clock.workingDays} working days from becoming aware (${clock.source}).`
    : ' No rule for the notification is in this partnership’s settings.';
  if (!notifiedOn) {
    const late = by && by < today ? `It was due by ${formatDay(by, today)} and is late.` : '';
    const due = by && by >= today ? `It is due by ${formatDay(by, today)}.` : '';
    return `No notification of ${ref} to the Panel is recorded. ${late || due}${rule}`;
  }
  const on = formatDay(notifiedOn, today);
  const told = `The Panel was notified of ${ref} on ${on}`;
  if (!awareOn)
    return `${told}. When the council became aware is not recorded, so I can’t tell whether that was in time.${rule}`;
  const days = workingDaysBetween(awareOn, notifiedOn, bankHolidays);
  if (!days.ok || !by)
    return `${told}; the council became aware on ${formatDay(awareOn, today)}. I can’t tell whether that was in time.${rule}`;
  const verdict = notifiedOn <= by ? 'Yes, that was in time' : 'No, that was late';
  return `${told}, ${formatCount(days.value, 'working day')} after the council became aware on ${formatDay(awareOn, today)}. ${verdict}: the last day was ${formatDay(by, today)}.${rule}`;
}

/** “when was it sent to the panel”; of what was imported only the decision has its day. */
function describeSent(review: RapidReview, context: ReviewContext): string {
  const { ref, rounds } = review;
  const { today } = context;
  const [first] = rounds;
  const decidedOn = first?.confirmed?.on;
  const response = first?.response?.on
    ? ` The Panel answered on ${formatDay(first.response.on, today)}.`
    : '';
  if (first?.sent)
    return `${ref} was sent to the Panel on ${formatDay(first.sent.on, today)}.${response}`;
  if (decidedOn)
    return `The day on which ${ref} was sent to the Panel is not recorded; it was decided on ${formatDay(decidedOn, today)}.${response}`;
  const due = findReviewDeadlines(review, context)?.due?.on;
  return `${ref} is not decided and not recorded as sent to the Panel${due ? `; it ${due < today ? 'was' : 'is'} due there by ${formatDay(due, today)}` : ''}.`;
}

/** “what did we learn”: learning and actions that were raised from it; no other lessons are kept. */
function describeLearning(
  { ref }: RapidReview,
  _: ReviewContext,
  { actions, question }: Known,
): string {
  const agency = question?.filters.agency;
  const own = agency ? actions.filter(({ owner }) => owner.agency === agency) : actions;
  const learning = own.filter(({ source }) => source.name?.startsWith('Learning from '));
  if (actions.length === 0)
    return `No learning and no action is recorded for ${ref}. The report itself is not kept here.`;
  const others = own.length - learning.length;
  const lessons =
    learning.length > 0
      ? `${formatCount(learning.length, 'point')} of learning ${pluralVerb(learning.length, 'is', 'are')} recorded from ${ref}: ${learning.map(({ title }) => `“${title}”`).join('; ')}.`
      : `No learning is recorded as such for ${ref}.`;
  const rest =
    others > 0
      ? ` ${formatCount(others, 'action')} came of it${agency ? ' for that agency' : ''}: ${own
          .filter((each) => !learning.includes(each))
          .slice(0, 3)
          .map((each) => `${each.ref} “${each.title}”`)
          .join('; ')}${others > 3 ? ' …' : ''}.`
      : agency && own.length === 0
        ? ` None of its ${actions.length} actions is with that agency.`
        : '';
  return lessons + rest;
}

/** “how long did it take”: each step with the working days from the one before. */
function describeTimeline(review: RapidReview, context: ReviewContext, { history }: Known): string {
  const { ref, awareOn, notifiedOn, rounds } = review;
  const { today, bankHolidays, directory } = context;
  const sent = rounds[0]?.sent?.on;
  const steps = (
    [
      ['aware', awareOn],
      ['notified', notifiedOn],
      ['decided', rounds[0]?.confirmed?.on],
      ['sent', sent],
      ['answered by the Panel', rounds[0]?.response?.on],
    ] as const
  ).flatMap(([what, on]) => (on ? [{ what, on }] : []));
  if (steps.length === 0) return `No day of ${ref} is recorded.`;
  const parts = steps.map(({ what, on }, at) => {
    const before = steps[at - 1]?.on;
    const days = before && workingDaysBetween(before, on, bankHolidays);
    return `${what} ${formatDay(on, today)}${days?.ok ? ` (${formatCount(days.value, 'working day')} later)` : ''}`;
  });
  const taken = reviewDuration(review, directory.partnership.clocks, bankHolidays);
  const whole = taken ? ` It was finished ${describeTimeTaken(taken)}.` : '';
  return `${ref}: ${parts.join(', ')}.${whole}${history.length > 0 || parts.length > 1 ? ' Its timeline is below.' : ''}`;
}
