import type { Filters } from '../contract/question.ts';
import { CONCEPTS } from './concepts.ts';
import { wordsOf } from './normalise.ts';
import { PART_WORDS } from './part-words.ts';
import { createPhraseIndex } from './phrase-index.ts';
import { FILLERS, SHORTHAND } from './shorthand.ts';
import { stem } from './stem.ts';

/** What a phrase of the field means: a hint, or a part of the question, or nothing at all. */
export type Meaning =
  | { readonly kind: 'concept'; readonly name: string; readonly words: readonly string[] }
  | {
      readonly kind: 'part';
      readonly filter: keyof Filters;
      readonly value: string;
      readonly words: readonly string[];
    }
  | { readonly kind: 'filler' };

/** All that does not depend on a partnership, ready to be found in a message. */
export const lexicon = createPhraseIndex<Meaning>(stem);

/** The words of the field itself. What is said elsewhere is none that a slip could have meant. */
export const FIELD_WORDS: ReadonlySet<string> = learnAll();

function learnAll(): Set<string> {
  const ours = new Set<string>();
  const learn = (phrase: string, meaning: (words: readonly string[]) => Meaning) => {
    const words = wordsOf(phrase).flatMap((word) => SHORTHAND.get(word) ?? [word]);
    const meant = meaning(words);
    lexicon.add(words, meant);
    if (meant.kind !== 'concept' || meant.name !== 'elsewhere')
      for (const word of words) ours.add(word);
  };
  for (const [name, phrases] of Object.entries(CONCEPTS))
    for (const phrase of phrases.split(','))
      learn(phrase, (words) => ({ kind: 'concept', name, words }));
  for (const [filter, values] of Object.entries(PART_WORDS))
    for (const [value, phrases] of Object.entries(values))
      for (const phrase of phrases.split(','))
        learn(phrase, (words) => ({ kind: 'part', filter: filter as keyof Filters, value, words }));
  for (const phrase of FILLERS) learn(phrase, () => ({ kind: 'filler' }));
  return ours;
}
