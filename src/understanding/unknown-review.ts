import { nounBeside } from './entities/review-names.ts';
import type { ReadRequest } from './read-request.ts';
import { isInside, type Span } from './text/span.ts';
import { STOP_WORDS } from './text/word-sets.ts';

/** Reviews of these kinds are no local reviews with a name. */
const KINDS =
  /^(rapid|serious|national|peer|annual|yearly|local|thematic|panel|section|scrutiny|ofsted|joint|independent|domestic|homicide|death|desktop|case|practice|learning|safeguarding|child|panels|january|february|march|april|may|june|july|august|september|october|november|december)$/;
const LETTER = /^[a-z]$/;

/**
 * The name of a local review that no record bears: “the Hawthorn review”, “LCSPR-Z”, “child b review”.
 * It is a word by which nobody asks for anything, right beside “review” or “LCSPR”.
 */
export function findUnknownReview({ message, model }: ReadRequest): Span | undefined {
  const { tokens, entities, reviewRefs, actionRefs, years, filterValues, concepts } = message;
  const explained = [...entities, ...reviewRefs, ...actionRefs, ...years];
  const understood = [...filterValues, ...concepts];
  for (const [at, { word, typed }] of tokens.entries()) {
    const span = { start: at, end: at + 1 };
    if (isInside(at, explained) || KINDS.test(word) || !/^[a-z]+$/.test(word)) continue;
    const isChild = LETTER.test(word) && tokens[at - 1]?.word === 'child';
    if (isChild && nounBeside(tokens, { start: at - 1, end: at + 1 }, false))
      return { start: at - 1, end: at + 1 };
    if (STOP_WORDS.has(word) && !LETTER.test(word)) continue;
    const isKnown = model.knownStems.has(message.stems[at] ?? '') || isInside(at, understood);
    const isCapital = /^\p{Lu}\p{Ll}/u.test(typed) && at > 0 && !isInside(at, understood);
    if (!LETTER.test(word) && isKnown && !isCapital) continue;
    const beside = nounBeside(tokens, span, LETTER.test(word));
    if (beside) return LETTER.test(word) ? beside : span;
  }
  return undefined;
}
