import { formatList } from '../../answers/words.ts';
import {
  addDays,
  addMonths,
  formatDayWithYear,
  type LocalTime,
  toDay,
  toInstant,
  toLocalTime,
} from '../../domain/dates.ts';
import { personName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { meetingAsAt } from '../../domain/meeting-as-at.ts';
import { type AgendaLine, loadAgenda } from '../agendas/queries.ts';
import { describeRule } from '../attendance/queries.ts';
import { findEarlierActions, type MinutedAction, toMinutedAction } from './minuted-actions.ts';
import {
  loadMinutedRecords,
  type MinutedRecords,
  type Minutes,
  type ReadingMinutes,
  toMinutes,
} from './minutes.ts';

/** A meeting's minutes as a document has them: all of it as of the meeting. */
export interface FullMinutes extends Minutes {
  /** `Wed 14 April 2021, 14:00 to 16:00` */
  readonly date: string;
  readonly place?: string;
  readonly chair?: string;
  /** `It needs all of the council, the police and health.` */
  readonly rule?: string;
  /** Why the chair went on without a quorum. */
  readonly proceeding?: string;
  readonly earlier: readonly MinutedAction[];
  readonly agenda: readonly MinutedItem[];
  readonly minuted: readonly MinutedAction[];
  /** `Wed 12 May 2021 at 14:00` */
  readonly next?: string;
  /** Sentences. */
  readonly notRecorded: readonly string[];
}

/** A line of the agenda with what came of it. */
export interface MinutedItem {
  readonly title: string;
  readonly paper?: string;
  readonly presenter?: string;
  /** The places of its decisions in the list of all, 1 the first. */
  readonly decisions: readonly number[];
  readonly actions: readonly MinutedAction[];
}

/** So far ahead the next meeting is looked for, and among so many. */
const MONTHS_AHEAD = 18;
const MAX_MEETINGS_AHEAD = 12;

export async function compileFullMinutes(
  context: ReadingMinutes,
  meeting: Meeting,
): Promise<FullMinutes> {
  const records = await loadMinutedRecords(context, meeting);
  const { directory, register, raised, decisions } = records;
  const on = toDay(meeting.startsAt);
  const [agenda, earlier, next, ...minuted] = await Promise.all([
    loadAgenda(context, meeting),
    findEarlierActions(context, directory, meeting),
    findNextThen(context, meeting),
    ...raised.map((action) => toMinutedAction(context, directory, action, on)),
  ]);
  const { group } = meeting;
  const rule = describeRule(group, directory.partnership.quorum, directory);
  const chairs = register.partnershipThen?.chairs ?? [];
  const own = new Set(minuted.map(({ ref }) => ref));
  return {
    ...toMinutes(context, meeting, records),
    date: `${formatDayWithYear(on)}, ${meeting.startsAt.slice(11)} to ${endOf(meeting, directory.partnership.timeZone).slice(11)}`,
    ...(meeting.place && { place: meeting.place }),
    ...(chairs.length > 0 && {
      chair: formatList(chairs.map((person) => personName(directory, person))),
    }),
    ...(rule && { rule: `It needs ${rule}.` }),
    ...(register.proceeded && { proceeding: register.proceeded.reason }),
    earlier: earlier.filter(({ ref }) => !own.has(ref)),
    agenda: toItems(agenda.lines, decisions, minuted),
    minuted,
    ...(next && { next }),
    notRecorded: listNotRecorded(meeting, records, [...earlier, ...minuted]),
  };
}

/** The agenda with what came of each item; an item that was reworded since stands under its old title too. */
function toItems(
  lines: readonly AgendaLine[],
  decisions: MinutedRecords['decisions'],
  actions: readonly MinutedAction[],
): MinutedItem[] {
  const titles = new Set(lines.map(({ title }) => title));
  const others = [...decisions, ...actions].flatMap(({ item }) =>
    item && !titles.has(item) ? [item] : [],
  );
  const all: readonly Pick<AgendaLine, 'title' | 'item' | 'planned'>[] = [
    ...lines,
    ...[...new Set(others)].map((title) => ({ title })),
  ];
  return all.map(({ title, item, planned }) => ({
    title,
    ...paperOf(item ?? planned),
    ...(item?.presenter && { presenter: item.presenter }),
    decisions: decisions.flatMap((decision, at) => (decision.item === title ? [at + 1] : [])),
    actions: actions.filter((action) => action.item === title),
  }));
}

const paperOf = (of: { readonly paper?: string } | undefined) =>
  of?.paper ? { paper: of.paper } : {};

/** The next meeting of the group as it was known that day; else the one that was set up since. */
async function findNextThen(
  { directory, ports }: ReadingMinutes,
  { id, group, startsAt }: Meeting,
): Promise<string | undefined> {
  const { id: partnership, timeZone } = directory.partnership;
  const on = toDay(startsAt);
  const later = (
    await ports.meetings.list(partnership, group, on, addMonths(addDays(on, 1), MONTHS_AHEAD))
  ).filter((each) => each.id !== id && each.startsAt > startsAt);
  const stored = await Promise.all(
    later.slice(0, MAX_MEETINGS_AHEAD).map((each) => ports.meetings.find(partnership, each.id)),
  );
  const then = stored
    .flatMap((each) => {
      const known = each && meetingAsAt(each.meeting, each.history, on, timeZone);
      return known?.status === 'scheduled' && known.startsAt > startsAt ? [known] : [];
    })
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0];
  if (then) return describeNext(then);
  const since = later.find(({ status }) => status === 'scheduled' || status === 'held');
  return since && `${describeNext(since)} (set up after this meeting)`;
}

