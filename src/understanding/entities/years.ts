import type { Span } from '../text/span.ts';

type YearInText = Span & { readonly year: string };

const NO_PLANS: ReadonlySet<string> = new Set();

/**
 * Years: “20/21”, “this year”, “last financial yr”; and a partnership's longer `plans`, “22-24”.
 */
export function findYears(
  words: readonly string[],
  plans: ReadonlySet<string> = NO_PLANS,
): YearInText[] {
  const found: YearInText[] = [];
  for (let at = 0; at < words.length; ) {
    const year = writtenYear(words, at, plans) ?? relativeYear(words, at);
    if (year) found.push(year);
    at = year?.end ?? at + 1;
  }
  return found;
}

/** Two years in a row are a partnership year; a year alone is the one that begins in it. */
function writtenYear(
  words: readonly string[],
  at: number,
  plans: ReadonlySet<string>,
): YearInText | undefined {
  const [word = '', link = '', last = ''] = words.slice(at, at + 3);
  const from = TWO_DIGITS.exec(word)?.[1] ?? '';
  const to = TWO_DIGITS.exec(last)?.[1] ?? '';
  // “05/06” is a day of June: partnerships are younger than that year.
  const [, first = '', second = ''] =
    /^(?!\d\d\/(?:0\d|1[0-2])$)(?:20)?(\d\d)[-/](?:20)?(\d\d)$/.exec(word) ?? [];
  if (isPlan(first, second, plans)) return { start: at, end: at + 1, year: `20${first}-${second}` };
  if (/^(to|and|-|–)$/.test(link) && Number(from) > 9 && isPlan(from, to, plans))
    return { start: at, end: at + 3, year: `20${from}-${to}` };
  const next = String((Number(from) + 1) % 100).padStart(2, '0');
  return /^20[12345]\d$/.test(word)
    ? { start: at, end: at + 1, year: `20${from}-${next}` }
    : undefined;
}

const TWO_DIGITS = /^(?:20)?(\d\d)$/;

function isPlan(from: string, to: string, plans: ReadonlySet<string>): boolean {
  const isNext = Number(to) === (Number(from) + 1) % 100;
  return from !== '' && to !== '' && (isNext || plans.has(`20${from}-${to}`));
}

const RELATIVE: readonly (readonly [string, RegExp])[] = [
  ['current', /^(this|current|our|present)$/],
  ['last', /^(last|previous|past|prior)$/],
  ['next', /^(next|coming)$/],
];
const KIND_OF_YEAR = /^(financial|business|reporting|municipal|plan|partnership|whole|full)$/;

function relativeYear(words: readonly string[], at: number): YearInText | undefined {
  if (words[at] === 'year' && words[at + 1] === 'before')
    return { start: at, end: at + 2, year: 'last' };
  const isWhole =
    /^(over|across|during|throughout|so)$/.test(words[at] ?? '') &&
    /^(the|far)$/.test(words[at + 1] ?? '') &&
    /^(year|this)$/.test(words[at + 2] ?? '');
  if (isWhole && words[at + 2] === 'year') return { start: at, end: at + 3, year: 'current' };
  const year = RELATIVE.find(([, lead]) => lead.test(words[at] ?? ''))?.[0];
  const noun = KIND_OF_YEAR.test(words[at + 1] ?? '') ? at + 2 : at + 1;
  return year && /^years?$/.test(words[noun] ?? '') && words[noun + 1] !== 'end'
    ? { start: at, end: noun + 1, year }
    : undefined;
}
