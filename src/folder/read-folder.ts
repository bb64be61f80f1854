import { basename } from 'node:path';
import type { FolderFile } from '../contract/folder-file.ts';
import type { Day } from '../domain/dates.ts';
import { otherNames } from '../domain/other-names.ts';
import type { Partnership } from '../domain/partnership.ts';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import { findPersonalDetail, findPersonalDetailInData } from '../domain/privacy-guard.ts';
import type { Risk } from '../domain/risk.ts';
import { isDoubtful } from '../privacy/doubt.ts';
import { knownNames } from '../privacy/known-words.ts';
import type { IsKnownWord } from '../privacy/passage.ts';
import { allFiles } from './all-files.ts';
import { type CheckText, checkRows, checkWaitingRows, type KnownIds } from './check-rows.ts';
import { type CoreList, REQUIRED_FILES } from './core-files.ts';
import { findHeader } from './mapping/find-header.ts';
import type { NamedRecords } from './mapping/find-named.ts';
import { guessKind } from './mapping/guess-kind.ts';
import { lookUp, type Mapping, NO_MAPPING } from './mapping/mapping.ts';
import type { PlacedSheet, Proposal } from './mapping/proposal.ts';
import { nameHeading } from './mapping/propose-columns.ts';
import { proposeMapping } from './mapping/propose-mapping.ts';
import { type OpenFolder, openFolder, openTables } from './open-folder.ts';
import { type ReadPartnership, toPartnership } from './partnership-file.ts';
import { MISSING } from './read-plain-file.ts';
import { EMPTY, type Fault, isEmptyGrid, MAY_NAME_CHILD, type ReadGrid, toSheet } from './sheet.ts';
import { warnOfGaps } from './warn-of-gaps.ts';

/** A partnership folder that was read and checked; nothing of it is stored yet. */
export interface FolderRead {
  readonly files: readonly FolderFile[];
  /**
   * What the good rows say, those of features' files under their names. Not there when a file could
   * not be read at all: then there is nothing to accept in part.
   */
  readonly records?: PartnershipRecords;
  /** Where each of the records stood. */
  readonly lines: ReadonlyMap<unknown, number>;
  /** How many rows each file had, good and refused. */
  readonly rows: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
  /** What was kept out or could not be checked; nobody has to do anything. */
  readonly notes: readonly Fault[];
  /** How each sheet was read. */
  readonly proposals: readonly Proposal[];
  /** Sheets that lack a column without which they say nothing. */
  readonly unfinished: readonly PlacedSheet[];
  /** Names of the sheets that are read as nothing. */
  readonly unplaced: readonly string[];
}

export interface ReadFolderOptions {
  /** Says why a text must not be kept; by default whatever names a child, or may. */
  readonly checkText?: CheckText;
  /** Somebody has looked at what may name a child, and says that it names none. */
  readonly namesNoChild?: boolean;
  /** What a person has said of columns and values. */
  readonly mapping?: Mapping;
  /** Without it nothing is said of days that are still to come. */
  readonly today?: Day;
}

/**
 * Reads a folder of CSV files or a workbook, and checks every row. Throws for defects only: what is
 * wrong with it is in the answer.
 */
export async function readFolder(
  path: string,
  featureFiles: readonly FolderFile[],
  options: ReadFolderOptions = {},
): Promise<FolderRead> {
  const files = allFiles(featureFiles);
  const opened = await openFolder(
    path,
    files.map(({ name }) => name),
  );
  const settings = opened.settings && readSettings(opened.settings);
  const partnership = settings?.partnership;
  const read = readTables(files, opened, { ...(partnership && { partnership }) }, options);
  const unknownParts =
    partnership && opened.settings
      ? danglingSettings(partnership, opened.settings.file, read.known)
      : [];
  const isUsable = partnership && unknownParts.length === 0 && !read.isUnreadable;
  return {
    files,
    ...(isUsable && { records: { partnership, ...read.lists } as PartnershipRecords }),
    lines: read.lines,
    rows: read.rows,
    faults: [...(settings?.faults ?? []), ...unknownParts, ...read.faults],
    notes: [
      ...(settings?.notes ?? []),
      ...read.notes,
      ...warnOfGaps(read.lists as Partial<PartnershipRecords>, read.rows),
    ],
    proposals: read.proposals,
    unfinished: read.unfinished,
    unplaced: read.unplaced,
  };
}

