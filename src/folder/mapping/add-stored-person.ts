import type { FolderFile } from '../../contract/folder-file.ts';
import { toComparable } from '../../domain/to-comparable.ts';
import type { NamedRecords } from './find-named.ts';

/**
 * A list of contacts has no accounts: those of somebody with this name who is known here are added,
 * and what the list does not say of them stays as it is. Whether there is such a person.
 */
export function addStoredPerson(
  file: FolderFile,
  cells: Record<string, string>,
  { people }: NamedRecords,
): boolean {
  const name = toComparable(cells.display_name ?? '');
  const [stored, ...others] = people.filter((each) => toComparable(each.displayName) === name);
  cells.id ??= stored && others.length === 0 ? stored.id : name.replace(/ /g, '-');
  if (!stored || others.length > 0) {
    cells.roles ??= 'member';
    return false;
  }
  const storedCells = file.toCells(stored);
  for (const [at, column] of file.columns.entries())
    if (storedCells[at]) cells[column] ??= storedCells[at];
  return true;
}
