import type { FolderFile } from '../../contract/folder-file.ts';
import type { Day } from '../../domain/dates.ts';
import type { CheckText } from '../check-rows.ts';
import { type Fault, type Grid, type Header, listFirst, type SheetRow, toSheet } from '../sheet.ts';
import { findHeader } from './find-header.ts';
import { namesMeeting } from './find-meeting.ts';
import { createFindNamed, type NamedRecords } from './find-named.ts';
import type { Mapping } from './mapping.ts';
import type { MeetingColumn, PlacedSheet, Proposal, ProposedColumn } from './proposal.ts';
import { nameHeading, proposeColumns } from './propose-columns.ts';
import { createReferences, listTitled } from './propose-references.ts';
import { createRowReader } from './read-rows.ts';
import { cutAtNextHeader } from './second-table.ts';
import { toFileColumn } from './sheet-columns.ts';
import { findMeetingColumns, unpivot } from './wide-attendance.ts';

/** What a sheet is read against. */
export interface MappingContext {
  /** What is known of the partnership so far. */
  readonly records: NamedRecords;
  /** What a person has said of it. */
  readonly mapping: Mapping;
  /** Without it nothing is said of days that are still to come. */
  readonly today?: Day;
  /** Says why a text must not be kept; what it says so of is not said again in a report either. */
  readonly checkText: CheckText;
}

/**
 * Proposes how a sheet is read as one of the files of a partnership folder: where its header is,
 * what its columns are, how odd values are meant, and which rows need a person. What cannot be used
 * at all has faults and no proposal. It takes time in proportion to the cells.
 */
export function proposeMapping(
  file: FolderFile,
  grid: Grid,
  { records, mapping, today, checkText }: MappingContext,
): {
  readonly proposal?: Proposal;
  /** What its columns are as far as they are known, where one is missing. */
  readonly unfinished?: PlacedSheet;
  readonly faults: readonly Fault[];
} {
  const isAttendance = file.name === 'attendance';
  const header = findHeader(
    grid,
    (heading) =>
      nameHeading(file, heading, mapping) !== undefined ||
      (isAttendance && namesMeeting(heading, records)),
  );
  if (!header) return refuse({ file: grid.file, reason: EMPTY_FILE });
  const twice = header.columns.find(
    (heading, at) => file.columns.includes(heading) && header.columns.indexOf(heading) !== at,
  );
  if (twice)
    return refuse({
      file: grid.file,
      line: header.line,
      column: twice,
      reason: `the column “${twice}” is there twice: remove one`,
    });

  const places = header.columns.map((_, at) => String(at));
  const { sheet: whole, faults } = toSheet(grid, { ...header, columns: places });
  const { sheet, others } = cutAtNextHeader(
    whole,
    header.columns,
    (heading) => nameHeading(file, heading, mapping) !== undefined,
  );
  const find = createFindNamed(records);
  const columns = proposeColumns(
    file,
    header.columns,
    (at) => sheet.rows.map(({ cells }) => cells[at] ?? ''),
    { mapping, find },
  );
  const meetings = isAttendance ? findMeetingColumns(columns, records) : [];
  const hasReferences = sheet.rows.some(({ cells }) =>
    columns.some(({ column }, at) => column === file.idColumn && cells[at]),
  );
  const references =
    !hasReferences && listTitled(file.name, records)
      ? createReferences(file, columns, sheet.rows, records)
      : undefined;
  const isOurs =
    meetings.length === 0 &&
    !references &&
    columns.every(({ column, by }) => column === undefined || by === 'own name');
  const derived = [...(DERIVED[file.name] ?? []), ...(references ? [file.idColumn] : [])];
  const missing = findMissing(file, columns, isOurs, meetings, derived, {
    ...header,
    file: grid.file,
  });
  const placed: PlacedSheet = {
    file: grid.file,
    kind: file.name,
    headerLine: header.line,
    columns,
  };
  if (missing.length > 0) return { unfinished: placed, faults: missing };

  const reader = createRowReader(file, columns, sheet, {
    records,
    find,
    mapping,
    isOurs,
    meetings,
    checkText,
    ...(today && { today }),
    ...(references && { references }),
  });
  const read = sheet.rows.flatMap((row) => reader.read(row) ?? []);
  const wide =
    meetings.length > 0
      ? unpivot(read, meetings, titlesOf(grid, header), header.line, records)
      : undefined;
  const rows: readonly SheetRow[] = wide?.rows ?? read;
  const { values, needPerson, waitingRows, leftOut, warnings } = reader.found();
  return {
    proposal: {
      ...placed,
      meetings,
      values,
      waitingRows,
      needPerson: [...faults, ...others, ...(wide?.faults ?? []), ...needPerson],
      leftOut: [...leftOutColumns(columns, meetings, sheet.rows, grid.file), ...leftOut],
      warnings: [
        ...grid.notes,
        ...(references?.describe(grid.file) ?? []),
        ...warnings,
        ...(wide?.warnings ?? []),
      ],
      sheet: {
        file: grid.file,
        columns: [
          ...new Set([
            ...columns.flatMap(({ column }) => (column ? toFileColumn(file.name, column) : [])),
            ...reader.added(),
          ]),
        ],
        rows,
      },
    },
    faults: [],
  };
}

