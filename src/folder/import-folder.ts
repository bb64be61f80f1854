import type { FolderFile } from '../contract/folder-file.ts';
import type { Imported, Store } from '../contract/store.ts';
import { compareFolder, type KeptValue } from './compare-folder.ts';
import type { CoreList } from './core-files.ts';
import type { ImportChange } from './import-journal.ts';
import { importedStore } from './imported-rows.ts';
import { PARTNERSHIP_FILE } from './partnership-file.ts';
import { type PartnershipStore, recordsIn, type SavedRecords } from './partnership-store.ts';
import type { FolderRead } from './read-folder.ts';
import type { Fault } from './sheet.ts';

export interface ImportReport {
  /** The id of the partnership, where it could be read. */
  readonly partnership?: string;
  /** Whether the good rows are stored now. */
  readonly stored: boolean;
  readonly files: readonly ({
    readonly file: string;
    readonly read: number;
    readonly refused: number;
  } & Imported)[];
  readonly faults: readonly Fault[];
  /** What the file says otherwise, and the import left as it is here. */
  readonly kept: readonly KeptValue[];
  readonly notes: readonly Fault[];
  /** References of actions that somebody changed meanwhile; those were left alone. */
  readonly stale: readonly string[];
}

export interface ImportOptions {
  /** Store the good rows although others were refused. */
  readonly acceptPartial?: boolean;
  /** Who stands in the histories and in the audit log; the importer itself by default. */
  readonly by?: string;
  /** Called before anything is stored, with what would change. */
  readonly onCompared?: (changes: readonly ImportChange[]) => Promise<void>;
  /** Called with the rows that are stored so far, and with how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Who stands in the history of an action that an import changed. */
const IMPORTER = 'import';

/**
 * Stores a folder that was read: all of it, or nothing unless a part is accepted. What people have
 * changed since the last import stays. The same folder again changes nothing.
 */
export async function importFolder(
  read: FolderRead,
  store: PartnershipStore,
  {
    acceptPartial = false,
    by = IMPORTER,
    onCompared = async () => {},
    onProgress = () => {},
  }: ImportOptions = {},
): Promise<ImportReport> {
  const { records, faults, notes, files } = read;
  if (!records || !canStore(read, acceptPartial)) return toRefusalReport(read);
  const before = await store.load(records.partnership.id);
  const compared = await compareFolder(read, records, store, before);
  if (before) await onCompared(compared.changes);
  const total = files.reduce((sum, file) => sum + recordsIn(compared.records, file).length, 1);
  const imports = files.flatMap((file) =>
    file.store ? [{ store: file.store, records: recordsIn(compared.records, file) }] : [],
  );
  const toLast = (stale: readonly string[]) => ({
    store: importedStore as Store<unknown>,
    records: compared.toRemember(stale),
  });
  const saved = await store.save(
    compared.records,
    by,
    (done) => onProgress(done, total),
    imports,
    toLast,
    before,
  );
  const changedMeanwhile = saved.stale.map((ref) => ({
    file: 'actions.csv',
    column: ref,
    reason: 'was changed by someone else during the import and not overwritten: import again',
  }));
  return {
    ...toReport(
      { ...read, records: compared.records },
      saved,
      [...faults, ...changedMeanwhile],
      [...notes, ...compared.notes, ...compared.unlisted],
    ),
    kept: compared.kept,
    stale: saved.stale,
  };
}

/**
 * Whether a folder will be stored: all its rows are good, or the good ones are accepted without the
 * others.
 */
export function canStore({ records, faults }: FolderRead, acceptPartial = false): boolean {
  return records !== undefined && (faults.length === 0 || acceptPartial);
}

/** What is said of a folder that is not stored. */
export function toRefusalReport(read: FolderRead): ImportReport {
  return toReport(read, undefined, read.faults, read.notes);
}

function toReport(
  { files, records, rows }: FolderRead,
  saved: SavedRecords | undefined,
  faults: readonly Fault[],
  notes: readonly Fault[],
): ImportReport {
  const withStore = files.filter(({ store }) => store);
  const findCounts = (file: FolderFile) =>
    file.store ? saved?.imported[withStore.indexOf(file)] : saved?.[file.name as CoreList];
  return {
    partnership: records?.partnership.id,
    stored: saved !== undefined,
    files: [
      {
        file: PARTNERSHIP_FILE,
        read: records ? 1 : 0,
        refused: 0,
        ...(saved?.partnership ?? NONE_IMPORTED),
      },
      ...files.flatMap((file) => {
        const read = rows[file.name];
        if (read === undefined) return [];
        const good = records ? recordsIn(records, file).length : 0;
        const counts = findCounts(file) ?? NONE_IMPORTED;
        return [{ file: `${file.name}.csv`, read, refused: read - good, ...counts }];
      }),
    ],
    faults,
    kept: [],
    notes,
    stale: [],
  };
}

const NONE_IMPORTED: Imported = { written: 0, unchanged: 0 };
