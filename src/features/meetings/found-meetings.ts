import { ask } from '../../answers/questions.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { addDays, type Day, toDay } from '../../domain/dates.ts';
import { type Directory, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { myNextMeeting } from './buttons.ts';
import { type AskedPeriod, readAskedPeriod } from './period.ts';

const MAX_ROWS = 30;

/** The meetings in which a question looks, by their time. */
export interface FoundMeetings {
  readonly meetings: readonly Meeting[];
  readonly period: AskedPeriod;
  /** ` of X`; empty for all groups. */
  readonly whose: string;
}

/** Reads the meetings of the days asked for: of one group, or of all. */
export async function findMeetings(
  request: Request,
  { filters, args }: Question,
): Promise<FoundMeetings | { readonly answer: Answer }> {
  const { directory, home, ports } = request;
  const periods = readAskedPeriod(request, { filters, args });
  const [first] = periods;
  if (!first)
    return {
      answer: { text: `I do not know the year “${filters.year}”. Years are written like 2020-21.` },
    };
  const group = filters.group ?? (first.isYear ? home : undefined);
  // Of a week or a month all are read: where the group has none, the others are told of.
  const isOfOne = group && (first.isYear || args.mode !== undefined || args.limit !== undefined);
  const groups = isOfOne ? [group] : directory.groups.map(({ id }) => id);
  const whose = group ? ` of ${groupName(directory, group)}` : '';
  const all: FoundMeetings[] = [];
  for (const period of periods) {
    const found = await Promise.all(
      groups.map((each) =>
        ports.meetings.list(directory.partnership.id, each, period.from, period.to),
      ),
    );
    const meetings = found.flat().sort((a, b) => a.startsAt.localeCompare(b.startsAt));
    all.push({ meetings, period, whose });
    if (meetings.some((meeting) => isMeant(meeting, args.mode))) break;
  }
  const meant = all.find(({ meetings }) => meetings.some((each) => isMeant(each, args.mode)));
  return meant ?? all[0] ?? { meetings: [], period: first, whose };
}

const isMeant = ({ status }: Meeting, mode: unknown): boolean =>
  mode === undefined ||
  (mode === 'past' ? status === 'held' : status === 'postponed' || status === 'cancelled');

/** @example describeGroupMeeting(meeting, directory, 'Wed 14 April') // 'Tackling Neglect Subgroup on Wed 14 April' */
export function describeGroupMeeting(
  { group }: Meeting,
  directory: Directory,
  when: string,
): string {
  return `${groupName(directory, group)} on ${when}`;
}

/** What may be asked next. */
export function suggestionsAfter(
  { filters }: Question,
  { name, isYear }: AskedPeriod,
): Suggestion[] {
  return [
    myNextMeeting,
    ...(isYear && name === filters.year
      ? []
      : [{ title: 'Meetings next year', ...ask('list_meetings', { year: 'next' }) }]),
  ];
}

/** As many as a card holds. */
export function selectAroundToday(meetings: readonly Meeting[], today: Day): readonly Meeting[] {
  const first = meetings.findIndex(({ startsAt }) => toDay(startsAt) >= addDays(today, -90));
  const latest = meetings.length - MAX_ROWS;
  const from = Math.max(0, first < 0 ? latest : Math.min(first, latest));
  return meetings.slice(from, from + MAX_ROWS);
}
