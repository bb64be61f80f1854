import { ask } from '../../answers/questions.ts';
import type { HelpTopic } from '../../contract/feature.ts';
import type { Directory } from '../../domain/directory.ts';
import { calendarIntent } from './buttons.ts';

const findExampleGroup = ({ groups }: Directory) =>
  groups.find(({ kind }) => kind === 'board') ?? groups[0];

/** What people ask before, in and after a meeting. */
export const meetingsHelp: readonly HelpTopic[] = [
  {
    title: 'Meetings',
    job: 'meet',
    examples: ({ directory }) => {
      const group = findExampleGroup(directory)?.id ?? '';
      return [
        { title: 'when is my next meeting', ...ask('next_meeting') },
        {
          title: 'put my next meeting in my calendar',
          ...ask(calendarIntent, { meeting: 'next' }),
        },
        { title: 'whats on the agenda', ...ask('agenda', { group, meeting: 'next' }) },
        {
          title: 'what did we decide at the last board',
          ...ask('decisions_log', { group, meeting: 'last' }),
        },
      ];
    },
  },
  {
    title: 'In the meeting',
    job: 'meet',
    isForSharedChats: true,
    roles: ['administrator', 'chair'],
    examples: () => [
      { title: 'start attendance', ...ask('start_attendance', { meeting: 'this' }) },
      { title: 'record a decision', ...ask('record_decision') },
      { title: 'meeting summary', ...ask('meeting_summary') },
    ],
  },
  {
    title: 'Setting meetings up',
    job: 'set up',
    roles: ['administrator'],
    examples: ({ directory }) => {
      const group = findExampleGroup(directory);
      return [
        {
          title: `book a meeting of ${group?.name ?? 'the board'}`,
          ...ask('schedule_meeting', { group: group?.id ?? '' }),
        },
        {
          title: `this chat is for ${group?.name ?? 'the board'}`,
          ...ask('link_chat', { group: group?.id ?? '' }),
        },
      ];
    },
  },
];
