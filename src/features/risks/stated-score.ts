import type { Args } from '../../contract/question.ts';
import type { Risk } from '../../domain/risk.ts';

/** The likelihood and impact that a message states, and what is to be said of a score that does not tell them. */
export interface StatedScore extends Pick<Risk, 'likelihood' | 'impact'> {
  readonly note?: string;
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five'];
const NUMBER = `(?:[1-5]|${NUMBERS.join('|')})(?![\\w/])`;
const FILLS = String.raw`(?:(?:is|was|of|to|at|as|an?|now|down|up|back|should|be|stays?|[=:])[\s,]*)*`;

/** The number beside “likelihood” or “impact”: “likelihood now 3”, “4 for impact”, “l3”. */
const beside = (noun: string): RegExp =>
  new RegExp(
    `((?<=\\b${noun}[\\s:=-]*${FILLS})${NUMBER}|\\b${NUMBER}(?=\\s+(?:for|on) (?:the )?${noun})|(?<=\\b${noun[0]}\\s?)[1-5]\\b)`,
    'i',
  );

/** What grammars of risks find of a score in a message: “likelihood 3, impact 4”, “3 x 4”, “a 12”. */
export const SCORE_PATTERNS = {
  likelihood: beside('likelihood'),
  impact: beside('impact'),
  pair: new RegExp(
    `(?<![-\\w])(${NUMBER.replace('(?![\\w/])', '')}\\s*(?:x|×|by|times|and|n|&|/|,)\\s*${NUMBER})(?! (?:for|on)\\b)`,
    'i',
  ),
  total:
    /\b(?:is|to|at|now|scored?|scores|score of|an?)\s+(\d{1,2})\b(?!\s*(?:x|×|by|times|and|n\b|&|\/|,\s*\d|st\b|nd\b|rd\b|th\b|for\b|on\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i,
};

/** Reads a score from what {@link SCORE_PATTERNS} found. */
export function parseStatedScore({ likelihood, impact, pair, total }: Args): StatedScore {
  const [first, second] = numbersIn(pair);
  const stated = {
    likelihood: numbersIn(likelihood)[0] ?? (impact ? undefined : first),
    impact: numbersIn(impact)[0] ?? (likelihood ? undefined : second),
  };
  const isStated = stated.likelihood !== undefined || stated.impact !== undefined;
  const score = Number(total);
  if (isStated || !score) return stated;
  const ways = NUMBERS.map((_, at) => [at + 1, score / (at + 1)] as const).filter(
    ([, other]) => Number.isInteger(other) && other <= NUMBERS.length,
  );
  const [only, ...others] = ways;
  if (only && others.length === 0) return { likelihood: only[0], impact: only[1] };
  return {
    note: only
      ? `A score of ${score} is ${ways.map((way) => way.join(' × ')).join(' or ')}: choose likelihood and impact.`
      : `No likelihood and impact from 1 to 5 make ${score}.`,
  };
}

const numbersIn = (words: Args[string]): number[] =>
  typeof words === 'string'
    ? [...words.toLowerCase().matchAll(/\d|[a-z]{3,}/g)].flatMap(([word]) => {
        const number = Number(word) || NUMBERS.indexOf(word) + 1;
        return number > 0 ? [number] : [];
      })
    : [];
