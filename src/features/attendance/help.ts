import { ask } from '../../answers/questions.ts';
import type { HelpTopic } from '../../contract/feature.ts';

/** What people ask about attendance. */
export const attendanceHelp: readonly HelpTopic[] = [
  {
    title: 'Attendance',
    job: 'meet',
    examples: ({ directory: { groups, agencies } }) => {
      const group = (groups.find(({ kind }) => kind === 'board') ?? groups[0])?.id ?? '';
      const agency = agencies.find(({ kind }) => kind === 'statutory');
      return [
        {
          title: 'board attendance this year',
          ...ask('attendance_summary', { group, year: 'current' }),
        },
        {
          title: 'who missed the last board',
          ...ask('attendance_missing', { group, meeting: 'last' }),
        },
        ...(agency
          ? [
              {
                title: `attendance of ${agency.name}`,
                ...ask('attendance_agency', { agency: agency.id }),
              },
            ]
          : []),
      ];
    },
  },
];
