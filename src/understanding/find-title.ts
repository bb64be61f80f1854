import { distance } from 'fastest-levenshtein';
import type { Actions, FoundTitle } from '../contract/ports.ts';
import { MONTHS, WEEKDAYS } from './calendar-words.ts';
import { isCommonEnglish } from './english.ts';
import { contains, type Heard, overlapsAny, type Span } from './heard.ts';
import { wordsOf } from './normalise.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Words of a message that fit the title of an action. */
export interface TitleInText {
  /** The words, as understood. */
  readonly words: string;
  readonly spans: readonly Span[];
  /** The titles that fit best, all alike; one when the action is plain. */
  readonly fits: readonly FoundTitle[];
  /** How well the best fits, 0 to 1. */
  readonly share: number;
  /** How telling the words are: a rare word weighs 1.3, a usual one 1, one that is understood otherwise 0.4. */
  readonly weight: number;
}

/** So much of the words must stand in the title. */
export const FITS = 0.6;
const MOST_TITLES = 20;
const MOST_WORDS = 10;
const MOST_SOUGHT = 2;
/** “gp” and “11” can stand beside a telling word, “e” would find thousands. */
const SHORTEST = 2;

/**
 * Looks for an action by the words of a message that are not otherwise understood, together with the names beside them:
 * in “exploitation directory” only “directory” is unexplained, but both are asked for. With `anyWords` understood words will do
 * (“the gp attendance one”), for when an action is surely meant.
 */
export async function findTitle(
  heard: Heard,
  actions: Pick<Actions, 'titled'>,
  partnership: string,
  { cues, anyWords }: { readonly cues: ReadonlySet<string>; readonly anyWords: boolean },
): Promise<TitleInText | undefined> {
  const words = contentWords(heard, cues);
  const one = wordsOfTheOne(heard, words);
  const sought = (one.length > 0 ? one : words).slice(0, MOST_WORDS);
  const telling = sought.filter(({ explained }) => !explained);
  if (telling.length === 0 && !anyWords) return undefined;
  if (sought.length === 0) return undefined;
  const runs = anyWords ? runsOf(heard, sought) : [sought];
  const enough = anyWords ? (one.length > 0 ? 1 : 2) : Number.POSITIVE_INFINITY;
  const rank = (titles: readonly FoundTitle[]) =>
    titles
      .flatMap((title) => runs.map((run) => ({ title, ...fitOf(run, title.title) })))
      .filter(({ telling: told, hits }) => told > 0 || hits.length >= enough)
      .sort((a, b) => b.share * b.weight - a.share * a.weight || b.title.score - a.title.score);
  const first = rank(await search(sought, actions, partnership));
  const isFound = !anyWords || (first[0]?.share ?? 0) >= FITS;
  const ranked = isFound ? first : rank(await search(sought, actions, partnership, MOST_SOUGHT));
  const best = ranked[0];
  if (!best) return undefined;
  const alike = ranked.filter(
    ({ share, weight, title }, at) =>
      share * weight >= best.share * best.weight - 0.01 &&
      ranked.findIndex((other) => other.title.ref === title.ref) === at,
  );
  return {
    words: query(best.hits),
    spans: best.hits.map(({ at }) => ({ start: at, end: at + 1 })),
    fits: alike.map(({ title }) => title),
    share: best.share,
    weight: best.weight,
  };
}

/** In “the supervision one is stuck on procurement” only “supervision” says which. */
function wordsOfTheOne({ tokens }: Heard, words: readonly ContentWord[]): ContentWord[] {
  const one = tokens.findIndex(({ word }, at) => /^(one|action|thing)$/.test(word) && at > 0);
  const the = tokens
    .slice(0, Math.max(0, one))
    .findLastIndex(({ word }) => /^(the|that)$/.test(word));
  const from =
    the >= 0 && one - the <= 6 ? the : one > 0 && one < 5 && tokens[one]?.word === 'one' ? -1 : one;
  return words.filter(({ at }) => from < at && at < one);
}

const BOUNDARY =
  /^(is|are|was|has|have|as|because|stuck|waiting|blocked|started|done|finished|and|but|to|on|with|[-–—:,;])$/;

