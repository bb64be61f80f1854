import type { Ref, Span } from './heard.ts';
import type { Token } from './normalise.ts';

export interface RefsInText {
  readonly actionRefs: readonly Ref[];
  readonly reviewRefs: readonly Ref[];
}

/** How a partnership's references look: `SA-019` has the letters SA and three digits, `TV/2025/014` a year before them. */
export interface RefShape {
  readonly letters: string;
  /** The reference with `#` for each digit. */
  readonly pattern: string;
  /** How many numbers it has. */
  readonly numbers: number;
}

/** The shapes of some references, the commonest first. */
export function shapesOf(refs: readonly string[]): RefShape[] {
  const counted = new Map<string, { shape: RefShape; count: number }>();
  for (const ref of refs) {
    const letters = /^(.*\p{L})\P{L}*\d$/u.exec(ref)?.[1];
    if (!letters) continue;
    const pattern = letters + ref.slice(letters.length).replace(/\d/g, '#');
    const seen = counted.get(pattern);
    if (seen) seen.count += 1;
    else
      counted.set(pattern, {
        shape: { letters, pattern, numbers: (pattern.match(/#+/g) ?? []).length },
        count: 1,
      });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count).map(({ shape }) => shape);
}

/** A reference of a shape from its numbers; each filled up with noughts. */
function refOf({ pattern }: RefShape, numbers: readonly string[]): string {
  let at = 0;
  return pattern.replace(/#+/g, (digits) =>
    (numbers[at++] ?? '').replace(/^0+(?=\d)/, '').padStart(digits.length, '0'),
  );
}

/** Finds references to actions (“SA-019”, “sa 19”, “action 19”) and to reviews (“rr4”, “RR-2020-04”, “rapid review 4”). */
export function findRefs(
  tokens: readonly Token[],
  shapes: readonly RefShape[],
  reviewRefs: readonly string[],
): RefsInText {
  const actions: Ref[] = [];
  const reviews: Ref[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const review = reviewAt(tokens, at, reviewRefs);
    const action = review ? undefined : actionAt(tokens, at, shapes);
    if (review) reviews.push(review);
    if (action) actions.push(action);
    at = (review ?? action)?.end ? ((review ?? action)?.end ?? at + 1) - 1 : at;
  }
  return { actionRefs: actions, reviewRefs: reviews };
}

function actionAt(
  tokens: readonly Token[],
  at: number,
  shapes: readonly RefShape[],
): Ref | undefined {
  const word = tokens[at]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  for (const shape of shapes) {
    const prefix = shape.letters.toLowerCase();
    const whole = word.startsWith(prefix) ? numbersIn(word.slice(prefix.length), shape) : undefined;
    const bare = shape.numbers > 1 && !isYears(word) ? numbersIn(word, shape) : undefined;
    if (whole ?? bare) return { start: at, end: at + 1, ref: refOf(shape, whole ?? bare ?? []) };
    const leads = word === prefix || (shape.numbers === 1 && /^(action|task)$/.test(word));
    const after = word === prefix && /^[-–]$/.test(next) ? 2 : 1;
    const apart = leads ? numbersIn(tokens[at + after]?.word ?? '', shape) : undefined;
    if (apart) return { start: at, end: at + after + 1, ref: refOf(shape, apart) };
  }
  return shapes.length === 0 && /^\p{L}{1,6}-\d{1,5}$/u.test(word)
    ? { start: at, end: at + 1, ref: word.toUpperCase() }
    : undefined;
}

/** “019”, “#19”, “2025/014” */
function numbersIn(typed: string, { numbers }: RefShape): string[] | undefined {
  const found = /^[-/.#]?\d{1,6}(?:[-/.]\d{1,6})*$/.test(typed) ? (typed.match(/\d+/g) ?? []) : [];
  return found.length === numbers ? found : undefined;
}

const isYears = (typed: string): boolean => /^(20)?\d\d[-/](20)?\d\d$|^20\d\d$/.test(typed);

const REVIEW_WORDS = /^(rr|rrs|review|incident|case|rapid|si|sin|cspr|lcspr)$/;
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function reviewAt(tokens: readonly Token[], at: number, refs: readonly string[]): Ref | undefined {
  const word = tokens[at]?.word ?? '';
  const whole = refs.find((ref) => ref.toLowerCase() === word);
  if (whole) return { start: at, end: at + 1, ref: whole };
  const letters = [
    ...new Set(refs.map((ref) => /^\p{L}+/u.exec(ref)?.[0]?.toLowerCase() ?? '')),
  ].filter(Boolean);
  const year = /^(?:20)?(\d\d)[-/](?:20)?(\d\d)$/.exec(word);
  const plainYear = year && Number(year[2]) === (Number(year[1]) + 1) % 100;
  const bare =
    /^20\d\d-\d+$/.test(word) && !plainYear ? refs.find((ref) => ref.endsWith(word)) : undefined;
  if (bare) return { start: at, end: at + 1, ref: bare };
  const glued = /^(\p{L}+)[-/]?(\d.*)?$/u.exec(word);
  const isPrefix = glued && (letters.includes(glued[1] ?? '') || REVIEW_WORDS.test(glued[1] ?? ''));
  const named = glued?.[1] ?? '';
  if (glued?.[2] && isPrefix) {
    const span = { start: at, end: at + 1 };
    return numbered(glued[2], refs, span) ?? asTyped(tokens, named, span);
  }
  if (isPrefix) {
    let end = at + 1;
    while (
      /^(review|reviews|number|no|ref|reference|-|–)$/.test(tokens[end]?.word ?? '') &&
      end < at + 4
    )
      end += 1;
    const typed = tokens[end]?.word ?? '';
    const number = NUMBERS.includes(typed) ? String(NUMBERS.indexOf(typed) + 1) : typed;
    return /^\d/.test(number) &&
      !/^(days?|working|months?|weeks?|years?)$/.test(tokens[end + 1]?.word ?? '')
      ? (numbered(number, refs, { start: at, end: end + 1 }) ??
          asTyped(tokens, named, { start: at, end: end + 1 }))
      : undefined;
  }
  const nth =
    ORDINALS.indexOf(word) >= 0
      ? ORDINALS.indexOf(word) + 1
      : Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1] ?? 0);
  const follows = tokens.slice(at + 1, at + 3).map((token) => token.word);
  if (nth > 0 && follows[0] === 'rapid' && follows[1] === 'review')
    return numbered(String(nth), refs, { start: at, end: at + 3 });
  return nth > 0 && follows[0] === 'rr'
    ? numbered(String(nth), refs, { start: at, end: at + 2 })
    : undefined;
}

/** “2020-04”, “20/04”, “04”, “4”. A bare number means that number in the year that has the most reviews. */
function numbered(typed: string, refs: readonly string[], span: Span): Ref | undefined {
  const parts = typed.split(/[-/.]/).map(Number);
  const number = parts.at(-1);
  const year = parts.length > 1 ? parts[0] : undefined;
  const fits = refs.filter((ref) => {
    const own = (ref.match(/\d+/g) ?? []).map(Number);
    return (
      own.at(-1) === number &&
      (year === undefined || own.slice(0, -1).some((part) => part % 100 === year % 100))
    );
  });
  const busiest = (ref: string) =>
    refs.filter(
      (other) => other.slice(0, ref.lastIndexOf('-')) === ref.slice(0, ref.lastIndexOf('-')),
    ).length;
  const best = [...fits].sort((a, b) => busiest(b) - busiest(a))[0];
  return best ? { ...span, ref: best } : undefined;
}

/** A reference like those of reviews that no review has stays as it was typed, so that it can be said that there is none. */
function asTyped(tokens: readonly Token[], letters: string, span: Span): Ref | undefined {
  const typed = tokens.slice(span.start, span.end).map((token) => token.typed);
  return SURELY_A_REVIEW.test(letters) && !isYears(typed.at(-1) ?? '')
    ? { ...span, ref: typed.join(/^\p{L}+$/u.test(typed[0] ?? '') ? ' ' : '') }
    : undefined;
}

const SURELY_A_REVIEW = /^(rr|rrs|rapid)$/;
