import type { Span } from './span.ts';

/** Finds which of many phrases are in a text, and where. Words are compared as folded. */
export interface PhraseIndex<Value> {
  add(phrase: readonly string[], value: Value): void;
  /** Every phrase in a text, in the order of their first words; phrases may overlap. */
  find(words: readonly string[]): (Span & { readonly value: Value })[];
  /** Whether the words are one of the phrases, no more and no less. */
  has(words: readonly string[]): boolean;
  /** Every word of every phrase. */
  readonly words: ReadonlySet<string>;
}

export function createPhraseIndex<Value>(fold: (word: string) => string): PhraseIndex<Value> {
  const byFirstWord = new Map<string, { readonly folded: readonly string[]; value: Value }[]>();
  const allWords = new Set<string>();

  function find(words: readonly string[]) {
    const folded = words.map(fold);
    return folded.flatMap((first, start) =>
      (byFirstWord.get(first) ?? [])
        .filter((entry) => entry.folded.every((word, at) => folded[start + at] === word))
        .map(({ folded: { length }, value }) => ({ start, end: start + length, value })),
    );
  }

  return {
    words: allWords,
    find,
    has: (words) => find(words).some(({ start, end }) => start === 0 && end === words.length),
    add(phrase, value) {
      const folded = phrase.map(fold);
      const [first] = folded;
      if (first === undefined) return;
      for (const word of phrase) allWords.add(word);
      const entries = byFirstWord.get(first);
      if (entries) entries.push({ folded, value });
      else byFirstWord.set(first, [{ folded, value }]);
    },
  };
}
