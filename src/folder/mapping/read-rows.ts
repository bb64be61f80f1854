import type { FolderFile } from '../../contract/folder-file.ts';
import type { Day } from '../../domain/dates.ts';
import type { CheckText } from '../check-rows.ts';
import type { Fault, Sheet, SheetRow } from '../sheet.ts';
import { NO_VALUE } from '../workbook-facts.ts';
import { addStoredPerson } from './add-stored-person.ts';
import { deriveCells } from './derive-cells.ts';
import { createFindLikelyPair } from './find-likely-pair.ts';
import type { FindNamed, NamedRecords } from './find-named.ts';
import { createLookUp, type Mapping } from './mapping.ts';
import { readMarkKey } from './mark-key.ts';
import type { MeetingColumn, ProposedColumn, ProposedValue } from './proposal.ts';
import {
  type createReferences,
  NEW_RECORD,
  type RowIdentity,
  SAME_AS,
  type Titled,
} from './propose-references.ts';
import { readHeading } from './read-heading.ts';
import { ERROR_VALUE, findReader, isDoneBy } from './read-values.ts';
import type { Cells, Reading, ValueContext } from './reading.ts';
import { toFileColumn } from './sheet-columns.ts';

/** A row in the columns of ours, with its marks by the place of the column in a wide table. */
export interface ReadRow extends SheetRow {
  readonly marks: ReadonlyMap<number, string>;
}

const OWNERS = ['owner_agency', 'owner_group', 'owner_person', 'joint_owners'];

interface Context {
  readonly records: NamedRecords;
  readonly find: FindNamed;
  readonly mapping: Mapping;
  readonly today?: Day;
  readonly isOurs: boolean;
  readonly meetings: readonly MeetingColumn[];
  /** Says why a text must not be kept, nor said again. */
  readonly checkText: CheckText;
  /** Where the sheet has none of its own. */
  readonly references?: ReturnType<typeof createReferences>;
}

