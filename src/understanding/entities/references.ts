import type { Directory } from '../../domain/directory.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokenise.ts';
import { parseCount } from '../text/word-sets.ts';
import type { AnnotatedMessage, Reference } from './annotated-message.ts';

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
  readonly directory: Pick<Directory, 'reviewRefs'>;
}

/** References to actions (“SA-019”, “sa 19”, “action 19”) and reviews (“rr4”, “rapid review 4”). */
export function findReferences(
  tokens: readonly Token[],
  { refFormats, directory }: KnownReferences,
): References {
  const actionRefs: Reference[] = [];
  const reviewRefs: Reference[] = [];
  for (let at = 0; at < tokens.length; ) {
    const review = reviewAt(tokens, at, directory.reviewRefs);
    const action = review ? undefined : actionAt(tokens, at, refFormats);
    if (review) reviewRefs.push(review);
    if (action) actionRefs.push(action);
    at = (review ?? action)?.end ?? at + 1;
  }
  return { actionRefs, reviewRefs };
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
      (format.numbers > 1 && !isYears(word) ? numbersIn(word, format) : undefined);
    if (whole) return { start: at, end: at + 1, ref: writeRef(format, whole) };
    const leads = word === prefix || (format.numbers === 1 && /^(action|task)$/.test(word));
    const after = word === prefix && /^[-–]$/.test(next) ? 2 : 1;
    const apart = leads ? numbersIn(tokens[at + after]?.word ?? '', format) : undefined;
    if (apart) return { start: at, end: at + after + 1, ref: writeRef(format, apart) };
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

/** A reference in its format, each number padded with noughts. */
function writeRef({ pattern }: RefFormat, numbers: readonly string[]): string {
  let at = 0;
  return pattern.replace(/#+/g, (digits) =>
    (numbers[at++] ?? '').replace(/^0+(?=\d)/, '').padStart(digits.length, '0'),
  );
}

const isYears = (typed: string): boolean => /^(20)?\d\d[-/](20)?\d\d$|^20\d\d$/.test(typed);

const REVIEW_WORD = /^(rr|rrs|review|incident|case|rapid|si|sin|cspr|lcspr)$/;
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const SPELLED = /^(one|two|three|four|five|six|seven|eight|nine|ten)$/;

function reviewAt(
  tokens: readonly Token[],
  at: number,
  refs: readonly string[],
): Reference | undefined {
  const wordAt = (place: number) => tokens[place]?.word ?? '';
  const word = wordAt(at);
  const whole =
    refs.find((ref) => ref.toLowerCase() === word) ??
    (/^20\d\d-\d+$/.test(word) && !isPartnershipYear(word)
      ? refs.find((ref) => ref.endsWith(word))
      : undefined);
  if (whole) return { start: at, end: at + 1, ref: whole };

  const [, letters = '', glued] = /^(\p{L}+)[-/]?(\d.*)?$/u.exec(word) ?? [];
  const isPrefix =
    letters !== '' && (REVIEW_WORD.test(letters) || refs.some((ref) => lettersOf(ref) === letters));
  if (glued && isPrefix) {
    const span = { start: at, end: at + 1 };
    return byNumber(glued, refs, span) ?? asTyped(tokens, letters, span);
  }
  if (isPrefix) {
    let end = at + 1;
    while (/^(reviews?|number|no|ref|reference|-|–)$/.test(wordAt(end)) && end < at + 4) end += 1;
    const number = SPELLED.test(wordAt(end)) ? String(parseCount(wordAt(end))) : wordAt(end);
    const counts = /^(days?|working|months?|weeks?|years?)$/.test(wordAt(end + 1));
    const span = { start: at, end: end + 1 };
    return /^\d/.test(number) && !counts
      ? (byNumber(number, refs, span) ?? asTyped(tokens, letters, span))
      : undefined;
  }
  const nth = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1] ?? String(ORDINALS.indexOf(word) + 1);
  if (nth === '0') return undefined;
  if (wordAt(at + 1) === 'rapid' && wordAt(at + 2) === 'review')
    return byNumber(nth, refs, { start: at, end: at + 3 });
  return wordAt(at + 1) === 'rr' ? byNumber(nth, refs, { start: at, end: at + 2 }) : undefined;
}

const lettersOf = (ref: string): string => /^\p{L}+/u.exec(ref)?.[0].toLowerCase() ?? '';

function isPartnershipYear(word: string): boolean {
  const [, from, to] = /^(?:20)?(\d\d)[-/](?:20)?(\d\d)$/.exec(word) ?? [];
  return Number(to) === (Number(from) + 1) % 100;
}

/** “2020-04”, “20/04”, “4”: a bare number means the one in the year with the most reviews. */
function byNumber(typed: string, refs: readonly string[], span: Span): Reference | undefined {
  const numbers = typed.split(/[-/.]/).map(Number);
  const number = numbers.at(-1);
  const year = numbers.length > 1 ? numbers[0] : undefined;
  const matches = refs.filter((ref) => {
    const own = (ref.match(/\d+/g) ?? []).map(Number);
    return (
      own.at(-1) === number &&
      (year === undefined || own.slice(0, -1).some((part) => part % 100 === year % 100))
    );
  });
  const yearOf = (ref: string) => ref.slice(0, ref.lastIndexOf('-'));
  const countOfYear = (ref: string) => refs.filter((other) => yearOf(other) === yearOf(ref)).length;
  const [best] = matches.sort((a, b) => countOfYear(b) - countOfYear(a));
  return best ? { ...span, ref: best } : undefined;
}

/** A reference that no review has stays as it was typed: the answer says that there is none. */
function asTyped(tokens: readonly Token[], letters: string, span: Span): Reference | undefined {
  const typed = tokens.slice(span.start, span.end).map((token) => token.typed);
  return /^(rr|rrs|rapid)$/.test(letters) && !isYears(typed.at(-1) ?? '')
    ? { ...span, ref: typed.join(/^\p{L}+$/u.test(typed[0] ?? '') ? ' ' : '') }
    : undefined;
}
