import { listTexts } from '../contract/cells.ts';
import type { FolderFile } from '../contract/folder-file.ts';
import { toReferenceKey } from '../domain/reference-key.ts';
import type { Fault, Sheet, SheetRow } from './sheet.ts';

/** Says why a text must not be kept, or nothing; a name of an adult or a review may look like a child’s. */
export type CheckText = (text: string, isName: boolean) => string | undefined;

/** The ids of one file: those of good rows, and where those of refused ones stood. */
export interface KnownIds {
  readonly file: string;
  readonly good: Set<string>;
  readonly refused: Map<string, number>;
}

export interface CheckedRows {
  readonly items: readonly unknown[];
  /** Where each of them stood. */
  readonly lines: ReadonlyMap<unknown, number>;
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
}

interface CheckedRow {
  readonly line: number;
  readonly id: string | undefined;
  readonly item: unknown;
  readonly cells: SheetRow['cells'];
}

/**
 * Checks the rows of one file, each by itself and against what is known of the others, and adds its
 * ids to those known. What a row names must be in the file that it comes from; where that file is
 * not there at all, a note says so.
 */
export function checkRows(
  file: FolderFile,
  sheet: Sheet,
  known: Map<string, KnownIds>,
  checkText: CheckText,
): CheckedRows {
  const faults: Fault[] = [];
  const stored = known.get(file.name)?.good;
  const ids: KnownIds = { file: sheet.file, good: new Set(stored), refused: new Map() };
  known.set(file.name, ids);
  const readable: CheckedRow[] = [];
  for (const row of sheet.rows) {
    const id = row.cells[file.idColumn];
    const read = readRow(file, row, checkText);
    faults.push(...read.faults.map((fault) => ({ file: sheet.file, line: row.line, ...fault })));
    if (read.faults.length === 0)
      readable.push({ line: row.line, id, item: read.item, cells: row.cells });
    else if (id) markRefused(ids, id, row.line);
  }
  const single = refuseDuplicates(file, readable, (line, fault) =>
    faults.push({ file: sheet.file, line, ...fault }),
  );
  for (const { id } of single) if (id) ids.good.add(id);
  const unchecked = new Set<string>();
  const notes: Fault[] = [];
  const items = single.filter((row) => {
    const { dangling, unknown } = findUnknownReferences(file, row.item, known, unchecked);
    const here = (fault: CellFault) => ({ file: sheet.file, line: row.line, ...fault });
    faults.push(...dangling.map((fault) => withCell(here(fault), file, row.cells)));
    notes.push(...unknown.map(here));
    if (dangling.length > 0 && row.id) markRefused(ids, row.id, row.line);
    return dangling.length === 0;
  });
  notes.push(...[...unchecked].map((reason) => ({ file: sheet.file, reason })));
  const lines = new Map(items.map(({ item, line }) => [item, line]));
  return { items: [...lines.keys()], lines, faults, notes };
}

/** What else is to be asked of rows that wait for a person anyway, so that they are asked once. */
export function checkWaitingRows(
  file: FolderFile,
  sheet: Pick<Sheet, 'file' | 'rows'>,
  checkText: CheckText,
): Fault[] {
  return sheet.rows.flatMap((row) =>
    readRow(file, row, checkText)
      .faults.filter(({ column }) => column && row.cells[column])
      .map((fault) => ({ file: sheet.file, line: row.line, ...fault })),
  );
}

function markRefused(ids: KnownIds, id: string, line: number): void {
  ids.good.delete(id);
  ids.refused.set(id, line);
}

type CellFault = Pick<Fault, 'column' | 'reason' | 'cell'>;

