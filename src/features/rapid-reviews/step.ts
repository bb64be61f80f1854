import { z } from 'zod';
import { dayField, lineField } from '../../answers/form.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type { Args } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Day } from '../../domain/dates.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import type { LcsprChange, LcsprRefusal } from '../../domain/lcspr-commands.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewOutcome } from '../../domain/rapid-review-commands.ts';
import { type ReviewContext, reviewRef } from './find-review.ts';

/** What the forms of all steps send. */
export const stepInput = z.object({
  review: reviewRef,
  on: dayField.optional(),
  due: dayField.optional(),
  reason: lineField.optional(),
  agencies: z.string().max(4000).optional(),
  agency: z.string().max(200).optional(),
  state: z.enum(['returned', 'nothing known', 'late']).optional(),
  response: z
    .enum(['agreed', 'asked to reconsider', 'national review', 'more information'])
    .optional(),
  decision: z.enum(['LCSPR', 'no LCSPR']).optional(),
  name: z.string().trim().max(60).optional(),
  join: z.string().max(60).optional(),
  category: z.string().max(40).optional(),
  aware: dayField.optional(),
  notified: dayField.optional(),
});
type StepInput = z.output<typeof stepInput>;

/** Something that an administrator records of a review beside the decision itself. */
interface AnyStep {
  readonly title: string;
  /** Whether it makes sense now; `covering` are the LCSPRs of the case. */
  readonly isPossible: (review: RapidReview, covering: readonly Lcspr[]) => boolean;
}

interface StepWithForm extends AnyStep {
  /** `named` is what the asker has said of it: the Panel’s answer, a day, a category. */
  readonly fields: (review: RapidReview, context: ReviewContext, named?: Args) => readonly Field[];
}

export interface ReviewStep extends StepWithForm {
  readonly record: (
    review: RapidReview,
    input: StepInput,
    actor: Actor,
    context: ReviewContext,
  ) => ReviewOutcome;
}

export interface LcsprStep extends StepWithForm {
  readonly recordOnLcspr: (
    lcspr: Lcspr | undefined,
    input: StepInput,
    actor: Actor,
    context: ReviewContext,
  ) => Outcome<LcsprChange, LcsprRefusal>;
}

export type FormStep = ReviewStep | LcsprStep;

/** A step that has a form of another kind. */
export interface OpeningStep extends AnyStep {
  readonly open: (request: Request, review: RapidReview) => Promise<Answer>;
}

export const onField = (today: Day): Field => ({
  id: 'on',
  label: 'Day',
  kind: 'day',
  value: today,
});

export const reasonField = (label: string, required = false): Field => ({
  id: 'reason',
  label,
  kind: 'lines',
  required,
});
