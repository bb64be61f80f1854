import { openButton } from '../../answers/notice-answer.ts';
import { describeReason } from '../../answers/notice-words.ts';
import { ask } from '../../answers/questions.ts';
import type { NoticeSource, StoreContext } from '../../contract/notice.ts';
import {
  addresseesSetting,
  meetingsSetting,
  workingDaysSetting,
} from '../../contract/notice-settings.ts';
import { attendanceConcerns } from '../../domain/attendance-concerns.ts';
import type { BankHolidays } from '../../domain/bank-holidays.ts';
import { formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { stepAfter } from '../../domain/notices/owed-steps.ts';
import { resolveRecipients } from '../../domain/notices/recipients.ts';
import { notHeldButton } from '../meetings/buttons.ts';
import { openRegister } from './open-register.ts';
import { recentMeetings } from './queries.ts';

const registerSettings = {
  registerAfter: workingDaysSetting(1),
  registerTo: addresseesSetting('group-chair', 'administrators'),
};

/** A register that is not closed: the working day after the meeting, then weekly. A meeting that was called off owes none. */
export const registerNotClosed: NoticeSource<Meeting, typeof registerSettings> = {
  rule: 'register',
  label: 'register not closed',
  listedAs: 'a register',
  priorityClass: 'ordinary',
  whenInDoubt: 'repeat',
  settings: registerSettings,
  find: ({ directory, window, ports }) =>
    ports.meetings.listUnclosed(
      directory.partnership.id,
      directory.groups.map(({ id }) => id),
      window.today,
    ),
  load: async (about, { directory, ports }) =>
    (await ports.meetings.find(directory.partnership.id, about))?.meeting,
  owed({ id: about, group, startsAt, status }, context) {
    const dueOn = toDay(startsAt);
    const step =
      status === 'scheduled' && stepAfter(dueOn, context.settings.registerAfter, context);
    return step ? [{ about, dueOn, step, group }] : [];
  },
  recipients: ({ group }, _step, { settings, directory }) =>
    resolveRecipients(settings.registerTo, { group }, directory),
  item({ reason }, meeting, { directory, today }) {
    const heldOn = formatDay(toDay(meeting.startsAt), today);
    const group = groupName(directory, meeting.group);
    const opens = openRegister.press({ meeting: meeting.id });
    return {
      section: 'to-look-into',
      ref: group,
      title: meeting.title,
      headline: `The register of ${group} on ${heldOn} is not closed`,
      standing: `register of ${heldOn} not closed`,
      colour: 'warning',
      reason: describeReason(reason, directory),
      opens,
      buttons: [
        { ...openButton(opens), title: 'Open the register' },
        ...(reason.kind === 'administrator' ? [notHeldButton(meeting.id)] : []),
      ],
    };
  },
};

/** A meeting whose register was closed, with those of its group before it. */
interface ClosedMeeting {
  readonly meeting: Meeting;
  readonly meetings: readonly Meeting[];
  readonly attendance: readonly Attendance[];
}

const absenceSettings = {
  absencesInARow: meetingsSetting(2),
  absenceTo: addresseesSetting('group-chair', 'agency-lead'),
};

/** An agency that was absent from a meeting and those of its group before it. It is told when the register is closed. */
export const agencyAbsent: NoticeSource<ClosedMeeting, typeof absenceSettings> = {
  rule: 'absence',
  label: 'absent again',
  listedAs: 'an absence',
  priorityClass: 'ordinary',
  whenInDoubt: 'repeat',
  settings: absenceSettings,
  async find(context) {
    const { directory, window, ports } = context;
    const { from = window.today, today } = window;
    const closed = await ports.meetings.listClosed(directory.partnership.id, from, today);
    return Promise.all(closed.map((meeting) => withEarlier(meeting, context)));
  },
  async load(about, context) {
    const stored = await context.ports.meetings.find(context.directory.partnership.id, about);
    return stored && withEarlier(stored.meeting, context);
  },
  owed(closed, { settings, window, bankHolidays }) {
    const { id: about, group } = closed.meeting;
    return absences(closed, window.today, bankHolidays)
      .filter(({ missed }) => missed.length >= settings.absencesInARow && missed[0]?.id === about)
      .map(({ agency }) => ({ about, step: agency, group }));
  },
  recipients: (_closed, { step: agency, group }, { settings, directory }) =>
    resolveRecipients(settings.absenceTo, { group, agency }, directory),
  item({ reason, step }, closed, { directory, today, bankHolidays }) {
    const point = absences(closed, today, bankHolidays).find(({ agency }) => agency === step);
    if (!point) return undefined;
    const agency = agencyName(directory, step);
    const group = groupName(directory, closed.meeting.group);
    const missed = `missed the last ${point.missed.length} meetings`;
    const opens = ask('attendance_agency', { agency: step, group: closed.meeting.group });
    return {
      section: 'to-look-into',
      ref: agency,
      title: group,
      headline: `${agency} ${missed} of ${group}`,
      standing: missed,
      colour: 'warning',
      reason: describeReason(reason, directory),
      opens,
      buttons: [openButton(opens)],
    };
  },
};

async function withEarlier(
  meeting: Meeting,
  { directory, window, ports }: StoreContext,
): Promise<ClosedMeeting> {
  const recent = await recentMeetings(directory.partnership.id, meeting.group, window.today, ports);
  return { meeting, ...recent };
}

function absences(
  { meetings, attendance }: ClosedMeeting,
  ...today: [day: Parameters<typeof attendanceConcerns>[2], bankHolidays: BankHolidays]
) {
  return attendanceConcerns(meetings, attendance, ...today).filter(
    (point) => point.kind === 'absent-without-deputy',
  );
}
