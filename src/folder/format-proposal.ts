import type { ComparedFolder } from './compare-folder.ts';
import { formatFaults, joinParts, KEPT, toKeptFault } from './format-report.ts';
import type { Proposal } from './mapping/proposal.ts';
import type { FolderRead } from './read-folder.ts';
import { type Fault, listFirst } from './sheet.ts';

/**
 * How sheets would be imported, for a terminal: first what needs a person, then what each column is,
 * how many rows there are and what they would change, then what is left out, and at the end how odd
 * values are meant.
 */
export function formatProposals(
  { proposals, rows, faults, notes }: FolderRead,
  compared?: ComparedFolder,
): string {
  const leftOut = new Set(proposals.flatMap((proposal) => proposal.leftOut));
  const [out, noted] = [notes.filter(isOf(leftOut)), notes.filter((note) => !isOf(leftOut)(note))];
  return joinParts([
    formatFaults('Needs a person', joinLines(faults)),
    formatFaults(KEPT, (compared?.kept ?? []).map(toKeptFault)),
    ...proposals.map((proposal) => [
      `${proposal.file} is read as ${proposal.kind}, with its header in line ${proposal.headerLine}:`,
      ...formatColumns(proposal),
      `  ${countRows(rows[proposal.kind] ?? 0, proposal, faults)}`,
    ]),
    compared ? formatCounts(compared) : [],
    formatFaults('Left out', [...out, ...(compared?.notes ?? [])]),
    formatFaults('Noted', [...noted, ...(compared?.unlisted ?? [])]),
  ]);
}

const isOf =
  (some: ReadonlySet<Fault>) =>
  (fault: Fault): boolean =>
    some.has(fault);

/** What is asked of the same words in the same column is asked once, with all lines in which it is. */
function joinLines(faults: readonly Fault[]): Fault[] {
  const alike = Map.groupBy(faults, ({ file, column, cell, reason }) =>
    JSON.stringify([file, column, cell, reason]),
  );
  return [...alike.values()].flatMap(([first, ...others]): Fault[] => {
    const lines = [...new Set(others.flatMap(({ line }) => line ?? []))];
    if (!first?.cell || lines.length === 0) return first ? [first, ...others] : [];
    return [{ ...first, reason: `${first.reason} (also in line ${listFirst(lines.map(String))})` }];
  });
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

/** Of a sheet with more of them only those that are read are listed. */
const MAX_COLUMNS = 40;

function formatColumns({ columns, meetings }: Proposal): string[] {
  const named = columns
    .map((each, at) =>
      meetings.some((meeting) => meeting.at === at) ? { ...each, column: 'a meeting' } : each,
    )
    .filter(({ heading }) => heading !== '');
  const isMany = named.length > MAX_COLUMNS;
  const shown = isMany ? named.filter(({ column }) => column) : named;
  const width = Math.max(...shown.map(({ heading }) => heading.length));
  return [
    ...shown.map(({ heading, column = 'left out' }) => `  ${heading.padEnd(width)}  ${column}`),
    ...(isMany ? [`  and ${named.length - shown.length} more, which are left out`] : []),
  ];
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
