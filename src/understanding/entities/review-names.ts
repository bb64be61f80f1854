import { bareLcsprName } from '../../domain/lcspr.ts';
import type { NamedLcspr } from '../../domain/named-lcspr.ts';
import { rememberEach } from '../text/remember-each.ts';
import { overlapsAny, type Span } from '../text/span.ts';
import { type Token, toWords } from '../text/tokenise.ts';
import type { Reference } from './annotated-message.ts';
import { fieldTerms } from './field-terms.ts';

/** What a local review is called beside its name: “the Heron review”, “LCSPR-A”. */
const NOUN = /^(reviews?|lcsprs?|csprs?|scrs?)$/;
/** A short name needs one that is no verb: “review a” begins “review a risk”. */
const INITIALS = /^(lcspr|cspr|scr)$/;
const BETWEEN =
  /^(the|called|named|local|child|safeguarding|practice|serious|case|joint|learning)$/;
const MAX_BETWEEN = 5;
const MIN_LETTERS_ALONE = 4;
/** What may follow “LCSPR A”; “an LCSPR a year ago” is none. */
const AFTER_LETTER =
  /^(is|was|has|up|due|now|and|or|get|got|be|to|actions?|started|under|done|going|doing|status|deadline|published|reviews?|please|yet|on|at|have|had|having|will|would|must|should|can|could|does|did|were|not|late|delayed|overdue|held|put|slips?|slipped|need|needs|before|by|report|family|panel|reviewers?|scope|milestones?|came|come|comes|go|goes|went|in|with|as|for|until|since|when|where|who|why|how|what|because)$/;

/** The local reviews that words name beside “review” or “LCSPR”, with these words. */
export function findReviewNames(
  tokens: readonly Token[],
  lcsprs: readonly Pick<NamedLcspr, 'name'>[],
): Reference[] {
  return lcsprs.flatMap((lcspr) => {
    const { words, bare } = wordsOf(lcspr);
    const whole = findAll(tokens, words);
    const beside = findAll(tokens, bare).flatMap(
      (span) => nounBeside(tokens, span, bare.join('').length < MIN_LETTERS_ALONE) ?? [],
    );
    const isNamed = ({ start, end }: Span) =>
      bare.length < words.length || nounBeside(tokens, { start, end }, false) !== undefined;
    return [...whole.filter(isNamed), ...beside].map((span) => ({ ...span, ref: lcspr.name }));
  });
}

/** Those that words name alone, where they name nothing else: “actions from heron”. */
export function findBareReviewNames(
  tokens: readonly Token[],
  lcsprs: readonly Pick<NamedLcspr, 'name'>[],
  others: readonly Span[],
): Reference[] {
  return lcsprs.flatMap((lcspr) => {
    const { bare } = wordsOf(lcspr);
    return bare.join('').length < MIN_LETTERS_ALONE || fieldTerms.has(bare)
      ? []
      : findAll(tokens, bare)
          .filter((span) => !overlapsAny(span, others))
          .map((span) => ({ ...span, ref: lcspr.name }));
  });
}

/** The words of a name, and those that do not only say that it is one of a review. */
const wordsOf = rememberEach(({ name }: Pick<NamedLcspr, 'name'>) => ({
  words: toWords(name),
  bare: toWords(bareLcsprName(name)),
}));

function findAll(tokens: readonly Token[], words: readonly string[]): Span[] {
  if (words.length === 0) return [];
  const found: Span[] = [];
  for (let start = 0; start + words.length <= tokens.length; start += 1)
    if (words.every((word, at) => tokens[start + at]?.word === word))
      found.push({ start, end: start + words.length });
  return found;
}

/** The words with the noun before or behind them; of a letter alone the noun stands before it. */
export function nounBeside(
  tokens: readonly Token[],
  { start, end }: Span,
  isShort: boolean,
): Span | undefined {
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  if (isShort) {
    const next = wordAt(end);
    const isName = next === '' || !/^[a-z]/.test(next) || AFTER_LETTER.test(next);
    const from = /^[-–]$/.test(wordAt(start - 1)) ? start - 2 : start - 1;
    return isName && INITIALS.test(wordAt(from)) ? { start: from, end } : undefined;
  }
  let behind = end;
  while (behind < end + MAX_BETWEEN && BETWEEN.test(wordAt(behind))) behind += 1;
  if (NOUN.test(wordAt(behind))) return { start, end: behind + 1 };
  let before = start - 1;
  while (before > start - MAX_BETWEEN && BETWEEN.test(wordAt(before))) before -= 1;
  return NOUN.test(wordAt(before)) ? { start: before, end } : undefined;
}
