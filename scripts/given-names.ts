import { writeFile } from 'node:fs/promises';
import { allLocales } from '@faker-js/faker';

export const GIVEN_NAMES_FILE = 'src/privacy/names/given-names.json';

const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  ß: 'ss',
};

/** The given names of all languages that the library has in Latin letters, in lower case, without accents. */
export function listGivenNames(): string {
  const lists = Object.values(allLocales).flatMap(({ person }) => textsIn(person?.first_name));
  const words = lists
    .flatMap((name) => toPlain(name).split(/\s+/))
    .filter((word) => /^[a-z-]{3,}$/.test(word));
  return [...new Set(words)].sort().join(' ');
}

const toPlain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[łøđıæß]/g, (letter) => LETTERS[letter] ?? letter);

/** Names lie in lists by gender. */
function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}

if (import.meta.main) await writeFile(GIVEN_NAMES_FILE, `${JSON.stringify(listGivenNames())}\n`);
