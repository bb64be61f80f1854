import type { FolderFile } from '../contract/folder-file.ts';
import type { Partnership } from '../domain/partnership.ts';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import { findPersonalDetail, findPersonalDetailInData } from '../domain/privacy-guard.ts';
import { isDoubtful } from '../privacy/doubt.ts';
import { knownNames } from '../privacy/known-words.ts';
import type { IsKnownWord } from '../privacy/passage.ts';
import { type CheckText, checkRows, type KnownIds } from './check-rows.ts';
import { CORE_FILES, type CoreList, REQUIRED_FILES } from './core-files.ts';
import { type OpenFolder, openFolder } from './open-folder.ts';
import { type ReadPartnership, toPartnership } from './partnership-file.ts';
import { type Fault, MAY_NAME_CHILD, type Sheet } from './sheet.ts';

/** A partnership folder that was read and checked; nothing of it is stored yet. */
export interface FolderRead {
  readonly files: readonly FolderFile[];
  /**
   * What the good rows say, those of features' files under their names. Not there when a file could
   * not be read at all: then there is nothing to accept in part.
   */
  readonly records?: PartnershipRecords;
  /** How many rows each file had, good and refused. */
  readonly rows: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
  /** What was kept out or could not be checked; nobody has to do anything. */
  readonly notes: readonly Fault[];
}

/**
 * Reads a folder of CSV files or a workbook, and checks every row. Throws for defects only: what is
 * wrong with it is in the answer.
 */
export async function readFolder(
  path: string,
  featureFiles: readonly FolderFile[],
  { checkText, namesNoChild = false }: ReadFolderOptions = {},
): Promise<FolderRead> {
  const files = [...CORE_FILES, ...featureFiles];
  const opened = await openFolder(
    path,
    files.map(({ name }) => name),
  );
  const isKnown = knownIn(opened);
  const check: CheckText =
    checkText ??
    ((text, isName) =>
      explainPersonal(text) ??
      (!isName && !namesNoChild && isDoubtful(text, isKnown) ? MAY_NAME_CHILD : undefined));
  const faults = [...opened.faults];
  const notes = [...opened.notes];
  const rows: Record<string, number> = {};
  const lists: Partial<Record<CoreList, readonly unknown[]>> = {};
  const known = new Map<string, KnownIds>();
  let unreadable = faults.length > 0;
  for (const file of files) {
    const { sheet, faults: broken } = findSheet(file, opened);
    faults.push(...broken);
    unreadable ||= broken.length > 0 && !sheet;
    lists[file.name as CoreList] = [];
    if (!sheet) continue;
    rows[file.name] = sheet.rows.length + broken.length;
    const checked = checkRows(file, sheet, known, check);
    lists[file.name as CoreList] = checked.items;
    faults.push(...checked.faults);
    notes.push(...unknownColumns(file, sheet), ...checked.notes);
  }
  const settings = opened.settings && readSettings(opened.settings);
  const partnership = settings?.partnership;
  const unknownParts =
    partnership && opened.settings
      ? danglingSettings(partnership, opened.settings.file, known)
      : [];
  faults.unshift(...(settings?.faults ?? []), ...unknownParts);
  notes.unshift(...(settings?.notes ?? []));
  const usable = partnership && unknownParts.length === 0 && !unreadable;
  return {
    files,
    ...(usable && { records: { partnership, ...lists } as PartnershipRecords }),
    rows,
    faults,
    notes,
  };
}

export interface ReadFolderOptions {
  /** Says why a text must not be kept; by default whatever names a child, or may. */
  readonly checkText?: CheckText;
  /** Somebody has looked at what may name a child, and says that it names none. */
  readonly namesNoChild?: boolean;
}

/** Why a text may not be kept, in words that go on from its column. */
function explainPersonal(text: string): string | undefined {
  const personal = findPersonalDetail(text);
  return personal && `looks like ${personal.looksLike}. ${personal.instead}`;
}

/** The names in the folder itself: its people are adults, its agencies and groups are no people. */
function knownIn({ sheets, settings }: OpenFolder): IsKnownWord {
  const cells = (name: string, columns: readonly string[]): string[] =>
    (sheets.get(name)?.sheet?.rows ?? []).flatMap(({ cells: row }) =>
      columns.flatMap((column) => row[column] ?? []),
    );
  const settled = (settings?.value ?? {}) as Readonly<Record<string, unknown>>;
  return knownNames([
    ...['name', 'short_name', 'area'].map((key) => String(settled[key] ?? '')),
    ...cells('people', ['id', 'display_name']),
    ...['agencies', 'groups'].flatMap((name) => cells(name, ['id', 'name', 'also_known_as'])),
    ...cells('priorities', ['title', 'also_known_as']),
  ]);
}

function readSettings({ file, value }: NonNullable<OpenFolder['settings']>): ReadPartnership {
  const personal = findPersonalDetailInData(value);
  if (!personal) return toPartnership(file, value);
  const reason =
    personal === 'too-much'
      ? 'is too large'
      : `something in it looks like ${personal.looksLike}. ${personal.instead}`;
  return { faults: [{ file, reason }], notes: [] };
}

/**
 * The sheet of a file with all the columns that it needs; faults without one when it cannot be used
 * at all.
 */
function findSheet(
  file: FolderFile,
  { sheets, faults }: OpenFolder,
): { sheet?: Sheet; faults: readonly Fault[] } {
  const name = `${file.name}.csv`;
  const read = sheets.get(file.name);
  if (!read) {
    const isMissed =
      REQUIRED_FILES.includes(file.name) && !(faults.length > 0 && sheets.size === 0);
    return {
      faults: isMissed
        ? [{ file: name, reason: 'is missing: every partnership folder has one' }]
        : [],
    };
  }
  const missing = file.requiredColumns.filter(
    (column) => read.sheet && !read.sheet.columns.includes(column),
  );
  if (missing.length === 0) return read;
  const line = 1;
  return {
    faults: missing.map((column) => ({
      file: read.sheet?.file ?? name,
      line,
      column,
      reason: 'this column is missing',
    })),
  };
}

function unknownColumns(file: FolderFile, sheet: Sheet): Fault[] {
  const unknown = sheet.columns.filter((column) => !file.columns.includes(column));
  return unknown.map((column) => ({
    file: sheet.file,
    column,
    reason: 'is not a known column, and was ignored',
  }));
}

function danglingSettings(
  { statutoryPartners, quorum, rapidReviewGroup }: Partnership,
  file: string,
  known: Map<string, KnownIds>,
): Fault[] {
  const named: [column: string, list: string, id: string][] = [
    ...statutoryPartners.map(({ agency }): [string, string, string] => [
      'statutory_partners',
      'agencies',
      agency,
    ]),
    ...(rapidReviewGroup
      ? [['rapid_review_group', 'groups', rapidReviewGroup] satisfies [string, string, string]]
      : []),
    ...quorum.flatMap(({ group, allOf = [], of = [] }): [string, string, string][] => [
      ['quorum', 'groups', group],
      ...[...allOf, ...of].map((agency): [string, string, string] => [
        'quorum',
        'agencies',
        agency,
      ]),
    ]),
  ];
  return named
    .filter(([, list, id]) => known.has(list) && !known.get(list)?.good.has(id))
    .map(([column, list, id]) => ({
      file,
      column,
      reason: `“${id}” is not among the good rows of ${list}.csv`,
    }));
}
