import type { Actor } from './actor.ts';
import { acceptChange, type Change } from './change-event.ts';
import { type Day, formatDayWithYear } from './dates.ts';
import { type Outcome, refuse } from './outcome.ts';
import { changeFields } from './record-change.ts';
import { toReferenceKey } from './reference-key.ts';
import { hasWords } from './title-similarity.ts';

export const SOURCE_KINDS = ['review', 'audit', 'inspection', 'scrutiny', 'survey'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** One review, audit, inspection, scrutiny or survey that asks something of the partnership. */
export interface Source {
  readonly id: string;
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
  readonly kind: SourceKind;
  /** Who made it: `Ofsted`, `Independent Scrutineer`. */
  readonly body?: string;
  /** The day of its report. */
  readonly on?: Day;
  /** The rapid review or LCSPR that it is: it exists for those alone who may see that one. */
  readonly review?: string;
  readonly basis?: string;
}

/**
 * Whether words of a record, such as the source of an action, name this source: its id, its name or
 * another name of it, however they are spelt.
 */
export function isNamedSource({ id, name, alsoKnownAs }: Source, words: string): boolean {
  const key = toReferenceKey(words);
  return [id, name, ...alsoKnownAs].some((each) => toReferenceKey(each) === key);
}

/**
 * The sources that somebody's words may mean: the one that they name, else those that have all of
 * them in their names, body, kind or year. Several are for asking which, none for saying so.
 * @example findSources(sources, 'ofsted 2015') // the inspection by Ofsted whose report is of 2015
 */
export function findSources(sources: readonly Source[], words: string): Source[] {
  const named = sources.filter((source) => isNamedSource(source, words));
  // A letter that is all of a name is no small word: “LCSPR-A” is not LCSPR-B.
  const letter = LETTER.exec(words)?.[1];
  const isLettered = (source: Source) =>
    !letter ||
    new RegExp(`\\b${letter}\\b`, 'i').test([source.name, ...source.alsoKnownAs].join(' '));
  return named.length > 0
    ? named
    : sources.filter((source) => hasWords(describe(source), words) && isLettered(source));
}

const LETTER = /\b(?:l?cspr|scr)[\s-]+([a-z]\d?)$/i;

const describe = ({ name, alsoKnownAs, body = '', kind, on }: Source): string =>
  [name, ...alsoKnownAs, body, kind, on && formatDayWithYear(on)].join(' ');

export type SourceRefusal = 'name-missing' | 'name-taken';

/** Keeps a new source; no two go by one name, or what one asks for would be the other's. */
export function addSource(
  source: Source,
  all: readonly Source[],
  actor: Actor,
): Outcome<Change<Source>, SourceRefusal> {
  if (!source.name.trim()) return refuse('name-missing');
  if (isTaken(source.name, source.id, all)) return refuse('name-taken');
  return acceptChange(source, { type: 'added' }, actor);
}

/** Corrects what is known of a source; its id stays, for records name it. */
export function changeSource(
  source: Source,
  changed: Pick<Source, 'name' | 'kind' | 'alsoKnownAs'> & {
    readonly body: string | undefined;
    readonly on: Day | undefined;
  },
  all: readonly Source[],
  actor: Actor,
): Outcome<Change<Source>, SourceRefusal> {
  if (!changed.name.trim()) return refuse('name-missing');
  if (isTaken(changed.name, source.id, all)) return refuse('name-taken');
  return changeFields<Source>(source, changed, { type: 'changed' }, actor);
}

const isTaken = (name: string, id: string, all: readonly Source[]): boolean =>
  all.some((other) => other.id !== id && isNamedSource(other, name));

/**
 * The id of a new source: its name and year in capitals, as far as it is free.
 * @example nextSourceId({ name: 'Ofsted focused visit', on: day('2023-05-02') }, []) // 'OFSTED-FOCUSED-VISIT-2023'
 */
export function nextSourceId(
  { name, on }: Pick<Source, 'name' | 'on'>,
  ids: readonly string[],
): string {
  const year = on?.slice(0, 4);
  const words = name
    .normalize('NFKD')
    .toUpperCase()
    .match(/[A-Z0-9]+/g) ?? ['SOURCE'];
  const base = [...words.slice(0, 4), ...(year && !words.includes(year) ? [year] : [])].join('-');
  let free = base;
  for (let count = 2; ids.includes(free); count += 1) free = `${base}-${count}`;
  return free;
}

/**
 * A source as it stands in a sentence: its name, with its year where the name has none.
 * @example sourceTitle({ name: 'Ofsted inspection', on: day('2015-03-13') }) // 'Ofsted inspection (2015)'
 */
export const sourceTitle = ({ name, on }: Pick<Source, 'name' | 'on'>): string =>
  on && !/\b(?:19|20)\d\d\b/.test(name) ? `${name} (${on.slice(0, 4)})` : name;
