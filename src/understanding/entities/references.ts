import type { Directory } from '../../domain/directory.ts';
import { rememberEach } from '../text/remember-each.ts';
import { overlapsAny, type Span } from '../text/span.ts';
import type { Token } from '../text/tokenise.ts';
import { parseCount } from '../text/word-sets.ts';
import type { AnnotatedMessage, Reference } from './annotated-message.ts';
import { findReviewNames } from './review-names.ts';

type References = Pick<AnnotatedMessage, 'actionRefs' | 'reviewRefs'>;

export const NO_REFERENCES: References = { actionRefs: [], reviewRefs: [] };

/** How references look: `SA-019` has three digits, `TV/2025/014` a year before them. */
export interface RefFormat {
  readonly letters: string;
  /** The reference with `#` for each digit. */
  readonly pattern: string;
  /** How many numbers it has. */
  readonly numbers: number;
}

/** The formats of some references, the commonest first. */
export function inferRefFormats(refs: readonly string[]): RefFormat[] {
  const counts = new Map<string, number>();
  const formats = refs.flatMap((ref): RefFormat[] => {
    const letters = /^(.*\p{L})\P{L}*\d$/u.exec(ref)?.[1];
    if (!letters) return [];
    const pattern = letters + ref.slice(letters.length).replace(/\d/g, '#');
    const count = counts.get(pattern) ?? 0;
    counts.set(pattern, count + 1);
    const numbers = (pattern.match(/#+/g) ?? []).length;
    return count === 0 ? [{ letters, pattern, numbers }] : [];
  });
  const countOf = ({ pattern }: RefFormat) => counts.get(pattern) ?? 0;
  return formats.sort((a, b) => countOf(b) - countOf(a));
}

interface KnownReferences {
  readonly refFormats: readonly RefFormat[];
  readonly directory: Pick<Directory, 'reviewRefs' | 'lcsprs'>;
}

/** References to actions (“SA-019”, “sa 19”, “action 19”) and reviews (“rr4”, “rapid review 4”). */
export function findReferences(
  tokens: readonly Token[],
  { refFormats, directory }: KnownReferences,
): References {
  const actionRefs: Reference[] = [];
  const reviewRefs: Reference[] = [];
  const { reviewRefs: refs, lcsprs } = directory;
  for (let at = 0; at < tokens.length; ) {
    const known = reviewAt(tokens, at, refs);
    const action = known ? undefined : actionAt(tokens, at, refFormats);
    const review = known ?? (action ? undefined : strangeReviewAt(tokens, at, refs));
    if (review) reviewRefs.push(review);
    const listed = action ? [action, ...numbersAfter(tokens, action, refFormats)] : [];
    actionRefs.push(...listed);
    at = (review ?? listed.at(-1))?.end ?? at + 1;
  }
  const isFree = (span: Span) => !overlapsAny(span, [...actionRefs, ...reviewRefs]);
  for (const named of findReviewNames(tokens, lcsprs)) if (isFree(named)) reviewRefs.push(named);
  return { actionRefs, reviewRefs };
}

const JOINT = /^(,|and|n|or|plus|also|then)$/;
/** What can follow the last of several numbers; anything else it would count: “SA-019, 14 leads trained”. */
const AFTER_NUMBERS =
  /^(to|are|is|both|all|please|have|has|with|need|needs|back|by|from|too|done|closed|now|were|should|can|go|went|as|because|late|stuck|blocked|overdue|due)?$|^[?:;–—-]$/;

/** “SA-019, 24 and 31”: numbers behind a reference, of which the first letters are left out. */
function numbersAfter(
  tokens: readonly Token[],
  { end: start }: Span,
  formats: readonly RefFormat[],
): Reference[] {
  const format = formats.find(({ numbers }) => numbers === 1);
  const found: Reference[] = [];
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  for (let at = start; format && JOINT.test(wordAt(at)); ) {
    while (JOINT.test(wordAt(at))) at += 1;
    const numbers = /^\d{1,3}$/.test(wordAt(at)) ? numbersIn(wordAt(at), format) : undefined;
    if (!numbers || !(JOINT.test(wordAt(at + 1)) || AFTER_NUMBERS.test(wordAt(at + 1)))) break;
    found.push({ start: at, end: at + 1, ref: writeRef(format, numbers) });
    at += 1;
  }
  return found;
}

/** The references that are listed: of “SA-014 duplicates SA-016” the first alone. */
export function listedReferences({
  tokens,
  actionRefs,
}: Pick<AnnotatedMessage, 'tokens' | 'actionRefs'>): readonly Reference[] {
  const apart = actionRefs.findIndex(({ start }, at) => {
    const previous = actionRefs[at - 1];
    return previous && tokens.slice(previous.end, start).some(({ word }) => !JOINT.test(word));
  });
  return apart < 0 ? actionRefs : actionRefs.slice(0, apart);
}

function actionAt(
  tokens: readonly Token[],
  at: number,
  formats: readonly RefFormat[],
): Reference | undefined {
  const [word = '', next = ''] = tokens.slice(at, at + 2).map((token) => token.word);
  for (const format of formats) {
    const prefix = format.letters.toLowerCase();
    const whole =
      (word.startsWith(prefix) ? numbersIn(word.slice(prefix.length), format) : undefined) ??
      (format.numbers > 1 && !isYears(word) && !DAY_AND_MONTH.test(word)
        ? numbersIn(word, format)
        : undefined);
    if (whole) return { start: at, end: at + 1, ref: writeRef(format, whole) };
    const leads = word === prefix || (format.numbers === 1 && /^(action|task)$/.test(word));
    const after = word === prefix && /^[-–]$/.test(next) ? 2 : 1;
    // “sa 19”, and dictated “tm 24 09”
    const apart = leads ? numbersFrom(tokens, at + after, format) : undefined;
    if (apart) return { ...apart, start: at };
  }
  return formats.length === 0 && /^\p{L}{1,6}-\d{1,5}$/u.test(word)
    ? { start: at, end: at + 1, ref: word.toUpperCase() }
    : undefined;
}

/** “019”, “#19”, “2025/014” */
function numbersIn(typed: string, { numbers }: RefFormat): string[] | undefined {
  const found = /^[-/.#]?\d{1,6}(?:[-/.]\d{1,6})*$/.test(typed) ? (typed.match(/\d+/g) ?? []) : [];
  return found.length === numbers ? found : undefined;
}

/** The numbers of a reference from a word on, in one word or each in its own. */
function numbersFrom(tokens: readonly Token[], at: number, format: RefFormat) {
  for (const end of [at + 1, at + format.numbers]) {
    const typed = tokens.slice(at, end).map(({ word }) => word);
    const numbers = numbersIn(typed.join('-'), format);
    if (numbers) return { end, ref: writeRef(format, numbers) };
  }
  return undefined;
}

/** A reference in its format, each number padded with noughts. */
function writeRef({ pattern }: RefFormat, numbers: readonly string[]): string {
  let at = 0;
  return pattern.replace(/#+/g, (digits) =>
    (numbers[at++] ?? '').replace(/^0+(?=\d)/, '').padStart(digits.length, '0'),
  );
}

const isYears = (typed: string): boolean => /^(20)?\d\d[-/](20)?\d\d$|^20\d\d$/.test(typed);
/** “12/03” is a day. */
const DAY_AND_MONTH = /^\d{1,2}\/\d{1,2}$/;

const REVIEW_WORD = /^(rr|rrs|review|incident|case|rapid|si|sin|cspr|lcspr)$/;
/** Words that are said of other things too: “review 12 actions”. */
const GENERAL_WORD = /^(review|incident|case|si|sin|cspr|lcspr)$/;
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const SPELLED = /^(one|two|three|four|five|six|seven|eight|nine|ten)$/;
const BETWEEN = /^(reviews?|number|no|ref|reference|-|–)$/;
const COUNTED = /^(days?|working|months?|weeks?|years?)$/;
const YEAR = /^20\d\d$/;

function reviewAt(
  tokens: readonly Token[],
  at: number,
  refs: readonly string[],
): Reference | undefined {
  const wordAt = (place: number) => tokens[place]?.word ?? '';
  const word = wordAt(at);
  const one = { start: at, end: at + 1 };
  const known = byLowerCase(refs).get(word);
  if (known) return { ...one, ref: known };
  if (/^20\d\d[-/]\d{1,3}$/.test(word) && !isPartnershipYear(word)) {
    const [match] = findByNumbers(numbersOf(word), refs);
    const isDue = /^(in|by|due|before|since|until|from)$/.test(wordAt(at - 1));
    if (match) return { ...one, ref: match };
    const hasYears = refs.some((ref) => numbersOf(ref).length > 1);
    const ref = writeAsOthers(word, refs);
    return hasYears && !isDue && ref ? { ...one, ref } : undefined;
  }
  const [, letters = '', glued] = /^(\p{L}+(?:[-/]\p{L}+)*)[-/]?(\d.*)?$/u.exec(word) ?? [];
  const isPrefix = (each: string) => prefixesOf(refs).has(each.replaceAll('/', '-'));
  if (letters !== '' && (REVIEW_WORD.test(letters) || isPrefix(letters)))
    return numberedAt(tokens, at, letters, glued, refs);
  // “tv rr 3” is read from its second word on.
  const [rest] = /^\p{L}+/u.exec(wordAt(at + 1)) ?? [];
  if (rest && !glued && isPrefix(`${letters}-${rest}`)) {
    const found = reviewAt(tokens, at + 1, refs);
    return found && { ...found, start: at };
  }
  const nth = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1] ?? String(ORDINALS.indexOf(word) + 1);
  if (nth === '0') return undefined;
  const length = wordAt(at + 1) === 'rr' ? 2 : /^rapid review$/.test(next2(wordAt, at)) ? 3 : 0;
  const matches = findByNumbers([Number(nth)], refs);
  return length > 0 && matches[0]
    ? {
        start: at,
        end: at + length,
        ref: matches.length > 1 ? `rapid review ${nth}` : matches[0],
      }
    : undefined;
}

/** Each reference by itself in small letters; of two alike, the first. */
const byLowerCase = rememberEach(
  (refs: readonly string[]): ReadonlyMap<string, string> =>
    new Map(refs.toReversed().map((ref) => [ref.toLowerCase(), ref])),
);

const next2 = (wordAt: (place: number) => string, at: number): string =>
  `${wordAt(at + 1)} ${wordAt(at + 2)}`;

/** “rr4”, “rr 2021 01”, “RR 2021/1”, “rapid review no 4”, “rr 4 of 2020”; `glued` is “4” of “rr4”. */
function numberedAt(
  tokens: readonly Token[],
  at: number,
  letters: string,
  glued: string | undefined,
  refs: readonly string[],
): Reference | undefined {
  const wordAt = (place: number) => tokens[place]?.word ?? '';
  const afterBetween = (place: number) => {
    let end = place;
    while (BETWEEN.test(wordAt(end)) && end < place + 3) end += 1;
    return end;
  };
  const numberAt = (place: number) =>
    SPELLED.test(wordAt(place)) ? String(parseCount(wordAt(place))) : wordAt(place);
  let end = glued ? at : afterBetween(at + 1);
  let number = glued ?? numberAt(end);
  if (!/^\d/.test(number) || COUNTED.test(wordAt(end + 1))) return undefined;
  const next = afterBetween(end + 1);
  const behind = /^(of|in|from|for)$/.test(wordAt(end + 1)) ? end + 2 : end + 1;
  if (YEAR.test(number) && /^\d{1,3}$/.test(wordAt(next)) && !COUNTED.test(wordAt(next + 1))) {
    number = `${number}-${wordAt(next)}`;
    end = next;
  } else if (/^\d{1,3}$/.test(number) && YEAR.test(wordAt(behind))) {
    number = `${wordAt(behind)}-${number}`;
    end = behind;
  }
  const span = { start: at, end: end + 1 };
  const [match, ...others] = findByNumbers(numbersOf(number), refs);
  if (match && others.length === 0) return { ...span, ref: match };
  // A year alone is a year: “rrs 2021”.
  if (YEAR.test(number) || isPartnershipYear(number)) return undefined;
  const typed = typedReference(tokens, span);
  if (match) return { ...span, ref: typed };
  const isGeneral = GENERAL_WORD.test(letters);
  return isGeneral && !isEndOfName(wordAt(end + 1))
    ? undefined
    : { ...span, ref: writeAsOthers(number, refs) ?? typed };
}

/** As it was typed: “rr9”, “rapid review 9”. */
function typedReference(tokens: readonly Token[], { start, end }: Span): string {
  const typed = tokens.slice(start, end).map((token) => token.typed);
  return typed.join(/^\p{L}+$/u.test(typed[0] ?? '') ? ' ' : '');
}

/** Nothing follows that the number could count. */
const isEndOfName = (next: string): boolean =>
  !/[\p{L}\d]/u.test(next) ||
  /^(is|was|has|due|deadline|with|please|and|done|when|what|who|yet|by)$/.test(next);

/** “XR-2020-04”: no review has such letters, and no action either. */
function strangeReviewAt(
  tokens: readonly Token[],
  at: number,
  refs: readonly string[],
): Reference | undefined {
  const { word = '', typed = '' } = tokens[at] ?? {};
  const isLike = /^\p{L}{1,6}(?:[-/]\p{L}{1,6})?[-/]?20\d\d[-/]\d{1,3}$/u.test(word);
  // Whoever may see no review is told of each reference alike that there is none.
  return isLike && (refs.length > 0 || /^\p{L}{0,4}rr\b/u.test(word))
    ? { start: at, end: at + 1, ref: typed.toUpperCase() }
    : undefined;
}

/** The letters that reviews' references begin with: “tv-rr” of TV/RR/2021/3. */
const prefixesOf = rememberEach(
  (refs: readonly string[]): ReadonlySet<string> =>
    new Set(refs.flatMap((ref) => /^\p{L}+(?:[-/]\p{L}+)*/u.exec(ref)?.[0] ?? []).map(toPrefix)),
);

const toPrefix = (letters: string): string => letters.toLowerCase().replaceAll('/', '-');

function isPartnershipYear(word: string): boolean {
  const [, from, to] = /^(?:20)?(\d\d)[-/](?:20)?(\d\d)$/.exec(word) ?? [];
  return from !== undefined && Number(to) === (Number(from) + 1) % 100;
}

const numbersOf = (typed: string): number[] => (typed.match(/\d+/g) ?? []).map(Number);

/** “2020-04”, “20/04”, “4”: all that have the number, and the year where one is named. */
function findByNumbers(numbers: readonly number[], refs: readonly string[]): string[] {
  const number = numbers.at(-1);
  const year = numbers.length > 1 ? numbers[0] : undefined;
  return refs.filter((ref) => {
    const own = numbersOf(ref);
    return (
      own.at(-1) === number &&
      (year === undefined || own.slice(0, -1).some((part) => part % 100 === year % 100))
    );
  });
}

/** A reference that no review has, written as they are, so that the answer can say that there is none. */
function writeAsOthers(number: string, refs: readonly string[]): string | undefined {
  const numbers = number.match(/\d+/g) ?? [];
  const format = inferRefFormats(refs).find((each) => each.numbers === numbers.length);
  const short = /^\d\d$/.test(numbers[0] ?? '') && numbers.length === 2;
  const whole = short ? [`20${numbers[0]}`, ...numbers.slice(1)] : numbers;
  return format && numbers.length > 1 ? writeRef(format, whole) : undefined;
}
