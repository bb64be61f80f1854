import type { Feature } from '../feature.ts';
import { checkQuorum } from './check-quorum.ts';
import {
  addGuest,
  closeRegister,
  correctRegister,
  inviteAgency,
  markJoined,
  markOther,
  proceedInquorate,
} from './keep-register.ts';
import { hearMeetingEvent } from './meeting-events.ts';
import { giveApologiesPhrases, quorumPhrases, sendDeputyPhrases, startAttendancePhrases } from './phrases.ts';
import { comeAsDeputy, comeMyself, excuseMyself, leave, showRollCall } from './press-roll-call.ts';
import { excuse, send } from './record-beforehand.ts';
import { drawRollCall, ROLL_CALL } from './roll-call.ts';
import { giveApologies, sendDeputy } from './say-beforehand.ts';
import { startAttendance } from './start-attendance.ts';

/** The register of a meeting: who is there, for whom, and whether the meeting may decide. */
export const attendance: Feature = {
  name: 'attendance',
  intents: [
    { name: 'quorum_check', label: 'Whether we are quorate', phrases: quorumPhrases, answer: checkQuorum },
    { name: 'start_attendance', label: 'Opening a register', phrases: startAttendancePhrases, answer: startAttendance },
    { name: 'give_apologies', label: 'Giving apologies', phrases: giveApologiesPhrases, answer: giveApologies },
    { name: 'send_deputy', label: 'Sending a deputy', phrases: sendDeputyPhrases, answer: sendDeputy },
  ],
  submissions: [
    { verb: 'attendance.show', handle: showRollCall },
    { verb: 'attendance.here', handle: comeMyself },
    { verb: 'attendance.deputy', handle: comeAsDeputy },
    { verb: 'attendance.apologies', handle: excuseMyself },
    { verb: 'attendance.leave', handle: leave },
    { verb: 'attendance.excuse', handle: excuse },
    { verb: 'attendance.send', handle: send },
    { verb: 'register.mark', handle: markOther },
    { verb: 'register.guest', handle: addGuest },
    { verb: 'register.invite', handle: inviteAgency },
    { verb: 'register.joined', handle: markJoined },
    { verb: 'register.proceed', handle: proceedInquorate },
    { verb: 'register.close', handle: closeRegister },
    { verb: 'register.correct', handle: correctRegister },
  ],
  meetingEvents: [hearMeetingEvent],
  live: [{ kind: ROLL_CALL, draw: drawRollCall }],
};
