import { offeredBy } from '../../answers/describe-question.ts';
import type { Feature } from '../../contract/feature.ts';
import { attendanceFile } from './attendance-file.ts';
import { checkQuorum } from './check-quorum.ts';
import { closeRegister, correctRegister } from './close-register.ts';
import { comeAsDeputy } from './come-as-deputy.ts';
import { confirmClaims, refuseClaim } from './confirm-seats.ts';
import { missedInARow, openRegisters, rarelyFilledSeats } from './findings.ts';
import { attendanceHelp } from './help.ts';
import {
  addGuest,
  inviteAgency,
  markJoined,
  markOther,
  proceedInquorate,
} from './keep-register.ts';
import { giveApologies, markLeft, markPresent } from './mark-attendance.ts';
import { markRoom, proposeRoom } from './mark-room.ts';
import { handleMeetingEvent } from './meeting-events.ts';
import messages from './messages.json' with { type: 'json' };
import { agencyAbsent, registerNotClosed } from './notices.ts';
import { offerUndo } from './offer-undo.ts';
import { drawRollCall, openRegister, showRollCall, startAttendance } from './open-register.ts';
import {
  giveApologiesPhrases,
  markRoomPhrases,
  quorumPhrases,
  sendDeputyPhrases,
  startAttendancePhrases,
} from './phrases.ts';
import {
  attendanceAgencyPhrases,
  attendanceMeetingPhrases,
  attendanceMissingPhrases,
  attendanceSummaryPhrases,
} from './question-phrases.ts';
import { attendanceSection } from './report-section.ts';
import { ROLL_CALL } from './roll-call.ts';
import {
  excusesOthers,
  proposeApologies,
  proposeDeputy,
  sendApologies,
  sendDeputy,
} from './send-apologies.ts';
import { showAgency } from './show-agency.ts';
import { showMeeting } from './show-meeting.ts';
import { showMissing } from './show-missing.ts';
import { comeAfterAll, proposeComing } from './take-back-apologies.ts';
import { proposeReopening, reopenRegister, undoClosing, undoMark } from './undo-register.ts';
import { showYearlyTable } from './yearly-table.ts';

/**
 * Who comes: the register of a meeting, whether it may decide, and questions about one meeting, one agency or a year.
 */
export const attendance: Feature = {
  name: 'attendance',
  reportSections: [attendanceSection],
  findings: [missedInARow, openRegisters, rarelyFilledSeats],
  messages,
  files: [attendanceFile],
  intents: [
    {
      name: 'attendance_meeting',
      label: 'Who came to a meeting',
      offered: ({ filters, args }) => ((args.on ?? filters.meeting) ? 'who came' : undefined),
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
      label: 'Attendance',
      offered: offeredBy('field', {
        lastSeen: 'when they last came',
        missed: 'meetings they missed',
      }),
      phrases: attendanceAgencyPhrases,
      answer: showAgency,
    },
    {
      name: 'attendance_summary',
      label: 'Attendance of everyone',
      phrases: attendanceSummaryPhrases,
      answer: showYearlyTable,
    },
    {
      name: 'quorum_check',
      label: 'Whether we are quorate',
      offered: ({ filters }) =>
        filters.meeting === 'last' ? 'whether we were quorate' : undefined,
      phrases: quorumPhrases,
      answer: checkQuorum,
    },
    {
      name: 'start_attendance',
      label: 'Open a register',
      phrases: startAttendancePhrases,
      answer: (request, question) =>
        question.args.mode === 'reopen'
          ? proposeReopening(request, question)
          : startAttendance(request, question),
    },
    {
      name: 'mark_room',
      label: 'Mark everybody present',
      offered: ({ args }) => (args.here || args.excused ? 'mark who is here' : undefined),
      phrases: markRoomPhrases,
      answer: proposeRoom,
    },
    {
      name: 'give_apologies',
      label: 'Send apologies',
      phrases: giveApologiesPhrases,
      answer: (request, question) => {
        if (question.args.mode === 'coming') return proposeComing(request, question);
        return excusesOthers(request, question)
          ? proposeRoom(request, question)
          : proposeApologies(request, question);
      },
    },
    {
      name: 'send_deputy',
      label: 'Send a deputy',
      phrases: sendDeputyPhrases,
      answer: proposeDeputy,
    },
  ],
  actions: [
    showRollCall,
    offerUndo(markPresent),
    offerUndo(comeAsDeputy),
    offerUndo(giveApologies),
    offerUndo(markLeft),
    sendApologies,
    sendDeputy,
    comeAfterAll,
    openRegister,
    offerUndo(markOther),
    offerUndo(addGuest),
    offerUndo(inviteAgency),
    offerUndo(markJoined),
    offerUndo(confirmClaims),
    offerUndo(refuseClaim),
    offerUndo(proceedInquorate),
    offerUndo(closeRegister),
    correctRegister,
    offerUndo(markRoom),
    reopenRegister,
    undoClosing,
    undoMark,
  ],
  meetingEvents: [handleMeetingEvent],
  notices: [registerNotClosed, agencyAbsent],
  live: [{ kind: ROLL_CALL, draw: drawRollCall }],
  help: attendanceHelp,
};
