import { type Day, parseDay } from '../../domain/dates.ts';
import { isLocalDecision } from '../../domain/review-table.ts';
import { findMeeting } from './find-meeting.ts';
import type { NamedKind } from './find-named.ts';
import { isWithoutYear, lastDayOf, nearestDay, readDay, readDayOfYear } from './read-day.ts';
import { askWhich, readOwner } from './read-owner.ts';
import type { Cells, Reading, ReadValue, ValueContext } from './reading.ts';
import { actionStatus, attendedWords, CHOICES, NO_DAY, NO_MARK, NOT_KNOWN } from './value-words.ts';

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
  'actions.due_on': readDueDay,
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
function readDueDay(written: string, context: ValueContext, cells: Cells): Reading | undefined {
  if (NOT_KNOWN.test(written) || NO_DAY.test(written)) return { cells: {}, keep: written };
  const { today } = context;
  const raisedOn = cells.raised_on && readDayOf('raised_on', 'until')(cells.raised_on, context, {});
  const isDone = ['complete', 'withdrawn'].includes(actionStatus(cells.status ?? '') ?? '');
  const raised = raisedOn ? parseDay(raisedOn.cells?.raised_on) : undefined;
  const near = raised ?? today;
  const assumed = near && assumeYear(written, context, near, !raised && isDone ? 'until' : 'from');
  if (assumed) return { cells: { due_on: assumed }, assumes: 'year' };
  const read = readDay(written);
  return toCell('due_on', read && ('day' in read ? read.day : lastDayOf(read.month)));
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
  written: string,
  { columnValues }: ValueContext,
  { notes = '' }: Cells,
): Reading | undefined {
  // “Closed?” is a question, not an answer.
  const status = written.includes('?') ? undefined : actionStatus(written);
  if (status) return toCell('status', status);
  if (!/^green$/i.test(written)) return undefined;
  if (columnValues.has('blue')) return toCell('status', 'in progress');
  return isDoneBy(notes)
    ? { cells: { status: 'complete' }, isRowSpecific: true }
    : { ask: '“Green” is complete for some and on track for others: say what it means here' };
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
  if (/^x$/i.test(written))
    return { ask: '“X” is present for some and absent for others: say what it means here' };
  return toCell('attended', attendedWords(written));
}
