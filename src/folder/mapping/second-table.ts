import { toComparable } from '../../domain/to-comparable.ts';
import { type Fault, listFirst, type Sheet, type SheetRow } from '../sheet.ts';

const MIN_HEADINGS = 3;
/** Of the cells of a header, this share are headings that are known. */
const MIN_SHARE = 0.6;

/**
 * The rows of the first table of a sheet; those of another one, below a header of its own, would be
 * read in the wrong columns, and are named. The same header again begins no other table.
 */
export function cutAtNextHeader(
  sheet: Sheet,
  headings: readonly string[],
  isKnown: (heading: string) => boolean,
): { readonly sheet: Sheet; readonly others: readonly Fault[] } {
  const at = sheet.rows.findIndex((row) => isOtherHeader(row, headings, isKnown));
  const next = sheet.rows[at];
  if (!next) return { sheet, others: [] };
  const below = sheet.rows.length - at - 1;
  const reason = `begins another table (${listFirst(Object.values(next.cells).filter(isKnown))}), and the ${below} ${below === 1 ? 'row' : 'rows'} below it were left out: put that table on a sheet of its own, and send it as a file of its own`;
  return {
    sheet: { ...sheet, rows: sheet.rows.slice(0, at) },
    others: [{ file: sheet.file, line: next.line, reason }],
  };
}

function isOtherHeader(
  { cells }: SheetRow,
  headings: readonly string[],
  isKnown: (heading: string) => boolean,
): boolean {
  const filled = Object.entries(cells);
  const isSame = ([at, cell]: [string, string]) =>
    toComparable(cell) === toComparable(headings[Number(at)] ?? '');
  return (
    filled.length >= MIN_HEADINGS &&
    filled.filter(([, cell]) => isKnown(cell)).length >= filled.length * MIN_SHARE &&
    filled.some(isSame) &&
    !filled.every(isSame)
  );
}
