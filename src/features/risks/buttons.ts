import type { Button } from '../../contract/answer.ts';

/** Opens the form that gives a risk its score of today. */
export const reviewRiskButton = (risk: string): Button => ({
  title: 'Review…',
  aloud: `Review ${risk}`,
  action: 'risks.review-form',
  data: { risk },
});

/** Opens the form that takes a risk off the register. */
export const closeRiskButton = (risk: string): Button => ({
  title: 'Close…',
  aloud: `Close ${risk}`,
  action: 'risks.close-form',
  data: { risk },
});
