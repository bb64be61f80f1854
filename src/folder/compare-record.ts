import type { FolderFile } from '../contract/folder-file.ts';
import { type ImportedRow, toCellDigest, toCellsByColumn } from './imported-rows.ts';

/** A cell that an import leaves alone, with what stands on either side. */
export interface KeptCell {
  readonly column: string;
  readonly inFile: string;
  readonly here: string;
  /** Both have changed it; or it is of what an import never changes. */
  readonly why: 'changed in both' | 'settled';
}

const BASIS = 'basis';

export interface ComparedRecord {
  /** What is stored once the import has taken what it may. */
  readonly record: unknown;
  readonly taken: readonly string[];
  readonly kept: readonly KeptCell[];
  /** What is remembered of this import. */
  readonly cells: ImportedRow['cells'];
}

/**
 * Compares a row of a file with the record that is stored, and both with what the last import gave.
 * What changed in the file alone is taken; what changed here alone stays; what changed in both, or is
 * settled, is kept as it is here and told. Columns that the file lacks say nothing, nor does an
 * empty cell of a file whose row was never imported.
 */
export function compareRecord(
  file: FolderFile,
  columns: readonly string[],
  { stored, brought, before }: { stored: unknown; brought: unknown; before?: ImportedRow['cells'] },
): ComparedRecord {
  const [inFile, here] = [toCellsByColumn(file, brought), toCellsByColumn(file, stored)];
  const settled = new Set(file.settledColumns(stored));
  const isChangedIn = (cells: Readonly<Record<string, string>>, column: string) => {
    const known = before?.[column];
    return known === undefined
      ? Boolean(cells[column]) && inFile[column] !== here[column]
      : toCellDigest(cells[column] ?? '') !== known;
  };
  const taken: string[] = [];
  const kept: KeptCell[] = [];
  for (const group of toGroups(file, columns)) {
    const differing = group.filter(
      (column) => columns.includes(column) && inFile[column] !== here[column],
    );
    if (!differing.some((column) => isChangedIn(inFile, column))) continue;
    const isChangedHere = group.some((column) => isChangedIn(here, column));
    const isSettled = differing.some((column) => settled.has(column));
    if (!isChangedHere && !isSettled) {
      taken.push(...differing);
      continue;
    }
    for (const column of differing.filter((each) => isChangedIn(inFile, each)))
      kept.push({
        column,
        inFile: inFile[column] ?? '',
        here: here[column] ?? '',
        why: isSettled ? 'settled' : 'changed in both',
      });
  }
  // Where a row comes from is said of what was taken of it.
  const isNews = (column: string) =>
    column !== BASIS || kept.every((each) => each.column === BASIS);
  const isKept = new Set(kept.map(({ column }) => column));
  const agreed = columns.filter((column) => !isKept.has(column) && isNews(column));
  const news = taken.filter(isNews);
  return {
    record: news.length > 0 ? file.merge(stored, brought, news) : stored,
    taken: news,
    kept: kept.filter(({ column }) => isNews(column)),
    cells: { ...before, ...toDigests(inFile, agreed) },
  };
}

/** What is remembered of the cells of these columns. */
export function toDigests(
  cells: Readonly<Record<string, string>>,
  columns: readonly string[],
): ImportedRow['cells'] {
  return Object.fromEntries(columns.map((column) => [column, toCellDigest(cells[column] ?? '')]));
}

/** Columns that say one thing together, though a sheet may lack some; the others each by itself. */
function toGroups(file: FolderFile, columns: readonly string[]): readonly (readonly string[])[] {
  const together = new Set(file.columnGroups.flat());
  return [
    ...file.columnGroups,
    ...columns.filter((column) => !together.has(column)).map((column) => [column]),
  ];
}
