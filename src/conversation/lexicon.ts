import type { Filters } from '../features/question.ts';
import { CONCEPTS } from './concepts.ts';
import { wordsOf } from './normalise.ts';
import { PART_WORDS } from './part-words.ts';
import { createPhraseIndex } from './phrase-index.ts';
import { FILLERS, SHORTHAND } from './shorthand.ts';
import { stem } from './stem.ts';

/** What a phrase of the field means: a hint, or a part of the question, or nothing at all. */
export type Meaning =
  | { readonly kind: 'concept'; readonly name: string }
  | { readonly kind: 'part'; readonly filter: keyof Filters; readonly value: string; readonly words: readonly string[] }
  | { readonly kind: 'filler' };

/** All that does not depend on a partnership, ready to be found in a message. */
export const lexicon = createPhraseIndex<Meaning>(stem);

const full = (phrase: string): string[] => wordsOf(phrase).flatMap((word) => SHORTHAND.get(word) ?? [word]);

for (const [name, phrases] of Object.entries(CONCEPTS)) {
  for (const phrase of phrases.split(',')) lexicon.add(full(phrase), { kind: 'concept', name });
}
for (const [filter, values] of Object.entries(PART_WORDS)) {
  for (const [value, phrases] of Object.entries(values)) {
    for (const phrase of phrases.split(','))
      lexicon.add(full(phrase), { kind: 'part', filter: filter as keyof Filters, value, words: full(phrase) });
  }
}
for (const phrase of FILLERS) lexicon.add(full(phrase), { kind: 'filler' });
