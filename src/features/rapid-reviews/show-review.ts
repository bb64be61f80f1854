import { toActionRow } from '../../answers/action-words.ts';
import { aboutReview, ask } from '../../answers/questions.ts';
import { formatList, sentenceCase } from '../../answers/words.ts';
import type { Answer, AnswerRow, Fact, Section, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Action, isOpen } from '../../domain/action.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { agencyName } from '../../domain/directory.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import { lastRound, type RapidReview, type Round } from '../../domain/rapid-review.ts';
import { LOOKED_AFTER_DEATH } from '../../domain/rapid-review-commands.ts';
import { reviewDuration } from '../../domain/review-figures.ts';
import { findLcspr, lcsprAnswer, lcsprsCovering, publicationFacts } from '../lcsprs/queries.ts';
import { deadlineFacts, describeTimeTaken } from './deadline-words.ts';
import { describeReview } from './describe-field.ts';
import { findReview, loadReviewContext, type ReviewContext } from './find-review.ts';
import { positionRows } from './positions.ts';
import { canAdministerReviews, canHearPositions } from './review-access.ts';
import { reviewTimeline } from './review-timeline.ts';
import { describeState, describeSummaries, reviewTitle, stateColour } from './review-words.ts';
import { openStep, possibleSteps } from './steps.ts';

/** “whats the story with rr4”: everything that is known of one review, as a timeline. */
export async function showReview(request: Request, question: Question): Promise<Answer> {
  const lcspr = await findLcspr(request, question);
  if (lcspr) return lcsprAnswer(request, lcspr);
  const which = await findReview(request, question);
  return 'answer' in which ? which.answer : reviewAnswer(request, which.found.review, question);
}

/** One review from becoming aware to today, with what was asked of it said first. */
export async function reviewAnswer(
  request: Request,
  review: RapidReview,
  question?: Question,
): Promise<Answer> {
  const { directory, ports, today } = request;
  const { id } = directory.partnership;
  const context = await loadReviewContext(request, canHearPositions(request));
  const covering = lcsprsCovering(review.ref, context);
  const [actions, own, ...ofLcsprs] = await Promise.all([
    ports.actions.list(id, { review: review.ref }, today),
    ports.reviews.history(id, review.ref),
    ...covering.map(({ name }) => ports.reviews.lcsprHistory(id, name)),
  ]);
  const history = [...own, ...ofLcsprs.flat()];
  return {
    text: describeReview(review, context, { actions, history, question }),
    heading: reviewTitle(review),
    state: {
      words: sentenceCase(describeState(review, context)),
      colour: stateColour(review, context),
    },
    sections: [
      { facts: [...reviewFacts(review, context), ...actionFacts(actions)] },
      ...learningSections(question, actions, request),
      ...positionSections(request, review, context),
      { heading: 'Timeline', events: reviewTimeline(review, history, context) },
      ...stepSections(request, review, covering),
    ],
    suggestions: suggestionsAfter(review),
    thread: { question: aboutReview(review.ref).question },
  };
}

/** The positions of each round, the latest first; none for those who may not know. */
function positionSections(
  { directory, person }: Request,
  { rounds }: RapidReview,
  { seesPositions }: ReviewContext,
): Section[] {
  const viewer = { seesPositions, agency: person.agency };
  const toRows = (round: Round): AnswerRow[] =>
    positionRows(round, directory, viewer).map(({ agency, answer, colour, detail }) => ({
      title: agency,
      state: { words: answer, colour },
      details: detail,
    }));
  return rounds
    .filter(({ partners }) => seesPositions && partners.length > 0)
    .toReversed()
    .map((round) => ({
      heading: rounds.length > 1 ? `Positions, round ${round.number}` : 'Positions',
      rows: toRows(round),
    }));
}

/** What an administrator can record next. */
function stepSections(
  request: Request,
  review: RapidReview,
  covering: readonly Lcspr[],
): Section[] {
  if (!canAdministerReviews(request) || request.place.kind !== 'personal') return [];
  const choices = possibleSteps(review, covering).map(({ id, title }) => ({ title, value: id }));
  return [
    {
      fields: [
        {
          id: 'step',
          label: 'Record what happened next',
          kind: 'choice',
          value: choices[0]?.value,
          choices,
        },
      ],
      buttons: [openStep.button('Record it', { review: review.ref })],
    },
  ];
}

function suggestionsAfter(review: RapidReview): Suggestion[] {
  const { ref: reviewRef } = review;
  return [
    ...(review.withdrawn || lastRound(review)?.confirmed
      ? []
      : [{ title: 'Who has not decided?', ...ask('rapid_review_who_not_decided', { reviewRef }) }]),
    { title: 'Show its deadline', ...ask('rapid_review_deadline', { reviewRef }) },
    { title: 'Show its actions', ...ask('list_actions', { reviewRef }) },
  ];
}

/** Which actions and learning came of it, where that was asked. */
function learningSections(
  question: Question | undefined,
  actions: readonly Action[],
  request: Request,
): Section[] {
  if (question?.args.field !== 'learning' || actions.length === 0) return [];
  const rows = actions
    .slice(0, MAX_ACTIONS)
    .map((action) => toActionRow(action, request.directory, request));
  return [{ heading: 'What came of it', rows }];
}

const MAX_ACTIONS = 10;

function reviewFacts(review: RapidReview, context: ReviewContext): Fact[] {
  const { directory, bankHolidays, seesPositions } = context;
  const { awareOn, notifiedOn } = review;
  const taken = reviewDuration(review, directory.partnership.clocks, bankHolidays);
  const suggesting = review.rounds.at(-1)?.confirmed?.national ?? [];
  const fact = (title: string, value: string | false | undefined): Fact[] =>
    value ? [{ title, value }] : [];
  return [
    ...fact('Aware', awareOn ? formatDayWithYear(awareOn) : 'Not recorded'),
    ...fact('Also notified', review.category === LOOKED_AFTER_DEATH && NOTIFIED_OF_LOOKED_AFTER),
    ...fact('Notified', notifiedOn ? formatDayWithYear(notifiedOn) : 'Not recorded'),
    ...deadlineFacts(review, context),
    ...fact('Returns', review.summaries.length > 0 && describeSummaries(review, context)),
    ...fact(
      'Finished',
      taken && `${formatDayWithYear(taken.finishedOn)}, ${describeTimeTaken(taken)}`,
    ),
    ...fact(
      'National',
      seesPositions &&
        suggesting.length > 0 &&
        `suggested by ${formatList(suggesting.map((id) => agencyName(directory, id)))}`,
    ),
    ...fact('Outcome', seesPositions && review.outcome),
    ...publicationFacts(review, context),
  ];
}

const NOTIFIED_OF_LOOKED_AFTER =
  'the Secretary of State and Ofsted, whether or not abuse or neglect is suspected';

/** How many actions and how much learning came of it; which, is one question away. */
function actionFacts(actions: readonly Action[]): Fact[] {
  const open = actions.filter(isOpen).length;
  return actions.length > 0
    ? [{ title: 'Actions', value: `${actions.length}, ${open} of them open` }]
    : [];
}
