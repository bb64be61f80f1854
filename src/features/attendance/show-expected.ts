import { ask } from '../../answers/questions.ts';
import { formatList, pluralVerb } from '../../answers/words.ts';
import type { Answer, State } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay, parseDay, toDay } from '../../domain/dates.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import { resolveDueRange } from '../../domain/due-range.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { type Period, parseMonthAsked } from '../../domain/period.ts';
import { registerSeats, type Seat } from '../../domain/register.ts';
import { findMeetingsBetween, findNextOf } from '../meetings/queries.ts';
import { attendanceCard } from './attendance-card.ts';
import { agencyAttendance, lastMeetingAttendance } from './buttons.ts';
import { registerOrNew } from './change-register.ts';
import { describeMeeting, listAgencies } from './describe-attendance.ts';
import { resolveGroups } from './find-meeting.ts';
import { showOpenRegister } from './show-open-register.ts';

/** So many meetings are answered for at once: “is the police coming next week”. */
const MAX_MEETINGS = 3;

/** “who's coming on thursday”: whether the question is about a meeting still to come. */
export const asksWhoIsComing = ({ args }: Question): boolean => args.tense === 'coming';

/**
 * Answers who is expected at a meeting still to come, who has sent apologies and who sends a deputy; or that of one agency.
 * Nobody says beforehand that they come, so whoever has sent no apologies is expected.
 */
export async function showExpected(
  request: Request,
  question: Question,
  agency?: string,
): Promise<Answer> {
  const { today, ports, directory } = request;
  const found = await findComing(request, question);
  if ('answer' in found) return found.answer;
  const [first, ...others] = found.meetings;
  const stored = await ports.registers.find(directory.partnership.id, first.id);
  if (stored?.register.status === 'open' && toDay(first.startsAt) <= today && !agency)
    return showOpenRegister(request, question, first, false);
  const texts = await Promise.all(
    found.meetings.map((meeting) => describeExpected(request, meeting, agency)),
  );
  const card =
    agency || others.length > 0
      ? {}
      : attendanceCard({
          about: groupName(directory, first.group),
          heading: `Expected on ${formatDay(toDay(first.startsAt), today)}`,
          sections: [
            {
              rows: (await findSeats(request, first)).map((seat) => seatRow(request, first, seat)),
            },
          ],
          isCounted: false,
        });
  return {
    text: texts.join(' '),
    ...card,
    suggestions: [lastMeetingAttendance(first.group)],
    thread: { question },
  };
}

/** The meetings still to come that are meant: of a day, a week or a month, else the next. */
async function findComing(
  request: Request,
  question: Question,
): Promise<{ readonly meetings: readonly [Meeting, ...Meeting[]] } | { readonly answer: Answer }> {
  const { today } = request;
  const { group } = question.filters;
  const period = periodMeant(question, request);
  if (!period) {
    const next = await findNextOf(request, resolveGroups(request, question));
    return next ? { meetings: [next] } : { answer: await noneComing(request, question) };
  }
  const all = await findMeetingsBetween(request, group ?? request.home, period);
  const [first, ...others] = all
    .filter(({ status, startsAt }) => status === 'scheduled' && toDay(startsAt) >= today)
    .slice(0, MAX_MEETINGS);
  return first
    ? { meetings: [first, ...others] }
    : { answer: await noneComing(request, question, period, all) };
}

function periodMeant({ filters, args }: Question, { today }: Request): Period | undefined {
  const on = parseDay(args.on);
  if (on) return { from: on, to: on };
  const month = parseMonthAsked(String(args.range ?? filters.meeting), today, 'next');
  if (month) return month;
  const span = typeof args.range === 'string' ? resolveDueRange(args.range, today) : undefined;
  return span?.to && { from: span.from ?? today, to: span.to };
}