/**
 * Reads a workbook or a CSV file with tables of a partnership that is stored: an action log, an
 * attendance table, a list of contacts. Only what it holds is in the answer's records.
 */
export async function readSheets(
  path: string,
  featureFiles: readonly FolderFile[],
  stored: PartnershipRecords,
  options: ReadFolderOptions = {},
): Promise<FolderRead> {
  return readOpenTables(basename(path), await openTables(path), featureFiles, stored, options);
}

/** The same of what was opened before, under the name that it is to have. */
export function readOpenTables(
  file: string,
  opened: OpenFolder,
  featureFiles: readonly FolderFile[],
  stored: PartnershipRecords,
  options: ReadFolderOptions = {},
): FolderRead {
  const files = allFiles(featureFiles);
  const read = readTables(files, opened, stored, options);
  const found = files.filter(({ name }) => read.rows[name] !== undefined);
  const nothing = {
    file,
    reason: `holds no table that Convenor knows: an action log, an attendance table, contacts or another of ${files.flatMap(({ name, isOfExports }) => (isOfExports ? [] : name)).join(', ')}; a mapping can say which sheet is what`,
  };
  const isNothing = found.length === 0 && read.faults.length === 0;
  const isEmpty = [...opened.others.values()].every(isEmptyGrid);
  const isUsable = found.length > 0 && !read.isUnreadable;
  const { partnership } = stored;
  return {
    files: found,
    ...(isUsable && { records: { partnership, ...read.lists } as PartnershipRecords }),
    lines: read.lines,
    rows: read.rows,
    faults: isNothing ? [isEmpty ? { file, reason: EMPTY } : nothing] : read.faults,
    notes: [...read.notes, ...warnOfSheets(read, stored)],
    proposals: read.proposals,
    unfinished: read.unfinished,
    unplaced: read.unplaced,
  };
}

/** The same gaps as of a folder, of what the sheets bring, beside what is stored. */
function warnOfSheets(
  { lists, rows, proposals }: ReturnType<typeof readTables>,
  { attendance, priorities }: PartnershipRecords,
): Fault[] {
  const { meetings = [], actions = [], ...brought } = lists as Partial<PartnershipRecords>;
  return warnOfGaps(
    {
      meetings,
      actions,
      attendance: [...attendance, ...(brought.attendance ?? [])],
      priorities: [...priorities, ...(brought.priorities ?? [])],
    },
    { attendance: 0, ...rows },
    (list) => proposals.find(({ kind }) => kind === list)?.file ?? list,
  );
}

type Lists = Partial<Record<CoreList, readonly unknown[]>>;

