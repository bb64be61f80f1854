import type { ComparedFolder } from './compare-folder.ts';
import { formatFaults, joinParts, KEPT, toKeptFault } from './format-report.ts';
import type { Proposal } from './mapping/proposal.ts';
import type { FolderRead } from './read-folder.ts';
import type { Fault } from './sheet.ts';

/**
 * How sheets would be imported, for a terminal: what each column is, how odd values are meant, what
 * needs a person, what is left out, and how many rows there are of each; with what is stored, what it
 * would change there and what not.
 */
export function formatProposals(
  { proposals, rows, faults, notes }: FolderRead,
  compared?: ComparedFolder,
): string {
  return joinParts([
    ...proposals.map((proposal) => [
      `${proposal.file} is read as ${proposal.kind}, with its header in line ${proposal.headerLine}:`,
      ...formatColumns(proposal),
      `  ${countRows(rows[proposal.kind] ?? 0, proposal, faults)}`,
    ]),
    formatFaults('Needs a person', faults),
    compared ? formatCounts(compared) : [],
    formatFaults(KEPT, (compared?.kept ?? []).map(toKeptFault)),
    formatFaults('Noted', [...notes, ...(compared?.notes ?? []), ...(compared?.unlisted ?? [])]),
  ]);
}

function formatCounts({ counts }: ComparedFolder): string[] {
  const lines = [...counts]
    .filter(([, { added, changed, unchanged }]) => added + changed + unchanged > 0)
    .map(
      ([name, { added, changed, unchanged }]) =>
        `  ${name}.csv: ${added} new, ${changed} changed, ${unchanged} unchanged`,
    );
  return lines.length > 0 ? ['Would be stored:', ...lines] : [];
}

function formatColumns({ columns, meetings }: Proposal): string[] {
  const named = columns
    .map((each, at) =>
      meetings.some((meeting) => meeting.at === at) ? { ...each, column: 'a meeting' } : each,
    )
    .filter(({ heading }) => heading !== '');
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
    : `${rows}, of which ${waiting} ${waiting === 1 ? 'needs' : 'need'} a person`;
}