/** No meeting of that day, or the one there was is called off; and when the next is. */
async function noneComing(
  request: Request,
  question: Question,
  period?: Period,
  all: readonly Meeting[] = [],
): Promise<Answer> {
  const { directory, today } = request;
  const { group } = question.filters;
  const groups = group ? [group] : directory.groups.map(({ id }) => id);
  const next = await findNextOf(request, groups);
  const [calledOff] = all.filter(({ status }) => status === 'cancelled' || status === 'postponed');
  const when = period && describePeriod(period, today);
  const none = calledOff
    ? `${describeMeeting(calledOff, directory, today)} was ${calledOff.status}.`
    : `No meeting${group ? ` of ${groupName(directory, group)}` : ''} ${when ? `is in the records ${when}` : 'is still to come in the records'}.`;
  return {
    text: next
      ? `${none} The next is ${group ? `on ${formatDay(toDay(next.startsAt), today)}` : describeMeeting(next, directory, today)}.`
      : none,
    suggestions: next
      ? [
          {
            title: 'Who is coming to it',
            ...ask(
              'attendance_meeting',
              { group: next.group },
              { tense: 'coming', on: toDay(next.startsAt) },
            ),
          },
        ]
      : [lastMeetingAttendance(group)],
  };
}

const describePeriod = ({ from, to }: Period, today: Request['today']): string =>
  from === to
    ? `on ${formatDay(from, today)}`
    : `from ${formatDay(from, today)} to ${formatDay(to, today)}`;

async function findSeats({ directory, ports }: Request, meeting: Meeting): Promise<Seat[]> {
  const stored = await ports.registers.find(directory.partnership.id, meeting.id);
  return registerSeats(registerOrNew(stored?.register, meeting, directory));
}

/** The deputy whom somebody of an agency has named with their apologies. */
const deputyOf = ({ marks }: Seat): string | undefined =>
  marks.find(({ status, name }) => status === 'apologies' && name)?.name;

const hasApologised = (seat: Seat): boolean => seat.status === 'apologies' && !deputyOf(seat);

/** “6 of 7 agencies are expected at the board on Wed 12 May; the trust has sent apologies.” */
async function describeExpected(
  request: Request,
  meeting: Meeting,
  agency: string | undefined,
): Promise<string> {
  const { directory, today } = request;
  const where = describeMeeting(meeting, directory, today);
  const seats = await findSeats(request, meeting);
  if (agency) {
    const seat = seats.find((each) => each.agency === agency);
    return `${agencyName(directory, agency)} ${describeSeat(seat)} ${where}.`;
  }
  const away = seats.filter(hasApologised).map((each) => each.agency);
  const deputies = seats.flatMap((seat) => {
    const deputy = deputyOf(seat);
    return deputy ? `${agencyName(directory, seat.agency)} sends a deputy, ${deputy}` : [];
  });
  const expected = seats.length - away.length;
  const apologies =
    away.length > 0
      ? `${listAgencies(away, directory)} ${pluralVerb(away.length, 'has', 'have')} sent apologies`
      : 'nobody has sent apologies so far';
  const all = away.length > 0 ? `${expected} of ${seats.length}` : `All ${seats.length}`;
  return `${all} agencies are expected at ${where}; ${formatList([apologies, ...deputies])}.`;
}

function describeSeat(seat: Seat | undefined): string {
  if (!seat) return 'has no seat at';
  const deputy = deputyOf(seat);
  if (deputy) return `sends a deputy, ${deputy}, to`;
  return hasApologised(seat)
    ? 'has sent apologies for'
    : 'has sent no apologies so far, so it is expected at';
}

function seatRow({ directory }: Request, { group }: Meeting, seat: Seat) {
  const deputy = deputyOf(seat);
  const state: State = hasApologised(seat)
    ? { words: 'apologies', colour: 'default' }
    : { words: deputy ? 'deputy expected' : 'expected', colour: 'good' };
  return {
    title: agencyName(directory, seat.agency),
    state,
    line: deputy ?? '',
    opens: agencyAttendance(seat.agency, group),
  };
}