const EMPTY_FILE = 'the file is empty: it needs at least the row with the column names';

const refuse = (fault: Fault): { readonly faults: readonly Fault[] } => ({ faults: [fault] });

/** Columns that a real sheet need not have: what they say follows from the others. */
const DERIVED: Readonly<Record<string, readonly string[]>> = {
  actions: ['status'],
  people: ['id', 'tenant_id', 'object_id'],
};

function findMissing(
  file: FolderFile,
  columns: readonly ProposedColumn[],
  isOurs: boolean,
  meetings: readonly MeetingColumn[],
  followsFromOthers: readonly string[],
  { file: name, line }: Header & { readonly file: string },
): Fault[] {
  const there = new Set(columns.map(({ column = '' }) => toFileColumn(file.name, column)));
  const derived = meetings.length > 0 ? ['meeting_id', 'attended'] : followsFromOthers;
  return file.requiredColumns
    .filter((column) => !there.has(column) && (isOurs || !derived.includes(column)))
    .map((column) => ({
      file: name,
      line,
      column,
      reason: isOurs
        ? 'this column is missing'
        : 'this column is missing: add it, or say which column it is',
    }));
}

/** The lines above the header and the name of the sheet, which say whose meetings these are. */
function titlesOf({ file, lines }: Grid, header: Header): { file: string; titles: string[] } {
  const above = lines
    .slice(0, header.lines)
    .flatMap(({ line, cells }) => (line < header.line ? cells : []));
  return { file, titles: [file, ...above].filter(Boolean) };
}

/** The columns that are not imported and have something in them. */
function leftOutColumns(
  columns: readonly ProposedColumn[],
  meetings: readonly MeetingColumn[],
  rows: readonly SheetRow[],
  file: string,
): Fault[] {
  const unknown: string[] = [];
  const notKept: Fault[] = [];
  for (const [at, { heading, column, by }] of columns.entries()) {
    if (column?.startsWith('inherent_'))
      notKept.push({
        file,
        column: heading,
        reason: 'is the score before controls, and is not kept',
      });
    if (column || by === 'mapping' || meetings.some((each) => each.at === at)) continue;
    const isFilled = rows.some(({ cells }) => cells[at]);
    if (heading !== '' || isFilled)
      unknown.push(heading || `column ${at + 1}, which has no heading`);
  }
  const isMany = unknown.length > MAX_UNKNOWN_COLUMNS;
  const ignored = isMany
    ? [
        {
          file,
          reason: `has ${unknown.length} columns that are not known, which were ignored: ${listFirst(unknown)}`,
          isInPreview: true as const,
        },
      ]
    : unknown.map((column) => ({
        file,
        column,
        reason: 'is not a known column, and was ignored',
        isInPreview: true as const,
      }));
  return [...notKept, ...ignored];
}

/** More than these are said in one line. */
const MAX_UNKNOWN_COLUMNS = 20;
