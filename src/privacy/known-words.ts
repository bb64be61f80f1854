import { otherNames } from '../domain/other-names.ts';
import type { Agency, Group, Partnership, Person, Priority } from '../domain/partnership.ts';
import type { IsKnownWord } from './passage.ts';
import { tokenise } from './tokenise.ts';

/** As much of a directory as has names: people in it are adults, agencies and groups are no people. */
export interface NamedRecords {
  readonly partnership?: Pick<Partnership, 'name' | 'shortName' | 'area'>;
  readonly people: readonly Pick<Person, 'id' | 'displayName'>[];
  readonly agencies: readonly Pick<Agency, 'id' | 'name' | 'shortName' | 'alsoKnownAs'>[];
  readonly groups: readonly Pick<Group, 'id' | 'name' | 'shortName' | 'alsoKnownAs'>[];
  readonly priorities: readonly Pick<Priority, 'title' | 'alsoKnownAs'>[];
}

const cache = new WeakMap<readonly unknown[], IsKnownWord>();

/** The words of all names that a partnership has; kept as long as its list of people is. */
export function knownWords(records: NamedRecords): IsKnownWord {
  const found = cache.get(records.people);
  if (found) return found;
  const { partnership, people, agencies, groups, priorities } = records;
  const names = [
    ...(partnership ? [partnership.name, partnership.shortName, partnership.area] : []),
    ...people.flatMap(({ id, displayName }) => [id, displayName]),
    ...[...agencies, ...groups].flatMap((each) => [each.id, each.name, ...otherNames(each)]),
    ...priorities.flatMap(({ title, alsoKnownAs }) => [title, ...alsoKnownAs]),
  ];
  const isKnown = knownNames(names);
  cache.set(people, isKnown);
  return isKnown;
}

/** The words of these names. */
export function knownNames(names: readonly string[]): IsKnownWord {
  const words = new Set(names.flatMap((name) => tokenise(name).map(({ word }) => word)));
  return (word) => words.has(word);
}
