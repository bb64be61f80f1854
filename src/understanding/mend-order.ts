import type { Fluency } from './fluency.ts';
import type { Span } from './heard.ts';
import { lexicon, type Meaning } from './lexicon.ts';
import type { Token } from './normalise.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { RefsInText } from './refs.ts';
import { singular, stem } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is known of the words that may stand in a message. */
export interface Known {
  readonly names: Vocabulary['names'];
  readonly refsIn: (tokens: readonly Token[]) => RefsInText;
  readonly fluency: Fluency;
}

/** Beyond so many words nothing is moved: a long message was written, not dashed off. */
const MOST_PIECES = 25;
/** By so much, in logarithms, must another order be more usual than the given one. */
const FAR_LIKELIER = 6;

/**
 * Puts the words of a message into an order in which people ask, where its own is one in which nobody does: when it begins with what
 * matters and adds the rest (“priorities what are our”), when two words stand the wrong way round (“due week this”), or when a name
 * is broken between the end and the beginning. What the order is measured by is learned from the phrases alone.
 * @example “month across all groups due next” → “due next month across all groups”
 */
export function mendOrder(tokens: readonly Token[], known: Known): Token[] {
  const { start, end } = askedIn(tokens);
  const body = tokens.slice(start, end);
  if (body.length < 3 || body.length > MOST_PIECES) return [...tokens];
  return [
    ...tokens.slice(0, start),
    ...swapped(joined(turned(body, known), known), known),
    ...tokens.slice(end),
  ];
}

/** What is asked, without what is only polite before and after it and the question mark: those stand where they belong. */
function askedIn(tokens: readonly Token[]): Span {
  const stems = tokens.map(({ word }) => stem(word));
  const polite = stems.flatMap((_, start) =>
    lexicon
      .at(stems, start)
      .flatMap(({ length, value }) => (isPolite(value) ? [{ start, end: start + length }] : [])),
  );
  let [start, end] = [0, tokens.length];
  for (let at: number | undefined = 0; at !== undefined; ) {
    start = at;
    at = polite.findLast((span) => span.start === start)?.end;
  }
  for (let at: number | undefined = end; at !== undefined; ) {
    end = at;
    at = tokens[end - 1]?.word === '?' ? end - 1 : polite.find((span) => span.end === end)?.start;
  }
  return { start, end };
}

const isPolite = (meaning: Meaning): boolean =>
  meaning.kind === 'filler' ||
  (meaning.kind === 'concept' && (meaning.name === 'greet' || meaning.name === 'thanks'));

/** The message begun at another word, when it is then far likelier and people do say the last word before the first. */
function turned(tokens: readonly Token[], { fluency, ...known }: Known): Token[] {
  const pieces = piecesOf(tokens, known);
  const [first, last] = [unitAt(pieces, 0), unitAt(pieces, pieces.length - 1)];
  if (!fluency.follows(last, first)) return [...tokens];
  const best = likeliest(pieces, (at) => {
    const [before, begin] = [unitAt(pieces, at - 1), unitAt(pieces, at)];
    const given: Steps = [
      ['^', first],
      [last, '$'],
      [before, begin],
    ];
    return at === 0
      ? 0
      : gainOf(
          given,
          [
            ['^', begin],
            [before, '$'],
            [last, first],
          ],
          fluency,
        );
  });
  return best ? fromWord(tokens, best.start) : [...tokens];
}

/** Two neighbours the other way round, when they are then far likelier and every step of it is one that people take. */
function swapped(tokens: readonly Token[], { fluency, ...known }: Known): Token[] {
  const pieces = piecesOf(tokens, known);
  const best = likeliest(pieces.slice(0, -1), (at) => {
    const [before, one, two, next] = [-1, 0, 1, 2].map((step) => unitAt(pieces, at + step)) as [
      string,
      string,
      string,
      string,
    ];
    const given: Steps = [
      [before, one],
      [one, two],
      [two, next],
    ];
    const other: Steps = [
      [before, two],
      [two, one],
      [one, next],
    ];
    const isSaid = (steps: Steps) =>
      steps.every(([word, follower]) => fluency.follows(word, follower));
    return isSaid(other) && !isSaid(given) ? gainOf(given, other, fluency) : 0;
  });
  const second = best && pieces[pieces.indexOf(best) + 1];
  if (!second) return [...tokens];
  const { start, end } = best;
  return [
    ...tokens.slice(0, start),
    ...tokens.slice(second.start, second.end),
    ...tokens.slice(start, end),
    ...tokens.slice(second.end),
  ];
}

/** From one unit to the next. */
type Steps = readonly (readonly [string, string])[];

/** By how much other steps are likelier than the given ones. */
function gainOf(given: Steps, others: Steps, { after }: Fluency): number {
  const sum = (steps: Steps) => steps.reduce((total, [one, next]) => total + after(one, next), 0);
  return sum(others) - sum(given);
}

/** The piece at which a change gains most, if it gains enough. */
function likeliest(pieces: readonly Piece[], gainAt: (at: number) => number): Piece | undefined {
  const gains = pieces.map((_, at) => gainAt(at));
  const most = Math.max(...gains);
  return most > FAR_LIKELIER ? pieces[gains.indexOf(most)] : undefined;
}

const unitAt = (pieces: readonly Piece[], at: number): string =>
  at < 0 ? '^' : (pieces[at]?.unit ?? '$');

const fromWord = (tokens: readonly Token[], at: number): Token[] => [
  ...tokens.slice(at),
  ...tokens.slice(0, at),
];

const HALF = 2;

/** Joins a name, a reference or a part of a question that begins at the end and goes on at the beginning, when its halves mean nothing. */
function joined(tokens: readonly Token[], { names, refsIn }: Known): Token[] {
  if (tokens.length <= 2 * HALF) return [...tokens];
  const around = [...tokens.slice(-HALF), ...tokens.slice(0, HALF)];
  const words = around.map(({ word }) => word);
  const singulars = words.map(singular);
  const stems = words.map(stem);
  const refs = refsIn(around);
  const found = [
    ...refs.actionRefs,
    ...refs.reviewRefs,
    ...around.flatMap((_, start) =>
      [
        ...names.at(singulars, start),
        ...lexicon.at(stems, start).filter(isPartAs(words, start)),
      ].map(({ length }) => ({
        start,
        end: start + length,
      })),
    ),
  ];
  const whole = found.some(({ start, end }) => end === HALF || start === HALF);
  const broken = whole ? undefined : found.find(({ start, end }) => start < HALF && end > HALF);
  return broken ? fromWord(tokens, tokens.length - HALF + broken.start) : [...tokens];
}

type InLexicon = ReturnType<typeof lexicon.at>[number];

/** A part of a question, said in so many words. */
const isPartAs =
  (words: readonly string[], start: number) =>
  ({ value }: InLexicon): boolean =>
    value.kind === 'part' && value.words.every((word, at) => word === words[start + at]);
