import type { SheetRow } from '../sheet.ts';
import type { Cells } from './reading.ts';

/** A row that was read, in the columns of the file and those that only sheets have. */
interface ReadCells {
  readonly cells: Record<string, string>;
  readonly assumed: Record<string, NonNullable<SheetRow['assumed']>[string]>;
  /** As it was written. */
  readonly raw: Cells;
  headingOf(column: string): string;
}

/**
 * Fills the columns of ours from those that only sheets have; what is to be kept in the notes, and
 * what is to be said.
 */
export function deriveCells(
  file: string,
  read: ReadCells,
): { readonly keep?: readonly string[]; readonly warning?: string } {
  if (file === 'actions') return { keep: deriveDueDay(read) };
  if (file === 'people') deriveName(read);
  return file === 'risks' ? deriveScore(read) : {};
}

/** The day to which it was moved last is the due day; those of before are kept in the notes. */
function deriveDueDay({ cells, assumed, raw, headingOf }: ReadCells): readonly string[] {
  const column = ['revised_due_on', 'due_on', 'original_due_on'].find((each) => cells[each]);
  const due = column && cells[column];
  if (!due) return [];
  const before = ['original_due_on', 'due_on'].filter((each) => cells[each] && cells[each] !== due);
  const part = assumed[column];
  delete assumed.due_on;
  cells.due_on = due;
  if (part) assumed.due_on = part;
  for (const each of ['revised_due_on', 'original_due_on']) delete cells[each];
  return before.map((each) => `${headingOf(each)} (before it was moved): ${raw[each]}`);
}

/** “Name” may be the first one alone, beside a surname. */
function deriveName({ cells }: ReadCells): void {
  const { display_name: name, first_name: first, surname } = cells;
  if (surname && !name?.toLowerCase().includes(surname.toLowerCase()))
    cells.display_name = [name ?? first, surname].filter(Boolean).join(' ');
  else if (first && !name) cells.display_name = first;
}

/** A risk that has no score with its controls has the one before them, which is said. */
function deriveScore({ cells }: ReadCells): { readonly warning?: string } {
  const { inherent_likelihood: likelihood, inherent_impact: impact } = cells;
  if (cells.likelihood || cells.impact || !likelihood || !impact) return {};
  Object.assign(cells, { likelihood, impact });
  return { warning: 'has no score after controls; the one before them was taken' };
}
