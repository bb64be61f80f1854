/** A long word may have two slips. */
const LONG = 8;

/**
 * Finds the words that can be near another without looking at all of them: those from which it differs by one letter left out,
 * put in, put for another or exchanged with its neighbour, which leave the same letters when one is taken from each; and for a
 * long word those of like length that begin alike.
 */
export function createNearWords(words: readonly string[]): (typed: string) => Iterable<string> {
  const byLetters = new Map<string, string[]>();
  const byStart = new Map<string, string[]>();
  for (const word of [...words].sort()) {
    for (const letters of [word, ...oneLess(word)]) put(byLetters, letters, word);
    if (word.length >= LONG - 1) put(byStart, startOf(word), word);
  }
  return (typed) => {
    const found = new Set(
      [typed, ...oneLess(typed)].flatMap((letters) => byLetters.get(letters) ?? []),
    );
    if (typed.length >= LONG)
      for (const word of byStart.get(startOf(typed)) ?? [])
        if (Math.abs(word.length - typed.length) < 3) found.add(word);
    return [...found].sort();
  };
}

const startOf = (word: string): string => word[0] ?? '';

function oneLess(word: string): Set<string> {
  return new Set(Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)));
}

function put(index: Map<string, string[]>, key: string, word: string): void {
  const words = index.get(key);
  if (words) words.push(word);
  else index.set(key, [word]);
}
