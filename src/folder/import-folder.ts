import type { PartnershipRecords } from '../domain/partnership-records.ts';
import type { ListName } from './folder-file.ts';
import { folderFiles } from './folder-files.ts';
import type { FolderRead } from './read-folder.ts';
import type { Fault } from './sheet.ts';

/** Where a partnership is kept. `records/` keeps these promises over Azure Tables. */
export interface PartnershipStore {
  load(partnership: string): Promise<PartnershipRecords | undefined>;
  /** Writes what differs from what is stored; safe to cut off, and to do again. */
  save(
    records: PartnershipRecords,
    by: string,
    onProgress?: (done: number) => void,
  ): Promise<Saved>;
}

type Saved = Record<keyof PartnershipRecords, Counts> & {
  /** References of actions that somebody changed meanwhile; those were left alone. */
  readonly stale: readonly string[];
};

interface Counts {
  readonly written: number;
  readonly unchanged: number;
}

export interface ImportReport {
  /** The id of the partnership, where it could be read. */
  readonly partnership?: string;
  /** Whether the good rows are stored now. */
  readonly stored: boolean;
  readonly files: readonly ({
    readonly file: string;
    readonly read: number;
    readonly refused: number;
  } & Counts)[];
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
}

export interface ImportOptions {
  /** Store the good rows although others were refused. */
  readonly acceptPartial?: boolean;
  /** Called with the rows that are stored so far, and with how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Who stands in the history of an action that an import changed. */
const IMPORTER = 'import';
const MAX_NAMES_LISTED = 10;

/** Stores a folder that was read: all of it, or nothing unless a part is accepted. The same folder again changes nothing. */
export async function importFolder(
  read: FolderRead,
  store: PartnershipStore,
  { acceptPartial = false, onProgress = () => {} }: ImportOptions = {},
): Promise<ImportReport> {
  const { records, faults, notes } = read;
  if (!records || !canStore(read, acceptPartial)) return toRefusalReport(read);
  const before = await store.load(records.partnership.id);
  const total = folderFiles.reduce((sum, { list }) => sum + records[list].length, 1);
  const saved = await store.save(records, IMPORTER, (done) => onProgress(done, total));
  const stale = saved.stale.map((ref) => ({
    file: 'actions.csv',
    column: ref,
    reason: 'was changed by somebody else during the import and left alone: import again',
  }));
  return toReport(
    read,
    saved,
    [...faults, ...stale],
    [...notes, ...(before ? notesOnUnlistedRecords(records, before) : [])],
  );
}

/** What is stored but not in the folder: an import takes nothing away, so somebody who has left is still let in. */
function notesOnUnlistedRecords(records: PartnershipRecords, before: PartnershipRecords): Fault[] {
  return folderFiles.flatMap(({ list, unique }) => {
    const nameOf = unique[0]?.of ?? String;
    const names = new Set(records[list].map(nameOf));
    const others = before[list].map(nameOf).filter((name) => !names.has(name));
    if (others.length === 0) return [];
    const named =
      others.length > MAX_NAMES_LISTED
        ? `${others.slice(0, MAX_NAMES_LISTED).join(', ')} …`
        : others.join(', ');
    return [
      {
        file: `${list}.csv`,
        reason: `${others.length} that are stored are not in this folder, and were kept: ${named}`,
      },
    ];
  });
}

/** Whether a folder will be stored: all its rows are good, or the good ones are accepted without the others. */
export function canStore({ records, faults }: FolderRead, acceptPartial = false): boolean {
  return records !== undefined && (faults.length === 0 || acceptPartial);
}

/** What is said of a folder that is not stored. */
export function toRefusalReport(read: FolderRead): ImportReport {
  return toReport(read, undefined, read.faults, read.notes);
}

function toReport(
  { records, rows }: FolderRead,
  saved: Saved | undefined,
  faults: readonly Fault[],
  notes: readonly Fault[],
): ImportReport {
  const lists = folderFiles
    .map(({ list }) => list)
    .filter((list): list is ListName => rows[list] !== undefined);
  return {
    partnership: records?.partnership.id,
    stored: saved !== undefined,
    files: [
      {
        file: 'partnership.json',
        read: records ? 1 : 0,
        refused: 0,
        ...(saved?.partnership ?? NO_COUNTS),
      },
      ...lists.map((list) => {
        const read = rows[list] ?? 0;
        return {
          file: `${list}.csv`,
          read,
          refused: read - (records?.[list].length ?? 0),
          ...(saved?.[list] ?? NO_COUNTS),
        };
      }),
    ],
    faults,
    notes,
  };
}

const NO_COUNTS: Counts = { written: 0, unchanged: 0 };
