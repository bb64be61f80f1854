import { parentPort, workerData } from 'node:worker_threads';
import readSheets, { type Sheet } from 'read-excel-file/node';
import { packEntries, unpackEntries } from '../documents/office-zip.ts';
import { markMissingValues, readWorkbookFacts, type SheetFacts } from './workbook-facts.ts';

/** What the thread that reads a workbook is given. */
export interface WorkbookTask {
  readonly bytes: Uint8Array;
  readonly maxBytes: number;
}

/** A sheet as it was unpacked, with what the workbook says of it. */
export type UnpackedSheet = Sheet & Partial<SheetFacts>;

const { bytes, maxBytes } = workerData as WorkbookTask;
const parts = unpackEntries(Buffer.from(bytes), maxBytes, (name) => /\.(xml|rels)$/.test(name));
const texts = new Map(parts.map(({ name, content }) => [name.toString(), content.toString()]));
const facts = readWorkbookFacts(texts);
const marked = parts.map(({ name, content }) => {
  const path = name.toString();
  return path.startsWith('xl/worksheets/')
    ? { name, content: Buffer.from(markMissingValues(texts.get(path) ?? '')) }
    : { name, content };
});
const sheets = await readSheets(packEntries(marked));
const known = facts.length === sheets.length ? facts : [];
parentPort?.postMessage(sheets.map((sheet, at): UnpackedSheet => ({ ...sheet, ...known[at] })));
