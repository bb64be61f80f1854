import { FIRST_NAMES } from '../../domain/first-names.ts';
import { splitWords } from '../word-classes.ts';
import { isDictionaryWord } from './english-words.ts';
import library from './given-names.json' with { type: 'json' };
import { NAMES_IN_ENGLAND, WORDS_AND_NAMES } from './names-in-england.ts';

const isLong = (word: string): boolean => word.length > 2;
const isOnlyName = (word: string): boolean => isLong(word) && !isDictionaryWord(word);

/** Names that mean nothing else here, though a dictionary may have them: “jack”, “hamza”. */
const certain = new Set([...FIRST_NAMES, ...splitWords(NAMES_IN_ENGLAND).filter(isLong)]);
const given = new Set([
  ...certain,
  ...splitWords(library).filter(isOnlyName),
  ...splitWords(WORDS_AND_NAMES),
]);

/** A given name of any language, in lower case and without accents; each part of “ellie-mae”. */
export function isGivenName(word: string): boolean {
  return (
    given.has(word) || (word.includes('-') && word.split('-').every((part) => given.has(part)))
  );
}

/** A word that may mean something else than a person: “grace”, “hope”, any word of English. */
export function isOrdinaryWord(word: string): boolean {
  return (
    !certain.has(word) &&
    (isDictionaryWord(word) || (word.endsWith('s') && isDictionaryWord(word.slice(0, -1))))
  );
}
