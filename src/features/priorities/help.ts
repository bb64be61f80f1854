import { aboutPriority, ask } from '../../answers/questions.ts';
import type { HelpTopic } from '../../contract/feature.ts';

/** What people ask about priorities, with one of the partnership's own. */
export const prioritiesHelp: readonly HelpTopic[] = [
  {
    title: 'Priorities',
    job: 'ask',
    examples: ({ directory: { priorities } }) => {
      const one = priorities.find(({ kind }) => kind === 'key priority') ?? priorities[0];
      return [
        { title: 'what are our priorities', ...ask('list_priorities', { year: 'current' }) },
        ...(one
          ? [
              {
                title: `how far have we got with ${one.title}`,
                ...aboutPriority(one.id, one.year),
              },
            ]
          : []),
      ];
    },
  },
];
