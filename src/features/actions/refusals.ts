import type { Reply } from '../feature.ts';
import type { Question } from '../question.ts';
import type { Unanswerable } from './query-of.ts';

/** Why a question cannot be answered, and what to ask instead. */
export function cannotAnswer(refusal: Unanswerable, question: Question): Reply {
  switch (refusal) {
    case 'no-next-meeting':
      return {
        text: 'No next meeting of that group is in the records, so I cannot tell what is due before it.',
        suggestions: ['due in the next 30 days', 'what is overdue'],
      };
    case 'unknown-year':
      return {
        text: `I do not know the year “${question.filters.year}”. Years are written like 2020-21.`,
        suggestions: ['actions this year'],
      };
    case 'unknown-due-range':
      return {
        text: 'I could not tell which dates you mean. You can say this week, next month, by 30 June, or overdue.',
        suggestions: ['due this week', 'due next month', 'what is overdue'],
      };
  }
}
