import { z } from 'zod';
import { toActor } from '../../answers/form.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Actor } from '../../domain/actor.ts';
import { type Day, parseDay } from '../../domain/dates.ts';
import { accept, refuse } from '../../domain/outcome.ts';
import { lastRound, type RapidReview, type Round } from '../../domain/rapid-review.ts';
import {
  advise,
  confirm,
  escalate,
  object,
  reveal,
  takePosition,
} from '../../domain/rapid-review-decision.ts';
import { type Changed, once } from '../../domain/rapid-review-life.ts';
import { decisionFor } from './decision-card.ts';
import { pressOf } from './press.ts';
import { notDone, type Refusal } from './refusals.ts';
import { adviserIn, isChair, isKeeper, mayNot, voiceIn } from './review-access.ts';
import { tellOnBehalf } from './tell-partners.ts';
import { DECISION } from './which-review.ts';

const words = z.string().trim().max(2000).optional();
const answer = z.enum(['needed', 'not needed', 'more information']);
const yesNo = z
  .string()
  .optional()
  .transform((text) => text === 'true');
const pressed = z.object({
  review: z.string().min(1).max(60),
  round: z.number().int().optional(),
  version: z.number().int().optional(),
  answer: answer.optional().catch(undefined),
  rationale: words,
  national: yesNo,
  advice: words,
  objection: words,
  decision: z.enum(['LCSPR', 'no LCSPR']).optional().catch(undefined),
  escalationReason: words,
  escalationDue: z
    .string()
    .optional()
    .transform((text) => (text ? parseDay(text) : undefined)),
  phoneAgency: z.string().max(200).optional(),
  phoneAnswer: answer.optional().catch(undefined),
  phoneRationale: words,
  phoneNational: yesNo,
});
type Pressed = z.output<typeof pressed>;

const sentByForm = z.looseObject({ form: z.looseObject({}) });

/** A form sends the ids that it was made with under `form`, a card beside its fields. */
function flat(data: unknown): unknown {
  const sent = sentByForm.safeParse(data);
  return sent.success ? { ...sent.data, ...sent.data.form } : data;
}

/** What a press comes to on the review as it stands. */
type Want = (review: RapidReview, form: Pressed, actor: Actor, asker: Asker) => Changed;

/** Words for somebody who may not, whatever the round has come to meanwhile. */
type Refuse = (asker: Asker, round: Round | undefined) => Answer | undefined;

interface Pressing {
  readonly verb: string;
  /** What tells this press from another one on the same card. */
  readonly said: (form: Pressed) => readonly (string | undefined)[];
  readonly refusalFor: Refuse;
  readonly want: Want;
  readonly after?: (asker: Asker, form: Pressed, ports: Ports) => Promise<void>;
}

/** A button of the decision card: decides on the review as it stands, lets every card follow, shows the asker their own. */
const press =
  ({ verb, said, refusalFor, want, after }: Pressing) =>
  async (asker: Asker, data: unknown, ports: Ports): Promise<Answer> => {
    const parsed = pressed.safeParse(flat(data));
    if (!parsed.success) throw new UnreadableInput(verb);
    const form = parsed.data;
    const { id } = asker.directory.partnership;
    const actor = toActor(asker, ports);
    const key = await pressOf(
      asker,
      verb,
      form.round,
      form.version,
      form.national,
      form.phoneNational,
      ...said(form),
    );
    let instead: Answer | undefined;
    const outcome = await ports.reviews.change(id, form.review, (review) => {
      const round = lastRound(review);
      instead = refusalFor(asker, round);
      if (instead) return accept({ review });
      if (round?.number !== (form.round ?? round?.number)) return refuse('decided-already');
      return once(review, key, (current) => want(current, form, actor, asker));
    });
    if (instead) return instead;
    if (!outcome.ok) return notDone(outcome.refusal as Refusal);
    const { review, before } = outcome.value;
    if (review !== before) {
      ports.liveCards.changed({ partnership: id, kind: DECISION, id: review.ref });
      await after?.(asker, form, ports);
    }
    return decisionFor(asker, outcome.value, ports);
  };

const unlessVoice =
  (what: string): Refuse =>
  (asker, round) =>
    round && !voiceIn(asker, round) ? mayNot(asker.directory, what) : undefined;

/** The partner for which the asker speaks; of a review without a round none. */
function agencyIn(review: RapidReview, asker: Asker): string {
  const round = lastRound(review);
  return (round && voiceIn(asker, round)) ?? '';
}

