import { ask } from '../../answers/questions.ts';
import { shortName } from '../../answers/short-name.ts';
import { formatList } from '../../answers/words.ts';
import type { Finding, FindingContext, FindingSource } from '../../contract/finding.ts';
import { attendanceConcerns } from '../../domain/attendance-concerns.ts';
import { formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import { DRIFT, isRarelyFilled } from '../../domain/drift.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { recentMeetings } from './queries.ts';

/** The concern of {@link describeConcerns}, as findings of drift. */
export const missedInARow: FindingSource = {
  rule: 'agency-missed-in-a-row',
  kind: 'attendance',
  why: 'An agency that is expected at a group missed its last two meetings or more, and sent no deputy, with or without apologies. Seats of one person and of those who come when required have a rule of their own.',
  find: (context) =>
    overGroups(context, ({ meetings, attendance }, group) =>
      attendanceConcerns(meetings, attendance, context.today, context.bankHolidays).flatMap(
        (concern) =>
          concern.kind === 'absent-without-deputy' && !isLooseSeat(context, group, concern.agency)
            ? [toMissed(context, group, concern.agency, concern.missed)]
            : [],
      ),
    ),
};

export const openRegisters: FindingSource = {
  rule: 'register-open',
  kind: 'meetings',
  why: 'A register is not closed two working days after its meeting. Meetings that were imported as held, of which no register is kept, do not count.',
  find: (context) =>
    overGroups(context, ({ meetings, attendance }, group) =>
      attendanceConcerns(meetings, attendance, context.today, context.bankHolidays).flatMap(
        (concern): Finding[] => {
          if (concern.kind !== 'register-not-closed') return [];
          const on = toDay(concern.meeting.startsAt);
          return [
            {
              subject: concern.meeting.id,
              level: 'warn',
              figure: 1,
              since: on,
              sentence: `The register of ${shortGroup(context.directory, group)} on ${formatDay(on, context.today)} is not closed`,
              group,
              rows: [concern.meeting.id],
              opens: { title: 'The meeting', ...ask('attendance_meeting', { group, meeting: on }) },
            },
          ];
        },
      ),
    ),
};

/** Seats that are not of an agency which must come: the lay person, the councillor, and those asked when required. */
export const rarelyFilledSeats: FindingSource = {
  rule: 'seat-rarely-filled',
  kind: 'attendance',
  why: `The seat of a lay person, a councillor or an agency that comes when required was filled at less than half of the last ${DRIFT.seatMeetings} meetings at which it was expected.`,
  find: (context) =>
    overGroups(context, ({ meetings, attendance }, group) => {
      const held = meetings.filter(({ status }) => status === 'held').toReversed();
      const agencies = [...new Set(attendance.map(({ agency }) => agency))];
      return agencies
        .filter((agency) => isLooseSeat(context, group, agency))
        .flatMap((agency): Finding[] => {
          const lines = held.flatMap(
            ({ id }) =>
              attendance.find((each) => each.meetingId === id && each.agency === agency) ?? [],
          );
          const filled = lines.map(isFilled);
          const missed = lines.slice(0, DRIFT.seatMeetings).filter((line) => !isFilled(line));
          const first = held.find(({ id }) => id === missed.at(-1)?.meetingId);
          return isRarelyFilled(filled)
            ? [
                {
                  subject: `${group}:${agency}`,
                  level: 'warn',
                  figure: missed.length,
                  ...(first && { since: toDay(first.startsAt) }),
                  sentence: `${agencyName(context.directory, agency)} was at ${DRIFT.seatMeetings - missed.length || 'none'} of the last ${DRIFT.seatMeetings} meetings of ${shortGroup(context.directory, group)}`,
                  group,
                  agencies: [agency],
                  rows: missed.map(({ meetingId }) => meetingId),
                  opens: { title: 'Attendance', ...ask('attendance_agency', { agency, group }) },
                },
              ]
            : [];
        });
    }),
};

function toMissed(
  { directory, today }: FindingContext,
  group: string,
  agency: string,
  missed: readonly Meeting[],
): Finding {
  const days = missed.map(({ startsAt }) => toDay(startsAt));
  const when =
    days.length > 3
      ? `the latest on ${formatDay(days[0] as (typeof days)[number], today)}`
      : formatList(days.map((each) => formatDay(each, today)));
  return {
    subject: `${group}:${agency}`,
    level: missed.length > 2 ? 'alert' : 'warn',
    figure: missed.length,
    sentence: `${agencyName(directory, agency)} missed the last ${missed.length} meetings of ${shortGroup(directory, group)} without a deputy: ${when}`,
    ...(days.at(-1) && { since: days.at(-1) }),
    group,
    agencies: [agency],
    rows: missed.map(({ id }) => id),
    opens: { title: 'Attendance', ...ask('attendance_agency', { agency, group }) },
  };
}

/** As it is said in a list, `QPPA`. */
const shortGroup = (directory: Directory, group: string): string =>
  shortName(groupName(directory, group), directory.groups);

const isFilled = ({ attended }: Attendance): boolean =>
  attended === 'present' || attended === 'deputy';

/** The lay person and the councillor are agencies of one person in the records. */
function isLooseSeat({ directory }: FindingContext, group: string, agency: string): boolean {
  const { expectation } =
    directory.memberships.find((each) => each.group === group && each.agency === agency) ?? {};
  const { kind } = directory.agencies.find(({ id }) => id === agency) ?? {};
  return expectation === 'when-required' || (kind === 'attendee' && expectation === 'core');
}

type Recent = Awaited<ReturnType<typeof recentMeetings>>;

async function overGroups(
  { directory, today, ports }: FindingContext,
  look: (recent: Recent, group: string) => readonly Finding[],
) {
  const going = directory.groups.filter(({ endsOn }) => !endsOn || endsOn >= today);
  const found = await Promise.all(
    going.map(async ({ id }) =>
      look(await recentMeetings(directory.partnership.id, id, today, ports), id),
    ),
  );
  return { findings: found.flat() };
}
