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
  /** A digest of the sheet that it came from. */
  readonly source: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Several of them, so that a large import does not write twice as many rows. */
export interface ImportedShelf {
  readonly file: string;
  /** How the ids of its rows begin. */
  readonly shelf: string;
  /** By a digest of what names the record. */
  readonly rows: Readonly<Record<string, ImportedRow>>;
}

/** Neither a change of somebody's, nor of use to anybody who reads the audit log. */
export const importedStore = store<ImportedShelf>({
  kind: 'imported-row',
  key: ({ file, shelf }) => [file, shelf],
  audited: false,
  columns: z.object({
    file: textColumn,
    shelf: textColumn,
    rows: jsonColumn(
      z.record(
        z.string(),
        z.object({ source: z.string(), cells: z.record(z.string(), z.string()) }),
      ),
    ),
  }),
});

/** 4,096 shelves: a dozen rows on each where there are 50,000. */
const SHELF_CHARACTERS = 2;

/** The shelves on which rows change, with what else is on them. */
export function putOnShelves(
  file: string,
  shelves: readonly ImportedShelf[],
  rows: readonly (readonly [id: string, row: ImportedRow])[],
): ImportedShelf[] {
  const before = new Map(shelves.map(({ shelf, rows: there }) => [shelf, there]));
  const changed = Map.groupBy(rows, ([id]) => id.slice(0, SHELF_CHARACTERS));
  return [...changed].map(([shelf, news]) => ({
    file,
    shelf,
    rows: { ...before.get(shelf), ...Object.fromEntries(news) },
  }));
}

const DIGEST_CHARACTERS = 10;
const ID_CHARACTERS = 16;

/** Nothing for an empty text. */
export const toCellDigest = (text: string): string =>
  text && toDigest(text).slice(0, DIGEST_CHARACTERS);

/** The id of what the last import gave for a record. */
export const toImportedId = (name: string): string => toDigest(name).slice(0, ID_CHARACTERS);

const toDigest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** The cells of a record, by column. */
export function toCellsByColumn(file: FolderFile, record: unknown): Record<string, string> {
  const cells = file.toCells(record);
  return Object.fromEntries(file.columns.map((column, at) => [column, cells[at] ?? '']));
}