function readRow(
  file: FolderFile,
  { cells }: SheetRow,
  checkText: CheckText,
): { item: unknown; faults: CellFault[] } {
  const parsed = file.schema.safeParse(cells);
  const looked = file.columns.filter((column) => !file.unguardedColumns.includes(column));
  const unsuitable = looked.flatMap((column): CellFault[] => {
    const isName = file.nameColumns.includes(column);
    const reason = textsIn(file, column, cells[column])
      .map((text) => checkText(text, isName))
      .find(Boolean);
    return reason ? [{ column, reason }] : [];
  });
  if (parsed.success) return { item: parsed.data, faults: unsuitable };
  const issues = parsed.error.issues.map(({ path, message }) =>
    withCell({ column: path.map(String)[0], reason: message }, file, cells),
  );
  const quoting = issues.filter(
    ({ column }) => !unsuitable.some((fault) => fault.column === column),
  );
  return { item: undefined, faults: [...quoting, ...unsuitable] };
}

/** What the privacy guard looks at: the cell, or each text of a list or a setting but for names. */
function textsIn(
  { jsonColumns }: FolderFile,
  column: string,
  written: string | undefined,
): readonly string[] {
  if (!written) return [];
  if (!jsonColumns.includes(column)) return [written];
  try {
    return listTexts(JSON.parse(written), NAME_KEYS);
  } catch {
    return [written];
  }
}

/** Adults at work: who came, deputises, answered. */
const NAME_KEYS = ['person', 'name', 'deputy', 'by', 'agreedBy', 'people', 'agencies'];

/** A fault with what stands in its column. */
function withCell<Found extends CellFault>(
  fault: Found,
  { name: kind }: FolderFile,
  cells: SheetRow['cells'],
): Found & Pick<Fault, 'cell'> {
  const { column } = fault;
  const written = column && cells[column];
  return column && written ? { ...fault, cell: { kind, column, written } } : fault;
}

/**
 * The rows that are the first of their kind; the others are refused, naming the line of the first. A
 * reference in another spelling is the same one.
 */
function refuseDuplicates(
  file: FolderFile,
  rows: readonly CheckedRow[],
  refuse: (line: number, fault: CellFault) => void,
): CheckedRow[] {
  const seen = new Map<string, { readonly line: number; readonly written: string }>();
  return rows.filter(({ line, item }) => {
    const keys = file.uniqueKeys.flatMap(({ columns, value, others, isReference }) =>
      [value(item), ...(others?.(item) ?? [])].map((written) => ({
        columns,
        written,
        key: `${columns} ${isReference ? toReferenceKey(written) || written : written}`,
      })),
    );
    const twin = keys.find(({ key }) => seen.has(key));
    const first = twin && seen.get(twin.key);
    if (twin && first)
      refuse(line, {
        column: twin.columns,
        reason:
          twin.written === first.written
            ? `is the same as in line ${first.line}: each row needs its own${/^\d+\.\d+$/.test(twin.written) ? `; where one was to be ${twin.written}0, write it as text` : ''}`
            : `“${twin.written}” is “${first.written}” of line ${first.line} in another spelling: make one row of them, or give this one a reference of its own`,
      });
    else for (const { key, written } of keys) seen.set(key, { line, written });
    return !twin;
  });
}

/**
 * References to records that are not there: faults, and those that may be unknown. A missing file
 * goes to `unchecked`.
 */
function findUnknownReferences(
  file: FolderFile,
  item: unknown,
  known: ReadonlyMap<string, KnownIds>,
  unchecked: Set<string>,
) {
  const dangling: CellFault[] = [];
  const unknown: CellFault[] = [];
  for (const { column, file: named, id, mayBeUnknown } of file.references(item)) {
    const there = known.get(named);
    if (named === 'people' && known.get('former-people')?.good.has(id) && !there?.good.has(id)) {
      unknown.push({ column, reason: `“${id}” was erased, and is a person no longer kept` });
      continue;
    }
    if (!there) unchecked.add(`there is no ${named}.csv, so ${column} was not checked`);
    if (!there || there.good.has(id)) continue;
    const line = there.refused.get(id);
    const reason = line
      ? `“${id}” was refused in ${there.file}, line ${line}`
      : `“${id}” is not in ${there.file}`;
    if (mayBeUnknown) unknown.push({ column, reason: `${reason}; it was kept anyway` });
    else dangling.push({ column, reason });
  }
  return { dangling, unknown };
}