/** Reads and checks the tables of what was opened, against what is known of the partnership. */
function readTables(
  files: readonly FolderFile[],
  opened: OpenFolder,
  stored: Partial<PartnershipRecords>,
  { checkText, namesNoChild = false, mapping = NO_MAPPING, today }: ReadFolderOptions,
) {
  const isKnown = createIsKnownWord(files, opened, stored);
  const check = checkOnce(
    checkText ??
      ((text, isName) =>
        explainPersonal(text) ??
        (!isName && !namesNoChild && isDoubtful(text, isKnown) ? MAY_NAME_CHILD : undefined)),
  );
  const faults = [...opened.faults];
  const notes = [...opened.notes];
  const rows: Record<string, number> = {};
  const lists: Lists = {};
  const lines = new Map<unknown, number>();
  const proposals: Proposal[] = [];
  const unfinished: PlacedSheet[] = [];
  const known = knownIds(files, stored);
  let isUnreadable = faults.length > 0;
  const named = () => toNamedRecords(stored, lists);
  const placed = placeSheets(files, opened, { mapping, records: named() });
  notes.push(...placed.notes);
  for (const file of files) {
    lists[file.name as CoreList] = [];
    const opens = placed.sheets.get(file.name);
    if (!opens?.grid) {
      const missed = opens?.faults ?? explainMissing(file, opened, stored);
      isUnreadable ||= missed.length > 0;
      faults.push(...missed);
      continue;
    }
    const context = { records: named(), mapping, checkText: check, ...(today && { today }) };
    const {
      proposal,
      unfinished: lacking,
      faults: broken,
    } = proposeMapping(file, opens.grid, context);
    faults.push(...broken);
    if (lacking) unfinished.push(lacking);
    isUnreadable ||= !proposal;
    if (!proposal) continue;
    const { sheet, needPerson, leftOut, warnings } = proposal;
    const waiting = new Set(needPerson.map(({ line }) => line));
    rows[file.name] = sheet.rows.length + waiting.size;
    const checked = checkRows(file, sheet, known, check);
    lists[file.name as CoreList] = checked.items;
    for (const [item, line] of checked.lines) lines.set(item, line);
    proposals.push(proposal);
    const rest = checkWaitingRows(file, { file: sheet.file, rows: proposal.waitingRows }, check);
    const noted = [...noteValues(proposal), ...checked.notes];
    faults.push(
      ...needPerson,
      ...rest.map(withHeading(proposal)),
      ...checked.faults.map(withHeading(proposal)),
    );
    notes.push(...warnings, ...leftOut, ...noted.map(withHeading(proposal)));
  }
  const { unplaced } = placed;
  return {
    lists,
    lines,
    rows,
    faults,
    notes,
    proposals,
    unfinished,
    unplaced,
    known,
    isUnreadable,
  };
}

/** A column is named as its heading in the sheet names it. */
function withHeading({ columns }: Proposal): (fault: Fault) => Fault {
  const headings = new Map(
    columns.flatMap(({ column, heading, by }): [string, string][] =>
      column && by !== 'own name' ? [[column, heading]] : [],
    ),
  );
  return (fault) => {
    const heading = fault.column && headings.get(fault.column);
    return heading ? { ...fault, column: heading } : fault;
  };
}

/** Looks at each text once: a log says the same few things in thousands of rows. */
function checkOnce(check: CheckText): CheckText {
  const found = new Map<string, string | undefined>();
  return (text, isName) => {
    const key = `${isName}${text}`;
    if (!found.has(key)) found.set(key, check(text, isName));
    return found.get(key);
  };
}

/** What odd values were taken for, each once. */
function noteValues({ file, values }: Proposal): Fault[] {
  return values.map(({ column, written, meaning, rows, firstLine, assumes, isKept }) => ({
    file,
    line: firstLine,
    column,
    reason: `“${written}” was ${meaning || !isKept ? `read as ${meaning || 'no value'}` : 'kept in the notes'}${assumes ? `, the ${assumes} of which is assumed` : ''} (${rows} ${rows === 1 ? 'row' : 'rows'})`,
    isInPreview: true,
  }));
}

function toNamedRecords(stored: Partial<PartnershipRecords>, lists: Lists): NamedRecords {
  const all = <Item>(name: CoreList) => [...(stored[name] ?? []), ...(lists[name] ?? [])] as Item[];
  return {
    ...(stored.partnership && { partnership: stored.partnership }),
    agencies: all('agencies'),
    groups: all('groups'),
    people: all('people'),
    meetings: all('meetings'),
    priorities: all('priorities'),
    ...(stored.actions && { actions: stored.actions }),
    ...('risks' in stored && { risks: stored.risks as readonly Risk[] }),
  };
}

/** The ids of what is stored, which rows may name as well as those of the folder. */
function knownIds(
  files: readonly FolderFile[],
  stored: Partial<PartnershipRecords>,
): Map<string, KnownIds> {
  return new Map(
    files.flatMap(({ name, uniqueKeys: [byId] }): [string, KnownIds][] => {
      const records = stored[name as CoreList];
      const good = new Set((records ?? []).map((record) => byId?.value(record) ?? ''));
      return records ? [[name, { file: `${name}.csv`, good, refused: new Map() }]] : [];
    }),
  );
}

