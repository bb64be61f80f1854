import { distance } from 'fastest-levenshtein';
import { isCommonEnglish } from '../text/english.ts';
import { contains, isInside, type Span } from '../text/span.ts';
import { stem } from '../text/stem.ts';
import { toWords } from '../text/tokenise.ts';
import { MONTHS, STOP_WORDS, WEEKDAYS } from '../text/word-sets.ts';
import type { AnnotatedMessage } from './annotated-message.ts';

/** An action whose title has the words searched for; the better it fits, the higher its score. */
export interface FoundTitle {
  readonly ref: string;
  readonly title: string;
  readonly score: number;
}

/** Finds actions by words of their titles, the best first. */
export type TitleSearch = (words: string, max: number) => Promise<readonly FoundTitle[]>;

/** Words of a message that fit the title of an action. */
export interface TitleMatch {
  /** The words, as understood. */
  readonly words: string;
  readonly spans: readonly Span[];
  /** The titles that fit equally well; one when the action is plain. */
  readonly titles: readonly FoundTitle[];
  /** How well they fit, 0 to 1. */
  readonly share: number;
  /** A rare word weighs 1.3, a common one 1, one that is understood otherwise 0.4. */
  readonly weight: number;
}

/** So much of the words must stand in the title. */
export const MIN_TITLE_SHARE = 0.6;
const MAX_TITLES = 20;
const MAX_WORDS = 10;
/** Searching for more words would cost more than they tell. */
const MAX_WORDS_SEARCHED = 2;
/** “gp” and “11” can stand beside a telling word, “e” would find thousands. */
const MIN_LENGTH = 2;

/**
 * Looks for an action by words that are not otherwise understood, together with the names among
 * them: in “exploitation directory” only “directory” is unexplained, but both are searched for.
 * When an action is surely meant, `anyWords` will do (“the gp attendance one”).
 */
export async function findTitle(
  message: AnnotatedMessage,
  searchTitles: TitleSearch,
  { cueStems, anyWords }: { readonly cueStems: ReadonlySet<string>; readonly anyWords: boolean },
): Promise<TitleMatch | undefined> {
  const content = contentWords(message, cueStems);
  const definiteWords = findDefiniteWords(message, content);
  const words = (definiteWords.length > 0 ? definiteWords : content).slice(0, MAX_WORDS);
  const unexplained = words.filter(({ isExplained }) => !isExplained);
  if (words.length === 0 || (!anyWords && unexplained.length === 0)) return undefined;
  const runs = anyWords ? splitRuns(message, words) : [words];
  const minHits = anyWords ? (definiteWords.length > 0 ? 1 : 2) : Number.POSITIVE_INFINITY;
  const searched = [...(unexplained.length > 0 ? unexplained : words)]
    .sort((a, b) => weigh([b]) - weigh([a]))
    .slice(0, MAX_WORDS_SEARCHED);
  const ranked = (await searchTitles(joined(searched), MAX_TITLES))
    .flatMap((title) => {
      const stems = toWords(title.title).map(stem);
      return runs.map((run) => ({ title, ...measureFit(run, stems) }));
    })
    .filter(
      ({ hits }) =>
        isTogether(hits) &&
        (hits.length >= minHits || hits.some(({ isExplained }) => !isExplained)),
    )
    .sort((a, b) => b.share * b.weight - a.share * a.weight || b.title.score - a.title.score);
  const [best] = ranked;
  if (!best) return undefined;
  const equalMatches = ranked.filter(
    ({ share, weight, title }, at) =>
      share * weight >= best.share * best.weight - 0.01 &&
      ranked.findIndex((other) => other.title.ref === title.ref) === at,
  );
  return {
    words: joined(best.hits),
    spans: best.hits.map(({ at }) => ({ start: at, end: at + 1 })),
    titles: equalMatches.map(({ title }) => title),
    share: best.share,
    weight: best.weight,
  };
}

/** “Bring”, and “stop” at the end of a long message, are no title. */
const MAX_WORDS_PER_HIT = 4;
const isTogether = (hits: readonly ContentWord[]): boolean =>
  (hits.at(-1)?.at ?? 0) - (hits[0]?.at ?? 0) <= hits.length * MAX_WORDS_PER_HIT;

