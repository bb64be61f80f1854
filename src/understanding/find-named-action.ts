import type { IntentGrammar } from '../contract/intent-grammar.ts';
import type { Shares } from './classifier/linear-model.ts';
import { isCourtesy } from './classifier/rerank.ts';
import { givesEvidence, previousAction } from './dialogue/follow-up.ts';
import { findTitle, MIN_TITLE_SHARE, type TitleMatch } from './entities/find-title.ts';
import type { ReadRequest } from './read-request.ts';

/** What the words must weigh, unless an action is surely meant: one rare word, or two. */
const MIN_TITLE_WEIGHT = 1.3;
/** An action is surely meant when the readings that need one have this share. */
const SURELY_AN_ACTION = 0.3;
/** So sure that something else is to be changed that no title is looked for. */
const SURELY_ANOTHER_CHANGE = 0.9;

/** “the supervision one”, “the macfa action” */
const DEFINITE_ACTION = /\bthe (\w+ ){1,4}(one|action)\b/;

/** Somebody reports how far something is: “hidden men training is complete”. */
const STATES =
  /^(?!what|which|who|how|is|are|has|have|any|anything|show|list|do|does|did|when|where|tell|actions)\b.*\b(((is|are|has been|have been|was|been) (now |all )?(done|complete|completed|finished|closed|sorted|stuck|blocked|started|under way|on hold|still going))|we have (made|started|begun|done|finished|completed))\b/;

/** “close it” means the action that was asked about before. */
const POINTS_TO_ONE = /\b(it|(that|this) one)\b/;
const POINTS_BACK = /\b(it|its|that|this|that one|this one)\b/;

/** What is asked of one review, and of no action. */
const isAboutReview = (grammar: IntentGrammar | undefined): boolean =>
  grammar?.filters?.[0] === 'reviewRef' && grammar.requires !== 'action';

/**
 * The action that a message names by words of its title, unless it has a reference; `isSought` where
 * the message means nothing without one.
 */
export async function findNamedAction(
  { message, model, context }: ReadRequest,
  shares: Shares,
  isSought: boolean,
): Promise<TitleMatch | undefined> {
  const { text } = message;
  const grammarOf = (label: string) => model.labels.get(label)?.grammar;
  const previous = context.previous?.question;
  const meansPrevious =
    previous &&
    previousAction(previous) &&
    (POINTS_BACK.test(text) || givesEvidence(message, previous, model));
  const changesOther = shares.some(
    ({ label, share }) =>
      share > SURELY_ANOTHER_CHANGE &&
      grammarOf(label)?.mutates &&
      !grammarOf(label)?.slots?.includes('action'),
  );
  // “who is the reviewer of heron”: its words stand in the title of an action about Heron too.
  const likeliest =
    message.reviewRefs.length > 0 && shares.toSorted((a, b) => b.share - a.share)[0];
  const asksOfReview = likeliest && isAboutReview(grammarOf(likeliest.label));
  if (
    message.actionRefs.length > 0 ||
    meansPrevious ||
    changesOther ||
    asksOfReview ||
    isCourtesy(message)
  )
    return undefined;

  const share = shares
    .filter(({ label }) => grammarOf(label)?.requires === 'action')
    .reduce((sum, each) => sum + each.share, 0);
  const anyWords =
    isSought || share > SURELY_AN_ACTION || DEFINITE_ACTION.test(text) || STATES.test(text);
  const { cueStems } = model;
  const title = await findTitle(message, context.searchTitles, { cueStems, anyWords });
  // In “cross that one off” no single word is a title.
  if (title?.spans.length === 1 && POINTS_TO_ONE.test(text)) return undefined;
  return title && title.share >= MIN_TITLE_SHARE && (anyWords || title.weight >= MIN_TITLE_WEIGHT)
    ? title
    : undefined;
}
