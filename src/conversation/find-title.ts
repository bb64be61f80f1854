import { distance } from 'fastest-levenshtein';
import type { Actions, FoundTitle } from '../features/ports.ts';
import { isCommonEnglish } from './english.ts';
import { contains, type Heard, overlapsAny, type Span } from './hear.ts';
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
  /** How many of the words stand in the title, 0 to 1. */
  readonly share: number;
}

const MOST_TITLES = 8;
const MOST_WORDS = 8;

/**
 * Looks for an action by the words of a message that are not otherwise understood, together with the names beside them:
 * in “exploitation directory” only “directory” is unexplained, but both are asked for.
 */
export async function findTitle(heard: Heard, actions: Actions, partnership: string, cues: ReadonlySet<string>): Promise<TitleInText | undefined> {
  const words = contentWords(heard, cues);
  if (!words.some(({ explained }) => !explained)) return undefined;
  const sought = words.slice(0, MOST_WORDS);
  const found = await actions.titled(partnership, sought.map(({ word }) => word).join(' '), MOST_TITLES);
  const ranked = found
    .map((title) => ({ title, ...coverage(sought, title.title) }))
    .filter(({ unexplained }) => unexplained > 0)
    .sort((a, b) => b.share - a.share || b.title.score - a.title.score);
  const best = ranked[0];
  if (!best) return undefined;
  const alike = ranked.filter(({ share, title }) => share >= best.share - 0.01 && title.score > best.title.score * 0.8);
  const hit = sought.filter(({ stem: word }) => best.hits.has(word));
  return { words: hit.map(({ word }) => word).join(' '), spans: hit.map(({ at }) => ({ start: at, end: at + 1 })), fits: alike.map(({ title }) => title), share: best.share };
}

interface ContentWord {
  readonly word: string;
  readonly stem: string;
  readonly at: number;
  /** It is understood in some other way as well. */
  readonly explained: boolean;
}

function contentWords(heard: Heard, cues: ReadonlySet<string>): ContentWord[] {
  const known = [...heard.concepts, ...heard.parts];
  const apart = [...heard.actionRefs, ...heard.reviewRefs, ...heard.years, ...heard.fillers];
  return heard.tokens.flatMap(({ word }, at) => {
    const span = { start: at, end: at + 1 };
    const root = heard.stems[at] ?? '';
    if (!/[\p{L}\d]/u.test(word) || STOP_WORDS.has(word) || overlapsAny(span, apart)) return [];
    const named = heard.mentions.some((mention) => contains(mention, span));
    const explained = named || overlapsAny(span, known) || cues.has(root);
    if (explained && !named && !isSubject(word)) return [];
    return [{ word, stem: root, at, explained }];
  });
}

/** Understood words that can still be part of a title, “attendance”, “review”, “audit”. */
const isSubject = (word: string): boolean => word.length > 4 && !/^(overdue|action|actions|progress|which|there|where)$/.test(word);

function coverage(sought: readonly ContentWord[], title: string): { share: number; unexplained: number; hits: Set<string> } {
  const stems = wordsOf(title).map(stem);
  const hits = new Set(sought.filter(({ stem: word }) => stems.some((other) => sameWord(word, other))).map(({ stem: word }) => word));
  const weight = (words: readonly ContentWord[]) => words.reduce((sum, { explained, word }) => sum + (explained ? 0.4 : isCommonEnglish(word) ? 1 : 1.3), 0);
  const fitting = sought.filter(({ stem: word }) => hits.has(word));
  return { share: weight(fitting) / weight(sought), unexplained: fitting.filter(({ explained }) => !explained).length, hits };
}

function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length > 4 && b.length > 4 && (a.startsWith(b) || b.startsWith(a))) return true;
  return a.length > 4 && Math.abs(a.length - b.length) <= 1 && distance(a, b) <= (a.length > 7 ? 2 : 1);
}
