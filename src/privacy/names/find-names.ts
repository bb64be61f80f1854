import { hasClass, hasWord, isAge, type Token } from '../tokenise.ts';
import { CHILD_OR_FAMILY, CLASS, wordSet } from '../word-classes.ts';
import { isGivenName, isOrdinaryWord } from './given-names.ts';

/** A name of a person, from one token to another. */
export interface Name {
  readonly from: number;
  readonly to: number;
  /** More than one word. */
  readonly isFull: boolean;
  /** It is in a list of names, and not only a capital word that no dictionary has. */
  readonly isKnown: boolean;
}

export interface NamesFound {
  readonly names: readonly Name[];
  /** Tokens of places and bodies that are called after somebody: “Grace Mary community centre”. */
  readonly places: ReadonlySet<number>;
}

const MAX_WORDS = 5;

export function findNames(tokens: readonly Token[]): NamesFound {
  const isShouted =
    tokens.length > 2 && tokens.every(({ isUpper, isNumber }) => isUpper || isNumber);
  const names: Name[] = [];
  const places = new Set<number>();
  for (let from = 0; from < tokens.length; from += 1) {
    if (!looksLikeName(tokens, from, isShouted)) continue;
    let to = from;
    while (to - from < MAX_WORDS - 1 && isJoined(tokens[to], tokens[to + 1])) to += 1;
    if (isPlace(tokens, from, to)) {
      const last = to > from && hasClass(tokens[to], CLASS.place) ? to : to + 1;
      for (let at = from; at <= last; at += 1) places.add(at);
    } else if (
      !isPublished(tokens, from, to) &&
      !isAuthor(tokens, from) &&
      !hasWord(tokens[from - 1], SAINT)
    )
      names.push({ from, to, isFull: to > from, isKnown: isKnownName(tokens[from] as Token) });
    from = to;
  }
  return { names, places };
}

const SAINT = wordSet('st saint');
const isKnownName = ({ word, isCapital }: Token): boolean =>
  isGivenName(word) || (word.includes('-') && isCapital);

/** Whether the next word goes on with the name: “Kayden Jones”, “jakub sobczak”. */
function isJoined(token: Token | undefined, next: Token | undefined): boolean {
  if (!token || !next || token.owns || next.before !== ' ') return false;
  if (next.isCapital) return !hasClass(next, CLASS.calendar | CLASS.title);
  return (
    !token.isCapital &&
    isGivenName(token.word) &&
    !isOrdinaryWord(token.word) &&
    !isOrdinaryWord(next.word) &&
    /^[a-z-]{3,}$/.test(next.word) &&
    !hasClass(next, CLASS.field)
  );
}

const PRONOUNS = wordSet('she he her his hes shes');
const CONTRACTION = /^(?:i|we|you|they|he|she|it|thats|whos|dont|wont|cant)(?:ve|ll|d|re|m|s)?$/;
const NO_NAMES = CLASS.field | CLASS.calendar | CLASS.title | CLASS.family;

function looksLikeName(tokens: readonly Token[], at: number, isShouted: boolean): boolean {
  const token = tokens[at] as Token;
  const { word, classes, isCapital, isUpper } = token;
  if (word.length < 2 || /\d/.test(word) || token.before.endsWith('@')) return false;
  const next = tokens[at + 1];
  if (classes & CLASS.calendar && isCapital && isGivenName(word) && hasWord(next, PRONOUNS))
    return true;
  // “Daisy-May” is no month.
  const isPair = word.includes('-') && word.split('-').every(isGivenName);
  if ((classes & NO_NAMES && !isPair) || CONTRACTION.test(word) || (word.length < 3 && !isCapital))
    return false;
  const isOrdinary = isOrdinaryWord(word);
  // “re JAXON PRITCHARD - no charge”
  const isShoutedName =
    isUpper && tokens.length > 2 && word.length > 3 && !classes && isGivenName(word) && !isOrdinary;
  if (isDay(word) || isHyphenatedWord(word) || (isUpper && !isShouted && !isShoutedName))
    return false;
  if (isGivenName(word) && !isOrdinary) {
    // “the bobby brigade”, “tara a bit”: no name of anybody.
    const isNoun = !isCapital && (hasWord(tokens[at - 1], ARTICLES) || next?.word === 'a');
    return !isNoun;
  }
  if (isShouted) return !isOrdinary && ((word.length > 3 && token.owns) || lacksApostrophe(word));
  if (!isCapital)
    return word.length > 4 && !isOrdinary && (lacksApostrophe(word) || isOwner(tokens, at));
  return isOrdinary ? isWordUsedAsName(tokens, at) : isCapitalOfName(tokens, at);
}

/** “oluwatobi’s headteacher”: a word that no list has, of whom somebody is. */
function isOwner(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  return token.owns && !token.classes && hasClass(tokens[at + 1], CHILD_OR_FAMILY | CLASS.school);
}

/** “mondays” */
const isDay = (word: string): boolean => /(?:mon|tues|wednes|thurs|fri|satur|sun)days$/.test(word);
/** “drop-in”, “poverty-aware”, but not “ellie-mae”. */
const isHyphenatedWord = (word: string): boolean =>
  word.includes('-') &&
  word.split('-').some((part) => part.length > 1 && isOrdinaryWord(part) && !isGivenName(part));
/** “tylers” for “Tyler’s” */
function lacksApostrophe(word: string): boolean {
  const name = word.slice(0, -1);
  return word.endsWith('s') && isGivenName(name) && !isOrdinaryWord(name);
}

