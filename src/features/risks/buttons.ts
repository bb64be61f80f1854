import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';
import type { Button } from '../../contract/answer.ts';

/** A risk's reference, as a card sends it. */
export const riskId = z.string().min(1).max(60);
const whichRisk = z.object({ risk: riskId });

/** The form that gives a risk its score of today. */
export const openReviewForm = declarePress({ id: 'risks.review-form', input: whichRisk });

/** The form that takes a risk off the register. */
export const openClosingForm = declarePress({ id: 'risks.close-form', input: whichRisk });

export const reviewRiskButton = (risk: string): Button =>
  openReviewForm.button('Review…', { risk }, { aloud: `Review ${risk}` });

export const closeRiskButton = (risk: string): Button =>
  openClosingForm.button('Close…', { risk }, { aloud: `Close ${risk}` });
