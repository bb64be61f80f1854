import { type Span, toSpan } from '../text/span.ts';
import { parseCount } from '../text/word-sets.ts';

/** A place in a list: from its start 1, 2, 3; from its end -1, -2; or beside the one opened last. */
export type Place = number | 'next' | 'previous';

/** Words that name places in a list. */
export interface Places extends Span {
  readonly places: readonly Place[];
  readonly way: 'ordinal' | 'number' | 'range' | 'beside';
  /** What is listed, where it is said: “the second risk”. */
  readonly noun: string | undefined;
  /** Nothing but a list can be meant: “the second one”, “number 3”, “the last of those”. */
  readonly isExplicit: boolean;
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth'.split(
    ' ',
  );
const ORDINAL = `(?:${ORDINALS.join('|')}|\\d{1,2}(?:st|nd|rd|th))`;
const PLACE = `(?:${ORDINAL}|last|final|bottom|top|former|latter)`;
const COUNT = 'two|three|four|five|six|seven|eight|nine|ten|couple|few|[2-9]|[1-9]\\d';
const NUMBER = `(?:one|${COUNT}|1)`;
const AND = '(?: ,)?(?: and| n| or| plus)?(?: the| number)? ';
const WHOLE = '(?:those|them|these|the list|that list|this list|the lot)';
const NOUN = '(?:action|task|risk|review|priority|theme|group|agency|partner|decision)';

const PLACES = new RegExp(
  String.raw`\b(?:the )?(?:${[
    `(?<fromEnd>${ORDINAL}|next) (?:to |from )?last|(?<beforeLast>last but one|penultimate)`,
    `(?:first|top) (?<firstFew>${COUNT})`,
    `(?:last|bottom|final) (?<lastFew>${COUNT})`,
    '(?<beside>next|following|previous) one|one (?<after>after|below|before|above)',
    `(?:numbers?|nos?|nr|rows?|items?|options?) (?<numbers>${NUMBER}(?:${AND}${NUMBER})*)`,
    `(?<ordinals>${PLACE}(?:${AND}${PLACE})*)`,
  ].join(
    '|',
  )})\b(?<unit> ones?| items?| rows?| entry| lines?)?(?<of> (?:of|from|in|on) ${WHOLE})?(?: (?<noun>${NOUN})\b)?`,
);

const BARE_NUMBER = new RegExp(`^(?<numbers>${NUMBER})(?= please$|$)`);

/**
 * The places in a list that a message names first.
 * @example findPlaces('who owns the last two of those') // places: [-2, -1], start: 2, end: 7
 */
export function findPlaces(text: string): Places | undefined {
  const found = PLACES.exec(text) ?? BARE_NUMBER.exec(text);
  if (!found?.groups) return undefined;
  const { fromEnd, beforeLast, firstFew, lastFew, beside, after, numbers, ordinals, ...said } =
    found.groups;
  const { noun } = said;
  const span = { ...toSpan(text, found), noun };
  const isExplicit = Object.values(said).some(Boolean);
  const count = parseCount(firstFew ?? lastFew ?? '');
  if (count) {
    const places = Array.from({ length: count }, (_, at) => (firstFew ? at + 1 : at - count));
    return { places, way: 'range', isExplicit, ...span };
  }
  const side = beside ?? after;
  if (side) {
    const place = /^(previous|before|above)$/.test(side) ? 'previous' : 'next';
    return { places: [place], way: 'beside', isExplicit: true, ...span };
  }
  if (numbers) {
    const places = numbers.match(new RegExp(NUMBER, 'g'))?.map(toPlace) ?? [];
    return { places, way: 'number', isExplicit: true, ...span };
  }
  const places =
    fromEnd || beforeLast
      ? [fromEnd && fromEnd !== 'next' ? -toPlace(fromEnd) : -2]
      : (ordinals?.match(new RegExp(PLACE, 'g'))?.map(toPlace) ?? []);
  return { places, way: 'ordinal', isExplicit, ...span };
}

function toPlace(word: string): number {
  if (/^(last|final|bottom|latter)$/.test(word)) return -1;
  if (/^(top|former)$/.test(word)) return 1;
  return ORDINALS.indexOf(word) + 1 || (parseCount(word.replace(/(st|nd|rd|th)$/, '')) ?? 0);
}
