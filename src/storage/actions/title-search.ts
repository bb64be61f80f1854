import MiniSearch from 'minisearch';
import type { FoundTitle } from '../../contract/ports.ts';
import { toReferenceKey } from '../../domain/reference-key.ts';

/** A search over titles in memory. */
export interface TitleSearch {
  /** Adds or replaces the title of an action. */
  addOrReplace(ref: string, title: string): void;
  /**
   * The titles with all of the words or, when none has all, with some of them, best first. Forgives
   * typing errors.
   */
  find(words: string, most: number): FoundTitle[];
  /** The one reference that is spelled so, in capitals or not, with dashes, spaces, noughts or not. */
  findRef(typed: string): string | undefined;
}

interface Entry {
  readonly ref: string;
  readonly title: string;
  readonly words: readonly string[];
}

/** The share of a word's letters that may be wrong. */
const FUZZY = 0.2;
/**
 * The scores of a word with the same beginning and of a word with a similar spelling; the word
 * itself scores 1.
 */
const BEGINS = 0.6;
const SPELT = 0.4;
/** The penalty for each word of a title: of two that match, the shorter one is the better match. */
const LENGTH = 0.03;
/** The most titles that are compared when none has all the words. */
const MAX_COMPARED = 2_000;

/**
 * MiniSearch searches the vocabulary, which stays small however many titles there are; a map leads
 * from each word to its titles. Searching the titles themselves took ten times as long with 50,000
 * of them.
 */
export function createTitleSearch(): TitleSearch {
  const spellings = new MiniSearch<{ word: string }>({ idField: 'word', fields: ['word'] });
  const entries = new Map<string, Entry>();
  const titlesByWord = new Map<string, Set<Entry>>();
  const refsByKey = new Map<string, Set<string>>();

  function addOrReplace(ref: string, title: string): void {
    const before = entries.get(ref);
    for (const word of before?.words ?? []) titlesByWord.get(word)?.delete(before as Entry);
    const entry = { ref, title, words: [...new Set(toWords(title))] };
    entries.set(ref, entry);
    const key = toReferenceKey(ref);
    refsByKey.set(key, (refsByKey.get(key) ?? new Set()).add(ref));
    for (const word of entry.words) {
      const others = titlesByWord.get(word);
      if (others) others.add(entry);
      else {
        titlesByWord.set(word, new Set([entry]));
        spellings.add({ word });
      }
    }
  }

  /** Words similar to a search word, with their scores: rarer words score more. */
  function findSimilarWords(asked: string): Map<string, number> {
    const found = spellings.search(asked, { prefix: true, fuzzy: FUZZY });
    return new Map(
      found.map(({ id: word }) => {
        const likeness = word === asked ? 1 : word.startsWith(asked) ? BEGINS : SPELT;
        return [
          word,
          likeness * Math.log(1 + entries.size / Math.max(1, titlesByWord.get(word)?.size ?? 0)),
        ];
      }),
    );
  }

  function titlesWith(similar: ReadonlyMap<string, number>): Set<Entry> {
    const titles = new Set<Entry>();
    for (const word of similar.keys())
      for (const entry of titlesByWord.get(word) ?? []) titles.add(entry);
    return titles;
  }

  function find(words: string, most: number): FoundTitle[] {
    const named = entries.get(/\d/.test(words) ? (findRef(words) ?? '') : '');
    if (named) return [{ ref: named.ref, title: named.title, score: 1 }];
    const asked = toWords(words).map((word) => {
      const similarWords = findSimilarWords(word);
      return {
        similar: similarWords,
        titles: [...similarWords.keys()].reduce(
          (sum, each) => sum + (titlesByWord.get(each)?.size ?? 0),
          0,
        ),
      };
    });
    asked.sort((a, b) => a.titles - b.titles);
    const rarest = titlesWith(asked[0]?.similar ?? new Map());
    const all = [...rarest].filter((entry) =>
      asked.every(({ similar }, at) => at === 0 || entry.words.some((word) => similar.has(word))),
    );
    const candidates =
      all.length > 0
        ? all
        : [...new Set(asked.flatMap(({ similar }) => [...titlesWith(similar)]))].slice(
            0,
            MAX_COMPARED,
          );
    // Sorting the thousands of titles that a common word has took longer than finding them.
    const found: FoundTitle[] = [];
    for (const entry of candidates) {
      const score =
        asked.reduce((sum, { similar }) => sum + bestScore(entry, similar), 0) /
        (1 + LENGTH * entry.words.length);
      if (found.length >= most && score <= (found.at(-1)?.score ?? 0)) continue;
      const at = found.findIndex((other) => other.score < score);
      found.splice(at < 0 ? found.length : at, 0, { ref: entry.ref, title: entry.title, score });
      if (found.length > most) found.pop();
    }
    return found.map((each) => ({ ...each, score: each.score / (found[0]?.score || 1) }));
  }

  function findRef(typed: string): string | undefined {
    const [ref, ...others] = refsByKey.get(toReferenceKey(typed)) ?? [];
    return others.length === 0 ? ref : undefined;
  }

  return { addOrReplace, find, findRef };
}

/** The score of the word of a title that is most like a search word. */
function bestScore({ words }: Entry, similar: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const word of words) best = Math.max(best, similar.get(word) ?? 0);
  return best;
}

const toWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