/** Where words of an action's title stand beside its reference: “SA-042, the workshop invite, is done”. */
export async function findTitleBeside(
  message: AnnotatedMessage,
  searchTitles: TitleSearch,
  cueStems: ReadonlySet<string>,
): Promise<readonly Span[]> {
  const [ref, ...others] = message.actionRefs;
  const words = contentWords(message, cueStems);
  const unexplained = words.filter(({ isExplained }) => !isExplained);
  if (!ref || others.length > 0 || unexplained.length === 0) return [];
  const searched = unexplained.toSorted((a, b) => weigh([b]) - weigh([a]));
  const found = await searchTitles(joined(searched.slice(0, MAX_WORDS_SEARCHED)), MAX_TITLES);
  const own = found.find((each) => each.ref === ref.ref);
  if (!own) return [];
  const { hits } = measureFit(words, toWords(own.title).map(stem));
  return hits.map(({ at }) => ({ start: at, end: at + 1 }));
}

interface ContentWord {
  readonly word: string;
  readonly stem: string;
  readonly at: number;
  /** It is understood in some other way as well. */
  readonly isExplained: boolean;
}

const joined = (words: readonly ContentWord[]): string => words.map(({ word }) => word).join(' ');

/** The words that can stand in a title. */
function contentWords(message: AnnotatedMessage, cueStems: ReadonlySet<string>): ContentWord[] {
  const { concepts, filterValues, actionRefs, reviewRefs, years, fillers, entities } = message;
  const noTitle = [
    ...[...actionRefs, ...reviewRefs, ...years, ...fillers],
    ...filterValues.filter(({ filter }) => filter !== 'source'),
  ];
  return message.tokens.flatMap(({ word }, at) => {
    const isCalendar = MONTHS.has(word) || WEEKDAYS.has(word);
    if (!/[\p{L}\d]/u.test(word) || word.length < MIN_LENGTH || STOP_WORDS.has(word)) return [];
    const root = message.stems[at] ?? '';
    const isRepeated = message.stems.indexOf(root) < at;
    if (isCalendar || isRepeated || isInside(at, noTitle)) return [];
    const isExplained =
      entities.some((entity) => contains(entity, { start: at, end: at + 1 })) ||
      isInside(at, [...concepts, ...filterValues]) ||
      cueStems.has(root) ||
      /^\d/.test(word) ||
      word.length < 3;
    return [{ word, stem: root, at, isExplained }];
  });
}

/** In “the supervision one is stuck on procurement” only “supervision” says which. */
function findDefiniteWords(
  { tokens }: AnnotatedMessage,
  words: readonly ContentWord[],
): ContentWord[] {
  const one = tokens.findIndex(({ word }, at) => /^(one|action|thing)$/.test(word) && at > 0);
  const the = tokens
    .slice(0, Math.max(0, one))
    .findLastIndex(({ word }) => /^(the|that)$/.test(word));
  const isFirst = one > 0 && one < 5 && tokens[one]?.word === 'one';
  const from = the >= 0 && one - the <= 6 ? the : isFirst ? -1 : one;
  return words.filter(({ at }) => from < at && at < one);
}

const BOUNDARY =
  /^(is|are|was|has|have|as|because|stuck|waiting|blocked|started|done|finished|and|but|to|on|with|[-–—:,;])$/;

/** All content words together, and the stretches of them between words that join sentences. */
function splitRuns(
  { tokens }: AnnotatedMessage,
  words: readonly ContentWord[],
): (readonly ContentWord[])[] {
  const runs: ContentWord[][] = [[]];
  for (const [index, word] of words.entries()) {
    const from = (words[index - 1]?.at ?? word.at) + 1;
    if (tokens.slice(from, word.at).some((between) => BOUNDARY.test(between.word))) runs.push([]);
    runs.at(-1)?.push(word);
  }
  return runs.length > 1 ? [words, ...runs] : [words];
}

interface Fit {
  readonly share: number;
  readonly weight: number;
  readonly hits: readonly ContentWord[];
}

/** The share of the words from the first to the last hit; of all words, when there is one hit. */
function measureFit(words: readonly ContentWord[], stems: readonly string[]): Fit {
  const hits = words.filter(({ stem: word }) => stems.some((other) => isSameWord(word, other)));
  const from = words.indexOf(hits[0] as ContentWord);
  const to = words.indexOf(hits.at(-1) as ContentWord);
  const stretch = hits.length > 1 ? words.slice(from, to + 1) : words;
  return { hits, weight: weigh(hits), share: hits.length === 0 ? 0 : weigh(hits) / weigh(stretch) };
}

/** A word that is understood otherwise tells little about the action; a rare word tells most. */
function weigh(words: readonly ContentWord[]): number {
  return words.reduce(
    (sum, { isExplained, word }) => sum + (isExplained ? 0.4 : isCommonEnglish(word) ? 1 : 1.3),
    0,
  );
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length > 4 && b.length > 4 && (a.startsWith(b) || b.startsWith(a))) return true;
  return (
    a.length > 4 && Math.abs(a.length - b.length) <= 1 && distance(a, b) <= (a.length > 7 ? 2 : 1)
  );
}
