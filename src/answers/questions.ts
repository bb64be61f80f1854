import type { Args, Filters, Question } from '../contract/question.ts';

/**
 * A question as a button or a suggestion asks it: typed, so that nothing of ours is ever read by our own reader.
 * @example ask('list_actions', { agency: 'WMP', dueRange: 'overdue' })
 */
export function ask(
  intent: string,
  filters: Filters = {},
  args: Args = {},
): { readonly question: Question } {
  return { question: { intent, filters, args } };
}

/** “tell me about SA-019” */
export const aboutAction = (actionRef: string) => ask('action_detail', {}, { actionRef });

/** “how far have we got with …” */
export const aboutPriority = (priority: string, year: string) =>
  ask('priority_progress', { priority, year });

/** “tell me about RR-2021-01” */
export const aboutReview = (reviewRef: string) => ask('rapid_review_detail', { reviewRef });
