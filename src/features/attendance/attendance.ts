import type { Feature } from '../../contract/feature.ts';
import { checkQuorum } from './check-quorum.ts';
import { attendanceHelp } from './help.ts';
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
import {
  giveApologiesPhrases,
  quorumPhrases,
  sendDeputyPhrases,
  startAttendancePhrases,
} from './phrases.ts';
import { comeAsDeputy, comeMyself, excuseMyself, leave, showRollCall } from './press-roll-call.ts';
import { excuse, send } from './record-beforehand.ts';
import { drawRollCall, ROLL_CALL } from './roll-call.ts';
import { giveApologies, sendDeputy } from './say-beforehand.ts';
import { openRegisterOf, startAttendance } from './start-attendance.ts';

/** The register of a meeting: who is there, for whom, and whether the meeting may decide. */
export const attendance: Feature = {
  name: 'attendance',
  intents: [
    {
      name: 'quorum_check',
      label: 'Whether we are quorate',
      phrases: quorumPhrases,
      answer: checkQuorum,
    },
    {
      name: 'start_attendance',
      label: 'Opening a register',
      phrases: startAttendancePhrases,
      answer: startAttendance,
    },
    {
      name: 'give_apologies',
      label: 'Giving apologies',
      phrases: giveApologiesPhrases,
      answer: giveApologies,
    },
    {
      name: 'send_deputy',
      label: 'Sending a deputy',
      phrases: sendDeputyPhrases,
      answer: sendDeputy,
    },
  ],
  submissions: [
    { verb: 'attendance.show', access: 'meetings.read', handle: showRollCall },
    { verb: 'attendance.here', access: 'own', handle: comeMyself },
    { verb: 'attendance.deputy', access: 'own', handle: comeAsDeputy },
    { verb: 'attendance.apologies', access: 'own', handle: excuseMyself },
    { verb: 'attendance.leave', access: 'own', handle: leave },
    { verb: 'attendance.excuse', access: 'own', handle: excuse },
    { verb: 'attendance.send', access: 'own', handle: send },
    { verb: 'register.mark', access: 'registers.keep', handle: markOther },
    { verb: 'register.guest', access: 'registers.keep', handle: addGuest },
    { verb: 'register.invite', access: 'registers.keep', handle: inviteAgency },
    { verb: 'register.joined', access: 'registers.keep', handle: markJoined },
    { verb: 'register.proceed', access: 'registers.proceed', handle: proceedInquorate },
    { verb: 'register.close', access: 'registers.keep', handle: closeRegister },
    { verb: 'register.correct', access: 'registers.keep', handle: correctRegister },
  ],
  commands: [{ name: 'register', handle: openRegisterOf }],
  meetingEvents: [hearMeetingEvent],
  live: [
    { kind: ROLL_CALL, draw: ({ directory, ports }, id) => drawRollCall(directory, id, ports) },
  ],
  help: attendanceHelp,
};
