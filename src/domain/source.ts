import type { Day } from './dates.ts';
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
  return named.length > 0 ? named : sources.filter((source) => hasWords(describe(source), words));
}

const describe = ({ name, alsoKnownAs, body = '', kind, on }: Source): string =>
  [name, ...alsoKnownAs, body, kind, on?.slice(0, 4)].join(' ');
