import { formatDistance } from '../../answers/format-distance.ts';
import { formatTime } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Fact, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import type { Group } from '../../domain/partnership.ts';
import { nextMeetingButton } from '../meetings/buttons.ts';
import { allGroups, groupMembers } from './buttons.ts';
import { chairWords, formatAgo, type GroupRecord, loadGroup } from './group-record.ts';
import { listGroups } from './list-groups.ts';
import { describeChair } from './show-chair.ts';
import { describeLastMet } from './show-last-met.ts';
import { showMembers } from './show-members.ts';

/** Answers about one group: who sits on it, who chairs it, when it last met, what it is for, or all of that in short. */
export async function showGroup(request: Request, question: Question): Promise<Answer> {
  const { directory, home } = request;
  const { filters, args } = question;
  const isChairOfAll =
    args.field === 'chair' &&
    filters.agency !== undefined &&
    /\bchair\b/i.test(agencyName(directory, filters.agency));
  // “the chair of the partnership” names an agency, and no group.
  const id = isChairOfAll ? findBoard(directory)?.id : (filters.group ?? home);
  const group = directory.groups.find((each) => each.id === id);
  if (!group && args.field === 'lastMet' && request.person.groups.length > 0)
    return showLastMetOfOwn(request);
  if (!group) return { text: 'Which group do you mean? Say its name.', suggestions: [allGroups] };
  const record = await loadGroup(request, group);
  const { field } = args;
  const rest = {
    suggestions: suggestionsFor(record, field),
    thread: { question: ask('group_detail', { group: group.id }, field ? { field } : {}).question },
  };
  switch (args.field) {
    case 'members':
      return { ...(await showMembers(request, record, question)), ...rest };
    case 'chair':
      return { text: await describeChair(request, record, question), ...rest };
    case 'lastMet':
      return { text: describeLastMet(request, record, question), ...rest };
    case 'purpose':
      return { text: describePurpose(request, record), ...rest };
    default:
      return { ...describeGroup(request, record), ...rest };
  }
}

/** “when did we last meet”, where no group is named: of the asker's own, the one that met last. */
async function showLastMetOfOwn(request: Request): Promise<Answer> {
  const { directory, person, today } = request;
  const own = directory.groups.filter(({ id }) => person.groups.includes(id));
  const records = await Promise.all(own.map((group) => loadGroup(request, group)));
  const [latest] = records
    .flatMap(({ group, lastHeld }) => (lastHeld ? [{ group, on: toDay(lastHeld.startsAt) }] : []))
    .sort((a, b) => b.on.localeCompare(a.on));
  const list = await listGroups(request, ask('list_groups', {}, { assignee: 'me' }).question);
  return {
    ...list,
    text: latest
      ? `Of your groups ${latest.group.name} met last, on ${formatDay(latest.on, today)}, ${formatAgo(latest.on, today)}.`
      : 'The records show no meeting of your groups that was held.',
  };
}

const suggestionsFor = ({ group, lastHeld }: GroupRecord, field: unknown): Suggestion[] => [
  ...(field === 'members' ? [] : [groupMembers(group.id)]),
  ...(field === undefined
    ? []
    : [{ title: 'About this group', ...ask('group_detail', { group: group.id }) }]),
  ...(lastHeld
    ? [
        {
          title: 'Attendance this year',
          ...ask('attendance_summary', { group: group.id, year: 'current' }),
        },
      ]
    : [nextMeetingButton(group.id)]),
];

function describePurpose({ directory, today }: Request, { group }: GroupRecord): string {
  const reports = group.reportsTo ? ` It reports to ${groupName(directory, group.reportsTo)}.` : '';
  const under = `${reports}${describeEnd(group, today)}`;
  return group.remit
    ? `${group.name}: ${group.remit}.${under}`
    : `The records do not say what ${group.name} is for.${under}`;
}

/** “ It ended on Wed 31 March 2021.” */
const describeEnd = ({ endsOn }: Group, today: Day): string =>
  endsOn ? ` It ${endsOn < today ? 'ended' : 'ends'} on ${formatDay(endsOn, today)}.` : '';

function describeGroup(request: Request, record: GroupRecord): Answer {
  const { directory, today, bankHolidays } = request;
  const { group, lastHeld, next } = record;
  const seats = directory.memberships.filter((each) => each.group === group.id);
  const core = seats.filter(({ expectation }) => expectation === 'core').length;
  const chair = chairWords(record);
  const last = lastHeld && toDay(lastHeld.startsAt);
  const facts: [string, string | undefined][] = [
    ['Kind', sentenceCase(group.kind)],
    ['Chair', chair ?? 'not recorded'],
    [
      'Members',
      seats.length > 0
        ? `${formatCount(core, 'agency', 'agencies')}${core < seats.length ? `, ${seats.length - core} more when required` : ''}`
        : 'none recorded',
    ],
    [
      'Last met',
      last ? `${formatDay(last, today)}, ${formatAgo(last, today)}` : 'no meeting recorded',
    ],
    [
      'Next meeting',
      next
        ? `${formatTime(next.startsAt, today)}, ${formatDistance(toDay(next.startsAt), today, bankHolidays)}`
        : 'none scheduled',
    ],
    [
      'Meets',
      group.meetsEveryWeeks ? `every ${formatCount(group.meetsEveryWeeks, 'week')}` : undefined,
    ],
    ['From', group.startsOn && formatDay(group.startsOn, today)],
    ['Until', group.endsOn && formatDay(group.endsOn, today)],
    ['Reports to', group.reportsTo && groupName(directory, group.reportsTo)],
  ];
  const parts = [
    chair
      ? `${chair} ${pluralVerb(record.chairs.length || 1, 'chairs', 'chair')} it`
      : 'no chair is recorded',
    seats.length > 0 && `${formatCount(core, 'agency has', 'agencies have')} a seat`,
    last ? `it last met on ${formatDay(last, today)}` : 'no meeting of it is recorded as held',
    next ? `it meets next on ${formatTime(next.startsAt, today)}` : 'no meeting is scheduled',
  ];
  return {
    text: `${group.name}: ${formatList(parts.filter((part) => part !== false))}.`,
    about: 'group',
    heading: group.name,
    ...(group.remit && { sentence: group.remit }),
    sections: [
      { facts: facts.flatMap(([title, value]): Fact[] => (value ? [{ title, value }] : [])) },
    ],
  };
}
