import { formatMeeting } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { shortName } from '../../answers/short-name.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { formatCount, formatList, pluralVerb } from '../../answers/words.ts';
import type { Answer, AnswerRow } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { Undo } from '../../contract/thread.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { addMonths, formatDay, formatDayWithYear, parseDay } from '../../domain/dates.ts';
import type { Declaration } from '../../domain/declaration.ts';
import { type Directory, groupName, personName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { findMeetingOn, readPastPeriod, resolveMeeting } from '../meetings/queries.ts';
import { declareButton, withdrawButton } from './buttons.ts';
import { findDeclarations, findDeclarationsBetween } from './queries.ts';

/** So many stand on one card. */
const MAX_ROWS = 20;
/** So far back one looks when no time is named. */
const DEFAULT_MONTHS = 12;

/** Answers who declared which interest: at a meeting, in a year, or in the last twelve months. */
export async function listDeclarations(request: Request, question: Question): Promise<Answer> {
  const { directory, today } = request;
  const { filters, args } = question;
  const on = parseDay(args.on);
  const group = filters.group ?? (filters.meeting || on ? findBoard(directory)?.id : undefined);
  const asked = readPastPeriod(request, question);
  const isOfDay = String(args.range).startsWith('on:');
  // “In march” is a month, “since christmas” a time; “at the march board” and “on 10 march” are meetings.
  const isOfMeeting =
    group !== undefined &&
    !filters.year &&
    (filters.meeting || on) &&
    (filters.group || !asked || isOfDay);
  const meeting = isOfMeeting
    ? ((on && (await findMeetingOn(request, group, on))) ??
      (filters.meeting && (await resolveMeeting(request, { ...filters, group }))))
    : undefined;
  if (meeting) return { ...(await showDeclarationsOf(request, meeting)), thread: { question } };
  if (isOfMeeting)
    return {
      text: `I found no such meeting of ${groupName(directory, group)}.`,
      thread: { question },
    };
  const period = asked ?? {
    from: addMonths(today, -DEFAULT_MONTHS),
    to: addMonths(today, DEFAULT_MONTHS),
  };
  const who = args.assignee === 'me' ? request.person.id : args.assignee;
  const found = (await findDeclarationsBetween(request, period)).filter(
    (each) =>
      (!filters.group || each.group === filters.group) &&
      (!who || each.person === who) &&
      (!filters.agency || agencyOf(each, directory) === filters.agency),
  );
  const stand = found.filter(({ withdrawnOn }) => !withdrawnOn);
  const scope = [
    filters.group && ` at ${groupName(directory, filters.group)}`,
    asked ? ` ${asked.words}` : ` since ${formatDayWithYear(period.from)}`,
  ]
    .filter(Boolean)
    .join('');
  const left = found.length - stand.length;
  const withdrawn = left > 0 ? ` ${left} more ${pluralVerb(left, 'was', 'were')} withdrawn.` : '';
  if (found.length === 0)
    return { text: `No interest is recorded as declared${scope}.`, thread: { question } };
  return {
    text: `${formatCount(stand.length, 'interest')} ${pluralVerb(stand.length, 'was', 'were')} declared${scope}, by ${formatList(namesIn(stand, directory)) || 'nobody'}.${withdrawn}`,
    about: 'declarations of interest',
    heading: formatCount(stand.length, 'declaration'),
    sections: [
      {
        rows: found.slice(0, MAX_ROWS).map((each) => toRow(request, each, true)),
        note: found.length > MAX_ROWS ? `The latest ${MAX_ROWS} of ${found.length} shown` : '',
      },
    ],
    thread: { question },
  };
}

const agencyOf = ({ person }: Declaration, { people }: Directory): string | undefined =>
  people.find(({ id }) => id === person)?.agency;

const namesIn = (found: readonly Declaration[], directory: Directory): string[] => [
  ...new Set(found.map(({ person }) => personName(directory, person))),
];

/** The interests declared at one meeting, after what has just been done to them. */
export async function showDeclarationsOf(
  request: Request,
  meeting: Meeting,
  { news, undo }: { readonly news?: string; readonly undo?: Undo } = {},
): Promise<Answer> {
  const { directory } = request;
  const found = await findDeclarations(request, meeting);
  const stand = found.filter(({ withdrawnOn }) => !withdrawnOn);
  const where = formatMeeting(meeting, directory);
  const text =
    stand.length > 0
      ? `${formatList(namesIn(stand, directory))} declared an interest at ${where}.`
      : `Nobody is recorded as having declared an interest at ${where}.`;
  return {
    text: news ?? text,
    ...(news && { news }),
    about: 'declarations of interest',
    heading: stand.length > 0 ? formatCount(stand.length, 'declaration') : 'No declaration',
    sentence: where,
    sections: [
      ...(undo ? [{ buttons: [undoButton(undo)] }] : []),
      { rows: found.slice(0, MAX_ROWS).map((each) => toRow(request, each)) },
      { note: found.length > MAX_ROWS ? `The first ${MAX_ROWS} of ${found.length} shown` : '' },
    ],
    buttons: [declareButton(meeting.id)],
    thread: {
      ...ask('list_declarations', { group: meeting.group }, { on: meeting.startsAt.slice(0, 10) }),
      ...(undo && { undo }),
    },
  };
}

function toRow(request: Request, declaration: Declaration, isOfSeveral = false): AnswerRow {
  const { directory, person, today } = request;
  const { meetingId: meeting, id, group, item, about, nature, part, on, withdrawnOn } = declaration;
  const mayWithdraw =
    !withdrawnOn &&
    (declaration.person === person.id || isPermittedOn(person, 'registers.record', { group }));
  const where = item ?? 'the whole meeting';
  return {
    title: personName(directory, declaration.person),
    ...(withdrawnOn && { state: { words: 'withdrawn', colour: 'default' as const } }),
    line: [
      isOfSeveral &&
        `${shortName(groupName(directory, group), directory.groups)}, ${formatDay(on, today)}`,
      where,
      about,
    ]
      .filter(Boolean)
      .join(' · '),
    details: `${nature} · ${part}`,
    buttons: mayWithdraw ? [withdrawButton(meeting, id)] : [],
  };
}
