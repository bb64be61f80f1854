import type { FolderFile } from '../../contract/folder-file.ts';
import { nameColumn } from './column-names.ts';
import type { FindNamed } from './find-named.ts';
import { lookUp, type Mapping } from './mapping.ts';
import type { ProposedColumn } from './proposal.ts';
import { readDay, readDayOfYear } from './read-day.ts';
import { actionStatus, readRiskState, startOfStatus, toColourWord } from './value-words.ts';

/** Of this share of its values a column is known by what stands in it. */
const MIN_SHARE = 0.8;
const MAX_VALUES_LOOKED_AT = 200;
/** “Complete – 3/10/22” says how far something is; more is an update. */
const MAX_WORDS_OF_STATUS = 4;
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
  const named = pairScores(
    file,
    headings.map((heading) => nameHeading(file, heading, mapping)),
  );
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
  if (file.name === 'actions') return byContent(proposed, valuesOf, find);
  return file.name === 'risks' ? risksByContent(proposed, valuesOf) : proposed;
}

type NamedHeading = Pick<ProposedColumn, 'column' | 'by'> | undefined;

/** Of two scores of a risk, the one after controls is its score, else the later one; the other is before them. */
function pairScores({ name }: FolderFile, named: readonly NamedHeading[]): NamedHeading[] {
  const paired = [...named];
  if (name !== 'risks') return paired;
  for (const column of ['likelihood', 'impact']) {
    const places = [...named.keys()].filter((at) => named[at]?.column === column);
    const isSaid = (at: number) => named[at]?.by === 'mapping';
    const score =
      places.find(isSaid) ?? places.find((at) => named[at]?.by === 'similar name') ?? places.at(-1);
    for (const at of places)
      if (at !== score && !isSaid(at))
        paired[at] = { column: `inherent_${column}`, by: 'similar name' };
  }
  return paired;
}

/** A status that says neither open nor closed is none, and an impact in words is no score. */
function risksByContent(
  proposed: readonly ProposedColumn[],
  valuesOf: (at: number) => readonly string[],
): ProposedColumn[] {
  const free = (column: string) => !proposed.some((each) => each.column === column);
  return proposed.map((each, at) => {
    if (each.by === 'mapping') return each;
    const values = valuesOf(at).filter(Boolean);
    const has = (test: (value: string) => boolean) => values.some(test);
    const isFilled = values.length > 0;
    if (each.column === 'status' && free('closed_on') && isFilled && values.every(isDay))
      return { ...each, column: 'closed_on', by: 'content' };
    const isOther =
      (each.column === 'status' && !has((value) => readRiskState(value) !== undefined)) ||
      (/likelihood|impact/.test(each.column ?? '') && !has((value) => /\d/.test(value)));
    return isFilled && isOther ? { heading: each.heading, by: 'nothing' } : each;
  });
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
  const isStatusOf = (at: number) => {
    const written = new Set(valuesOf(at).map((value) => value.toLowerCase()));
    return (value: string) => {
      const word = toColourWord(value, written);
      return (
        actionStatus(word) !== undefined ||
        /^green$/i.test(word) ||
        (word.split(' ').length <= MAX_WORDS_OF_STATUS && startOfStatus(word) !== undefined)
      );
    };
  };
  const look = (each: ProposedColumn, at: number): ProposedColumn => {
    if (each.by === 'mapping' || each.by === 'own name') return each;
    if (each.column === 'status' && free('completed_on') && isMostly(at, isDay))
      return { ...each, column: 'completed_on', by: 'content' };
    if (each.column === 'notes' && free('status') && isMostly(at, isStatusOf(at)))
      return { ...each, column: 'status', by: 'content' };
    if (each.column === 'revised_due_on' && !valuesOf(at).some(hasDay))
      return { heading: each.heading, by: 'nothing' };
    if (/^original\b/i.test(each.heading) && !each.column && isMostly(at, isDay))
      return { ...each, column: 'original_due_on', by: 'content' };
    if (each.column === 'source' && free('ref') && isMostly(at, isNumbered))
      return { ...each, column: 'ref', by: 'content' };
    if (each.column === 'raised_on' && free('source') && !valuesOf(at).some(isDay))
      return /^meeting$/i.test(each.heading.trim())
        ? { ...each, column: 'source', by: 'content' }
        : each;
    if (each.column) return each;
    if (free('status') && isMostly(at, isStatusOf(at)))
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
/** One of several days, or the only one. */
const hasDay = (value: string): boolean => value.split(/[\n;,]/).some((part) => isDay(part.trim()));
const isDay = (value: string): boolean => (readDay(value) ?? readDayOfYear(value)) !== undefined;