/** *Give our position*: for the asker’s own agency, as its lead or deputy. */
export const givePosition = press({
  verb: 'reviews.answer',
  said: ({ answer: given, rationale }) => [given, rationale],
  refusalFor: unlessVoice('a position is given by a lead or named deputy of a statutory partner'),
  want(review, { answer: given, rationale = '', national }, actor, asker) {
    if (!given) return refuse('rationale-missing');
    return takePosition(
      review,
      { agency: agencyIn(review, asker), answer: given, rationale, national },
      actor,
    );
  },
});

/** *Record a position given by phone*: an administrator, marked as such; the partner’s leads are told at once and can object. */
export const givePositionByPhone = press({
  verb: 'reviews.phone',
  said: ({ phoneAgency, phoneAnswer, phoneRationale }) => [
    phoneAgency,
    phoneAnswer,
    phoneRationale,
  ],
  refusalFor: (asker) =>
    isKeeper(asker)
      ? undefined
      : mayNot(asker.directory, 'a position given by phone is recorded by an administrator'),
  want(review, { phoneAgency = '', phoneAnswer, phoneRationale = '', phoneNational }, actor) {
    if (!phoneAnswer) return refuse('rationale-missing');
    const given = {
      agency: phoneAgency,
      answer: phoneAnswer,
      rationale: phoneRationale,
      national: phoneNational,
    };
    return takePosition(review, { ...given, onBehalf: true }, actor);
  },
  after: (asker, { review, phoneAgency = '' }, ports) =>
    tellOnBehalf(asker, review, phoneAgency, ports),
});

const objecting = press({
  verb: 'reviews.object',
  said: ({ objection }) => [objection],
  refusalFor: unlessVoice('only a lead or deputy of the partner can object'),
  want: (review, { objection = '' }, actor, asker) =>
    object(review, agencyIn(review, asker), objection, actor),
});

/** *That is not our position*, on the decision card or on what told the lead of it. */
export async function objectToPosition(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const reply = await objecting(asker, data, ports);
  if (!reply.live || !sentByForm.safeParse(data).success) return reply;
  const text =
    'Recorded: what was given for your agency counts no longer. Its position can be given on the card of the decision.';
  return { text };
}

/** *Add advice*. */
export const giveAdvice = press({
  verb: 'reviews.advise',
  said: ({ advice }) => [advice],
  refusalFor: (asker, round) =>
    round && !adviserIn(asker, round) ? notDone('not-an-adviser') : undefined,
  want(review, { advice = '' }, actor, asker) {
    const round = lastRound(review);
    const adviser = round && adviserIn(asker, round);
    return advise(review, { ...(adviser ?? { isScrutineer: false }), text: advice }, actor);
  },
});

const unlessChair: Refuse = (asker, round) =>
  round && !isChair(asker, round)
    ? { text: 'Nothing was recorded: that is for the chair.', refused: 'access' }
    : undefined;

/** *Show the positions now*. */
export const revealPositions = press({
  verb: 'reviews.reveal',
  said: () => [],
  refusalFor: unlessChair,
  want: (review, _, actor) => reveal(review, actor),
});

/** *Confirm*: what the chair read on the card, or nothing. */
export const confirmDecision = press({
  verb: 'reviews.confirm',
  said: ({ decision }) => [decision],
  refusalFor: unlessChair,
  want: (review, { decision }, actor) =>
    decision ? confirm(review, decision, actor) : refuse('no-agreement'),
});

/** *Escalate*: to whom and until when. */
export const escalateDecision = press({
  verb: 'reviews.escalate',
  said: ({ escalationReason, escalationDue }) => [escalationReason, escalationDue],
  refusalFor: unlessChair,
  want: (review, { escalationReason = '', escalationDue }, actor) =>
    escalate(review, escalationDue ?? ('' as Day), escalationReason, actor),
});

const shown = z.object({ review: z.string().min(1).max(60) });

/** *Refresh*, and what Teams sends by itself: the asker’s own card as it stands now. */
export async function showDecision(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const parsed = shown.safeParse(data);
  const stored =
    parsed.success &&
    (await ports.reviews.find(asker.directory.partnership.id, parsed.data.review));
  if (!stored) throw new UnreadableInput('reviews.show');
  return decisionFor(asker, stored, ports);
}
