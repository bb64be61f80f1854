import type { KeptValue } from './compare-folder.ts';
import type { ImportReport } from './import-folder.ts';
import { type Fault, MAY_NAME_CHILD } from './sheet.ts';

const MAX_FAULTS = 200;

/**
 * What an import did, for a terminal: a table of the files, what was refused and why, and what to
 * do now.
 */
export function formatReport(report: ImportReport): string {
  const isUnsure = ({ reason }: Fault) => reason === MAY_NAME_CHILD;
  const unsure = report.faults.filter(isUnsure).map((fault) => ({ ...fault, reason: '' }));
  return joinParts([
    formatTable(report),
    formatFaults(
      'Refused',
      report.faults.filter((fault) => !isUnsure(fault)),
    ),
    formatFaults(`What stands here ${MAY_NAME_CHILD}`, unsure),
    formatFaults(KEPT, report.kept.map(toKeptFault)),
    formatFaults('Noted', report.notes),
    [formatOutcome(report)],
  ]);
}

/** Parts with an empty line between them; one without lines is left out. */
export function joinParts(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/**
 * Where to look, and why.
 * @example formatFault({ file: 'actions.csv', line: 7, column: 'due_on', reason: 'is empty' }) // 'actions.csv:7 due_on: is empty'
 */
export function formatFault({ file, line, column, reason }: Fault): string {
  return `${file}${line ? `:${line}` : ''}${column ? ` ${column}` : ''}${reason && `: ${reason}`}`;
}

export const KEPT = 'Left as it is here, for you to settle in the chat or in the file';

/** What the file says otherwise, with both values. */
export function toKeptFault({ file, line, column, name, inFile, here, why }: KeptValue): Fault {
  const quote = (text: string) => (text ? `“${shorten(text)}”` : 'empty');
  const reason =
    why === 'settled' ? 'an import never changes that' : 'both have changed since the last import';
  return {
    file,
    ...(line && { line }),
    column,
    reason: `${name} is ${quote(inFile)} in the file and ${quote(here)} here: ${reason}`,
  };
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

const COLUMNS = ['read', 'written', 'unchanged', 'refused'] as const;

function formatTable({ files }: ImportReport): string[] {
  if (files.every(({ read }) => read === 0)) return [];
  const width = Math.max(...files.map(({ file }) => file.length));
  const line = (first: string, cells: readonly (string | number)[]) =>
    `  ${first.padEnd(width)}${cells.map((cell) => String(cell).padStart(11)).join('')}`;
  return [
    line('', COLUMNS),
    ...files.map((counts) =>
      line(
        counts.file,
        COLUMNS.map((column) => counts[column]),
      ),
    ),
  ];
}

/** A heading and the faults under it; no line where there are none. */
export function formatFaults(heading: string, faults: readonly Fault[]): string[] {
  if (faults.length === 0) return [];
  // A row of a wide table is checked once for each meeting, and said once.
  const all = [...new Set(faults.map((fault) => `  ${formatFault(fault)}`))];
  const more = all.length - MAX_FAULTS;
  const lines = all.slice(0, MAX_FAULTS);
  return [`${heading}:`, ...lines, ...(more > 0 ? [`  … and ${more} more`] : [])];
}

function formatOutcome({ stored, partnership, faults, files, kept }: ImportReport): string {
  if (!stored && !partnership)
    return 'Nothing was stored: correct what is refused above and import again.';
  if (!stored)
    return 'Nothing was stored: correct what is refused above, or store the good rows with --accept-partial.';
  if (faults.length > 0)
    return `The good rows are stored in ${partnership}; correct what is refused above and import again.`;
  const isNew = files.some(({ written }) => written > 0);
  if (kept.length > 0)
    return isNew
      ? `All of it is stored in ${partnership}, but for what is left as it is there.`
      : `Nothing has changed in ${partnership}; what the file says otherwise is listed above.`;
  if (files.some(({ refused }) => refused > 0))
    return isNew
      ? `All of it is stored in ${partnership}, but for the rows that were left out, listed above.`
      : `Nothing has changed in ${partnership}; the rows that were left out are listed above.`;
  return isNew
    ? `All of it is stored in ${partnership}.`
    : `Nothing has changed: ${partnership} already has all of it.`;
}
