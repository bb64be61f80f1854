import { ask } from '../../answers/questions.ts';
import type { HelpTopic } from '../../contract/feature.ts';
import { findBoard } from '../../domain/find-board.ts';

/** What people ask about groups. */
export const groupsHelp: readonly HelpTopic[] = [
  {
    title: 'Groups',
    job: 'ask',
    examples: ({ directory }) => {
      const board = findBoard(directory);
      return [
        { title: 'which groups do we have', ...ask('list_groups') },
        ...(board
          ? [
              {
                title: 'who sits on the board',
                ...ask('group_detail', { group: board.id }, { field: 'members' }),
              },
            ]
          : []),
      ];
    },
  },
];
