import { riskSpans } from './classifier/features.ts';
import type { AnnotatedMessage } from './entities/annotated-message.ts';
import type { Lexicon } from './entities/lexicon.ts';
import { findReferences } from './entities/references.ts';
import { findBareReviewNames } from './entities/review-names.ts';
import { findLimit } from './slots/order.ts';
import { isEnglish } from './text/english.ts';
import { isInside } from './text/span.ts';
import { parseCount } from './text/word-sets.ts';

type References = Pick<AnnotatedMessage, 'actionRefs' | 'reviewRefs'>;

/** What is counted, or when: a number before it is no reference. */
const COUNTED =
  /^(days?|working|weeks?|months?|years?|hours?|minutes?|times?|percent|per|people|staff|schools|heads|families|children|agencies|partners|actions?|tasks|things|ones|meetings|reviews|oldest|newest|biggest|most|of|am|pm|more|lines?|st|nd|rd|th|january|february|march|april|may|june|july|august|september|october|november|december)$/;
const COUNTING =
  /^(next|last|past|top|within|over|than|least|only|these|those|first|q|quarter|section|at|after|by|until|till|from|since|between|in|all|every|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** What is numbered too, and is no action: “priority 6”, “item 4”, “recommendation 2”. */
const NUMBERED =
  /^(risks?|priority|priorities|objectives?|aims?|themes?|recommendations?|recs?|items?|standards?|levels?|tiers?|phases?|stages?|chapters?|sections?|parts?|pages?|appendix|annex|versions?|rounds?|challenges?|escalations?)$/;

/** “Number 3”, with nothing else said, is an action. */
const BARE = /^(?:(?:and |the )*(?:number|no|ref|action) )?\d{1,4}(?: \?)?$/;

/** Only of a review anybody asks this: what the Panel said, who has decided, who has voted. */
const OF_REVIEWS =
  /\b(panel|lcspr|cspr|notified|notification|notify|voted?|votes|decided|summary|summaries|scoping|reconsider)\b/;

/**
 * What a bare number may be a reference to: “put 24 to bed”, “who is waiting on 7”. An action and a
 * review where both are possible; none where the words around it count something, nor of a number that
 * stands there twice: “1+1”. A word that is a review's name and nothing else's is one too: “actions from
 * heron”.
 */
export function guessReferences(
  { tokens, text, actionRefs, reviewRefs, entities, years, filterValues }: AnnotatedMessage,
  lexicon: Lexicon,
): References[] {
  // “CH-02 3 and 4” has a reference of another kind, and so has “risk ch 7”.
  const isRisk = riskSpans(tokens).length > 0;
  if (actionRefs.length > 0 || reviewRefs.length > 0 || isRisk) return [];
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  const limit = [findLimit(text) ?? []].flat();
  const others = [...entities, ...years, ...filterValues];
  const named = findBareReviewNames(tokens, lexicon.directory.lcsprs, others);
  const numbered = tokens.flatMap(({ word }, at) => {
    const spelled = parseCount(word);
    // “1026”, where no year is written so.
    const isWritten = /^(?:\d{1,3}|1[0-8]\d\d|[3-9]\d{3})$/.test(word);
    const isSpelled =
      !isWritten &&
      spelled !== undefined &&
      spelled > 1 &&
      /^(on|about|with)$/.test(wordAt(at - 1)) &&
      !/\p{L}/u.test(wordAt(at + 1));
    const isCount =
      COUNTED.test(wordAt(at + 1)) || COUNTING.test(wordAt(at - 1)) || isInside(at, limit);
    const isOther = [wordAt(at - 1), wordAt(at - 2)].some((before) => NUMBERED.test(before));
    const isTwice = tokens.filter((each) => each.word === word).length > 1;
    const isBehindLetters = /^\p{L}{1,4}$/u.test(wordAt(at - 1)) && !isEnglish(wordAt(at - 1));
    if (isBehindLetters || !(isWritten || isSpelled) || isCount || isOther || isTwice) return [];
    const span = { start: at, end: at + 1 };
    const find = (noun: string) =>
      findReferences(
        [noun, String(spelled ?? word)].map((each) => ({ word: each, typed: each })),
        lexicon,
      );
    const [action] = find('action').actionRefs;
    const [review] = find('review').reviewRefs;
    const isOfReview = review && OF_REVIEWS.test(text);
    const isAction = action && BARE.test(text);
    return [
      ...(action && !isOfReview ? [{ actionRefs: [{ ...action, ...span }], reviewRefs: [] }] : []),
      ...(review && !isAction && lexicon.directory.reviewRefs.includes(review.ref)
        ? [{ actionRefs: [], reviewRefs: [{ ...review, ...span }] }]
        : []),
    ];
  });
  return [...numbered, ...named.map((review) => ({ actionRefs: [], reviewRefs: [review] }))];
}
