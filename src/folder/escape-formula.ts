/**
 * A spreadsheet runs text that begins like a formula; a quotation mark before it keeps it text, and
 * the import takes it off. So a mark that the text begins with itself gets one too.
 */
export function escapeFormula(cell: string): string {
  return /^'?[=+\-@\t\r']/.test(cell) ? `'${cell}` : cell;
}

/** The mark of {@link escapeFormula}. */
export const ESCAPED = /^'(?='?[=+\-@'])/;
