import { type Grid, type Header, type Line, plainText } from '../sheet.ts';

const MAX_LINES_ABOVE = 30;

/**
 * Finds the header among the first lines: the one with the most headings that are known, or two
 * lines of which the lower one has what the upper one leaves open. A title or an empty line above it
 * is passed over. Where nothing is known the first line is taken.
 */
export function findHeader(
  { lines }: Grid,
  isKnown: (heading: string) => boolean,
): Header | undefined {
  const looked = lines
    .slice(0, MAX_LINES_ABOVE)
    .map(({ line, cells }) => ({ line, cells: cells.map(plainText) }));
  const first = looked.findIndex(({ cells }) => cells.some(Boolean));
  if (first < 0) return undefined;
  const scores = looked.map(({ cells }) => countKnown(cells, isKnown));
  const best = Math.max(...scores);
  const at = best > 0 ? scores.indexOf(best) : first;
  const one = looked[at] as Line;
  const single: Header = { lines: at + 1, line: one.line, columns: one.cells };
  if (best === 0) return single;
  // The richer of two header lines may be the upper or the lower one.
  const pairs = [at, at - 1].flatMap((top) => joinLines(looked, top, isKnown) ?? []);
  return pairs.reduce(
    (found, pair) =>
      countKnown(pair.columns, isKnown) > countKnown(found.columns, isKnown) ? pair : found,
    single,
  );
}

function joinLines(
  lines: readonly Line[],
  top: number,
  isKnown: (heading: string) => boolean,
): Header | undefined {
  const [upper, lower] = [lines[top], lines[top + 1]];
  const columns = upper && lower && joinHeadings(upper.cells, lower.cells, isKnown);
  return columns && { lines: top + 2, line: upper.line, columns };
}

function countKnown(cells: readonly string[], isKnown: (heading: string) => boolean): number {
  return new Set(cells.filter(isKnown).map((cell) => cell.toLowerCase())).size;
}

/**
 * A lower header line is one only where all that it says is known; or half of it, all of it under
 * headings that span several columns (“Responsibility” over “Agency” and “Named officer”).
 */
function joinHeadings(
  upper: readonly string[],
  lower: readonly string[],
  isKnown: (heading: string) => boolean,
): string[] | undefined {
  const length = Math.max(upper.length, lower.length);
  // Cells merged downwards say the same in both lines.
  const news = lower.flatMap((cell, at) => (cell && cell !== upper[at] ? { cell, at } : []));
  const known = news.filter(({ cell }) => isKnown(cell));
  const isSpanned = ({ at }: { at: number }) => !upper[at] || (at + 1 < length && !upper[at + 1]);
  const isHeader =
    known.length === news.length || (known.length * 2 >= news.length && news.every(isSpanned));
  if (!isHeader) return undefined;
  const isRepeated = (heading: string) => lower.filter((each) => each === heading).length > 1;
  let spanning = '';
  return Array.from({ length }, (_, at) => {
    const [above = '', below = ''] = [upper[at], lower[at]];
    spanning = above || (below && spanning);
    // “Likelihood” under “Inherent” and again under “Residual”.
    if (below && spanning && spanning !== below && isRepeated(below)) return `${spanning} ${below}`;
    return below && (isKnown(below) || !isKnown(above)) ? below : above;
  });
}
