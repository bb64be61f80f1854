/** Finds which of many phrases stand at a place in a message. Words are compared as `fold` makes them. */
export interface PhraseIndex<Value> {
  add(words: readonly string[], value: Value): void;
  /** All phrases that begin at this word, with how many words they take. */
  at(stems: readonly string[], start: number): readonly Found<Value>[];
  /** Every word of every phrase. */
  readonly words: ReadonlySet<string>;
}

export interface Found<Value> {
  readonly length: number;
  readonly value: Value;
}

interface Entry<Value> {
  readonly stems: readonly string[];
  readonly value: Value;
}

export function createPhraseIndex<Value>(fold: (word: string) => string): PhraseIndex<Value> {
  const byFirst = new Map<string, Entry<Value>[]>();
  const words = new Set<string>();
  return {
    words,
    add(phrase, value) {
      const stems = phrase.map(fold);
      const first = stems[0];
      if (first === undefined) return;
      for (const word of phrase) words.add(word);
      const entries = byFirst.get(first);
      if (entries) entries.push({ stems, value });
      else byFirst.set(first, [{ stems, value }]);
    },
    at(stems, start) {
      const entries = byFirst.get(stems[start] ?? '') ?? [];
      return entries
        .filter((entry) => entry.stems.every((word, offset) => stems[start + offset] === word))
        .map((entry) => ({ length: entry.stems.length, value: entry.value }));
    },
  };
}
