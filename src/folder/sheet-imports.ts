import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FolderFile } from '../contract/folder-file.ts';
import type {
  ImportOutcome,
  ImportPreview,
  QuotedText,
  SentSheets,
  SheetFault,
  SheetImports,
  SheetReading,
  ValueQuestion,
} from '../contract/ports/sheet-imports.ts';
import type { Calendar } from '../contract/ports.ts';
import type { OpenStores } from '../contract/store.ts';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import { findPersonalDetail } from '../domain/privacy-guard.ts';
import { isDoubtful } from '../privacy/doubt.ts';
import { knownWords } from '../privacy/known-words.ts';
import { type ComparedFolder, compareFolder } from './compare-folder.ts';
import { CORE_FILES } from './core-files.ts';
import { importFolder } from './import-folder.ts';
import { answersFor } from './mapping/answers-for.ts';
import { mappingSchema } from './mapping/mapping.ts';
import type { PlacedSheet, Proposal } from './mapping/proposal.ts';
import {
  loadMapping,
  mergeMappings,
  rememberMapping,
  toRemembered,
} from './mapping/remembered-mapping.ts';
import { type OpenFolder, openSentTables } from './open-folder.ts';
import { type PartnershipStore, recordsIn } from './partnership-store.ts';
import { type FolderRead, readTablesOf } from './read-folder.ts';
import { type Fault, MAY_NAME_CHILD } from './sheet.ts';

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
  const files = [...CORE_FILES, ...featureFiles];
  const inTurn = createTurns();
  const storing = new Set<Promise<unknown>>();

  /** How a file is read with all that was ever said of such sheets. */
  async function read(partnership: string, sent: SentSheets) {
    const stored = await store.load(partnership);
    if (!stored) throw new Error('The partnership is not stored');
    const { fileName, opened } = unpack(sent.content);
    const said = mappingSchema.parse(sent.said);
    const mapping = mergeMappings(await loadMapping(stores, partnership), said);
    const today = calendar.today(stored.partnership.timeZone);
    const options = { mapping, namesNoChild: sent.namesNoChild, today };
    const found = readTablesOf(fileName, opened, featureFiles, stored, options);
    return { stored, fileName, opened, said, found };
  }

  return {
    open: (fileName, bytes) =>
      inTurn(async () => {
        const opened = await openSentTables(fileName, Buffer.from(bytes), MAX_UNPACKED_MEGABYTES);
        const [fault] = opened.faults;
        if (fault) return { reason: `${fault.line ? `line ${fault.line}: ` : ''}${fault.reason}` };
        return pack(fileName, opened);
      }),
    async preview(partnership, sent) {
      const { stored, fileName, opened, found } = await read(partnership, sent);
      const compared = found.records && (await compareFolder(found, found.records, store));
      const parts = toPreview({ found, compared, fileName, opened, stored, files });
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
    store(partnership, sent, actor) {
      const stored = storeSheets(partnership, sent, actor);
      storing.add(stored);
      const forget = () => void storing.delete(stored);
      stored.then(forget, forget);
      return stored;
    },
  };

  async function storeSheets(
    ...[partnership, sent, actor]: Parameters<SheetImports['store']>
  ): Promise<ImportOutcome> {
    const { said, found } = await read(partnership, sent);
    const report = await importFolder(found, store, { acceptPartial: true, by: actor.by });
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
      stale: report.faults.slice(found.faults.length).flatMap(({ column }) => column ?? []),
    };
  }
}

