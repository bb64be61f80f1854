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
  /** Each of its words once, by number. */
  readonly words: readonly number[];
  /** The number of the gathering that it was last in, so that none takes it twice. */
  gathering: number;
}

/** A search word as the titles know it: words like it, what every word scores, and how many titles. */
interface SimilarWords {
  readonly similar: readonly number[];
  /** By the word's number; 0 where it is not similar. */
  readonly scores: Float64Array;
  readonly titles: number;
}

const NO_TITLES: ReadonlySet<Entry> = new Set();

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
 * MiniSearch searches the vocabulary, which stays small however many titles there are; from each
 * word its number leads to its titles. Searching the titles themselves took ten times as long with
 * 50,000 of them.
 */
export function createTitleSearch(): TitleSearch {
  const spellings = new MiniSearch<{ word: string }>({ idField: 'word', fields: ['word'] });
  const entries = new Map<string, Entry>();
  const numbers = new Map<string, number>();
  const titlesByWord: Set<Entry>[] = [];
  const refsByKey = new Map<string, Set<string>>();

  const titlesOf = (word: number): ReadonlySet<Entry> => titlesByWord[word] ?? NO_TITLES;

  function addOrReplace(ref: string, title: string): void {
    const before = entries.get(ref);
    for (const word of before?.words ?? []) titlesByWord[word]?.delete(before as Entry);
    const entry = { ref, title, words: [...new Set(toWords(title))].map(numberWord), gathering: 0 };
    entries.set(ref, entry);
    const key = toReferenceKey(ref);
    refsByKey.set(key, (refsByKey.get(key) ?? new Set()).add(ref));
    for (const word of entry.words) titlesByWord[word]?.add(entry);
  }

  function numberWord(word: string): number {
    const number = numbers.get(word) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(word, number);
      titlesByWord.push(new Set());
      spellings.add({ word });
    }
    return number;
  }

  /** The words similar to a search word, and the score of every word: rarer words score more. */
  function findSimilarWords(asked: string): SimilarWords {
    const scores = new Float64Array(numbers.size);
    const similar = spellings
      .search(asked, { prefix: true, fuzzy: FUZZY })
      .map(({ id }): number => {
        const word = numbers.get(id) ?? 0;
        const likeness = id === asked ? 1 : id.startsWith(asked) ? BEGINS : SPELT;
        scores[word] = likeness * Math.log(1 + entries.size / Math.max(1, titlesOf(word).size));
        return word;
      });
    return { similar, scores, titles: similar.reduce((sum, each) => sum + titlesOf(each).size, 0) };
  }

  let gatherings = 0;

  /** The titles with any of the words, each once; so many at most. */
  function titlesWith(words: readonly number[], most = entries.size): Entry[] {
    gatherings += 1;
    const titles: Entry[] = [];
    for (const word of words)
      for (const entry of titlesOf(word)) {
        if (entry.gathering === gatherings) continue;
        if (titles.length >= most) return titles;
        entry.gathering = gatherings;
        titles.push(entry);
      }
    return titles;
  }

  function find(words: string, most: number): FoundTitle[] {
    const named = entries.get(/\d/.test(words) ? (findRef(words) ?? '') : '');
    if (named) return [{ ref: named.ref, title: named.title, score: 1 }];
    const asked = toWords(words).map(findSimilarWords);
    asked.sort((a, b) => a.titles - b.titles);
    const [rarest, ...others] = asked;
    const all = titlesWith(rarest?.similar ?? []).filter((entry) =>
      others.every(({ scores }) => bestScore(entry, scores) > 0),
    );
    const candidates =
      all.length > 0
        ? all
        : titlesWith(
            asked.flatMap(({ similar }) => similar),
            MAX_COMPARED,
          );
    // Sorting the thousands of titles that a common word has took longer than finding them.
    const found: FoundTitle[] = [];
    for (const entry of candidates) {
      const score =
        asked.reduce((sum, { scores }) => sum + bestScore(entry, scores), 0) /
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
function bestScore({ words }: Entry, scores: Float64Array): number {
  let best = 0;
  for (const word of words) best = Math.max(best, scores[word] ?? 0);
  return best;
}

const toWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
