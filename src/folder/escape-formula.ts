/**
 * A spreadsheet runs text that begins like a formula; a quotation mark before it keeps it text, and
 * the import takes it off.
 */
export function escapeFormula(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
