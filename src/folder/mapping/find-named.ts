import type { Action } from '../../domain/action.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { otherNames } from '../../domain/other-names.ts';
import type { Agency, Group, Partnership, Person, Priority } from '../../domain/partnership.ts';
import type { Risk } from '../../domain/risk.ts';
import { toComparable } from '../../domain/to-comparable.ts';
import { toComparableName } from './mapping.ts';

/** What the cells of a sheet may name. */
export interface NamedRecords {
  readonly partnership?: Partnership;
  readonly agencies: readonly Agency[];
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
  readonly meetings: readonly Meeting[];
  readonly priorities?: readonly Priority[];
  /** Those that are stored, which a row without a reference may be. */
  readonly actions?: readonly Action[];
  readonly risks?: readonly Risk[];
}

export type NamedKind = 'agency' | 'group' | 'person';

/** A record that a text may mean. */
export interface RecordMatch {
  readonly kind: NamedKind;
  readonly id: string;
  readonly name: string;
  /** The agency that a person works for. */
  readonly agency?: string;
}

/** Finds what a text names: one record, several that it fits as well, or none. */
export type FindNamed = (text: string, kinds: readonly NamedKind[]) => readonly RecordMatch[];

/**
 * By id first, then by name, by another name, by initials. What stands in an earlier place wins over
 * what stands in a later one; within one place all are given, for none may be taken in silence. An
 * id that is written exactly is that record's, though another differs in a dash alone.
 */
export function createFindNamed(records: NamedRecords): FindNamed {
  const places = [0, 1, 2, 3].map(() => new Map<string, RecordMatch[]>());
  const add = (place: number, words: string, named: RecordMatch) => {
    const key = toComparableName(words);
    const found = places[place]?.get(key) ?? [];
    if (key && !found.includes(named)) places[place]?.set(key, [...found, named]);
  };
  const area = toComparable(records.partnership?.area ?? '').split(' ');
  for (const [kind, list] of [
    ['agency', records.agencies],
    ['group', records.groups],
  ] as const) {
    for (const record of list) {
      const { id, name } = record;
      const named: RecordMatch = { kind, id, name };
      add(0, id, named);
      add(1, name, named);
      for (const other of otherNames(record)) add(2, other, named);
      for (const initials of toInitials(name, area)) add(3, initials, named);
    }
  }
  for (const { id, displayName, agency } of records.people) {
    const named: RecordMatch = { kind: 'person', id, name: displayName, ...(agency && { agency }) };
    add(0, id, named);
    add(1, displayName, named);
    // “Smith, Jo”.
    add(1, displayName.replace(/^(.+) (\S+)$/, '$2 $1'), named);
    for (const initials of toInitials(displayName, [])) add(3, initials, named);
  }
  return (text, kinds) => {
    const key = toComparableName(text);
    for (const kind of kinds) {
      for (const place of places) {
        const found = (place.get(key) ?? []).filter((each) => each.kind === kind);
        const exact = found.filter(({ id }) => id === text);
        if (found.length > 0) return exact.length > 0 ? exact : found;
      }
    }
    return [];
  };
}

const SMALL_WORDS = /^(of|the|and|for|in|to|on|a)$/;

/**
 * @example toInitials('Brackenshire County Council', ['brackenshire']) // ['bcc', 'cc']
 */
function toInitials(name: string, area: readonly string[]): string[] {
  const words = toComparable(name.replace(/\(.*\)/, ''))
    .split(' ')
    .filter((word) => !SMALL_WORDS.test(word));
  const ownWords = words.filter((word) => word !== 'nhs' && !area.includes(word));
  const initials = [words, ownWords].map((each) => each.map(([letter]) => letter).join(''));
  return [...new Set(initials)].filter((each) => each.length > 1);
}
