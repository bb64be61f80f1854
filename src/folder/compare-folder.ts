import { isDeepStrictEqual } from 'node:util';
import type { FolderFile } from '../contract/folder-file.ts';
import type { Store } from '../contract/store.ts';
import type { Attendance } from '../domain/meeting.ts';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import { compareRecord, type KeptCell, toDigests } from './compare-record.ts';
import { OWNER_COLUMNS } from './core-files.ts';
import type { ImportChange } from './import-journal.ts';
import {
  type ImportedRow,
  type ImportedShelf,
  importedStore,
  putOnShelves,
  toCellDigest,
  toCellsByColumn,
  toImportedId,
} from './imported-rows.ts';
import type { Proposal } from './mapping/proposal.ts';
import { createFindStored, findTwins, namesWritten, recordName } from './match-rows.ts';
import { type PartnershipStore, recordsIn, storedRecords } from './partnership-store.ts';
import type { FolderRead } from './read-folder.ts';
import { type Fault, listFirst, type SheetRow } from './sheet.ts';

/** A cell that an import leaves alone, where it stands, and of which record. */
export interface KeptValue extends KeptCell {
  /** The sheet. */
  readonly file: string;
  readonly line?: number;
  readonly kind: string;
  readonly name: string;
}

/** How a folder differs from what is stored, seen from what the last import gave. */
export interface ComparedFolder {
  /** What is stored once the import has taken what it may. */
  readonly records: PartnershipRecords;
  /** By file. */
  readonly counts: ReadonlyMap<
    string,
    { readonly added: number; readonly changed: number; readonly unchanged: number }
  >;
  readonly kept: readonly KeptValue[];
  /** Rows that are left out whole. */
  readonly notes: readonly Fault[];
  /** What stays though the folder lacks it. */
  readonly unlisted: readonly Fault[];
  /** What the import would change, so that it can be taken back. */
  readonly changes: readonly ImportChange[];
  /** What is to be remembered once it is stored, without what turned out to be stale. */
  toRemember(stale: readonly string[]): readonly ImportedShelf[];
}

/** Compares what a folder brings with what is stored and with what the last import gave. */
export async function compareFolder(
  read: FolderRead,
  records: PartnershipRecords,
  store: PartnershipStore,
  stored: PartnershipRecords | undefined,
): Promise<ComparedFolder> {
  const { id } = records.partnership;
  const keptHere = stored ? await store.registersKeptHere(id) : new Set();
  const isKeptHere = (record: unknown) => keptHere.has((record as Attendance).meetingId);
  const lists: Record<string, readonly unknown[]> = {};
  const compared: Omit<ComparedFolder, 'records'>[] = [];
  for (const file of read.files) {
    // A folder that somebody keeps by hand lacks these files.
    if (file.isOfExports && read.rows[file.name] === undefined) continue;
    const known = stored ? await storedRecords(store, stored, file) : [];
    const shelves = stored ? await store.list(id, importedStore as Store<unknown>, file.name) : [];
    const found = compareFile(file, read, {
      records,
      known,
      shelves: shelves as ImportedShelf[],
      isSettledHere: file.name === 'attendance' ? isKeptHere : () => false,
    });
    lists[file.name] = found.list;
    compared.push(found);
  }
  return {
    records: { ...records, ...lists },
    counts: new Map(compared.flatMap(({ counts }) => [...counts])),
    kept: compared.flatMap(({ kept }) => kept),
    notes: [...compared.flatMap(({ notes }) => notes), ...noteErasedElsewhere(records, stored)],
    unlisted: compared.flatMap(({ unlisted }) => unlisted),
    changes: compared.flatMap(({ changes }) => changes),
    toRemember: (stale) => compared.flatMap(({ toRemember }) => toRemember(stale)),
  };
}

/** Erasing is no import's to do: whoever was erased where the folder comes from is named. */
function noteErasedElsewhere(
  { 'former-people': former = [] }: PartnershipRecords,
  stored: PartnershipRecords | undefined,
): Fault[] {
  const known = new Set(stored?.people.map(({ id }) => id));
  return former
    .filter(({ id }) => known.has(id))
    .map(({ id }) => ({
      file: 'former-people.csv',
      reason: `${id} was erased where this comes from, and is kept here: npm run person -- erase ${id}`,
    }));
}

interface Sides {
  readonly records: PartnershipRecords;
  readonly known: readonly unknown[];
  readonly shelves: readonly ImportedShelf[];
  /** Nothing is added to what people have settled: the register of a meeting. */
  readonly isSettledHere: (record: unknown) => boolean;
}

