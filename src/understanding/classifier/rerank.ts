import type { IntentGrammar, SlotName } from '../../contract/intent-grammar.ts';
import type { Question } from '../../contract/question.ts';
import {
  type FollowUpKind,
  givesEvidence,
  keptArgs,
  namesWhat,
  previousAction,
  setsAnotherDay,
} from '../dialogue/follow-up.ts';
import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import type { TitleMatch } from '../entities/find-title.ts';
import { parseAskerAgency } from '../slots/asker-agency.ts';
import { findLimit, findTimeOrder } from '../slots/order.ts';
import { findTimeliness } from '../slots/timeliness.ts';
import { COURTESY, saysSomething } from '../text/word-sets.ts';
import type { IntentModel } from './intent-model.ts';
import type { Shares } from './linear-model.ts';

interface Circumstances {
  readonly message: AnnotatedMessage;
  readonly title: TitleMatch | undefined;
  readonly model: IntentModel;
  readonly previous: Question | undefined;
  readonly followUp: FollowUpKind;
}

/** A label with the share of its intent, of which it has the `lead` part. */
export interface RankedLabel {
  readonly label: string;
  readonly share: number;
  readonly lead: number;
}

/** The intents, the likeliest first, under the likeliest of their labels; `others` are nearly as likely. */
export type Ranking = readonly (RankedLabel & { readonly others: readonly RankedLabel[] })[];

/** So much of the share of the likeliest label of an intent has another that is nearly as likely. */
const MIN_SHARE_OF_LABEL = 0.2;

/**
 * Ranks intents by the classifier's shares, weighed by what each reading requires and by the
 * previous question.
 */
export function rerank(shares: Shares, circumstances: Circumstances): Ranking {
  const features = findFeatures(circumstances.message);
  const { labels } = circumstances.model;
  const intents = new Map<string, { share: number; own: { label: string; share: number }[] }>();
  let sum = 0;
  for (const { label, share: before } of shares) {
    const share =
      before * weigh(label, features, circumstances) +
      (repeatsPrevious(label, circumstances) ? REPEAT_BONUS : 0);
    sum += share;
    const intent = labels.get(label)?.intent ?? label;
    const known = intents.get(intent);
    if (!known) intents.set(intent, { share, own: [{ label, share }] });
    else {
      known.share += share;
      known.own.push({ label, share });
    }
  }
  return [...intents.values()]
    .sort((a, b) => b.share - a.share)
    .slice(0, MAX_RANKED)
    .map(({ share, own }) => {
      const [first, ...others] = own
        .sort((a, b) => b.share - a.share)
        .map((each) => ({
          label: each.label,
          share: share / (sum || 1),
          lead: each.share / share,
        }));
      const least = (first?.lead ?? 0) * MIN_SHARE_OF_LABEL;
      return {
        ...(first as RankedLabel),
        others: others.filter(({ lead }) => lead >= least),
      };
    });
}

/** Of less likely intents nothing is read. */
const MAX_RANKED = 8;

/** A bare name adds more to the previous question than all other readings have together. */
const REPEAT_BONUS = 3;

/** “and slpr”, “2020-21”: bare names that the previous question can take ask it again. */
function repeatsPrevious(
  label: string,
  { message, model, previous, followUp }: Circumstances,
): boolean {
  const meaning = model.labels.get(label);
  if (followUp !== 'names' || !meaning || meaning.intent !== previous?.intent) return false;
  if (meaning.args.mode !== previous.args.mode) return false;
  // “and 2020-21” asks for no other status or panel than before.
  const before: Readonly<Record<string, unknown>> = { ...previous.filters, ...previous.args };
  if (setsAnotherDay(message, previous)) return true;
  // “Is LCSPR-A late” is about the review, after what any source recommended.
  if (meaning.grammar.keeps && message.reviewRefs.length > 0) return false;
  const settled = Object.entries({ ...meaning.filters, ...meaning.args });
  if (settled.some(([name, value]) => before[name] !== value)) return false;
  const { filters = [], slots = [], isKeptElsewhere } = meaning.grammar;
  // “Has the trust paid its share?” “And the ICB?”
  if (isKeptElsewhere) return true;
  const named: readonly string[] = [
    ...[...message.entities, ...message.weakEntities].flatMap(({ senses }) =>
      senses.map(({ kind }) => kind),
    ),
    ...message.filterValues.map(({ filter }) => filter),
    ...message.years.map(() => 'year'),
    ...message.reviewRefs.map(() => 'reviewRef'),
  ];
  return (
    filters.some((filter) => named.includes(filter)) ||
    (slots.includes('action') && message.actionRefs.length > 0) ||
    (slots.includes('asker-agency') && parseAskerAgency(message).agencyOf !== undefined) ||
    (slots.some((slot) => slot === 'rank' || slot === 'grouping') && DIVIDES.test(message.text)) ||
    (slots.includes('order') &&
      (findTimeOrder(message.text) ?? findLimit(message.text)) !== undefined) ||
    (slots.includes('timeliness') && findTimeliness(message.text) !== undefined)
  );
}

