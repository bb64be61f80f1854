import type { Feature } from '../../contract/feature.ts';
import {
  attendanceAgencyPhrases,
  attendanceMeetingPhrases,
  attendanceMissingPhrases,
  attendanceSummaryPhrases,
} from './phrases.ts';
import { showAgency } from './show-agency.ts';
import { showMeeting } from './show-meeting.ts';
import { showMissing } from './show-missing.ts';
import { showTable } from './show-table.ts';

/** Questions about who came: to one meeting, to none of the last few, one agency's year, and the year's table. */
export const attendanceAnswers: Feature = {
  name: 'attendance answers',
  intents: [
    {
      name: 'attendance_meeting',
      label: 'Who came to a meeting',
      phrases: attendanceMeetingPhrases,
      answer: showMeeting,
    },
    {
      name: 'attendance_missing',
      label: 'Who was missing',
      phrases: attendanceMissingPhrases,
      answer: showMissing,
    },
    {
      name: 'attendance_agency',
      label: 'Its attendance',
      phrases: attendanceAgencyPhrases,
      answer: showAgency,
    },
    {
      name: 'attendance_summary',
      label: 'Attendance of all',
      phrases: attendanceSummaryPhrases,
      answer: showTable,
    },
  ],
  submissions: [],
};
