import { isDeepStrictEqual } from 'node:util';
import type { FolderFile } from '../contract/folder-file.ts';
import type { StayReason, UndoPlan } from '../contract/ports/sheet-imports.ts';
import type { OpenStores, Store } from '../contract/store.ts';
import type { Actor } from '../domain/actor.ts';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import { allFiles } from './all-files.ts';
import { type ImportChange, loadJournal, removeJournal } from './import-journal.ts';
import {
  type ImportedShelf,
  importedStore,
  toCellDigest,
  toCellsByColumn,
  toImportedId,
} from './imported-rows.ts';
import { recordName } from './match-rows.ts';
import { type PartnershipStore, storedRecords } from './partnership-store.ts';

export interface UndoParts {
  readonly store: PartnershipStore;
  readonly stores: OpenStores;
  readonly featureFiles: readonly FolderFile[];
}

/** What taking back comes to for the records of one file. */
interface FileUndo {
  readonly file: FolderFile;
  readonly reverted: readonly unknown[];
  readonly removed: readonly unknown[];
  readonly staying: UndoPlan['staying'];
  /** What is back or gone, so that the next import takes the file as this one did. */
  readonly settled: readonly ImportChange[];
}

/** What would become of the last import of a partnership; nothing where there is none to take back. */
export async function planUndo(
  parts: UndoParts,
  partnership: string,
): Promise<UndoPlan | undefined> {
  const found = await compareWithJournal(parts, partnership);
  return found && toPlan(found.importId, found.files);
}

/**
 * Takes back the last import: what nobody has changed since is as it was before, what is new goes.
 * What was changed since stays, and so does what people settle. It can be cut off, and done again.
 */
export async function undoImport(
  parts: UndoParts,
  partnership: string,
  actor: Actor,
): Promise<UndoPlan | undefined> {
  const found = await compareWithJournal(parts, partnership);
  if (!found) return undefined;
  const { store, stores } = parts;
  const { importId, files, stored } = found;
  const event = { type: TAKEN_BACK, by: actor.by, at: actor.at };
  const lists = Object.fromEntries(
    CORE_LISTS.map((name) => [name, files.find(({ file }) => file.name === name)?.reverted ?? []]),
  );
  const imports = files.flatMap(({ file, reverted }) =>
    file.store ? [{ store: file.store, records: reverted }] : [],
  );
  await store.save(
    { partnership: stored.partnership, ...lists } as unknown as PartnershipRecords,
    actor.by,
    undefined,
    imports,
    undefined,
    stored,
    TAKEN_BACK,
  );
  for (const { file, removed } of files) {
    if (file.store) await store.removeRecords(partnership, file.store, removed, event);
    else if (file.name === 'actions')
      await store.removeActions(
        partnership,
        removed.map((record) => recordName(file, record)),
        actor.by,
      );
  }
  for (const { file, settled } of files) {
    const shelves = (await store.list(
      partnership,
      importedStore as Store<unknown>,
      file.name,
    )) as ImportedShelf[];
    await stores(partnership)(importedStore).importAll(forget(shelves, settled), event);
  }
  await removeJournal(stores, partnership, event);
  return toPlan(importId, files);
}

/** What stands in the histories. */
const TAKEN_BACK = 'import taken back';

const CORE_LISTS = [
  'agencies',
  'groups',
  'memberships',
  'people',
  'former-people',
  'priorities',
  'actions',
  'meetings',
  'attendance',
  'reviews',
] as const;

async function compareWithJournal({ store, stores, featureFiles }: UndoParts, partnership: string) {
  const [journal, stored] = await Promise.all([
    loadJournal(stores, partnership),
    store.load(partnership),
  ]);
  if (!journal || !stored) return undefined;
  const byKind = Map.groupBy(journal.changes, ({ kind }) => kind);
  const all = await Promise.all(
    allFiles(featureFiles)
      .filter(({ isOfExports, name }) => !isOfExports || byKind.has(name))
      .map(async (file) => ({ file, known: await storedRecords(store, stored, file) })),
  );
  const compared = all.flatMap(({ file, known }) => {
    const changes = byKind.get(file.name);
    return changes ? [compareChanges(file, known, changes)] : [];
  });
  const goes = new Set(compared.flatMap(({ removed }) => removed));
  const named = new Set(
    all.flatMap(({ file, known }) =>
      known
        .filter((record) => !goes.has(record))
        .flatMap((record) => file.references(record).map(({ file: to, id }) => `${to} ${id}`)),
    ),
  );
  const files = compared.map((each) => keepNamed(each, named));
  return { importId: journal.importId, files, stored };
}