/**
 * Which sheet is read as which file: by its name, and those with names of their own by what they
 * hold, where nothing else is read as that.
 */
function placeSheets(
  files: readonly FolderFile[],
  { sheets, others }: OpenFolder,
  context: { readonly mapping: Mapping; readonly records: NamedRecords },
): {
  readonly sheets: ReadonlyMap<string, ReadGrid>;
  readonly notes: readonly Fault[];
  readonly unplaced: readonly string[];
} {
  const placed = new Map(sheets);
  const notes: Fault[] = [];
  const unplaced: string[] = [];
  for (const [name, grid] of others) {
    const said = lookUp(context.mapping.sheets, name) !== undefined;
    const kind = (said || !grid.isHidden) && guessKind(name, grid, files, context);
    if (kind && !placed.has(kind)) {
      placed.set(kind, { grid, faults: [] });
      continue;
    }
    unplaced.push(name);
    const { file } = grid;
    if (grid.isHidden && kind !== '')
      notes.push({ file, reason: 'is hidden in the workbook, and was not read' });
    else if (kind)
      notes.push({
        file,
        reason: `looks like ${kind} too, and was not read: another sheet is read as that; send it as a file of its own`,
      });
    else if (kind !== '')
      notes.push({
        file,
        reason: 'is not a sheet of a partnership workbook, and was not read',
        isInPreview: true,
      });
  }
  return { sheets: placed, notes, unplaced };
}

/** Why a text may not be kept, in words that go on from its column. */
function explainPersonal(text: string): string | undefined {
  const personal = findPersonalDetail(text);
  return personal && `looks like ${personal.looksLike}. ${personal.instead}`;
}

/** The names in the folder itself: its people are adults, its agencies and groups are no people. */
function createIsKnownWord(
  files: readonly FolderFile[],
  { sheets, settings }: OpenFolder,
  stored: Partial<PartnershipRecords>,
): IsKnownWord {
  const cells = (name: string, columns: readonly string[]): string[] => {
    const [file, grid] = [files.find((each) => each.name === name), sheets.get(name)?.grid];
    const nameOf = (heading: string) => file && nameHeading(file, heading, NO_MAPPING)?.column;
    const header = grid && findHeader(grid, (heading) => nameOf(heading) !== undefined);
    const read =
      header &&
      toSheet(grid, { ...header, columns: header.columns.map((each) => nameOf(each) ?? '') });
    return (read?.sheet.rows ?? []).flatMap(({ cells: row }) =>
      columns.flatMap((column) => row[column] ?? []),
    );
  };
  const settled = (settings?.value ?? {}) as Readonly<Record<string, unknown>>;
  const { partnership, people = [], agencies = [], groups = [], priorities = [] } = stored;
  return knownNames([
    ...['name', 'short_name', 'area'].map((key) => String(settled[key] ?? '')),
    ...(partnership ? [partnership.name, partnership.shortName, partnership.area] : []),
    ...people.flatMap(({ id, displayName }) => [id, displayName]),
    ...[...agencies, ...groups].flatMap((each) => [each.id, each.name, ...otherNames(each)]),
    ...priorities.flatMap(({ title, alsoKnownAs }) => [title, ...alsoKnownAs]),
    ...cells('people', ['id', 'display_name']),
    ...['agencies', 'groups'].flatMap((name) =>
      cells(name, ['id', 'name', 'short_name', 'also_known_as']),
    ),
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

/** A file that every folder has; a partnership that is stored has it already. */
function explainMissing(
  { name }: FolderFile,
  { sheets, faults }: OpenFolder,
  stored: Partial<PartnershipRecords>,
): readonly Fault[] {
  const isMissed =
    REQUIRED_FILES.includes(name) &&
    stored[name as CoreList] === undefined &&
    !(faults.length > 0 && sheets.size === 0);
  return isMissed ? [{ file: `${name}.csv`, reason: MISSING }] : [];
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
