import { type Day, parseDay } from '../../domain/dates.ts';
import { isLocalDecision } from '../../domain/review-table.ts';
import { findMeeting } from './find-meeting.ts';
import type { NamedKind } from './find-named.ts';
import { findPriority } from './find-priority.ts';
import { isWithoutYear, lastDayOf, nearestDay, readDay, readDayOfYear } from './read-day.ts';
import { askWhich, readOwner } from './read-owner.ts';
import type { Cells, Reading, ReadValue, ValueContext } from './reading.ts';
import {
  actionStatus,
  attendedWords,
  CHOICES,
  CLOSED_WITH_DAY,
  NO_DAY,
  NO_MARK,
  NOT_KNOWN,
  readRiskState,
  readScore,
  startOfStatus,
  toColourWord,
} from './value-words.ts';

/** An error of a spreadsheet; one of a formula that has no value is {@link NO_VALUE}. */
export const ERROR_VALUE =
  /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA|NO VALUE!)$/;

/**
 * How the cells of a column are read; a cell of another column, and one that its reader answers
 * nothing for, stays as it is.
 */
export function findReader(file: string, column: string): ReadValue | undefined {
  const choice = CHOICES[file]?.[column];
  if (choice) return (written) => toCell(column, choice(written));
  return READERS[`${file}.${column}`] ?? READERS[column];
}

const READERS: Readonly<Record<string, ReadValue>> = {
  'actions.owner_agency': readOwner,
  'actions.joint_owners': (written, known) => {
    const { cells, ...rest } = readOwner(written, known, {}) ?? {};
    const ids = [cells?.owner_agency, cells?.joint_owners].filter(Boolean).join(';');
    return { ...rest, ...(ids && { cells: { joint_owners: ids } }) };
  },
  'actions.status': readStatus,
  // How urgent something is, is no priority of a plan.
  'actions.priority': (written, { records }) =>
    /^(very )?(high|medium|med|low|urgent|critical|h|m|l)$/i.test(written)
      ? { cells: {}, keep: written }
      : toCell('priority', findPriority(written, records.priorities)?.id),
  'actions.due_on': readDueDay('due_on'),
  'actions.original_due_on': readDueDay('original_due_on'),
  'actions.revised_due_on': readDueDay('revised_due_on'),
  'actions.completed_on': readCompletionDay,
  'attendance.attended': readMark,
  'risks.owner_agency': (written, { find }) => {
    const found = find(written, ['agency', 'group']);
    const [owner] = found;
    if (found.length > 1) return { ask: askWhich(written, found) };
    return owner?.kind === 'group'
      ? toCell('owner_group', owner.id)
      : toCell('owner_agency', owner?.id);
  },
  'risks.status': readRiskStatus,
  'risks.likelihood': (written) => toCell('likelihood', readScore(written)),
  'risks.impact': (written) => toCell('impact', readScore(written)),
  'risks.inherent_likelihood': readInherentScore('inherent_likelihood'),
  'risks.inherent_impact': readInherentScore('inherent_impact'),
  'people.display_name': (written, known) => toCell('display_name', turnName(written, known)),
  'reviews.local_decision': (written) =>
    isLocalDecision(written)
      ? undefined
      : {
          cells: { local_decision: written },
          warning: `“${written}” is no decision that Convenor knows; it is kept as the outcome, as it was written, and counted as no decision`,
        },
  'attendance.meeting_id': (written, known) => {
    const found = findMeeting(written, known.records, []);
    return 'ask' in found ? { ...found, isUnknown: true } : toCell('meeting_id', found.id);
  },
  agency: readName('agency', 'agency'),
  owner_agency: readName('owner_agency', 'agency'),
  group: readName('group', 'group'),
  reports_to: readName('reports_to', 'group'),
  lead_group: readName('lead_group', 'group'),
  owner_group: readName('owner_group', 'group'),
  owner_person: readName('owner_person', 'person'),
  person: readName('person', 'person'),
  'attendance.person': (written, known) =>
    readName('person', 'person')(written, known, {}) ?? {
      cells: {},
      isUnknown: true,
      warning: `“${written}” is nobody that is known here; the mark counts without a person`,
    },
  'people.roles': (written) => {
    const roles = written.split(/[;,]/).map((role) => role.trim().toLowerCase());
    const isKnown = roles.every((role) =>
      /^(administrator|chair(:.+)?|partner-lead|deputy|scrutineer|member|observer)$/.test(role),
    );
    return isKnown
      ? undefined
      : {
          cells: {},
          isUnknown: true,
          warning: `“${written}” is no role that Convenor knows, and gives none`,
        };
  },
  deputy_for: readName('deputy_for', 'person'),
  verified_by: readName('verified_by', 'person'),
  starts_at: readTime,
  raised_on: readDayOf('raised_on', 'until'),
  verified_on: readDayOf('verified_on', 'until'),
  closed_on: readDayOf('closed_on', 'until'),
  next_review_on: readDayOf('next_review_on', 'from'),
  // Deadlines that a statute sets are counted from these: no year of them is assumed.
  ...Object.fromEntries(
    'aware_on|notified_on|decided_on|panel_responded_on'
      .split('|')
      .map((column) => [column, readDayOf(column)]),
  ),
};

