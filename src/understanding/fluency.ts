/** How usual it is that one word follows another, learned from the phrases in which people ask. */
export interface Fluency {
  /** The logarithm of how likely `next` is after `word`; `^` stands before the first word, `$` after the last. */
  after(word: string, next: string): number;
  /** Whether one follows the other anywhere in the phrases. */
  follows(word: string, next: string): boolean;
}

/** What a word that was seen everywhere is worth beside those that were seen after this one. */
const UNSURE = 2;
const NEVER_SEEN = 1e-5;

export function learnFluency(phrases: Iterable<readonly string[]>): Fluency {
  const pairs = new Map<string, number>();
  const firsts = new Map<string, number>();
  const seconds = new Map<string, number>();
  let all = 0;
  const count = (counts: Map<string, number>, key: string) =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const words of phrases) {
    const ring = ['^', ...words, '$'];
    for (const [at, word] of ring.slice(0, -1).entries()) {
      const next = ring[at + 1] ?? '$';
      count(pairs, `${word} ${next}`);
      count(firsts, word);
      count(seconds, next);
      all += 1;
    }
  }
  return {
    follows: (word, next) => pairs.has(`${word} ${next}`),
    after(word, next) {
      const usual = (seconds.get(next) ?? 0) / all + NEVER_SEEN;
      return Math.log(
        ((pairs.get(`${word} ${next}`) ?? 0) + UNSURE * usual) / ((firsts.get(word) ?? 0) + UNSURE),
      );
    },
  };
}
