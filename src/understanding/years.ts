import type { Span } from './heard.ts';
import type { Token } from './normalise.ts';

const NO_PLANS: ReadonlySet<string> = new Set();

/** Years as people write them: “20/21”, “2020-21”, “this year”, “last financial yr”; and the longer `plans` of a partnership, “22-24”. */
export function findYears(
  tokens: readonly Token[],
  plans: ReadonlySet<string> = NO_PLANS,
): (Span & { year: string })[] {
  const found: (Span & { year: string })[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const year = writtenYear(tokens, at, plans) ?? spokenYear(tokens, at);
    if (!year) continue;
    found.push(year);
    at = year.end - 1;
  }
  return found;
}

/** Two years in a row are a partnership year; a year alone is the one that begins in it. */
function writtenYear(
  tokens: readonly Token[],
  at: number,
  plans: ReadonlySet<string>,
): (Span & { year: string }) | undefined {
  const word = tokens[at]?.word ?? '';
  const pair = /^(?:20)?(\d\d)[-/](?:20)?(\d\d)$/.exec(word);
  const isOne = (from: string, to: string) =>
    Number(to) === (Number(from) + 1) % 100 || plans.has(`20${from}-${to}`);
  if (pair?.[1] && pair[2] && isOne(pair[1], pair[2]))
    return { start: at, end: at + 1, year: `20${pair[1]}-${pair[2]}` };
  const first = /^(?:20)?(\d\d)$/.exec(word)?.[1];
  const apart = tokens[at + 1]?.word ?? '';
  const second = /^(?:20)?(\d\d)$/.exec(tokens[at + 2]?.word ?? '')?.[1];
  if (
    first &&
    second &&
    /^(to|and|-|–)$/.test(apart) &&
    isOne(first, second) &&
    Number(first) > 9
  ) {
    return { start: at, end: at + 3, year: `20${first}-${second}` };
  }
  const alone = /^20([12345]\d)$/.exec(word)?.[1];
  return alone
    ? {
        start: at,
        end: at + 1,
        year: `20${alone}-${String((Number(alone) + 1) % 100).padStart(2, '0')}`,
      }
    : undefined;
}

const SPOKEN: Readonly<Record<string, string>> = {
  this: 'current',
  current: 'current',
  our: 'current',
  present: 'current',
  last: 'last',
  previous: 'last',
  past: 'last',
  prior: 'last',
  next: 'next',
  coming: 'next',
};
const KIND_OF_YEAR = /^(financial|business|reporting|municipal|plan|partnership|whole|full)$/;

function spokenYear(tokens: readonly Token[], at: number): (Span & { year: string }) | undefined {
  if (tokens[at]?.word === 'year' && tokens[at + 1]?.word === 'before')
    return { start: at, end: at + 2, year: 'last' };
  const year = SPOKEN[tokens[at]?.word ?? ''];
  if (!year) return undefined;
  const end = KIND_OF_YEAR.test(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1;
  return /^years?$/.test(tokens[end]?.word ?? '') && tokens[end + 1]?.word !== 'end'
    ? { start: at, end: end + 1, year }
    : undefined;
}
