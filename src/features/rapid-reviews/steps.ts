import { z } from 'zod';
import { choiceField } from '../../answers/form.ts';
import { declarePress } from '../../contract/action.ts';
import type { Field } from '../../contract/answer.ts';
import { parseDay } from '../../domain/dates.ts';
import { agencyName } from '../../domain/directory.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import {
  currentDecision,
  currentResponse,
  isClosed,
  isUndecided,
  lastRound,
  type RapidReview,
} from '../../domain/rapid-review.ts';
import {
  awaitedAgencies,
  noteSummary,
  notify,
  requestSummaries,
} from '../../domain/rapid-review-commands.ts';
import { correct, respond, send } from '../../domain/rapid-review-panel.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { findReviewDeadlines } from './deadline-words.ts';
import { reviewRef } from './find-review.ts';
import { LCSPR_STEPS } from './lcspr-steps.ts';
import { proposeReviewAction } from './raise-action.ts';
import { REPAIR_STEPS } from './repair-steps.ts';
import { newRound } from './review-access.ts';
import { type LcsprStep, type OpeningStep, onField, type ReviewStep, reasonField } from './step.ts';

/** Summaries are asked for within a working week, unless another day is chosen. */
const SUMMARY_DAYS = 5;

const isConfirmed = (review: RapidReview) => lastRound(review)?.confirmed !== undefined;

/** A day that was named and cannot be read is asked for; today never stands in for it. */
const sendingFields: ReviewStep['fields'] = (_, { today }, { on, unreadDay } = {}) => [
  unreadDay
    ? { id: 'on', label: 'Day', kind: 'day', required: true }
    : onField(parseDay(on) ?? today),
  reasonField('If it is after the deadline: why'),
];

const REVIEW_STEPS = {
  notify: {
    title: 'The Panel was notified',
    isPossible: ({ notifiedOn }) => !notifiedOn,
    fields: (_, { today }) => [onField(today)],
    record: (review, { on }, actor) => notify(review, on ?? actor.today, actor),
  },
  summary: {
    title: 'A summary came, or is late',
    isPossible: (review) => isUndecided(review) && awaitedAgencies(review).length > 0,
    fields(review, { directory }) {
      const agencies = awaitedAgencies(review).map((id) => ({
        id,
        name: agencyName(directory, id),
      }));
      const states = ['returned', 'nothing known', 'late'].map((id) => ({ id, name: id }));
      return [
        choiceField('agency', 'Agency', agencies, agencies[0]?.id),
        choiceField('state', 'Its summary', states, 'returned'),
      ];
    },
    record: (review, { agency = '', state = 'returned' }, actor) =>
      noteSummary(review, { agency, state }, actor),
  },
  scope: {
    title: 'Ask agencies for summaries',
    isPossible: isUndecided,
    fields(_, { today, directory, bankHolidays }) {
      const due = addWorkingDays(today, SUMMARY_DAYS, bankHolidays);
      return [
        {
          id: 'agencies',
          label: 'Agencies that were involved',
          kind: 'choices',
          choices: directory.agencies.map(({ id, name }) => ({ title: name, value: id })),
        },
        { id: 'due', label: 'Summaries due', kind: 'day', value: due.ok ? due.value : today },
      ];
    },
    record(review, { agencies = '', due }, actor, { directory }) {
      const known = new Set(directory.agencies.map(({ id }) => id));
      const chosen = agencies.split(',').filter((id) => known.has(id));
      return requestSummaries(review, { agencies: chosen, dueOn: due ?? actor.today }, actor);
    },
  },
  send: {
    title: 'It was sent to the Panel',
    isPossible(review) {
      const round = lastRound(review);
      return isConfirmed(review) && !round?.sent && !round?.response;
    },
    fields: sendingFields,
    record(review, { on, reason = '' }, actor, context) {
      const deadline = findReviewDeadlines(review, context)?.due?.on;
      return send(review, { on: on ?? actor.today, why: reason, deadline }, actor);
    },
  },
  'send-open': {
    title: 'It was sent to the Panel with no agreement',
    isPossible(review) {
      const round = lastRound(review);
      return !round || (!isClosed(round) && !round.sent);
    },
    fields: sendingFields,
    record(review, { on, reason = '' }, actor, context) {
      const deadline = findReviewDeadlines(review, context)?.due?.on;
      const withoutAgreement = newRound(context.directory);
      return send(
        review,
        { on: on ?? actor.today, why: reason, deadline, withoutAgreement },
        actor,
      );
    },
  },
  respond: {
    title: 'The Panel answered',
    isPossible(review) {
      const round = lastRound(review);
      if (!round || currentResponse(round)) return false;
      return round.sent !== undefined || (isClosed(round) && round.openedAt === undefined);
    },
    fields: (_, { today }, { response = 'agreed' } = {}) => [
      responseField(String(response), {
        id: 'more information',
        name: 'It asks for more information',
      }),
      onField(today),
    ],
    record: (review, { response = 'agreed', on }, actor) =>
      respond(review, { answer: response, on: on ?? actor.today }, actor),
  },
} satisfies Readonly<Record<string, ReviewStep>>;