function pack(fileName: string, { others }: OpenFolder) {
  const lines = [...others.values()].reduce((sum, grid) => sum + grid.lines.length, 0);
  if (lines > MAX_LINES)
    return {
      reason: `has ${lines.toLocaleString('en-GB')} lines, and I read ${MAX_LINES.toLocaleString('en-GB')} at once: send it in parts, such as a year each`,
    };
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

interface Found {
  readonly found: FolderRead;
  readonly compared: ComparedFolder | undefined;
  readonly fileName: string;
  readonly opened: OpenFolder;
  readonly stored: PartnershipRecords;
  readonly files: readonly FolderFile[];
}

/** What the columns and values of a preview say by themselves. */
const SHOWN_ELSEWHERE =
  /^“.*” was read as |^is not a known column|^is not a sheet of a partnership workbook/s;

type PreviewParts = Omit<ImportPreview, 'digest'>;

function toPreview({ found, compared, fileName, opened, stored, files }: Found): PreviewParts {
  const isKnown = knownWords(stored);
  const quote = (text: string, instead: string): QuotedText => ({
    text,
    shown: findPersonalDetail(text) || isDoubtful(text, isKnown) ? instead : text,
  });
  const names = new Map([...opened.others].map(([name, { file }]) => [file, name]));
  const nameSheet = (file: string) => quote(names.get(file) ?? fileName, 'a sheet');
  const toFault = ({ file, line, column, reason }: Fault): SheetFault => ({
    sheet: nameSheet(file).shown,
    ...(line && { line }),
    ...(column && { column: quote(column, 'a column').shown }),
    reason,
  });
  const isPlaced = found.proposals.length + found.unfinished.length > 0;
  const faults = isPlaced || found.unplaced.length === 0 ? found.faults : [];
  const doubtful = faults.filter(({ reason }) => reason === MAY_NAME_CHILD);
  const sheets = [
    ...found.proposals.map((each) => toReading(each, found, each)),
    ...found.unfinished.map((each) => toReading(each, found)),
    ...found.unplaced.map(
      (name): SheetReading => ({
        name: quote(name, 'a sheet'),
        fields: [],
        columns: [],
        values: [],
        ready: 0,
        waiting: 0,
      }),
    ),
  ];
  return {
    fileName: quote(fileName, 'your file').shown,
    sheets,
    questions: groupQuestions(faults, stored),
    faults: faults.filter(({ cell, reason }) => !cell && reason !== MAY_NAME_CHILD).map(toFault),
    doubtfulLines: [...new Set(doubtful.map(({ line = 0 }) => line))],
    notes: [...found.notes, ...(compared?.notes ?? [])]
      .filter(({ reason }) => !SHOWN_ELSEWHERE.test(reason))
      .map(toFault),
    kept: (compared?.kept ?? []).map(({ line, kind, column, name, inFile, here, why }) => ({
      kind,
      field: column,
      name: quote(name, 'a row').shown,
      ...(line && { line }),
      inFile: quote(inFile, 'other words').shown,
      here: quote(here, 'other words').shown,
      isSettled: why === 'settled',
    })),
    changes: sumChanges(compared),
    canImport: found.records !== undefined && sheets.some(({ ready }) => ready > 0),
  };

  function toReading(
    { file, kind, columns }: PlacedSheet,
    { records, rows }: FolderRead,
    proposal?: Proposal,
  ): SheetReading {
    const declared = files.find(({ name }) => name === kind);
    const ready = records && declared && proposal ? recordsIn(records, declared).length : 0;
    return {
      name: nameSheet(file),
      kind,
      fields: declared?.columns ?? [],
      columns: columns.flatMap(({ heading, column }, at) =>
        heading
          ? { heading: quote(heading, `column ${at + 1}`), ...(column && { field: column }) }
          : [],
      ),
      values: (proposal?.values ?? [])
        .filter(({ written }) => written)
        .map(({ column, written, meaning, rows: many }) => ({
          field: column,
          written,
          meaning,
          rows: many,
        })),
      ready,
      waiting: (rows[kind] ?? 0) - ready,
    };
  }
}

/** What is asked of the same words in the same column is asked once. */
function groupQuestions(faults: readonly Fault[], stored: PartnershipRecords): ValueQuestion[] {
  const questions = new Map<string, ValueQuestion>();
  for (const { cell, line = 0, reason } of faults) {
    if (!cell || reason === MAY_NAME_CHILD) continue;
    const { kind, column: field, written } = cell;
    const key = JSON.stringify([kind, field, written.toLowerCase()]);
    const before = questions.get(key);
    const lines = [...(before?.lines ?? []), line];
    const answers = before?.answers ?? answersFor(kind, field, stored);
    questions.set(key, { kind, field, written, answers, ...before, lines });
  }
  return [...questions.values()].sort(
    (a, b) => b.lines.length - a.lines.length || (a.lines[0] ?? 0) - (b.lines[0] ?? 0),
  );
}

/** How the rows that can be imported differ from what is stored. */
function sumChanges(compared: ComparedFolder | undefined): ImportPreview['changes'] {
  const changes = { added: 0, changed: 0, unchanged: 0 };
  for (const { added, changed, unchanged } of compared?.counts.values() ?? []) {
    changes.added += added;
    changes.changed += changed;
    changes.unchanged += unchanged;
  }
  return changes;
}

/** Written like the ids of a card. */
function toDigest(parts: unknown): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** One at a time: a workbook may take much memory while it is read. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