function compareFile(
  file: FolderFile,
  { proposals, lines }: FolderRead,
  { records, known, shelves, isSettledHere }: Sides,
): Omit<ComparedFolder, 'records'> & { readonly list: readonly unknown[] } {
  const proposal = proposals.find(({ kind }) => kind === file.name);
  const sheet = proposal?.file ?? `${file.name}.csv`;
  const source = toCellDigest(sheet);
  // A reference keeps the spelling that it has here.
  const columns = (proposal ? filledColumns(file, proposal) : file.columns).filter(
    (column) => column !== file.idColumn,
  );
  const brought = recordsIn(records, file);
  const findStored = createFindStored(file, known, brought);
  const before = new Map(shelves.flatMap(({ rows }) => Object.entries(rows)));
  const list: unknown[] = [];
  const kept: KeptValue[] = [];
  const notes: Fault[] = [];
  const remembered = new Map<string, readonly [id: string, row: ImportedRow]>();
  const changes: ImportChange[] = [];
  const gone: string[] = [];
  const added: unknown[] = [];
  const seen = new Set<unknown>();
  const assumedIn = new Map(
    proposal?.sheet.rows.flatMap(({ line, assumed = {} }) =>
      Object.keys(assumed).length > 0 ? [[line, assumed] as const] : [],
    ),
  );
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const record of brought) {
    const stored = findStored(record);
    const name = recordName(file, stored ?? record);
    const id = toImportedId(name);
    const last = before.get(id);
    const line = lines.get(record);
    const place = { file: sheet, ...(line && { line }), kind: file.name, name };
    const remember = (cells: ImportedRow['cells']) => {
      const row: ImportedRow = { source, cells };
      if (!isDeepStrictEqual(row, last)) remembered.set(name, [id, row]);
    };
    if (!stored && last) {
      gone.push(name);
    } else if (!stored && isSettledHere(record)) {
      const [column = '', inFile = ''] =
        Object.entries(toCellsByColumn(file, record)).find(([each]) =>
          file.settledColumns(record).includes(each),
        ) ?? [];
      kept.push({ ...place, column, inFile, here: '', why: 'settled' });
    } else if (!stored) {
      counts.added += 1;
      added.push(record);
      list.push(record);
      remember(toDigests(toCellsByColumn(file, record), columns));
      const after = toDigests(toCellsByColumn(file, record), file.columns);
      changes.push({ kind: file.name, name, after });
    } else {
      seen.add(stored);
      if (last?.source !== source && !file.isSameThing(stored, record)) {
        notes.push({
          file: sheet,
          ...(line && { line }),
          column: file.idColumn,
          reason: `${name} is something else here, from another source; the row was left out: give it a reference of its own`,
        });
        continue;
      }
      const both = compareRecord(file, columns, {
        stored,
        brought: keepAssumed(file, record, stored, assumedIn.get(line ?? 0)),
        ...(last && { before: last.cells }),
      });
      list.push(both.record);
      counts[both.taken.length > 0 ? 'changed' : 'unchanged'] += 1;
      kept.push(...both.kept.map((cell) => ({ ...place, ...cell })));
      remember(both.cells);
      if (both.taken.length > 0) {
        const [here, then] = [stored, both.record].map((each) => toCellsByColumn(file, each));
        const before = Object.fromEntries(
          both.taken.map((column) => [column, here?.[column] ?? '']),
        );
        const after = toDigests(then ?? {}, both.taken);
        changes.push({ kind: file.name, name, before, after, ...(last && { last }) });
      }
    }
  }
  const written = namesWritten(file, proposal);
  const missing = known.filter(
    (record) => !seen.has(record) && !written.has(recordName(file, record)),
  );
  for (const [record, other] of findTwins(file, added, missing)) {
    const line = lines.get(record);
    notes.push({
      file: sheet,
      ...(line && { line }),
      column: file.idColumn,
      reason: `${recordName(file, record)} is new, and has the title of ${recordName(file, other)}, which this file lacks: if they are one, withdraw one of them`,
    });
  }
  if (gone.length > 0)
    notes.push({
      file: sheet,
      reason: `${gone.length} imported before ${isOrAre(gone)} no longer here, and ${wasOrWere(gone)} not brought back: ${listFirst(gone)}`,
    });
  const unlisted = {
    file: sheet,
    reason: `${missing.length} stored ${missing.length === 1 ? 'record' : 'records'} ${isOrAre(missing)} not in this folder, and ${wasOrWere(missing)} kept: ${listFirst(missing.map((record) => recordName(file, record)))}`,
  };
  return {
    list,
    counts: new Map([[file.name, counts]]),
    kept,
    notes,
    unlisted: missing.length > 0 ? [unlisted] : [],
    changes,
    toRemember(stale) {
      const left = new Set(file.name === 'actions' ? stale : []);
      const stored = [...remembered].filter(([name]) => !left.has(name)).map(([, row]) => row);
      return putOnShelves(file.name, shelves, stored);
    },
  };
}

/** What a sheet does not say, and was assumed, is as it is stored: a year, or a whole day. */
function keepAssumed(
  file: FolderFile,
  brought: unknown,
  stored: unknown,
  assumed: SheetRow['assumed'] = {},
): unknown {
  const [inFile, here] = [toCellsByColumn(file, brought), toCellsByColumn(file, stored)];
  const same = Object.entries(assumed).flatMap(([column, part]) => {
    const [written = '', known = ''] = [inFile[column], here[column]];
    const isSame = part === 'day' || known.slice(4) === written.slice(4);
    return known && isSame ? column : [];
  });
  return same.length > 0 ? file.merge(brought, stored, same) : brought;
}

const isOrAre = ({ length }: readonly unknown[]): string => (length === 1 ? 'is' : 'are');
const wasOrWere = ({ length }: readonly unknown[]): string => (length === 1 ? 'was' : 'were');

/**
 * The columns of which a sheet says something: those it has, and those that its rows were found to
 * fill. Where an owner is written in its own way, one cell says all of who owns an action.
 */
function filledColumns(
  { columns: all }: FolderFile,
  { columns, sheet }: Proposal,
): readonly string[] {
  const isOwner = (column = '') => OWNER_COLUMNS.some((each) => each === column);
  const hasOwner = columns.some(({ column, by }) => isOwner(column) && by !== 'own name');
  const there = new Set([...sheet.columns, ...(hasOwner ? OWNER_COLUMNS : [])]);
  return all.filter((column) => there.has(column));
}
