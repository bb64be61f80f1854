import type { Directory } from '../domain/directory.ts';
import type { Person } from '../domain/partnership.ts';
import { wordsOf } from './normalise.ts';

/** A text with `person-1`, `person-2` … in place of people's names. */
export interface Roles {
  readonly text: string;
  readonly people: ReadonlyMap<string, Person>;
}

/** Stands for a word that was taken out because it is, or could be, somebody's name. */
export const LEFT_OUT = '[left out]';

interface Naming {
  readonly words: readonly string[];
  readonly owners: readonly Person[];
}

/**
 * Puts numbers in place of the partnership's people, named in full or by a part of their name that is not `spared`;
 * a part that two people share is left out.
 */
export function peopleAsRoles(
  text: string,
  { people }: Directory,
  spared: (word: string) => boolean,
): Roles {
  const numbers = new Map<string, Person>();
  const numberOf = (person: Person) => {
    const known = [...numbers].find(([, { id }]) => id === person.id)?.[0];
    const number = known ?? `person-${numbers.size + 1}`;
    return numbers.set(number, person) && number;
  };
  const replace = (replaced: string, { words, owners }: Naming) =>
    replaced.replace(patternOf(words), () =>
      owners[0] && owners.length === 1 ? numberOf(owners[0]) : LEFT_OUT,
    );
  return {
    text: [...fullNames(people), ...parts(people, spared)].reduce(replace, text),
    people: numbers,
  };
}

function fullNames(people: readonly Person[]): Naming[] {
  return people
    .map((person) => ({ words: wordsOf(person.displayName), owners: [person] }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
}

function parts(people: readonly Person[], spared: (word: string) => boolean): Naming[] {
  const owners = new Map<string, Person[]>();
  for (const person of people) {
    for (const word of new Set(wordsOf(person.displayName))) {
      if (word.length > 1 && !spared(word)) owners.set(word, [...(owners.get(word) ?? []), person]);
    }
  }
  return [...owners].map(([word, those]) => ({ words: [word], owners: those }));
}

/** The words one after the other, whatever their case; apostrophes in them may be left out or typed as any kind. */
function patternOf(words: readonly string[]): RegExp {
  const escaped = words.map((word) =>
    [...word].map((letter) => letter.replace(/[^\p{L}\p{N}]/u, '\\$&')).join("['’]?"),
  );
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${escaped.join("[\\s.'’-]+")}(?:['’]?s)?(?![\\p{L}\\p{N}])`,
    'giu',
  );
}