/** Reads the rows of one sheet, and remembers how their values were meant and what was left out. */
export function createRowReader(
  file: FolderFile,
  columns: readonly ProposedColumn[],
  sheet: Sheet,
  { records, find, mapping, today, isOurs, meetings, checkText, references }: Context,
) {
  const needPerson: Fault[] = [];
  const waitingRows: SheetRow[] = [];
  const leftOut: Fault[] = [];
  const warnings: Fault[] = [];
  const values = new Map<string, ProposedValue>();
  const added = new Set<string>();
  const contexts = new Map<string, ValueContext>();
  const lookUps = new Map<string, ReturnType<typeof createLookUp>>();
  const meetingPlaces = meetings.map(({ at }) => at);
  const places = new Map<string, number[]>();
  for (const [at, { column }] of columns.entries())
    if (column) places.set(column, [...(places.get(column) ?? []), at]);
  let likelyPairs: ReturnType<typeof createFindLikelyPair<Titled>> | undefined;
  const findLikelyPair = () =>
    (likelyPairs ??= createFindLikelyPair<Titled>(records.actions ?? []));
  const headingOf = (column: string) =>
    (
      columns.find((each) => each.column === column) ??
      columns.find((each) => each.column && toFileColumn(file.name, each.column) === column)
    )?.heading || column;

  /** What the references of rows are numbered under: 1 where there is a 1.1. */
  const numberedUnder = new Set(
    sheet.rows.flatMap(({ cells }) =>
      (places.get(file.idColumn) ?? []).flatMap(
        (at) => /^(.+)[./-][^./-]+$/.exec(cells[at] ?? '')?.[1] ?? [],
      ),
    ),
  );
  const hasParts = (reference: string) => numberedUnder.has(reference);

  /** Who owns or comes is an adult at work. */
  const isName = (column: string) =>
    file.nameColumns.includes(column) || /owner|person|agency|group|deputy|name/.test(column);

  /** What a person has said of the values of a column. */
  const lookUpIn = (column: string) => {
    const lookUp = lookUps.get(column) ?? createLookUp(mapping.values[file.name]?.[column]);
    lookUps.set(column, lookUp);
    return lookUp;
  };

  /** All that is written in a column, or in all columns of meetings. */
  const contextFor = (column: string, at: readonly number[] = []): ValueContext => {
    const before = contexts.get(column);
    if (before) return before;
    const columnValues = new Set(
      at.flatMap((place) => sheet.rows.map(({ cells }) => (cells[place] ?? '').toLowerCase())),
    );
    const meaningOf = lookUpIn(column);
    const context = { records, find, columnValues, meaningOf, ...(today && { today }) };
    contexts.set(column, context);
    return context;
  };

  const tally = (
    column: string,
    line: number,
    written: string,
    meaning: string,
    { isRowSpecific, assumes, isLetter, keep }: Omit<Reading, 'cells'> = {},
  ) => {
    if (written.toLowerCase() === meaning.toLowerCase() || checkText(written, isName(column)))
      return;
    if (isLetter) {
      tallyLetter(column, line, written.toUpperCase(), meaning);
      return;
    }
    // Days are told by their form: one example for all that are written so.
    const form = /^\d{4}-\d{2}/.test(meaning) ? written.replace(/\d+/g, '9') : written;
    const part = assumes ? meaning.slice(0, 4) : written ? '' : meaning;
    const key = `${column}|${form}|${part}`;
    const { rows = 0, ...first } = values.get(key) ?? { column, written, meaning, firstLine: line };
    values.set(key, {
      ...first,
      rows: rows + 1,
      ...(isRowSpecific && { isRowSpecific }),
      ...(assumes && { assumes }),
      ...(keep && file.columns.includes('notes') && { isKept: true }),
    });
  };

  /** All letters of a column are one reading of it. */
  const tallyLetter = (column: string, line: number, letter: string, meaning: string) => {
    const before = values.get(`${column}|letters`);
    const isNew = !before?.written.split(', ').includes(letter);
    const join = (text: string | undefined, more: string) =>
      isNew ? [text, more].filter(Boolean).join(', ') : (text ?? '');
    values.set(`${column}|letters`, {
      column,
      written: join(before?.written, letter),
      meaning: join(before?.meaning, meaning),
      rows: (before?.rows ?? 0) + 1,
      firstLine: before?.firstLine ?? line,
      isRowSpecific: true,
    });
  };

  const keyed = readMarkKey(file.name === 'attendance' ? sheet.rows : []);

  const readCell = (
    column: string,
    written: string,
    context: ValueContext,
    cells: Cells,
  ): Reading => {
    const said = lookUpIn(column)(written) ?? (column === 'attended' ? keyed(written) : undefined);
    if (said === '') return { cells: {} };
    const text = said ?? written;
    const read = findReader(file.name, column)?.(text, context, cells);
    return !read || (read.isUnknown && isOurs) ? { cells: { [column]: text } } : read;
  };

  /** What stands in the columns of ours; where several cells are of one column, one below the other. */
  const joinCells = (cells: Cells): Cells =>
    Object.fromEntries(
      [...places].flatMap(([column, at]) => {
        const filled = at.flatMap((place) => cells[place] || []);
        return filled.length > 0 ? [[column, filled.join('\n')]] : [];
      }),
    );

  type Ask = (column: string, written: string, reason: string, askedOf?: string) => void;

  /** The marks of a row, by the place of their column. */
  const readMarks = ({ line, cells }: SheetRow, rowCells: Cells, ask: Ask): Map<number, string> => {
    const marks = new Map<number, string>();
    for (const { at, heading } of meetings) {
      const written = cells[at];
      if (!written) continue;
      if (ERROR_VALUE.test(written)) {
        ask(heading, written, explainError(written));
        continue;
      }
      const context = contextFor('marks', meetingPlaces);
      const { cells: mark = {}, ask: reason } = readCell('attended', written, context, rowCells);
      if (reason) {
        ask(heading, written, reason);
        continue;
      }
      tally('attended', line, written, mark.attended ?? '');
      if (mark.attended) marks.set(at, mark.attended);
    }
    return marks;
  };

  /** What a row without a reference is, or the reference that somebody said. */
  const identifyRow = (title: string, ask: Ask): RowIdentity | string | undefined => {
    const identity = references?.identify(title);
    if (!identity || !('likely' in identity)) return identity;
    const said = lookUpIn(SAME_AS)(title);
    if (said) return said === NEW_RECORD ? { isNew: true } : said;
    const { ref, title: known } = identity.likely;
    const quoted = checkText(known, false) ? '' : `, “${known}”`;
    ask(
      SAME_AS,
      title,
      `“${title}” has no reference, and is likely ${ref}${quoted}: say whether it is, or is new`,
    );
    return undefined;
  };

  /** What a heading says of a row that does not say it itself. */
  const toGroupCells = (cells: Cells): Cells =>
    Object.fromEntries(
      Object.entries(group).filter(
        ([column]) => !/^owner_/.test(column) || !OWNERS.some((owner) => cells[owner]),
      ),
    );

  /** What the last heading between the rows says of those below it. */
  let group: Cells = {};

  /** Nothing for a row that is none, or that needs a person. */
  const read = (row: SheetRow): ReadRow | undefined => {
    const { line, cells } = row;
    const faultAt = (column: string, reason: string): Fault => ({
      file: sheet.file,
      line,
      column: headingOf(column),
      reason,
    });
    const noRow = isOurs
      ? undefined
      : readHeading(file, cells, columns, { records, find, hasParts });
    if (noRow) {
      group = noRow.group ?? group;
      const isQuotable = Object.values(cells).every((cell) => !checkText(cell, false));
      leftOut.push({
        file: sheet.file,
        line,
        reason: isQuotable ? noRow.reason : 'is no row of the table, and was left out',
      });
      return undefined;
    }
    const raw = { ...toGroupCells(joinCells(cells)), ...joinCells(cells) };
    const asked: Fault[] = [];
    const ask: Ask = (column, written, reason, askedOf = written) => {
      const unsuitable = checkText(written, isName(column));
      const field = meetings.some(({ heading }) => heading === column) ? 'attended' : column;
      const isAnswerable = !unsuitable && !ERROR_VALUE.test(written) && field !== 'display_name';
      asked.push({
        ...faultAt(column === SAME_AS ? file.idColumn : column, unsuitable ?? reason),
        ...(isAnswerable && { cell: { kind: file.name, column: field, written: askedOf } }),
      });
    };
    const out: Record<string, string> = {};
    const kept: string[] = [];
    const assumed: Record<string, 'year' | 'day'> = {};
    for (const [column, written] of Object.entries(raw)) {
      if (ERROR_VALUE.test(written)) {
        ask(column, written, explainError(written));
        continue;
      }
      const reading = readCell(column, written, contextFor(column, places.get(column)), raw);
      if (reading.ask) ask(column, written, reading.ask, reading.askedOf);
      if (reading.leaveOut) {
        leftOut.push(faultAt(column, reading.leaveOut));
        return undefined;
      }
      if (reading.keep) kept.push(`${headingOf(column).replaceAll('_', ' ')}: ${reading.keep}`);
      if (reading.warning && !checkText(written, isName(column)))
        warnings.push(faultAt(column, reading.warning));
      for (const [name, value] of Object.entries(reading.cells ?? {})) {
        if (name !== column && raw[name]) continue;
        out[name] = value;
        if (reading.assumes) assumed[name] = reading.assumes;
      }
      const meaning = Object.values(reading.cells ?? {}).join(', ');
      if (!reading.ask) tally(column, line, written, meaning, reading);
    }
    const derived = deriveCells(file.name, { cells: out, assumed, raw, headingOf });
    kept.push(...(derived.keep ?? []));
    if (derived.warning) warnings.push({ file: sheet.file, line, reason: derived.warning });
    if (kept.length > 0 && file.columns.includes('notes')) {
      out.notes = [out.notes, ...kept].filter(Boolean).join('\n');
    }
    const isKnownPerson = file.name !== 'people' || isOurs || addStoredPerson(file, out, records);
    if (!isKnownPerson && !out.object_id)
      ask(
        'display_name',
        out.display_name ?? '',
        'is not known here yet: Convenor knows people by their accounts, and tells whoever writes to it the tenant_id and object_id to add; ask them to write to it in Teams',
      );
    const isStatusAsked = asked.some(({ cell }) => cell?.column === 'status');
    if (file.name === 'actions' && !isOurs && !out.status && !isStatusAsked) {
      out.status = out.completed_on || isDoneBy(out.notes ?? '') ? 'complete' : 'open';
      tally('status', line, '', out.status, { isRowSpecific: true });
    }
    const identity = identifyRow(out.title ?? '', ask);
    const likely =
      file.name === 'actions' && !references && !out.ref && findLikelyPair()(out.title ?? '');
    if (likely)
      asked.push(
        faultAt(
          'ref',
          `is empty, and this is likely ${likely.ref}${checkText(likely.title, false) ? '' : `, “${likely.title}”`}: write that reference, or one of its own`,
        ),
      );
    if (identity && asked.length === 0)
      out[file.idColumn] =
        typeof identity === 'string' ? identity : (references?.take(identity) ?? '');
    for (const column of Object.keys(out)) added.add(column);
    const marks = readMarks(row, out, ask);
    needPerson.push(...asked);
    if (asked.length > 0) waitingRows.push({ line, cells: out });
    return asked.length > 0 ? undefined : { line, cells: out, assumed, marks };
  };

  return {
    read,
    /** Columns that were filled though the sheet has none of them. */
    added: () => [...added],
    found: () => ({ values: [...values.values()], needPerson, waitingRows, leftOut, warnings }),
  };
}

function explainError(written: string): string {
  if (written === NO_VALUE)
    return 'the formula has no value: open the workbook in Excel, let it calculate, and save it again';
  return `“${written}” is an error of the spreadsheet, not a value: correct its formula, or type what it should say`;
}