/** The stretches of content words between words that join sentences; the last and the first as one, for “strategy is stuck, the comms”; and all together. */
function runsOf({ tokens }: Heard, sought: readonly ContentWord[]): (readonly ContentWord[])[] {
  const runs: ContentWord[][] = [[]];
  for (const [index, word] of sought.entries()) {
    const from = (sought[index - 1]?.at ?? word.at) + 1;
    if (tokens.slice(from, word.at).some((between) => BOUNDARY.test(between.word))) runs.push([]);
    runs.at(-1)?.push(word);
  }
  return runs.length > 1
    ? [sought, ...runs, [...(runs.at(-1) ?? []), ...(runs[0] ?? [])]]
    : [sought];
}

/** Two of the most telling words are searched for, after passing over some: more would cost more than they tell. */
async function search(
  sought: readonly ContentWord[],
  actions: Pick<Actions, 'titled'>,
  partnership: string,
  from = 0,
): Promise<FoundTitle[]> {
  const byTelling = [...sought].sort((a, b) => weigh([b]) - weigh([a]));
  const telling = byTelling.filter(({ explained }) => !explained);
  const some = (telling.length > 0 ? telling : byTelling).slice(from, from + MOST_SOUGHT);
  return some.length > 0 ? actions.titled(partnership, query(some), MOST_TITLES) : [];
}

const query = (words: readonly ContentWord[]): string => words.map(({ word }) => word).join(' ');

interface ContentWord {
  readonly word: string;
  readonly stem: string;
  readonly at: number;
  /** It is understood in some other way as well. */
  readonly explained: boolean;
}

function contentWords(heard: Heard, cues: ReadonlySet<string>): ContentWord[] {
  const known = [...heard.concepts, ...heard.parts];
  const apart = [
    ...heard.actionRefs,
    ...heard.reviewRefs,
    ...heard.years,
    ...heard.fillers,
    ...heard.parts.filter(({ filter }) => filter !== 'source'),
  ];
  return heard.tokens.flatMap(({ word }, at) => {
    const span = { start: at, end: at + 1 };
    const root = heard.stems[at] ?? '';
    if (
      !/[\p{L}\d]/u.test(word) ||
      word.length < SHORTEST ||
      STOP_WORDS.has(word) ||
      MONTHS.has(word) ||
      WEEKDAYS.has(word) ||
      overlapsAny(span, apart)
    )
      return [];
    const named = heard.mentions.some((mention) => contains(mention, span));
    const explained =
      named || overlapsAny(span, known) || cues.has(root) || /^\d/.test(word) || word.length < 3;
    return [{ word, stem: root, at, explained }];
  });
}

interface Fit {
  readonly share: number;
  readonly weight: number;
  readonly telling: number;
  readonly hits: readonly ContentWord[];
}

/** How well a title fits: the share of the sought words between the first and the last that it has; of all, when it has but one. */
function fitOf(sought: readonly ContentWord[], title: string): Fit {
  const stems = wordsOf(title).map(stem);
  const hits = sought.filter(({ stem: word }) => stems.some((other) => sameWord(word, other)));
  const from = sought.indexOf(hits[0] as ContentWord);
  const to = sought.indexOf(hits.at(-1) as ContentWord);
  const among = hits.length > 1 ? sought.slice(from, to + 1) : sought;
  const telling = hits.filter(({ explained }) => !explained).length;
  return {
    hits,
    telling,
    weight: weigh(hits),
    share: hits.length === 0 ? 0 : weigh(hits) / weigh(among),
  };
}

/** A word that is understood otherwise says little about which action is meant; a rare word says most. */
function weigh(words: readonly ContentWord[]): number {
  return words.reduce(
    (sum, { explained, word }) => sum + (explained ? 0.4 : isCommonEnglish(word) ? 1 : 1.3),
    0,
  );
}

function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length > 4 && b.length > 4 && (a.startsWith(b) || b.startsWith(a))) return true;
  return (
    a.length > 4 && Math.abs(a.length - b.length) <= 1 && distance(a, b) <= (a.length > 7 ? 2 : 1)
  );
}