function compareChanges(
  file: FolderFile,
  known: readonly unknown[],
  changes: readonly ImportChange[],
): FileUndo {
  const byName = new Map(known.map((record) => [recordName(file, record), record]));
  const reverted: unknown[] = [];
  const removed: unknown[] = [];
  const staying: UndoPlan['staying'][number][] = [];
  const settled: ImportChange[] = [];
  for (const change of changes) {
    const { name, before, after } = change;
    const stay = (why: StayReason) => staying.push({ kind: file.name, name, why });
    const record = byName.get(name);
    if (!record) {
      settled.push(change);
      continue;
    }
    const here = toCellsByColumn(file, record);
    const isAsWritten = (column: string) => toCellDigest(here[column] ?? '') === after[column];
    const isSettled = file.settledColumns(record).some((column) => here[column]);
    if (!before) {
      if (!Object.keys(after).every(isAsWritten)) stay('changed since');
      else if (isSettled || !canRemove(file)) stay('kept');
      else {
        removed.push(record);
        settled.push(change);
      }
      continue;
    }
    const columns = Object.keys(before);
    if (columns.every((column) => here[column] === before[column])) {
      settled.push(change);
      continue;
    }
    const changed = new Set(columns.filter((column) => !isAsWritten(column)));
    const wanted = columns.filter((column) => {
      const group = file.columnGroups.find((each) => each.includes(column)) ?? [column];
      return !group.some((each) => changed.has(each));
    });
    const isFixed = wanted.some((column) => file.settledColumns(record).includes(column));
    const cells = Object.entries({ ...here, ...before }).filter(([, cell]) => cell);
    const earlier = file.schema.safeParse(Object.fromEntries(cells));
    if (isFixed || !earlier.success) stay('kept');
    else if (wanted.length === 0) stay('changed since');
    else {
      reverted.push(file.merge(record, earlier.data, wanted));
      settled.push(change);
      if (wanted.length < columns.length) stay('changed since');
    }
  }
  return { file, reverted, removed, staying, settled };
}

/** People, agencies and meetings have more than their row; they are taken out by hand. */
const canRemove = ({ name, store, isOfExports }: FolderFile): boolean =>
  name === 'actions' || (store !== undefined && !isOfExports);

/** What others name stays. */
function keepNamed(undo: FileUndo, named: ReadonlySet<string>): FileUndo {
  const { file, removed, staying, settled } = undo;
  const isNamed = (record: unknown) => {
    const id = toCellsByColumn(file, record)[file.idColumn];
    return named.has(`${file.name} ${id}`);
  };
  const kept = removed.filter(isNamed).map((record) => recordName(file, record));
  return {
    ...undo,
    removed: removed.filter((record) => !isNamed(record)),
    staying: [
      ...staying,
      ...kept.map((name) => ({ kind: file.name, name, why: 'named by others' as const })),
    ],
    settled: settled.filter(({ name }) => !kept.includes(name)),
  };
}

/** The shelves without what the import gave, or with what the one before had given. */
function forget(
  shelves: readonly ImportedShelf[],
  changes: readonly ImportChange[],
): ImportedShelf[] {
  const lasts = new Map(changes.map(({ name, last }) => [toImportedId(name), last]));
  return shelves.flatMap((shelf) => {
    const rows = Object.fromEntries(
      Object.entries(shelf.rows).flatMap(([id, row]) => {
        const last = lasts.has(id) ? lasts.get(id) : row;
        return last ? [[id, last]] : [];
      }),
    );
    return isDeepStrictEqual(rows, shelf.rows) ? [] : [{ ...shelf, rows }];
  });
}

function toPlan(importId: string, files: readonly FileUndo[]): UndoPlan {
  const count = (part: 'reverted' | 'removed') =>
    files.flatMap(({ file, ...each }) =>
      each[part].length > 0 ? [{ kind: file.name, rows: each[part].length }] : [],
    );
  return {
    importId,
    reverted: count('reverted'),
    removed: count('removed'),
    staying: files.flatMap(({ staying }) => staying),
  };
}
