import { z } from 'zod';
import { type Access, action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { digestOperation } from '../../contract/operation.ts';
import { type Request, toActor } from '../../contract/request.ts';
import type { Actor } from '../../domain/actor.ts';
import { parseDay } from '../../domain/dates.ts';
import { refuse } from '../../domain/outcome.ts';
import {
  lastRound,
  type RapidReview,
  type Round,
  WAYS_RECEIVED,
} from '../../domain/rapid-review.ts';
import type { ReviewOutcome } from '../../domain/rapid-review-commands.ts';
import {
  advise,
  agree,
  confirm,
  escalate,
  object,
  reveal,
  takePosition,
} from '../../domain/rapid-review-decision.ts';
import { confirmsReviews } from '../../domain/review-sight.ts';
import { isBoundOnReview } from '../declarations/queries.ts';
import { changeReview, type ReviewStepRefusal } from './change-review.ts';
import { drawDecisionFor } from './decision-card.ts';
import { openDecision, reviewRef } from './find-review.ts';
import { adviserRole, findRepresentedAgency } from './review-access.ts';
import { announceObjection, announcePosition } from './tell-partners.ts';

const cardIds = {
  review: reviewRef,
  round: z.number().int().optional(),
  version: z.number().int().optional(),
};
const words = z.string().trim().max(2000).default('');
const answer = z.enum(['needed', 'not needed', 'more information']).optional().catch(undefined);
const yesNo = z
  .string()
  .optional()
  .transform((text) => text === 'true');

/** A button of the decision card. */
interface DecisionButton<Schema extends z.ZodType> {
  readonly id: string;
  readonly permission: Access;
  readonly input: Schema;
  /** Why the asker may not, whatever the round has come to meanwhile. */
  readonly refusal?: (request: Request, round: Round) => ReviewStepRefusal | false;
  readonly decide: (
    review: RapidReview,
    input: z.output<Schema>,
    actor: Actor,
    request: Request,
    hasDeclaredInterest: boolean,
  ) => ReviewOutcome;
  /** What is left to be done once, when it has changed the review. */
  readonly after?: (
    request: Request,
    review: RapidReview,
    input: z.output<Schema>,
  ) => Promise<void>;
}

/** Decides on the review as it stands, lets every card follow, and shows the asker their own. */
function decisionAction<
  Schema extends z.ZodType<{ readonly review: string; readonly round?: number | undefined }>,
>({ id, permission, input: schema, refusal, decide, after }: DecisionButton<Schema>) {
  return action({
    id,
    permission,
    input: schema,
    async handle(request: Request, input): Promise<Answer> {
      // What was pressed on which version of the card, with what in its fields; the same card with other words is another press.
      const key = await digestOperation(request.person.id, id, input);
      const hasDeclaredInterest =
        permission === 'reviews.give-position' &&
        (await isBoundOnReview(request, request.person.id, input.review));
      const outcome = await changeReview(
        request,
        input.review,
        (review) => {
          const round = lastRound(review);
          const refused = round && refusal?.(request, round);
          if (refused) return refuse(refused);
          if (round?.number !== (input.round ?? round?.number)) return refuse('decided-already');
          return decide(review, input, toActor(request), request, hasDeclaredInterest);
        },
        key,
      );
      if ('answer' in outcome) return outcome.answer;
      const { review, before } = outcome.changed;
      if (review !== before) await after?.(request, review, input);
      return drawDecisionFor(request, outcome.changed);
    },
  });
}

/** *Give our position*: for the asker’s own agency, as its lead or deputy. */
export const givePosition = decisionAction({
  id: 'reviews.answer',
  permission: 'reviews.give-position',
  input: z.object({ ...cardIds, answer, rationale: words, national: yesNo }),
  refusal: (request, round) => !findRepresentedAgency(request, round) && 'not-a-speaker',
  decide(review, { answer: given, rationale, national }, actor, request, hasDeclaredInterest) {
    if (!given) return refuse('rationale-missing');
    const agency = findRepresentedAgency(request, lastRound(review)) ?? '';
    const position = { agency, answer: given, rationale, national, hasDeclaredInterest };
    return takePosition(review, position, actor);
  },
});

/** *Record a position for a partner*: marked with how it was received; the partner’s leads are told at once, and can object or agree. */
export const recordPosition = decisionAction({
  id: 'reviews.phone',
  permission: 'reviews.administer',
  input: z.object({
    ...cardIds,
    phoneAgency: z.string().max(200).default(''),
    phoneAnswer: answer,
    phoneRationale: words,
    phoneNational: yesNo,
    phoneReceived: z.enum(WAYS_RECEIVED).default('by phone'),
  }),
  decide(review, { phoneAgency, phoneAnswer, phoneRationale, ...input }, actor) {
    if (!phoneAnswer) return refuse('rationale-missing');
    const given = { answer: phoneAnswer, rationale: phoneRationale, national: input.phoneNational };
    const recorded = { ...given, onBehalf: true, received: input.phoneReceived };
    return takePosition(review, { ...recorded, agency: phoneAgency }, actor);
  },
  after(request, review, { phoneAgency }) {
    const ids = { review: review.ref, round: lastRound(review)?.number, inOwnChat: true as const };
    return announcePosition(request, review, phoneAgency, {
      object: objectToPosition.button('Object', ids),
      agree: agreeToPosition.button('Agree', ids),
    });
  },
});

const objection = decisionAction({
  id: 'reviews.object',
  permission: 'reviews.give-position',
  input: z.object({ ...cardIds, objection: words, inOwnChat: z.literal(true).optional() }),
  refusal: (request, round) => !findRepresentedAgency(request, round) && 'not-the-objector',
  decide: (review, input, actor, request) =>
    object(review, findRepresentedAgency(request, lastRound(review)) ?? '', input.objection, actor),
  async after(request, review) {
    const round = lastRound(review);
    const agency = findRepresentedAgency(request, round);
    if (round?.confirmed && agency) await announceObjection(request, review, agency);
  },
});

const agreement = decisionAction({
  id: 'reviews.agree',
  permission: 'reviews.give-position',
  input: z.object({ ...cardIds, inOwnChat: z.literal(true).optional() }),
  refusal: (request, round) => !findRepresentedAgency(request, round) && 'not-the-objector',
  decide: (review, _, actor, request, hasDeclaredInterest) =>
    hasDeclaredInterest
      ? refuse('declared-interest')
      : agree(review, findRepresentedAgency(request, lastRound(review)) ?? '', actor),
});

/** *Agree* to what was recorded for one's agency, on the decision card or on what told the lead of it. */
export const agreeToPosition: typeof agreement = {
  ...agreement,
  async handle(request, input) {
    const own = await agreement.handle(request, input);
    return own.live && input.inOwnChat
      ? { text: 'Recorded: what was given for your agency is now its position.' }
      : own;
  },
};

/** *That is not our position*, on the decision card or on what told the lead of it. */
export const objectToPosition: typeof objection = {
  ...objection,
  async handle(request, input) {
    const own = await objection.handle(request, input);
    if (!own.live || !input.inOwnChat) return own;
    const { id } = request.directory.partnership;
    const stored = await request.ports.reviews.find(id, input.review);
    const text =
      stored && lastRound(stored.review)?.confirmed
        ? 'Recorded: your agency objects to what was given for it. The chair had confirmed the decision before, so it stands until an administrator corrects it.'
        : 'Recorded: what was given for your agency does not count. Its position can be given on the card of the decision.';
    return { text };
  },
};

/** *Add advice*. */
export const giveAdvice = decisionAction({
  id: 'reviews.advise',
  permission: 'reviews.advise',
  input: z.object({ ...cardIds, advice: words }),
  refusal: (request, round) => !adviserRole(request, round) && 'not-an-adviser',
  decide(review, input, actor, request) {
    const adviser = adviserRole(request, lastRound(review)) ?? { isScrutineer: false };
    return advise(review, { ...adviser, text: input.advice }, actor);
  },
});

const unlessChair = ({ person, directory }: Request) =>
  !confirmsReviews(person, directory) && 'not-the-chair';

/** *Show the positions now*. */
export const revealPositions = decisionAction({
  id: 'reviews.reveal',
  permission: 'reviews.confirm',
  input: z.object(cardIds),
  refusal: unlessChair,
  decide: (review, _, actor, { person }) => reveal(review, actor, person.agency),
});

/** *Confirm*: what the chair read on the card, or nothing. */
export const confirmDecision = decisionAction({
  id: 'reviews.confirm',
  permission: 'reviews.confirm',
  input: z.object({
    ...cardIds,
    decision: z.enum(['LCSPR', 'no LCSPR']).optional().catch(undefined),
  }),
  refusal: unlessChair,
  decide: (review, { decision }, actor) =>
    decision ? confirm(review, decision, actor) : refuse('no-agreement'),
});

/** *Escalate*: to whom and until when. */
export const escalateDecision = decisionAction({
  id: 'reviews.escalate',
  permission: 'reviews.confirm',
  input: z.object({
    ...cardIds,
    escalationReason: words,
    escalationDue: z
      .string()
      .default('')
      .transform((text) => parseDay(text)),
  }),
  refusal: unlessChair,
  decide: (review, { escalationDue, escalationReason }, actor) =>
    escalationDue
      ? escalate(review, escalationDue, escalationReason, actor)
      : refuse('days-disagree'),
});

/** *Refresh*, and what Teams sends by itself: the asker’s own card as it stands now. */
export const showDecision = action({
  ...openDecision,
  permission: 'reviews.read',
  async handle(request: Request, { review }) {
    const stored = await request.ports.reviews.find(request.directory.partnership.id, review);
    if (!stored) throw new UnreadableInput(openDecision.id);
    return drawDecisionFor(request, stored);
  },
});
