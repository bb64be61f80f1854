import { normaliseCharacters } from '../domain/privacy-guard.ts';
import { weighFamilies } from './families/weigh-families.ts';
import { weighNames } from './names/weigh-names.ts';
import { type IsKnownWord, readPassage } from './passage.ts';
import { type Sign, sumPoints } from './sign.ts';
import { weighDetails } from './weigh-details.ts';
import { weighTraces } from './weigh-traces.ts';

/** From so many points on, somebody is asked whether a text names a child. */
const MIN_POINTS_TO_ASK = 2.2;
/** A passage is about this long; neighbours are weighed together, for a case goes on. */
const PASSAGE_LENGTH = 400;
/** This much of a text, or of all texts of a press, is weighed; a longer one is in doubt. */
export const MAX_WEIGHED_CHARACTERS = 40_000;

const isNobodyKnown: IsKnownWord = () => false;

/**
 * Whether a text may name or describe a child or family, so that its writer must say. What is
 * certain, the domain’s `findPersonalDetail` refuses.
 * @example isDoubtful('we failed Shanice') // true
 * @example isDoubtful('tell Ruby her slides are too long') // false
 */
export function isDoubtful(text: string, isKnown: IsKnownWord = isNobodyKnown): boolean {
  return (
    text.length > MAX_WEIGHED_CHARACTERS || weighText(text, isKnown).points >= MIN_POINTS_TO_ASK
  );
}

/**
 * Whether a text may name a child, judged by names alone. For the few words of a command: “the
 * lads” may be a name that an administrator teaches.
 */
export function mayNameChild(text: string, isKnown: IsKnownWord = isNobodyKnown): boolean {
  const signs = weighNames(
    readPassage(normaliseCharacters(text.slice(0, MAX_WEIGHED_CHARACTERS)), isKnown),
  );
  return sumPoints(signs) >= MIN_POINTS_TO_ASK;
}

/** How much in a text speaks for a child, and what: the heaviest of its passages. */
export function weighText(
  text: string,
  isKnown: IsKnownWord = isNobodyKnown,
): { readonly points: number; readonly signs: readonly Sign[] } {
  let heaviest: { points: number; signs: readonly Sign[] } = { points: 0, signs: [] };
  const content = normaliseCharacters(text)
    .replace(REQUEST, '')
    .replace(FILLERS, '')
    .replace(REFERENCE, 'SA-001');
  for (const passage of toPassages(content)) {
    const signs = weighPassage(passage, isKnown);
    const points = sumPoints(signs);
    if (points > heaviest.points) heaviest = { points, signs };
    if (points >= MIN_POINTS_TO_ASK) break;
  }
  return heaviest;
}

/** “HAL/25/001”, “T4-142P”: of a record, though a person may be called Hal. */
const REFERENCE =
  /(?<![\p{L}\d])(?:[A-Z]{2,6}\d{0,4}(?:[/#._-]\d{1,5}){1,3}|[a-z]{2,6}(?:\/\d{2,5}){2}|[A-Z]\d{1,2}-\d{2,4})[A-Z]?(?![\p{L}\d])/gu;

/** “the family of um kieran doyle”, as it is dictated. */
const FILLERS = /\b(?:u+mm*|e+rm*|uh+|erm+)\b,? /g;

/**
 * “add action:”, “remind me on friday to”, “put … on the agenda”: words for Convenor, which say
 * nothing of what is asked.
 */
const REQUEST = new RegExp(
  [
    String.raw`^\s*(?:please )?(?:(?:add|raise|create|log|record|note|set|open|propose|new) )?(?:an? |the )?(?:new )?(?:action|agenda|item|agenda item|risk|decision|reminder|note)s?(?: (?:for|to) [^:\n]{0,40})?: ?`,
    String.raw`^\s*(?:agenda|item|agenda item|aob) ?\d{0,2}[a-z]?\b[:.)-]? `,
    String.raw`^\s*remind me (?:[a-z]+ ){0,3}?(?:to|about|that) `,
    String.raw`^\s*(?:my |sending )?apologies(?: for [^,\n]{0,40})?, `,
    String.raw`^\s*(?:please )?(?:put|add|place) (?=.{0,300} (?:on|to|onto) the agenda\b)`,
    String.raw` (?:on|to|onto) the (?:next )?agenda(?: (?:for|of) [^.\n]{0,40})?[.!?]?\s*$`,
  ].join('|'),
  'gi',
);

function weighPassage(text: string, isKnown: IsKnownWord): readonly Sign[] {
  const passage = readPassage(text, isKnown);
  const names = weighNames(passage);
  const ofNames = sumPoints(names);
  const families = weighFamilies(passage, passage.names.length > 0);
  const company = { isOfFamily: families.isOfFamily, hasName: ofNames > 1 };
  return [
    ...(ofNames > 0 ? names : []),
    ...families.signs,
    ...weighDetails(passage, company),
    ...weighTraces(passage, company),
  ];
}

/** Cuts at the end of a sentence, a line or a word, each passage with the one after it. */
function* toPassages(text: string): Generator<string> {
  const cuts = [0];
  while (text.length - (cuts.at(-1) ?? 0) > 2 * PASSAGE_LENGTH) {
    const from = cuts.at(-1) ?? 0;
    const end = /^[\s\S]{200,400}(?:[.!?\n] ?|(?= ))/.exec(
      text.slice(from, from + PASSAGE_LENGTH + 2),
    );
    cuts.push(from + (end?.[0].length || PASSAGE_LENGTH));
  }
  if (cuts.length === 1) yield text;
  for (let at = 1; at < cuts.length; at += 1) yield text.slice(cuts[at - 1], cuts[at + 1]);
}
