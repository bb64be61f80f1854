import type { Button } from '../../contract/answer.ts';

/** The form for a decision on an item of a meeting's agenda, by the number that the item has there. */
export const decisionButton = (meeting: string, number: number): Button => ({
  title: `Decision on ${number}`,
  action: 'decisions.form',
  data: { meeting, number },
  inNewMessage: true,
});
