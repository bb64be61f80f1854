import type { FolderFile } from '../../contract/folder-file.ts';
import { toComparable } from '../../domain/to-comparable.ts';
import type { FindNamed, NamedRecords } from './find-named.ts';
import { findPriority } from './find-priority.ts';
import type { ProposedColumn } from './proposal.ts';
import type { Cells } from './reading.ts';
import { actionStatus, riskState } from './value-words.ts';

/** A line that is no row of the table. */
export interface NoRow {
  readonly reason: string;
  /** What a heading says of the rows below it, by column; not there for a line that is none. */
  readonly group?: Cells;
}

const MIN_COLUMNS_OF_A_TABLE = 4;
/** How headings between rows begin, which tells them from an action of which no more is known. */
const HEADING =
  /^(strategic )?(priority|theme|objective|workstream|work ?stream|strand|goal|section|outcome|part|actions? (from|arising|agreed)|(open|closed|completed?|outstanding|ongoing) (actions?|risks?|items?)|carried forward|meeting (of|on))\b|:$/i;
const SUM =
  /^(sub ?)?totals?\b|^quor(ate|um)\b|^(number|no\.?|%|percent(age)?) (of )?(attend|present|members|agencies)|^attendance (rate|%)/i;
const FOOTNOTE = /^(key|note|notes|nb|legend|last updated|updated|version|page|printed|please)\b/i;

/** Why a line of a real sheet is no row: the header again, a heading between the rows, a sum. */
export function readHeading(
  file: Pick<FolderFile, 'name' | 'idColumn'>,
  cells: Cells,
  columns: readonly ProposedColumn[],
  context: {
    readonly records: NamedRecords;
    readonly find: FindNamed;
    /** Whether other rows are numbered under a reference: 1.1 under 1. */
    readonly hasParts: (reference: string) => boolean;
  },
): NoRow | undefined {
  const filled = Object.entries(cells);
  if (
    filled.every(([at, cell]) => toComparable(cell) === toComparable(columns[+at]?.heading ?? ''))
  )
    return { reason: 'is the header again, and was left out' };
  const [[at = '0', cell = ''] = []] = filled;
  if (SUM.test(cell)) return { reason: `“${cell}” is a sum, and was left out` };
  const text = filled.map(([, each]) => each).join(': ');
  const places = filled.map(([each]) => columns[+each]?.column ?? '');
  if (columns.length < MIN_COLUMNS_OF_A_TABLE || !isHeading()) return undefined;
  const quoted = `“${text.slice(0, 60)}” stands alone`;
  if (FOOTNOTE.test(text)) return { reason: `${quoted}; it was left out` };
  const group = readGroup(file.name, text.replace(/:$/, ''), context);
  const isSaid = Object.keys(group).length > 0;
  return {
    reason: isSaid
      ? `${quoted}; it was read as the heading of the rows below it`
      : `${quoted}; it was left out as a heading`,
    group,
  };

  function isHeading(): boolean {
    // “Priority 1” in the column of references, its name beside it.
    if (filled.length === 2)
      return (
        places.join() === `${file.idColumn},title` && (HEADING.test(cell) || context.hasParts(cell))
      );
    if (filled.length !== 1) return false;
    const column = columns[+at]?.column ?? '';
    if (column === 'title')
      return columns.some((each) => each.column === file.idColumn) || isLoud(text);
    return column === 'display_name' ? context.find(text, ['agency', 'group']).length === 1 : true;
  }
}

const isLoud = (text: string): boolean =>
  HEADING.test(text) || (text === text.toUpperCase() && /\p{Lu}{3}/u.test(text));

/** What a heading says of its rows: a state, an owner, a priority; of actions else where they come from. */
function readGroup(
  file: string,
  text: string,
  { records, find }: { readonly records: NamedRecords; readonly find: FindNamed },
): Cells {
  const state = text.replace(/\b(actions?|risks?|items?)\b/gi, '').trim();
  const [body, ...others] = find(text, ['agency', 'group']);
  const named = others.length === 0 ? body : undefined;
  if (file === 'people' && named)
    return named.kind === 'agency' ? { agency: named.id } : { groups: named.id };
  if (file !== 'actions' && file !== 'risks') return {};
  if (named)
    return named.kind === 'agency' ? { owner_agency: named.id } : { owner_group: named.id };
  if (file === 'risks') return riskState(state) ? { status: riskState(state) ?? '' } : {};
  const status = actionStatus(state);
  if (status) return { status };
  const priority = findPriority(text, records.priorities);
  return priority ? { priority: priority.id } : { source: text };
}
