import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FolderFile } from '../contract/folder-file.ts';
import { mergeSheetWords } from '../contract/merge-sheet-words.ts';
import type { ImportOutcome, SentSheets, SheetImports } from '../contract/ports/sheet-imports.ts';
import type { Calendar } from '../contract/ports.ts';
import type { OpenStores } from '../contract/store.ts';
import { createKeyedMutex } from '../storage/tables/keyed-mutex.ts';
import { allFiles } from './all-files.ts';
import { compareFolder } from './compare-folder.ts';
import { importFolder } from './import-folder.ts';
import { keepJournal } from './import-journal.ts';
import { mappingSchema } from './mapping/mapping.ts';
import { loadMapping, rememberMapping, toRemembered } from './mapping/remembered-mapping.ts';
import { type OpenFolder, openSentTables } from './open-folder.ts';
import { loadWithNamed, type PartnershipStore } from './partnership-store.ts';
import { readOpenTables } from './read-folder.ts';
import { EMPTY, isEmptyGrid } from './sheet.ts';
import { toImportPreview } from './to-import-preview.ts';
import { planUndo, undoImport } from './undo-import.ts';

export interface SheetImportsParts {
  readonly store: PartnershipStore;
  readonly stores: OpenStores;
  readonly featureFiles: readonly FolderFile[];
  readonly calendar: Calendar;
}

/** A chat answers others while it reads, so it reads no more than so many lines at once. */
const MAX_LINES = 5_000;
const MAX_UNPACKED_MEGABYTES = 60;
const MAX_PACKED_BYTES = 4 * 1024 * 1024;

/** What is kept of a file until it is imported. */
interface Packed {
  readonly fileName: string;
  readonly tables: readonly (readonly [name: string, grid: unknown])[];
}

/** Reads spreadsheets that somebody sent, as the command line reads them. */
export function createSheetImports({
  store,
  stores,
  featureFiles,
  calendar,
}: SheetImportsParts): SheetImports {
  const files = allFiles(featureFiles);
  // One at a time: a workbook may take much memory while it is read.
  const withLock = createKeyedMutex();
  const storing = new Set<Promise<unknown>>();
  const undoParts = { store, stores, featureFiles };

  /** How a file is read with all that was ever said of such sheets. */
  async function read(partnership: string, sent: SentSheets) {
    const stored = await loadWithNamed(store, partnership, featureFiles);
    if (!stored) throw new Error('The partnership is not stored');
    const { fileName, opened } = unpack(sent.content);
    const said = mappingSchema.parse(sent.said);
    const mapping = mergeSheetWords(await loadMapping(stores, partnership), said);
    const today = calendar.today(stored.partnership.timeZone);
    const options = { mapping, namesNoChild: sent.namesNoChild, today };
    const found = readOpenTables(fileName, opened, featureFiles, stored, options);
    return { stored, fileName, opened, said, found };
  }

  return {
    open: (fileName, bytes) =>
      withLock('open', async () => {
        const opened = await openSentTables(fileName, Buffer.from(bytes), MAX_UNPACKED_MEGABYTES);
        const [fault] = opened.faults;
        if (fault) return { reason: `${fault.line ? `line ${fault.line}: ` : ''}${fault.reason}` };
        return pack(fileName, opened);
      }),
    async preview(partnership, sent) {
      const { stored, fileName, opened, found } = await read(partnership, sent);
      const compared = found.records && (await compareFolder(found, found.records, store, stored));
      const parts = toImportPreview({ found, compared, fileName, opened, stored, files });
      // What else is stored is no part of what was looked at: another import may have come between.
      const unlisted = (compared?.unlisted ?? []).map(({ reason }) => ({
        sheet: fileName,
        reason,
      }));
      return { ...parts, notes: [...parts.notes, ...unlisted], digest: toDigest(parts) };
    },
    async whenIdle() {
      await Promise.allSettled(storing);
    },
    store: (...parts) => track(storeSheets(...parts)),
    planUndo: (partnership) => planUndo(undoParts, partnership),
    undo: (partnership, actor) => track(undoImport(undoParts, partnership, actor)),
  };

  /** Whoever stops the service waits for it. */
  function track<Value>(work: Promise<Value>): Promise<Value> {
    storing.add(work);
    const forget = () => void storing.delete(work);
    work.then(forget, forget);
    return work;
  }

  async function storeSheets(
    ...[partnership, sent, actor, importId]: Parameters<SheetImports['store']>
  ): Promise<ImportOutcome> {
    const { said, found } = await read(partnership, sent);
    const report = await importFolder(found, store, {
      acceptPartial: true,
      by: actor.by,
      onCompared: (changes) =>
        keepJournal(stores, partnership, importId, changes, { ...actor, type: 'imported' }),
    });
    await rememberMapping(stores, partnership, toRemembered(found.proposals, said), actor);
    const kinds = found.proposals.map(({ kind }) => kind);
    const counted = report.files.filter(({ file }) => kinds.includes(file.replace('.csv', '')));
    const sum = (count: (each: (typeof counted)[number]) => number) =>
      counted.reduce((all, each) => all + count(each), 0);
    return {
      kinds,
      written: sum(({ written }) => written),
      unchanged: sum(({ unchanged }) => unchanged),
      waiting: sum(({ refused }) => refused),
      stale: report.stale,
    };
  }
}

function pack(fileName: string, { others }: OpenFolder) {
  const lines = [...others.values()].reduce((sum, grid) => sum + grid.lines.length, 0);
  if (lines > MAX_LINES)
    return {
      reason: `has ${lines.toLocaleString('en-GB')} lines, and I read ${MAX_LINES.toLocaleString('en-GB')} at once: send it in parts, such as a year each`,
    };
  if ([...others.values()].every(isEmptyGrid)) return { reason: EMPTY };
  const packed: Packed = { fileName, tables: [...others] };
  const content = gzipSync(JSON.stringify(packed));
  return content.length > MAX_PACKED_BYTES
    ? { reason: 'holds more text than I read at once: send it in parts, such as a year each' }
    : { content };
}

function unpack(content: Uint8Array): { fileName: string; opened: OpenFolder } {
  const { fileName, tables } = JSON.parse(gunzipSync(content).toString('utf8')) as Packed;
  const others = new Map(tables) as OpenFolder['others'];
  return { fileName, opened: { sheets: new Map(), others, faults: [], notes: [] } };
}

/** Written like the ids of a card. */
function toDigest(parts: unknown): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
