import { attendanceConcerns } from '../attendance-concerns.ts';
import { toDay } from '../dates.ts';
import type { Attendance, Meeting } from '../meeting.ts';
import { makeNotices, type NoticeContext } from './make-notices.ts';
import type { Notice } from './notice.ts';
import { resolveRecipients } from './recipients.ts';
import { isInWindow, workingDaysFrom } from './steps.ts';

/** A register that is not closed: the working day after the meeting, then weekly. A meeting that was called off owes none. */
export function registerNotices(meeting: Meeting, context: NoticeContext): Notice[] {
  const { settings, window, bankHolidays, directory, steps } = context;
  if (meeting.status !== 'scheduled') return [];
  const heldOn = toDay(meeting.startsAt);
  const first = workingDaysFrom(heldOn, settings.registerAfter, bankHolidays);
  const { week } = steps;
  const step =
    week && week > first
      ? `week-${week}`
      : isInWindow(window, first)
        ? `after-${settings.registerAfter}`
        : undefined;
  if (!step) return [];
  const { id: about, group } = meeting;
  const recipients = resolveRecipients(settings.registerTo, { group }, directory);
  return makeNotices(recipients, { rule: 'register', about, dueOn: heldOn, step, group });
}

/** An agency that was absent from a meeting and those of its group before it. It is said when the register is closed. */
export function absenceNotices(
  closed: {
    readonly meeting: Meeting;
    readonly meetings: readonly Meeting[];
    readonly attendance: readonly Attendance[];
  },
  context: NoticeContext,
): Notice[] {
  const { settings, window, bankHolidays, directory } = context;
  const { id: about, group } = closed.meeting;
  return attendanceConcerns(closed.meetings, closed.attendance, window.today, bankHolidays).flatMap(
    (point) => {
      if (point.kind !== 'absent-without-deputy' || point.missed.length < settings.absencesInARow)
        return [];
      if (point.missed[0]?.id !== about) return [];
      const recipients = resolveRecipients(
        settings.absenceTo,
        { group, agency: point.agency },
        directory,
      );
      return makeNotices(recipients, { rule: 'absence', about, step: point.agency, group });
    },
  );
}