/** “worst first”, “by agency” */
const DIVIDES = /\b(worst|best|lowest|highest|least|most|by|per|each|split)\b/;

/** “It”, “those”: the one thing that was asked about, or what was listed of it. */
const pointsToOne = (followUp: FollowUpKind): boolean =>
  followUp === 'pointing' || followUp === 'pronoun';

/** What each label is weighed by, whatever it stands for. */
const findFeatures = (message: AnnotatedMessage) => ({
  adds: ADDS.test(message.text),
  asks: ASKS.test(message.text),
  isCourtesy: isCourtesy(message),
  addsTo: ADDS_TO.test(message.text),
  otherReference:
    message.actionRefs.length + message.reviewRefs.length === 0
      ? OTHER_REFERENCE.exec(message.text)?.[0]
      : undefined,
  hasNumber: /\d/.test(message.text) || message.actionRefs.length + message.reviewRefs.length > 0,
});

/** Without any one of these factors some questions of tests/understanding are read worse. */
function weigh(
  label: string,
  { adds, asks, isCourtesy, addsTo, hasNumber, otherReference }: ReturnType<typeof findFeatures>,
  circumstances: Circumstances,
): number {
  const { message, model, previous, followUp } = circumstances;
  const meaning = model.labels.get(label);
  if (!meaning) return 1;
  const { intent, grammar } = meaning;
  const { slots = [], filters = [], requires, mutates } = grammar;
  const { actionRefs, reviewRefs, text } = message;
  const has = (slot: SlotName) => slots.includes(slot);
  const needsAction = requires === 'action';
  let weight = 1;
  if (followUp !== 'none' && followUp !== 'pronoun' && intent === previous?.intent)
    weight *= followUp === 'fragment' ? 400 : 8;
  if (previousAction(previous) && pointsToOne(followUp) && needsAction) weight *= 40;
  if (previous?.filters.reviewRef && pointsToOne(followUp) && requires === 'review') weight *= 20;
  const isKept =
    (followUp === 'pronoun' || (followUp === 'pointing' && (mutates || !namesWhat(text)))) &&
    Object.keys(keptArgs(previous, grammar, {})).length > 0;
  if (isKept) weight *= 20;
  // “Who chairs it” of a group that was spoken of, “what is it for” of a priority.
  const isOfRecord =
    (previous?.filters.group && grammar.isOfOneGroup) ||
    (previous?.filters.priority && requires === 'priority');
  if (isOfRecord && pointsToOne(followUp)) weight *= intent === previous?.intent ? 150 : 40;
  const isEvidence =
    previous !== undefined && intent === previous.intent && givesEvidence(message, previous, model);
  if (isEvidence) weight *= 40;
  if (has('new-action') && actionRefs.length === 0 && adds) weight *= 40;
  if (mutates && grammar.patterns?.title?.test(text)) weight *= 10;
  // “Who verified OF22-01”: what has a reference of its own kind takes it.
  const takesReference =
    otherReference !== undefined &&
    Object.values(grammar.patterns ?? {}).some((each) => each.exec(text)?.[1] === otherReference);
  if (otherReference) weight *= takesReference ? 10 : 0.3;
  const changesOne =
    needsAction || takesReference || requires === 'review' || recordsAnAnswer(grammar);
  if (mutates && asks && changesOne) weight *= 0.1;
  const isMissing =
    isRequirementMissing(grammar, circumstances) && !pointsToNothing(grammar, circumstances);
  if (isMissing && !isEvidence) weight *= 0.1;
  // What puts all groups in order is not about the one that is named.
  const namesGroup = message.entities.some(({ senses }) => senses[0].kind === 'group');
  if (namesGroup && meaning.args.order && !has('order') && !has('rank')) weight *= 0.1;
  // “Link SA-019 to it”
  const takesAction = has('action') || (isKept && grammar.patterns?.action !== undefined);
  if (actionRefs.length > 0) weight *= takesAction ? 2 : grammar.isKeptElsewhere ? 0.5 : 0.05;
  if (reviewRefs.length > 0 && !filters.includes('reviewRef')) weight *= 0.03;
  if (grammar.isSmallTalk && isCourtesy) weight *= 20;
  else if (grammar.isSmallTalk && previous && addsTo) weight *= 0.05;
  if (grammar.isSmallTalk && hasNumber) weight *= 0.01;
  return weight;
}