const VERBS = wordSet(
  'is was has had did didnt does doesnt isnt wasnt hasnt hadnt came went lives told said says keeps gets got wants needs ran took and',
);

/** “Grace didn’t come home”, “about Poppy”, but not “Grace period” or “the Dean”. */
function isWordUsedAsName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const previous = tokens[at - 1];
  const next = tokens[at + 1];
  if (!isGivenName(token.word)) return false;
  if (token.before === ' ' && previous) {
    if (hasWord(previous, ARTICLES)) return false;
    if (previous.isCapital && hasClass(token, CLASS.place)) return false;
  }
  if (!token.starts) return true;
  if (token.classes) return false;
  return (
    token.owns ||
    hasWord(next, VERBS) ||
    (next?.before === ' ' &&
      next.isCapital &&
      !hasClass(next, CLASS.place | CLASS.published | CLASS.work)) ||
    (isAge(next) && /^,? ?\($|^, $/.test(next?.before ?? '')) ||
    // “move SA-008 (Joey)”
    (/\($/.test(token.before) && /^\)/.test(next?.before ?? ''))
  );
}

const ARTICLES = wordSet('the a an');
const PREPOSITIONS = wordSet('in at near from of to on off');

/** “the case of Sorcha”, “the learning from Zuriel” */
const OF_SOMEBODY = wordSet(
  'listened listen spoken speak talk talked happened case cases learning lessons lesson story death inquest file letter spoke heard update news sight hold minutes mins concerns referral action worries check checking in item visit word',
);

/** A capital word that no dictionary has, and that no preposition makes a place: “Suleman”. */
function isCapitalOfName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const previous = tokens[at - 1];
  if (!/^\p{Lu}(?:\p{Ll}|['’]\p{Lu}\p{Ll})/u.test(token.text)) return false;
  if (/(?:ese|ian|ean|ish|ist|ism|ing|tion|ment|shire|[^u]ise[sd]?)$|^[ivx]+$/.test(token.word))
    return false;
  const isWhere =
    (token.before === ' ' &&
      hasWord(previous, PREPOSITIONS) &&
      !hasWord(tokens[at - 2], OF_SOMEBODY) &&
      !hasClass(tokens[at - 2], CHILD_OR_FAMILY | CLASS.harm)) ||
    (token.before === ', ' && hasClass(previous, CLASS.place | CLASS.venue));
  return (token.owns || !isWhere) && /^[a-z'-]{3,}$/.test(token.word);
}

/** “Kayden Green” is no green. */
const SURNAMES_TOO = wordSet('green hill wood heath field fields lane bridge mill lock ward marsh');
const NOT_AFTER_NAME = wordSet('house school police office');
const WITHIN_PLACE = wordSet(
  'community childrens youth sports leisure medical retail business family resource parish village',
);

/** “Sandy Lane”, “Grace Mary community centre”, “Heath Lane primary”. */
function isPlace(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from] as Token;
  const last = tokens[to] as Token;
  const next = tokens[to + 1];
  const isSurname =
    hasWord(last, SURNAMES_TOO) && isGivenName(first.word) && !isOrdinaryWord(first.word);
  if (
    to > from &&
    !isSurname &&
    (hasClass(last, CLASS.place) || hasClass(tokens[from + 1], PLACE_OR_PUBLISHED))
  )
    return true;
  if (next?.before !== ' ') return false;
  if (hasClass(next, CLASS.place) && next.word !== 'council' && (next.isCapital || !last.owns))
    return true;
  for (let at = to + 1; at <= to + 3 && tokens[at]?.before === ' '; at += 1) {
    const token = tokens[at] as Token;
    if (at > to + 1 && hasClass(token, CLASS.place) && !hasWord(token, NOT_AFTER_NAME)) return true;
    if (!token.isCapital && !hasWord(token, WITHIN_PLACE)) return false;
  }
  return false;
}

/** “The Independent Review by Josh MacAlister” */
const isAuthor = (tokens: readonly Token[], from: number): boolean =>
  tokens[from - 1]?.word === 'by' && hasClass(tokens[from - 2], CLASS.published);

const PLACE_OR_PUBLISHED = CLASS.place | CLASS.published;
/** “Moses basket”, “Glasgow coma scale” */
const THINGS_CALLED = wordSet('basket baskets score scale coma curve app helpline');
const REPORTS = wordSet('protocol guideline guidelines review report audit rule law inquiry');
const ALSO_OTHERWISE = wordSet('slides operation trust');

/** “the Jay report”, “Martha’s Rule”, “Lucy Faithfull Foundation”. */
function isPublished(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to] as Token;
  const next = tokens[to + 1];
  if (!next) return false;
  if (hasWord(next, REPORTS) && !last.owns) return true;
  // “the Herbert Protocol”
  if (to > from && last.isCapital && hasWord(last, REPORTS)) return true;
  // “Gillick and Fraser guidelines”
  if (next.word === 'and' && tokens[to + 2]?.isCapital && hasWord(tokens[to + 3], REPORTS))
    return true;
  if (hasWord(next, THINGS_CALLED) && next.before === ' ') return true;
  // “Amara’s review: positions due Friday”
  if (last.owns && to === from && next.word === 'review' && !next.isCapital) return false;
  if (last.owns && next.isCapital && hasClass(next, PLACE_OR_PUBLISHED)) return true;
  return (
    next.before === ' ' &&
    hasClass(next, CLASS.published) &&
    !hasClass(next, CLASS.work) &&
    !hasWord(next, ALSO_OTHERWISE)
  );
}
