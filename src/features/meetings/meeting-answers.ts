import { formatAdministrators } from '../../answers/access-words.ts';
import { formatMeetingKind } from '../../answers/meeting-kind.ts';
import { formatTime } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { formatCount, formatList, sentenceCase } from '../../answers/words.ts';
import type { Answer, AnswerRow, Fact } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MeetingRefusal } from '../../domain/meeting-commands.ts';
import { nextAgenda } from '../agendas/buttons.ts';
import { allMeetings, calendarButton, nextMeetingButton } from './buttons.ts';

/** What was done with meetings of one group, on a card that takes the place of the form. */
export function meetingsChanged(
  { directory, today }: Request,
  meetings: readonly [Meeting, ...Meeting[]],
  done: string,
  more = '',
): Answer {
  const [first] = meetings;
  const name = groupName(directory, first.group);
  const when = formatList(meetings.map(({ startsAt }) => formatTime(startsAt, today)));
  const what =
    meetings.length > 1
      ? `${meetings.length} meetings of ${name}`
      : `the ${formatMeetingKind(first)} of ${name}`;
  const text = `${done}: ${what}, ${when}.${more}`;
  return {
    text,
    heading: formatTime(first.startsAt, today),
    sentence: text,
    sections: [
      { facts: meetingFacts(first, directory) },
      ...(meetings.length === 1
        ? [{ buttons: [calendarButton(first.id, calendarTitle(done))] }]
        : []),
    ],
    suggestions: [nextMeetingButton(first.group), nextAgenda(first.group)],
  };
}

/** A meeting that was moved or called off is in calendars already. */
const calendarTitle = (done: string): string =>
  done === 'Set up' ? 'Add to my calendar' : 'Update my calendar';

/** What one needs to know of one meeting. */
export function meetingFacts(
  { group, kind, minutes, place }: Meeting,
  directory: Directory,
): Fact[] {
  const expected = directory.memberships.filter((membership) => membership.group === group);
  const core = expected.filter(({ expectation }) => expectation === 'core');
  const asked = expected.filter(({ expectation }) => expectation === 'when-required');
  const facts: [string, string | undefined][] = [
    ['Group', groupName(directory, group)],
    ['Kind', kind === 'ordinary' ? undefined : `${sentenceCase(kind)} meeting`],
    ['Place', place],
    ['Length', formatCount(minutes, 'minute')],
    ['Chair', directory.groups.find(({ id }) => id === group)?.chairRole],
    ['Expected', core.length > 0 ? formatCount(core.length, 'agency', 'agencies') : undefined],
    ['If required', formatList(asked.map(({ agency }) => agencyName(directory, agency)))],
  ];
  return facts.flatMap(([title, value]) => (value ? [{ title, value }] : [])).slice(0, 5);
}

/** A meeting in a list. One that will not take place, or did, says so. */
export function meetingRow(
  { group, startsAt, kind, status }: Meeting,
  directory: Directory,
  today: Day,
): AnswerRow {
  const line = [
    groupName(directory, group),
    kind === 'ordinary' ? '' : kind,
    status === 'scheduled' ? '' : status,
  ];
  return {
    title: formatTime(startsAt, today),
    line: line.filter(Boolean).join(' · '),
    opens: opensMeeting({ group, startsAt, status }),
  };
}

/** Who came to a meeting that was held, the agenda of one that will be. */
function opensMeeting({ group, startsAt, status }: Pick<Meeting, 'group' | 'startsAt' | 'status'>) {
  const on = toDay(startsAt);
  if (status === 'held') return ask('attendance_meeting', { group }, { on });
  return status === 'scheduled' ? ask('agenda', { group }, { on }) : nextAgenda(group);
}

const NOT_CHANGED: Readonly<Record<MeetingRefusal, string>> = {
  'in-the-past': 'That day has passed.',
  'not-a-working-day': 'That day is at the weekend or a bank holiday.',
  'already-scheduled': 'The group meets at that very time already.',
  'reason-missing': 'Please give a reason: it is kept with the meeting.',
  'nothing-to-change': 'That is when it takes place already.',
  'already-held': 'That meeting has been held.',
  'already-cancelled': 'That meeting is cancelled already. To hold it after all, move it to a day.',
  'already-postponed': 'That meeting is postponed already. To hold it, move it to a day.',
};

/** Why a meeting cannot be changed so, and what would be needed. */
export const describeRefusal = (refusal: MeetingRefusal): string => NOT_CHANGED[refusal];

/** The meeting was not changed: why, and what would be needed. */
export const refuseMeetingChange = (refusal: MeetingRefusal): Answer => ({
  text: `Nothing was recorded. ${NOT_CHANGED[refusal]}`,
});

export const unreadableTime: Answer = {
  text: 'Nothing was recorded. Please give a day, and a time such as 14:00 or 2pm.',
};

/** Only administrators set meetings up: who they are. */
export function refuseAccess({ directory }: Pick<Request, 'directory'>): Answer {
  return {
    text: `Nothing was recorded: meetings are set up and moved by administrators. Please ask ${formatAdministrators(directory)}.`,
    refused: 'access',
  };
}

export function noSuchMeeting({ directory }: Request, group: string | undefined): Answer {
  const text = group
    ? `No such meeting of ${groupName(directory, group)} is in the records.`
    : 'Which meeting do you mean? Say the group, and the month or the day.';
  return { text, suggestions: [allMeetings] };
}
