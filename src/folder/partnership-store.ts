import type { FolderFile } from '../contract/folder-file.ts';
import type { Imported, Key, Store } from '../contract/store.ts';
import type { ChangeEvent } from '../domain/change-event.ts';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import type { CoreList } from './core-files.ts';

/** Where a partnership is stored. */
export interface PartnershipStore {
  load(partnership: string): Promise<PartnershipRecords | undefined>;
  /** The meetings whose registers were kept here, whatever an import brought of others. */
  registersKeptHere(partnership: string): Promise<ReadonlySet<string>>;
  /** All records of a store, or those whose keys begin so. */
  list(partnership: string, store: Store<unknown>, prefix?: Key): Promise<readonly unknown[]>;
  /**
   * Writes what differs from what is stored, `imports` into features' stores, and at the end what
   * `toLast` makes of the stale actions; safe to cut off, and to do again. An action that is no
   * longer as it was `before`, when the records were compared, is left alone. `type` stands in the
   * histories.
   */
  save(
    records: PartnershipRecords,
    by: string,
    onProgress?: (done: number) => void,
    imports?: readonly StoreImport[],
    toLast?: (stale: readonly string[]) => StoreImport,
    before?: PartnershipRecords,
    type?: string,
  ): Promise<SavedRecords>;
  /** Removes actions by reference. */
  removeActions(partnership: string, refs: readonly string[], by: string): Promise<void>;
  /** Removes records of a feature's store. */
  removeRecords(
    partnership: string,
    store: Store<unknown>,
    records: readonly unknown[],
    event: ChangeEvent,
  ): Promise<void>;
}

/** Records for a declared store. */
export interface StoreImport {
  readonly store: Store<unknown>;
  readonly records: readonly unknown[];
}

export type SavedRecords = Record<keyof PartnershipRecords, Imported> & {
  /** What became of each of the imports. */
  readonly imported: readonly Imported[];
  /** References of actions that somebody changed meanwhile; those were left alone. */
  readonly stale: readonly string[];
};

/**
 * The records of one file, as a folder that was read has them: a feature's stand beside the core's,
 * under the name of its file.
 */
export function recordsIn(read: PartnershipRecords, { name }: FolderFile): readonly unknown[] {
  return read[name as CoreList] ?? [];
}

/** The records of one file, as they are stored. */
export function storedRecords(
  store: PartnershipStore,
  stored: PartnershipRecords,
  file: FolderFile,
): Promise<readonly unknown[]> {
  return file.store
    ? store.list(stored.partnership.id, file.store)
    : Promise.resolve(recordsIn(stored, file));
}

/** A partnership with those records of features that rows of a sheet may be: its risks. */
export async function loadWithNamed(
  store: PartnershipStore,
  partnership: string,
  featureFiles: readonly FolderFile[],
): Promise<PartnershipRecords | undefined> {
  const stored = await store.load(partnership);
  const named = featureFiles.filter(({ uniqueKeys: [first] }) => first?.isReference);
  const lists = stored
    ? await Promise.all(
        named.map(async (file) => [file.name, await storedRecords(store, stored, file)]),
      )
    : [];
  return stored && { ...stored, ...Object.fromEntries(lists) };
}
