import { createHash } from 'node:crypto';
import { z } from 'zod';
import { jsonColumn, textColumn } from '../contract/columns.ts';
import type { FolderFile } from '../contract/folder-file.ts';
import { store } from '../contract/store.ts';

/**
 * What the last import gave for a record: digests of its cells, by column, so that no text is kept a
 * second time. A cell that two sides have changed keeps its digest of before until somebody has
 * settled it.
 */
export interface ImportedRow {
  readonly file: string;
  /** A digest of what names the record. */
  readonly id: string;
  /** A digest of the sheet that it came from. */
  readonly source: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Neither a change of somebody's, nor of use to anybody who reads the audit log. */
export const importedRowStore = store<ImportedRow>({
  kind: 'imported-row',
  key: ({ file, id }) => [file, id],
  audited: false,
  columns: z.object({
    file: textColumn,
    id: textColumn,
    source: textColumn,
    cells: jsonColumn(z.record(z.string(), z.string())),
  }),
});

const DIGEST_CHARACTERS = 10;

/** Nothing for an empty text. */
export function toCellDigest(text: string): string {
  if (!text) return '';
  return createHash('sha256').update(text).digest('base64url').slice(0, DIGEST_CHARACTERS);
}

/** The id of what the last import gave for a record. */
export const toImportedId = (name: string): string =>
  createHash('sha256').update(name).digest('base64url').slice(0, 22);

/** The cells of a record, by column. */
export function toCellsByColumn(file: FolderFile, record: unknown): Record<string, string> {
  const cells = file.toCells(record);
  return Object.fromEntries(file.columns.map((column, at) => [column, cells[at] ?? '']));
}