/** A reference of two numbers that is neither an action’s nor a review’s: `OF22-01`. */
const OTHER_REFERENCE = /\b[a-z]{1,8}-?\d{2,4}-\d{1,3}\b/;

/** “And now?” goes on with what was asked, and is no goodbye. */
const ADDS_TO = /^(and|also|or|what about|how about)\b/;

/** “Evening petal”, “ta ra duck”: at least half of the words are courtesy, and no other says anything. */
export function isCourtesy({ tokens }: AnnotatedMessage): boolean {
  const courteous = tokens.filter(({ word }) => COURTESY.has(word)).length;
  return courteous * 2 >= tokens.length && courteous > 0 && !tokens.some(saysSomething);
}

/** An intent that records an answer: “the panel agreed” states what “did the panel agree” asks. */
const recordsAnAnswer = ({ settles }: IntentGrammar): boolean =>
  settles?.includes('response') === true;

/** Neither the message nor what was asked before has what the reading requires. */
export function isRequirementMissing(
  { requires, mutates }: IntentGrammar,
  { message, title, previous }: Pick<Circumstances, 'message' | 'title' | 'previous'>,
): boolean {
  const { text, actionRefs, reviewRefs, entities, years } = message;
  const named = (...kinds: string[]) =>
    entities.some(({ senses }) => senses.some(({ kind }) => kinds.includes(kind)));
  switch (requires) {
    case 'action': {
      const meansPrevious = previousAction(previous) && (!mutates || POINTS_BACK.test(text));
      return actionRefs.length === 0 && !title && !meansPrevious;
    }
    case 'priority':
      return !named('priority', 'group') && !previous?.filters.priority;
    case 'agency':
      // “my attendance”, “have we been” is that of the asker's own agency.
      return (
        !named('agency') &&
        !previous?.filters.agency &&
        !/\b(my|we)\b|\bour (own|attendance|turnout|record)\b/.test(text)
      );
    case 'several':
      // “And the ICB?” compares with nothing; “compare the police” can be asked with whom.
      return (
        entities.length + years.length < 2 &&
        !previous?.args.others &&
        !COMPARES.test(text) &&
        !/\b(we|us|our|i|my)\b/.test(text)
      );
    case 'order':
      // “Everything of the group that is not done” lists; it says of nothing what becomes of it.
      return DESCRIBES.test(text) && !ORDERS.test(text);
    case 'review':
      return reviewRefs.length === 0 && !previous?.filters.reviewRef;
    default:
      return false;
  }
}

/** “All that is open”, “everything of theirs that has no date” */
const DESCRIBES =
  /^(everything|anything|all|whatever|every|any|each|the (ones|lot))\b.* (that|which|who|with|neither|not|still)\b/;
const ORDERS =
  /\b(close|withdraw|bin|scrap|drop|push|move|give|hand|mark|tick|extend|reassign|transfer\w*|set|put|change|shift|update|clear|delete|remove|chuck|block|sign|verify|send|wipe|knock|back|please|should|must|can|could|needs? to|to be|from now on)\b/;

/** A question of fact, which changes nothing: “is SA-019 finished”, “did the panel agree”. */
const ASKS =
  /^(who|what|when|where|which|how|is|are|was|has|have|did|does|any)\b|\b(did|does|has|have|is|are|was|were) (the|we|they|anyone|everyone|it|our|there|that)\b|\?$/;

/** “Send that one back”, though nothing was asked about before: which one is asked. */
export const pointsToNothing = (
  { requires, mutates }: IntentGrammar,
  { message, previous }: Pick<Circumstances, 'message' | 'previous'>,
): boolean =>
  requires === 'action' && mutates === true && !previous && POINTS_BACK.test(message.text);

const COMPARES =
  /\b(compar\w+|comparison|versus|vs|v|against|than|side by side|(?:measure|stack)s? up|better|worse|difference)\b/;

const POINTS_BACK = /\b(it|its|that|this|one)\b|\bevidence\b/;

/** “add an action …”, “new action …”, “log one for …”: of what follows, nothing is asked. */
const ADDS =
  /^(\S+ ){0,4}(add|log|raise|create|record|new|note|capture|minute|put down|put in)\b( \S+){0,3} (action|task)\b(?! (log|plan|list|tracker)\b)|^(new |next )?(action|task) [-:–]|^(add|put|stick|pop) (one |something |this |it )?(to|on|onto|in|into) (the )?(\S+ ){1,4}(workplan|log|tracker|list|plan)\b|^(\S+ ){0,2}(need|want|have) an action (for|on|to)\b/;
