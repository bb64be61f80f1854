import { ask } from '../../answers/questions.ts';
import { formatCount, formatList } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, formatDay, formatDayWithYear, toDay } from '../../domain/dates.ts';
import { findBoard } from '../../domain/find-board.ts';
import type { Group } from '../../domain/partnership.ts';
import { aboutGroup, allGroups } from './buttons.ts';
import { formatAgo, type GroupRecord, loadGroup, meetsAgainBy } from './group-record.ts';

/** The board, and what reports to another group; what reports to none is only linked. */
export const belongs = (
  { directory }: Pick<Request, 'directory'>,
  { id, reportsTo }: Group,
): boolean => reportsTo !== undefined || id === findBoard(directory)?.id;

/** Answers how long ago each group of the partnership's own met, the longest first, and which of them should have met since. */
export async function listByLastMet(request: Request): Promise<Answer> {
  const { directory, today } = request;
  const own = directory.groups.filter((group) => belongs(request, group));
  const records = await Promise.all(own.map((group) => loadGroup(request, group)));
  const met = records
    .flatMap((record) => (record.lastHeld ? [{ record, on: toDay(record.lastHeld.startsAt) }] : []))
    .sort((one, other) => one.on.localeCompare(other.on));
  const never = records.filter(({ lastHeld }) => !lastHeld);
  const [longest] = met;
  const late = records.filter((record) => isLate(record, today));
  const longestOnes = met.filter(({ on }) => on === longest?.on);
  const names = formatList(longestOnes.map(({ record }) => record.group.name));
  const [have, they] = longestOnes.length > 1 ? ['have', 'they'] : ['has', 'it'];
  const text = longest
    ? `${names} ${have} gone longest without meeting: ${they} last met on ${formatDayWithYear(longest.on)}, ${formatAgo(longest.on, today)}. ${describeLate(late.length)}`
    : 'No meeting of any group is recorded as held.';
  const unmet =
    never.length > 0
      ? ` For ${formatCount(never.length, 'group')} no meeting is recorded as held.`
      : '';
  return {
    text: `${text}${unmet}`,
    about: 'groups by when they last met',
    heading: formatCount(own.length, 'group'),
    sections: [
      {
        rows: [...met.map(({ record }) => record), ...never].map((record) => toRow(record, today)),
      },
    ],
    suggestions: [allGroups],
    thread: { question: ask('list_groups', {}, { order: 'oldest' }).question },
  };
}

const isLate = (record: GroupRecord, today: Day): boolean => {
  const due = meetsAgainBy(record);
  return due !== undefined && due < today;
};

const describeLate = (count: number): string =>
  count === 0
    ? 'No group is past the time in which it is to meet.'
    : `${formatCount(count, 'group')} should have met again by now.`;

function toRow(record: GroupRecord, today: Day) {
  const { group, lastHeld } = record;
  const due = meetsAgainBy(record);
  const on = lastHeld && toDay(lastHeld.startsAt);
  return {
    title: group.name,
    line: [
      on
        ? `last met ${formatDay(on, today)}, ${formatAgo(on, today)}`
        : 'no meeting recorded as held',
      ...(due && due < today ? [`was to meet again by ${formatDay(due, today)}`] : []),
    ].join(' · '),
    opens: aboutGroup(group.id),
  };
}
