import { formatFault } from './format-report.ts';
import type { Proposal } from './mapping/proposal.ts';
import type { FolderRead } from './read-folder.ts';
import type { Fault } from './sheet.ts';

const MAX_LINES = 200;

/**
 * How sheets would be imported, for a terminal: what each column is, how odd values are meant, what
 * needs a person, what is left out, and how many rows there are of each.
 */
export function formatProposals({ proposals, rows, faults, notes }: FolderRead): string {
  const parts = [
    ...proposals.map((proposal) => [
      `${proposal.file} is read as ${proposal.kind}, with its header in line ${proposal.headerLine}:`,
      ...formatColumns(proposal),
      `  ${countRows(rows[proposal.kind] ?? 0, proposal, faults)}`,
    ]),
    list('Needs a person', faults),
    list('Noted', notes),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function formatColumns({ columns }: Proposal): string[] {
  const named = columns.filter(({ heading }) => heading !== '');
  const width = Math.max(...named.map(({ heading }) => heading.length));
  return named.map(({ heading, column = 'left out' }) => `  ${heading.padEnd(width)}  ${column}`);
}

function countRows(all: number, { file }: Proposal, faults: readonly Fault[]): string {
  const waiting = new Set(
    faults.filter((fault) => fault.file === file && fault.line).map(({ line }) => line),
  ).size;
  const rows = `${all} ${all === 1 ? 'row' : 'rows'}`;
  return waiting === 0
    ? `${rows}, none of which needs a person`
    : `${rows}, of which ${waiting} need a person`;
}

function list(heading: string, faults: readonly Fault[]): string[] {
  if (faults.length === 0) return [];
  const more = faults.length - MAX_LINES;
  return [
    `${heading}:`,
    ...faults.slice(0, MAX_LINES).map((fault) => `  ${formatFault(fault)}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ];
}
