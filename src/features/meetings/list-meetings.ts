import { ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { addDays, type Day, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { resolveYear, yearSpan } from '../../domain/partnership-year.ts';
import { myNextMeeting } from './buttons.ts';
import { meetingRow } from './meeting-answers.ts';

const MAX_ROWS = 30;
const STATUSES = ['held', 'scheduled', 'postponed', 'cancelled'] as const;

/** Answers which meetings a year has, of one group or of all: held, to come, postponed and cancelled. */
export async function listMeetings(request: Request, question: Question): Promise<Answer> {
  const { directory, today, home, ports } = request;
  const { partnership } = directory;
  const { filters, args } = question;
  const year = resolveYear(filters.year ?? 'current', today, partnership.yearStart);
  if (!year)
    return { text: `I do not know the year “${filters.year}”. Years are written like 2020-21.` };
  const group = filters.group ?? home;
  const { from, to } = yearSpan(year, partnership.yearStart);
  const groups = group ? [group] : directory.groups.map(({ id }) => id);
  const found = await Promise.all(
    groups.map((each) => ports.meetings.list(partnership.id, each, from, to)),
  );
  const wanted = found
    .flat()
    .filter(({ status }) => !args.mode || status === args.mode)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const whose = group ? ` of ${groupName(directory, group)}` : '';
  const shown = {
    heading: `Meetings in ${year}`,
    sections: [
      {
        rows: selectAroundToday(wanted, today).map((meeting) =>
          meetingRow(meeting, directory, today),
        ),
      },
    ],
  };
  return {
    text:
      wanted.length > 0 ? describeAll(wanted, whose, year) : describeNone(args.mode, whose, year),
    ...(wanted.length > 0 && shown),
    suggestions: [
      myNextMeeting,
      ...(year === filters.year
        ? []
        : [{ title: 'Meetings next year', ...ask('list_meetings', { year: 'next' }) }]),
    ],
    thread: { question },
  };
}

function describeNone(status: unknown, whose: string, year: string): string {
  return typeof status === 'string'
    ? `No meeting${whose} in ${year} was ${status}.`
    : `No meeting${whose} in ${year} is in the records.`;
}

/** “8 meetings of X in 2020-21: 6 held, 1 postponed and 1 cancelled.” */
function describeAll(meetings: readonly Meeting[], whose: string, year: string): string {
  const parts = STATUSES.flatMap((status) => {
    const many = meetings.filter((meeting) => meeting.status === status).length;
    return many > 0 ? [`${many} ${status}`] : [];
  });
  return `There ${pluralVerb(meetings.length, 'is', 'are')} ${formatCount(meetings.length, 'meeting')}${whose} in ${year}: ${formatList(parts)}.`;
}

/** As many as a card holds. */
function selectAroundToday(meetings: readonly Meeting[], today: Day): readonly Meeting[] {
  const first = meetings.findIndex(({ startsAt }) => toDay(startsAt) >= addDays(today, -90));
  const latest = meetings.length - MAX_ROWS;
  const from = Math.max(0, first < 0 ? latest : Math.min(first, latest));
  return meetings.slice(from, from + MAX_ROWS);
}
