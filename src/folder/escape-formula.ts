/**
 * A spreadsheet runs text that begins like a formula, and takes `007` for 7; a quotation mark before
 * it keeps it text, and the import takes it off. So a mark that the text begins with itself gets one
 * too.
 */
export function escapeFormula(cell: string): string {
  return /^'?[=+\-@\t\r']|^0\d+$/.test(cell) ? `'${cell}` : cell;
}

/** The mark of {@link escapeFormula}. */
export const ESCAPED = /^'(?='?[=+\-@']|0\d+$)/;
