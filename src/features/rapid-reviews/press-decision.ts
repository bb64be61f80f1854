import { z } from 'zod';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type Request, toActor } from '../../contract/request.ts';
import type { Actor } from '../../domain/actor.ts';
import { parseDay } from '../../domain/dates.ts';
import { refuse } from '../../domain/outcome.ts';
import { lastRound, type RapidReview, type Round } from '../../domain/rapid-review.ts';
import { applyOnce, type ReviewOutcome } from '../../domain/rapid-review-commands.ts';
import {
  advise,
  confirm,
  escalate,
  object,
  reveal,
  takePosition,
} from '../../domain/rapid-review-decision.ts';
import { changeReview } from './change-review.ts';
import { decisionFor } from './decision-card.ts';
import { reviewRef } from './find-review.ts';
import type { Refusal } from './refusals.ts';
import { adviserRole, agencySpokenFor, mayConfirm } from './review-access.ts';
import { tellOfPhonePosition } from './tell-partners.ts';

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

interface DecisionPress {
  readonly id: string;
  /** Why the asker may not, whatever the round has come to meanwhile. */
  readonly refusal?: (round: Round) => Refusal | false;
  readonly decide: (review: RapidReview, actor: Actor) => ReviewOutcome;
  readonly after?: (changed: RapidReview) => Promise<void>;
}

/** Decides on the review as it stands, lets every card follow, and shows the asker their own. */
async function press(
  request: Request,
  input: { readonly review: string; readonly round?: number | undefined },
  { id, refusal, decide, after }: DecisionPress,
): Promise<Answer> {
  const key = await digest([request.person.id, id, input]);
  const outcome = await changeReview(request, input.review, (review) => {
    const round = lastRound(review);
    const refused = round && refusal?.(round);
    if (refused) return refuse(refused);
    if (round?.number !== (input.round ?? round?.number)) return refuse('decided-already');
    return applyOnce(review, key, (current) => decide(current, toActor(request)));
  });
  if ('answer' in outcome) return outcome.answer;
  const { review, before } = outcome.changed;
  if (review !== before) await after?.(review);
  return decisionFor(request, outcome.changed);
}

/**
 * Tells a press from the next one of the same person by what was pressed on which version of the card, with what in its
 * fields: everybody has the same card, so its buttons cannot name the press. The same card with other words is another press.
 */
async function digest(press: readonly unknown[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(press));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** *Give our position*: for the asker’s own agency, as its lead or deputy. */
export const givePosition = action({
  id: 'reviews.answer',
  permission: 'reviews.speak',
  input: z.object({ ...cardIds, answer, rationale: words, national: yesNo }),
  handle: (request: Request, input) =>
    press(request, input, {
      id: 'reviews.answer',
      refusal: (round) => !agencySpokenFor(request, round) && 'not-a-speaker',
      decide(review, actor) {
        const { answer: given, rationale, national } = input;
        if (!given) return refuse('rationale-missing');
        const agency = agencySpokenFor(request, lastRound(review)) ?? '';
        return takePosition(review, { agency, answer: given, rationale, national }, actor);
      },
    }),
});

/** *Record a position given by phone*: marked as such; the partner’s leads are told at once and can object. */
export const givePositionByPhone = action({
  id: 'reviews.phone',
  permission: 'reviews.keep',
  input: z.object({
    ...cardIds,
    phoneAgency: z.string().max(200).default(''),
    phoneAnswer: answer,
    phoneRationale: words,
    phoneNational: yesNo,
  }),
  handle: (request: Request, input) =>
    press(request, input, {
      id: 'reviews.phone',
      decide(review, actor) {
        const { phoneAgency: agency, phoneAnswer, phoneRationale: rationale } = input;
        if (!phoneAnswer) return refuse('rationale-missing');
        const given = { agency, answer: phoneAnswer, rationale, national: input.phoneNational };
        return takePosition(review, { ...given, onBehalf: true }, actor);
      },
      after: (review) =>
        tellOfPhonePosition(
          request,
          review,
          input.phoneAgency,
          objectToPosition.button('Object', {
            review: review.ref,
            round: lastRound(review)?.number,
            inOwnChat: true,
          }),
        ),
    }),
});

/** *That is not our position*, on the decision card or on what told the lead of it. */
export const objectToPosition = action({
  id: 'reviews.object',
  permission: 'reviews.speak',
  input: z.object({ ...cardIds, objection: words, inOwnChat: z.literal(true).optional() }),
  async handle(request: Request, input) {
    const own = await press(request, input, {
      id: 'reviews.object',
      refusal: (round) => !agencySpokenFor(request, round) && 'not-the-objector',
      decide: (review, actor) =>
        object(review, agencySpokenFor(request, lastRound(review)) ?? '', input.objection, actor),
    });
    return own.live && input.inOwnChat
      ? {
          text: 'Recorded: what was given for your agency counts no longer. Its position can be given on the card of the decision.',
        }
      : own;
  },
});

/** *Add advice*. */
export const giveAdvice = action({
  id: 'reviews.advise',
  permission: 'reviews.advise',
  input: z.object({ ...cardIds, advice: words }),
  handle: (request: Request, input) =>
    press(request, input, {
      id: 'reviews.advise',
      refusal: (round) => !adviserRole(request, round) && 'not-an-adviser',
      decide(review, actor) {
        const adviser = adviserRole(request, lastRound(review)) ?? { isScrutineer: false };
        return advise(review, { ...adviser, text: input.advice }, actor);
      },
    }),
});

/** *Show the positions now*. */
export const revealPositions = action({
  id: 'reviews.reveal',
  permission: 'reviews.confirm',
  input: z.object(cardIds),
  handle: (request: Request, input) =>
    press(request, input, {
      id: 'reviews.reveal',
      refusal: (round) => !mayConfirm(request, round) && 'not-the-chair',
      decide: reveal,
    }),
});

/** *Confirm*: what the chair read on the card, or nothing. */
export const confirmDecision = action({
  id: 'reviews.confirm',
  permission: 'reviews.confirm',
  input: z.object({
    ...cardIds,
    decision: z.enum(['LCSPR', 'no LCSPR']).optional().catch(undefined),
  }),
  handle: (request: Request, input) =>
    press(request, input, {
      id: 'reviews.confirm',
      refusal: (round) => !mayConfirm(request, round) && 'not-the-chair',
      decide: (review, actor) =>
        input.decision ? confirm(review, input.decision, actor) : refuse('no-agreement'),
    }),
});

/** *Escalate*: to whom and until when. */
export const escalateDecision = action({
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
  handle: (request: Request, input) =>
    press(request, input, {
      id: 'reviews.escalate',
      refusal: (round) => !mayConfirm(request, round) && 'not-the-chair',
      decide: (review, actor) =>
        input.escalationDue
          ? escalate(review, input.escalationDue, input.escalationReason, actor)
          : refuse('days-disagree'),
    }),
});

/** *Refresh*, and what Teams sends by itself: the asker’s own card as it stands now. */
export const showDecision = action({
  id: 'reviews.show',
  permission: 'reviews.read',
  input: z.object({ review: reviewRef }),
  async handle(request: Request, { review }) {
    const stored = await request.ports.reviews.find(request.directory.partnership.id, review);
    if (!stored) throw new UnreadableInput('reviews.show');
    return decisionFor(request, stored);
  },
});