function toCell(column: string, value: string | undefined): Reading | undefined {
  return value === undefined ? undefined : { cells: { [column]: value } };
}

function readName(column: string, kind: NamedKind): ReadValue {
  return (written, { find }) => {
    const found = find(written, [kind]);
    return found.length > 1 ? { ask: askWhich(written, found) } : toCell(column, found[0]?.id);
  };
}

/** A day in any form; where no year is written, the one that makes sense there, if any does. */
function readDayOf(column: string, side?: 'from' | 'until'): ReadValue {
  return (written, context) => {
    if (NOT_KNOWN.test(written)) return { cells: {} };
    const { today } = context;
    const assumed = side && today && assumeYear(written, context, today, side);
    if (assumed) return { cells: { [column]: assumed }, assumes: 'year' };
    const read = readDay(written);
    return toCell(column, read && ('day' in read ? read.day : undefined));
  };
}

/** The nearest such day to another, where no year is written. */
function assumeYear(
  written: string,
  { today, columnValues }: ValueContext,
  near: Day,
  side: 'from' | 'until',
): Day | undefined {
  const ofYear = readDayOfYear(written);
  if (!today || !ofYear) return undefined;
  // “May 22” is a month of 2022, unless “May 31” beside it says that these are days.
  const isDayHere =
    isWithoutYear(written, today) ||
    (MONTH_AND_NUMBER.test(written) &&
      [...columnValues].some((each) => MONTH_AND_NUMBER.test(each) && isWithoutYear(each, today)));
  return isDayHere ? nearestDay(ofYear, near, side) : undefined;
}

const MONTH_AND_NUMBER = /^[a-z]{3,9}\.? \d{1,2}$/i;

/** A due day without a year is the first after it was raised, else the coming one; of what is done, the last. */
function readDueDay(column: string): ReadValue {
  return (written, context, cells) => {
    if (NOT_KNOWN.test(written) || NO_DAY.test(written)) return { cells: {}, keep: written };
    const { today } = context;
    const raisedOn =
      cells.raised_on && readDayOf('raised_on', 'until')(cells.raised_on, context, {});
    const isDone = ['complete', 'withdrawn'].includes(actionStatus(cells.status ?? '') ?? '');
    const raised = raisedOn ? parseDay(raisedOn.cells?.raised_on) : undefined;
    const near = raised ?? today;
    const side = !raised && isDone ? 'until' : 'from';
    const readOne = (text: string): Reading | undefined => {
      const assumed = near && assumeYear(text, context, near, side);
      if (assumed) return { cells: { [column]: assumed }, assumes: 'year' };
      const read = readDay(text);
      return toCell(column, read && ('day' in read ? read.day : lastDayOf(read.month)));
    };
    const days = written.split(MOVED).filter(Boolean);
    const [last, isEach] = [readOne(days.at(-1) ?? ''), days.every((each) => readOne(each))];
    return readOne(written) ?? (last && isEach ? { ...last, keep: written } : undefined);
  };
}

/** Between the days to which something was moved, the last of which counts: “31.5.22, revised to 30.6.22”. */
const MOVED =
  /\s*(?:[,;\n()→]|->|=>|\b(?:now|then|(?:revised|extended|moved|changed|amended)(?: (?:to|date|until))?|new date)\b:?)\s*/i;

/** Closed on the day that is written, else on that of the import, for a sheet may say no more. */
function readRiskStatus(
  written: string,
  { today }: ValueContext,
  { closed_on: closedOn = '' }: Cells,
): Reading | undefined {
  if (NOT_KNOWN.test(written)) return { cells: {} };
  const state = readRiskState(written);
  const hasDay = closedOn !== '' && !NOT_KNOWN.test(closedOn);
  if (state === 'open' && hasDay)
    return { ask: `“${written}” beside a day on which it was closed: say which is right` };
  if (state === 'open' || (state === 'closed' && hasDay)) return toCell('status', state);
  if (state !== 'closed')
    return { ask: `“${written}” says neither that it is open nor that it is closed: say which` };
  const read = readDay(CLOSED_WITH_DAY.exec(written)?.[1] ?? '');
  if (read && 'day' in read) return { cells: { status: 'closed', closed_on: read.day } };
  const assumed = read ? lastDayOf(read.month) : today;
  return assumed
    ? { cells: { status: 'closed', closed_on: assumed }, assumes: 'day' }
    : { ask: `“${written}” needs the day on which it was closed` };
}