const describeNext = ({ startsAt, place }: Meeting): string =>
  `${formatDayWithYear(toDay(startsAt))} at ${startsAt.slice(11)}${place ? `, ${place}` : ''}`;

function endOf({ startsAt, minutes }: Meeting, timeZone: string): LocalTime {
  return toLocalTime(
    new Date(toInstant(startsAt, timeZone).getTime() + minutes * 60_000),
    timeZone,
  );
}

/** What a reader would look for and the records do not hold, so that its absence says nothing. */
function listNotRecorded(
  { place, status, startsAt }: Meeting,
  { directory, register, lines, decisions, raised }: MinutedRecords,
  actions: readonly MinutedAction[],
): string[] {
  const { partnershipThen } = register;
  const { timeZone } = directory.partnership;
  const isThere = ({ attended }: MinutedRecords['lines'][number]) =>
    attended === 'present' || attended === 'deputy';
  const nameless = lines.filter((line) => isThere(line) && !line.person).length;
  const unknown = actions.filter(({ isKnown }) => !isKnown).map(({ ref }) => ref);
  const noted = partnershipThen && toDay(toLocalTime(new Date(partnershipThen.at), timeZone));
  const isLoose = [
    ...decisions.map(({ item }) => item),
    ...raised.map(({ source }) => source.item),
  ];
  return [
    'What was said, and which interests were declared.',
    !place && 'Where the meeting was held.',
    lines.length === 0 && status !== 'cancelled' && status !== 'postponed' && 'Who attended.',
    nameless > 0 && `Who came for ${nameless === 1 ? 'one agency' : `${nameless} agencies`}.`,
    lines.length > 0 &&
      !noted &&
      'Who chaired, and what agencies, people and the quorum rule were that day: today’s are given.',
    noted &&
      noted > toDay(startsAt) &&
      `What names and the quorum rule were that day: those of ${formatDayWithYear(noted)}, when the register was opened, are given.`,
    unknown.length > 0 && `How ${formatList(unknown)} stood that day.`,
    isLoose.some((item) => !item) && 'Under which item each decision and action fell.',
  ].flatMap((sentence) => (sentence ? [sentence] : []));
}
