import type { FolderFile } from '../../contract/folder-file.ts';
import { nameColumn } from './column-names.ts';
import type { FindNamed } from './find-named.ts';
import { lookUp, type Mapping } from './mapping.ts';
import type { ProposedColumn } from './proposal.ts';
import { readDay, readDayOfYear } from './read-day.ts';
import { actionStatus } from './value-words.ts';

/** Of this share of its values a column is known by what stands in it. */
const MIN_SHARE = 0.8;
const MAX_VALUES_LOOKED_AT = 200;
/** The surest first. */
const CERTAINTY = ['mapping', 'own name', 'known name', 'similar name'] as const;

/** Columns into which several may go: an update and a comment are both notes. */
const OF_SEVERAL: readonly string[] = ['notes'];

/** The columns that a heading may name, as a person said or as it reads. */
export function nameHeading(
  { name, columns }: FolderFile,
  heading: string,
  mapping: Mapping,
): Pick<ProposedColumn, 'column' | 'by'> | undefined {
  const said = lookUp(mapping.columns[name], heading);
  if (said !== undefined) return said ? { column: said, by: 'mapping' } : { by: 'mapping' };
  return nameColumn(name, columns, heading);
}

/**
 * What each column of a sheet is: what a person said, then by its own name, by another name, by a
 * likeness, by what stands in it. A column that is taken is not taken again.
 */
export function proposeColumns(
  file: FolderFile,
  headings: readonly string[],
  valuesOf: (at: number) => readonly string[],
  { mapping, find }: { readonly mapping: Mapping; readonly find: FindNamed },
): ProposedColumn[] {
  const named = headings.map((heading) => nameHeading(file, heading, mapping));
  const taken = new Map<string, number>();
  for (const certainty of CERTAINTY) {
    for (const [at, each] of named.entries()) {
      if (each?.column && each.by === certainty && !taken.has(each.column))
        taken.set(each.column, at);
    }
  }
  const proposed = headings.map((heading, at): ProposedColumn => {
    const { column, by = 'nothing' } = named[at] ?? {};
    const isFirst = column !== undefined && taken.get(column) === at;
    if (column && (isFirst || OF_SEVERAL.includes(column))) return { heading, column, by };
    return { heading, by: by === 'mapping' ? 'mapping' : 'nothing' };
  });
  return file.name === 'actions' ? byContent(proposed, valuesOf, find) : proposed;
}

/** What only the values tell: a column “Closed” with days in it, an unnamed one with colours. */
function byContent(
  proposed: readonly ProposedColumn[],
  valuesOf: (at: number) => readonly string[],
  find: FindNamed,
): ProposedColumn[] {
  const found = [...proposed];
  const free = (column: string) => !found.some((each) => each.column === column);
  const isMostly = (at: number, test: (value: string) => boolean) => {
    const values = valuesOf(at).filter(Boolean).slice(0, MAX_VALUES_LOOKED_AT);
    return values.length > 0 && values.filter(test).length >= values.length * MIN_SHARE;
  };
  const isStatus = (value: string) => actionStatus(value) !== undefined || /^green$/i.test(value);
  const look = (each: ProposedColumn, at: number): ProposedColumn => {
    if (each.by === 'mapping' || each.by === 'own name') return each;
    if (each.column === 'status' && free('completed_on') && isMostly(at, isDay))
      return { ...each, column: 'completed_on', by: 'content' };
    if (each.column === 'source' && free('ref') && isMostly(at, isNumbered))
      return { ...each, column: 'ref', by: 'content' };
    if (each.column === 'raised_on' && free('source') && !valuesOf(at).some(isDay))
      return /^meeting$/i.test(each.heading.trim())
        ? { ...each, column: 'source', by: 'content' }
        : each;
    if (each.column) return each;
    if (free('status') && isMostly(at, isStatus))
      return { ...each, column: 'status', by: 'content' };
    if (free('owner_agency') && isMostly(at, (value) => find(value, ['agency']).length === 1))
      return { ...each, column: 'owner_agency', by: 'content' };
    return each;
  };
  for (const [at, each] of proposed.entries()) found[at] = look(each, at);
  return found;
}

/** “1.2” or “B14”: a number of the sheet’s own. */
const isNumbered = (value: string): boolean =>
  /^[a-z]{0,3}[\s/.-]?\d+([./-]\d+)*[a-z]?$/i.test(value);
const isDay = (value: string): boolean => (readDay(value) ?? readDayOfYear(value)) !== undefined;
