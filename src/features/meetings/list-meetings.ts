import { formatCount, formatList, pluralVerb } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { addDays, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { resolveYear, yearSpan } from '../../domain/partnership-year.ts';
import { rowOf, sourceOf } from './meeting-parts.ts';
import type { MeetingsView } from './meeting-views.ts';

const MAX_ROWS = 30;
const STATUSES = ['held', 'scheduled', 'postponed', 'cancelled'] as const;

/** Answers which meetings a year has, of one group or of all: held, to come, postponed and cancelled. */
export async function listMeetings(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const { directory } = asker;
  const { partnership } = directory;
  const { filters, args } = question;
  const today = ports.calendar.today(partnership.timeZone);
  const year = resolveYear(filters.year ?? 'current', today, partnership.yearStart);
  if (!year)
    return { text: `I do not know the year “${filters.year}”. Years are written like 2020-21.` };
  const group = filters.group ?? asker.home;
  const { from, to } = yearSpan(year, partnership.yearStart);
  const groups = group ? [group] : directory.groups.map(({ id }) => id);
  const found = (
    await Promise.all(groups.map((each) => ports.meetings.between(partnership.id, each, from, to)))
  ).flat();
  const wanted = found
    .filter(({ status }) => !args.mode || status === args.mode)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const whose = group ? ` of ${groupName(directory, group)}` : '';
  const text =
    wanted.length === 0 ? noneOf(args.mode, whose, year) : `${summary(wanted, whose, year)}`;
  const view: MeetingsView = {
    source: sourceOf(asker, ports),
    headline: `Meetings in ${year}`,
    facts: [],
    caption: '',
    rows: shownOf(wanted, today).map((meeting) => rowOf(meeting, directory, today)),
    suggestions: [
      'when is my next meeting',
      ...(year === filters.year ? [] : ['meetings next year']),
    ],
  };
  const plain = [text, ...view.rows.map(({ when, line }) => `${when}: ${line}.`)].join('\n');
  return {
    text,
    ...(wanted.length > 0 && { card: { name: 'meetings', view, plain } }),
    suggestions: view.suggestions,
    thread: { question },
  };
}

function noneOf(status: unknown, whose: string, year: string): string {
  return typeof status === 'string'
    ? `No meeting${whose} in ${year} was ${status}.`
    : `No meeting${whose} in ${year} is in the records.`;
}

/** “8 meetings of X in 2020-21: 6 held, 1 postponed and 1 cancelled.” */
function summary(meetings: readonly Meeting[], whose: string, year: string): string {
  const parts = STATUSES.flatMap((status) => {
    const many = meetings.filter((meeting) => meeting.status === status).length;
    return many > 0 ? [`${many} ${status}`] : [];
  });
  return `There ${pluralVerb(meetings.length, 'is', 'are')} ${formatCount(meetings.length, 'meeting')}${whose} in ${year}: ${formatList(parts)}.`;
}

/** As many as a card holds, around today. */
function shownOf(
  meetings: readonly Meeting[],
  today: ReturnType<typeof toDay>,
): readonly Meeting[] {
  const first = meetings.findIndex(({ startsAt }) => toDay(startsAt) >= addDays(today, -90));
  const from = Math.max(
    0,
    Math.min(first < 0 ? meetings.length : first, meetings.length - MAX_ROWS),
  );
  return meetings.slice(from, from + MAX_ROWS);
}