const action: OpeningStep = {
  title: 'An action or learning was agreed',
  isPossible: () => true,
  open: proposeReviewAction,
};

const correction: ReviewStep = {
  title: 'Correct what was confirmed',
  isPossible(review) {
    const round = lastRound(review);
    return round !== undefined && isClosed(round);
  },
  fields(review, _, { response } = {}) {
    const round = lastRound(review);
    const known = round && currentResponse(round);
    const decisions = ['LCSPR', 'no LCSPR'].map((id) => ({ id, name: id }));
    return [
      ...(round?.confirmed
        ? [choiceField('decision', 'It should say', decisions, currentDecision(round) ?? 'LCSPR')]
        : []),
      ...(known ? [responseField(typeof response === 'string' ? response : known)] : []),
      reasonField('Why; what it says now is kept', true),
    ];
  },
  record: (review, { decision, response, reason = '' }, actor) =>
    correct(
      review,
      { decision, response: response === 'more information' ? undefined : response, reason },
      actor,
    ),
};

function responseField(
  value: string,
  ...others: readonly { readonly id: string; readonly name: string }[]
): Field {
  const responses = [
    { id: 'agreed', name: 'It agrees' },
    { id: 'asked to reconsider', name: 'It asks to reconsider' },
    { id: 'national review', name: 'It does its own national review' },
    ...others,
  ];
  return choiceField('response', 'What the Panel said', responses, value);
}

/** The steps that are recorded with a form of their own. */
export const FORM_STEPS = {
  ...REVIEW_STEPS,
  ...LCSPR_STEPS,
  ...REPAIR_STEPS,
  correct: correction,
};

/** Everything that an administrator records of a review beside the decision itself, the likeliest first. */
export const STEPS = {
  ...REVIEW_STEPS,
  ...LCSPR_STEPS,
  action,
  correct: correction,
  ...REPAIR_STEPS,
};

export type StepId = keyof typeof STEPS;
export type Step = ReviewStep | LcsprStep | OpeningStep;

/** The steps that make sense now. */
export function possibleSteps(
  review: RapidReview,
  covering: readonly Lcspr[],
): readonly { readonly id: StepId; readonly title: string }[] {
  return (Object.entries(STEPS) as [StepId, Step][])
    .filter(
      ([id, step]) =>
        (id === 'reinstate' || !review.withdrawn) && step.isPossible(review, covering),
    )
    .map(([id, { title }]) => ({ id, title }));
}

/** *Record it* on a review’s card: the form for what happened. */
export const openStep = declarePress({
  id: 'reviews.step',
  input: z.object({
    review: reviewRef,
    step: z.enum(Object.keys(STEPS) as [StepId, ...StepId[]]),
  }),
});
