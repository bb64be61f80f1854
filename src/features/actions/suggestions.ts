import { ask } from '../../answers/questions.ts';
import type { Suggestion } from '../../contract/answer.ts';

export const SHOW_OVERDUE: Suggestion = {
  title: 'Show overdue',
  ...ask('list_actions', { dueRange: 'overdue' }),
};
export const MY_ACTIONS: Suggestion = {
  title: 'My actions',
  ...ask('list_actions', { status: 'open' }, { assignee: 'me' }),
};
export const DUE_THIS_WEEK: Suggestion = {
  title: 'Due this week',
  ...ask('list_actions', { dueRange: 'this-week' }),
};
export const DUE_NEXT_MONTH: Suggestion = {
  title: 'Due next month',
  ...ask('list_actions', { dueRange: 'next-month' }),
};
export const DUE_NEXT_30_DAYS: Suggestion = {
  title: 'Due in the next 30 days',
  ...ask('list_actions', { dueRange: 'next-30-days' }),
};