/** One that cannot be read is left out, for the score after controls counts. */
function readInherentScore(column: string): ReadValue {
  return (written) => toCell(column, readScore(written)) ?? { cells: {} };
}

const SURNAME_FIRST = /^(\p{L}[\p{L}'’ -]*), ?(\p{L}[\p{L}'’. -]*)$/u;

/** “Smith, Jo” is Jo Smith; “Jo Smith, Chair” is not. */
function turnName(written: string, { find }: ValueContext): string | undefined {
  const [, surname = '', first = ''] = SURNAME_FIRST.exec(written) ?? [];
  if (!surname) return undefined;
  const turned = `${first.trim()} ${surname}`;
  const isKnown = find(turned, ['person']).length > 0;
  return isKnown || !surname.includes(' ') ? turned : undefined;
}

function readCompletionDay(written: string, context: ValueContext): Reading | undefined {
  if (NOT_KNOWN.test(written)) return { cells: {} };
  const { today } = context;
  const assumed = today && assumeYear(written, context, today, 'until');
  if (assumed) return { cells: { completed_on: assumed }, assumes: 'year' };
  const read = readDay(written);
  const value = read && ('day' in read ? read.day : read.month);
  const isAhead = today && value && value.slice(0, 10) > today.slice(0, value.length);
  return value === undefined
    ? undefined
    : {
        cells: { completed_on: value },
        ...(isAhead && { warning: `${value} is still to come: was the action completed?` }),
      };
}

/** A date and a time, where the date alone is written in another way. */
function readTime(written: string): Reading | undefined {
  const [, hour, minute] = /(?:^|[\sT,])(\d{1,2})[:.](\d{2})(?::\d{2})?$/i.exec(written) ?? [];
  const read = readDay(written);
  return hour && minute && read && 'day' in read
    ? toCell('starts_at', `${read.day}T${hour.padStart(2, '0')}:${minute}`)
    : undefined;
}

/** Green is complete for some and on track for others; a blue in the same column, or the update, tells which. */
function readStatus(
  typed: string,
  { columnValues }: ValueContext,
  { notes = '', completed_on: hasDay }: Cells,
): Reading | undefined {
  const written = toColourWord(typed, columnValues);
  // “Closed?” is a question, not an answer.
  const status = written.includes('?') ? undefined : actionStatus(written);
  const isLetter = written !== typed && /^[a-z]([^a-z]?[a-z])?$/i.test(typed);
  if (status) return { cells: { status }, isLetter };
  if (!/^green$/i.test(written)) {
    const start = written.includes('?') ? undefined : startOfStatus(written);
    if (!start) return undefined;
    const [day] = start === 'complete' ? (/\d.*\d/.exec(written) ?? []) : [];
    const read = !hasDay && day ? readDay(day) : undefined;
    const completedOn = read && ('day' in read ? read.day : read.month);
    return {
      cells: { status: start, ...(completedOn && { completed_on: completedOn }) },
      ...(/[a-z]/i.test(written) && { keep: written }),
    };
  }
  if (columnValues.has('blue') || columnValues.has('b'))
    return { cells: { status: 'in progress' }, isLetter };
  return isDoneBy(notes)
    ? { cells: { status: 'complete' }, isRowSpecific: true }
    : {
        ask: `“${typed.length === 1 ? typed : 'Green'}” is complete for some and on track for others: say what it means here`,
      };
}

/** Whether an update says that the action is complete. */
export function isDoneBy(update: string): boolean {
  return /^(done|complete[d]?|closed|action(ed)? (complete[d]?|closed)|discharged)\b(?! (by|in part|partly))/i.test(
    update.trim(),
  );
}

/** “A” is apologies, unless these have words of their own; where absence has some too it is asked. */
function readMark(written: string, { columnValues }: ValueContext): Reading | undefined {
  if (NO_MARK.test(written)) return { cells: {}, leaveOut: `“${written}” is no mark; left out` };
  if (/^a$/i.test(written)) {
    const words = [...columnValues].filter((each) => each !== 'a').map(attendedWords);
    const hasApologies = ['ap', 'apol', 'apols'].some((each) => columnValues.has(each));
    if (hasApologies && words.includes('absent'))
      return {
        ask: '“A” may be apologies or absent, and both are written otherwise too: say which',
      };
    return toCell('attended', hasApologies ? 'absent' : 'apologies');
  }
  const isCross = /^[x✗✘×]$/i.test(written);
  if (isCross && ['✓', '✔', '√'].some((tick) => columnValues.has(tick)))
    return toCell('attended', 'absent');
  if (isCross)
    return {
      ask: `“${written.toUpperCase()}” is present for some and absent for others: say what it means here`,
    };
  // “Apologies (sent by Tom)”, “Yes - online”.
  const [, start = ''] = /^(\p{L}[\p{L} ]*?)\s*[-–(,:]/u.exec(written) ?? [];
  return toCell('attended', attendedWords(written) ?? attendedWords(start || written));
}
