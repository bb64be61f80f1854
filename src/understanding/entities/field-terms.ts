import type { Filters } from '../../contract/question.ts';
import { createPhraseIndex } from '../text/phrase-index.ts';
import { FILLERS, SHORTHAND } from '../text/shorthand.ts';
import { stem } from '../text/stem.ts';
import { toWords } from '../text/tokenise.ts';
import { CONCEPTS } from './concepts.ts';
import { FILTER_WORDS } from './filter-words.ts';

/** What a phrase of the field means: a hint, a filter's value, or nothing at all. */
export type Sense = { readonly words: readonly string[] } & (
  | { readonly kind: 'concept'; readonly name: string }
  | { readonly kind: 'filter'; readonly filter: keyof Filters; readonly value: string }
  | { readonly kind: 'filler' }
);

/** The phrases that mean the same in every partnership. */
export const fieldTerms = createPhraseIndex<Sense>(stem);

/** The words of those phrases. */
export const FIELD_WORDS: ReadonlySet<string> = addTerms();

function addTerms(): Set<string> {
  const fieldWords = new Set<string>();
  const add = (phrase: string, toSense: (words: readonly string[]) => Sense) => {
    const sense = toSense(toWords(phrase).flatMap((word) => SHORTHAND.get(word) ?? [word]));
    fieldTerms.add(sense.words, sense);
    for (const word of sense.words) fieldWords.add(word);
  };
  for (const [name, phrases] of Object.entries(CONCEPTS))
    for (const phrase of phrases.split(','))
      add(phrase, (words) => ({ kind: 'concept', name, words }));
  for (const [filter, values] of Object.entries(FILTER_WORDS))
    for (const [value, phrases] of Object.entries(values))
      for (const phrase of phrases.split(','))
        add(phrase, (words) => ({ kind: 'filter', filter: filter as keyof Filters, value, words }));
  for (const phrase of FILLERS) add(phrase, (words) => ({ kind: 'filler', words }));
  return fieldWords;
}
