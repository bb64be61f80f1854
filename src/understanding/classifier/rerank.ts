import type { IntentGrammar, SlotName } from '../../contract/intent-grammar.ts';
import type { Question } from '../../contract/question.ts';
import type { FollowUpKind } from '../dialogue/follow-up.ts';
import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import type { TitleMatch } from '../entities/find-title.ts';
import { parsePresenceFilters } from '../slots/presence-filters.ts';
import { refersToSelf } from '../text/self-reference.ts';
import { AMBIGUOUS_LABEL, type IntentModel, OUT_OF_SCOPE_LABEL } from './intent-model.ts';
import type { Ranking } from './linear-model.ts';
import { sortWords } from './out-of-scope.ts';

interface Circumstances {
  readonly message: AnnotatedMessage;
  readonly title: TitleMatch | undefined;
  readonly model: IntentModel;
  readonly previous: Question | undefined;
  readonly followUp: FollowUpKind;
}

/** The classifier's ranking, weighed by what each reading would need: an action to show, an agency to count, something said before. */
export function rerank(ranking: Ranking, circumstances: Circumstances): Ranking {
  const weighed = ranking.map(({ label, share }) => ({
    label,
    share:
      share * weightOf(label, circumstances) +
      (repeatsPrevious(label, circumstances) ? REPEAT_BONUS : 0),
  }));
  const sum = weighed.reduce((total, { share }) => total + share, 0) || 1;
  return weighed
    .map(({ label, share }) => ({ label, share: share / sum }))
    .sort((a, b) => b.share - a.share);
}

/** What a bare name adds to the question that was asked before: more than all other readings together. */
const REPEAT_BONUS = 3;

/** “and slpr”, “2020-21”: nothing but names and filter values, of which the question before has one, ask that question again. */
function repeatsPrevious(
  label: string,
  { message, model, previous, followUp }: Circumstances,
): boolean {
  const meaning = model.labels.get(label);
  if (followUp !== 'names' || !meaning || meaning.intent !== previous?.intent) return false;
  if (meaning.args.mode !== previous.args.mode) return false;
  const { filters = [], slots = [] } = meaning.grammar;
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
    (slots.some((slot) => slot === 'order' || slot === 'grouping') && DIVIDES.test(message.text))
  );
}

/** “worst first”, “by agency” */
const DIVIDES = /\b(worst|best|lowest|highest|least|most|by|per|each|split)\b/;

function weightOf(label: string, circumstances: Circumstances): number {
  const { message, title, previous, followUp } = circumstances;
  const { actionRefs, reviewRefs, text } = message;
  const isFollowUp = followUp !== 'none';
  if (label === AMBIGUOUS_LABEL) {
    const isClear = isFollowUp || [...actionRefs, ...reviewRefs].length > 0;
    return isClear ? 0.05 : previous && message.entities.length === 0 ? 0.3 : 1;
  }
  if (label === OUT_OF_SCOPE_LABEL)
    return isFollowUp || actionRefs.length > 0 ? 0.2 : outOfScopeWeight(circumstances);

  const { intent, grammar } = circumstances.model.labels.get(label) ?? { intent: label };
  const { slots = [], filters = [], requires, mutates } = grammar ?? {};
  const has = (slot: SlotName) => slots.includes(slot);
  const isOfAction = requires === 'action';
  let weight = 1;
  if (isFollowUp && intent === previous?.intent) weight *= followUp === 'fragment' ? 400 : 8;
  if (previous?.args.actionRef && followUp === 'pointing' && isOfAction) weight *= 40;
  if (has('evidence-flags') && Object.keys(parsePresenceFilters(text)).length > 0) weight *= 4;
  if (has('new-action')) weight *= additionWeight(message);
  if (mutates && ASKS.test(text) && (isOfAction || recordsAnAnswer(grammar))) weight *= 0.1;
  if (title && isOfAction && DEFINITE_ACTION.test(text)) weight *= 20;
  if (has('status-change') && !CHANGES.test(text)) weight *= 0.05;
  if (has('deputy') && SENDS.test(text)) weight *= 4;
  if (requires && isMissing(requires, mutates === true, circumstances))
    weight *= WEIGHT_WITHOUT[requires];
  if (actionRefs.length > 0) weight *= has('action') ? 2 : 0.05;
  if (reviewRefs.length > 0 && !filters.includes('reviewRef')) weight *= 0.03;
  return weight;
}

/** “the supervision one”, “the macfa action”: an action, whatever else goes by that word. */
export const DEFINITE_ACTION = /\bthe (\w+ ){1,4}(one|action)\b/;

/** “the panel agreed” records what “did the panel agree” asks. */
const recordsAnAnswer = (grammar: IntentGrammar | undefined): boolean =>
  grammar?.variants?.some(({ args }) => args.response !== undefined) === true;

/** How much a reading is worth without what it requires. */
const WEIGHT_WITHOUT = { action: 0.08, priority: 0.05, agency: 0.1, review: 0.1 };

/** Neither the message nor what was asked before has what the reading requires. */
function isMissing(
  required: keyof typeof WEIGHT_WITHOUT,
  mutates: boolean,
  { message, title, previous }: Circumstances,
): boolean {
  const { text, actionRefs, reviewRefs, entities } = message;
  const named = (...kinds: string[]) =>
    entities.some(({ senses }) => senses.some(({ kind }) => kinds.includes(kind)));
  switch (required) {
    case 'action': {
      const isOfPrevious = previous?.args.actionRef && (!mutates || POINTS_BACK.test(text));
      return actionRefs.length === 0 && !title && !isOfPrevious;
    }
    case 'priority':
      return !named('priority', 'group') && !previous?.filters.priority;
    case 'agency':
      // “my attendance” is that of the asker's own agency.
      return !named('agency') && !previous?.filters.agency && !/\bmy\b/.test(text);
    case 'review':
      return reviewRefs.length === 0 && !previous?.filters.reviewRef;
  }
}

/** A question of fact, which changes nothing: “is SA-019 finished”, “did the panel agree”. */
const ASKS =
  /^(who|what|when|where|which|how|is|are|was|has|have|did|does|any)\b|\b(did|does|has|have|is|are|was|were) (the|we|they|anyone|everyone|it|our|there|that)\b|\?$/;

/** Who sends somebody says more than that they cannot come. */
const SENDS = /\b(sending|deputy|deputising|instead of me|in my place)\b/;

/** Words by which a status or a date is changed. A title alone changes nothing. */
const CHANGES =
  /\b(set|mark|change|move|moved|update|put|push|pushed|extend|extended|extension|start|started|starting|begun|began|stuck|block|blocked|hold|held|progress|delay|delayed|till|until|time|going|ongoing|reopen|reopened|withdraw|withdrawn|drop|park|parked|pause|paused|under way|underway|stalled|waiting|slip|slipping|revise|revised|new|another|back|bump|defer|shift|restart|cancel|half|nearly|track|kicked|met|slipped|late|longer|can not|will not|more|flag|record|hit|done)\b/;

const POINTS_BACK = /\b(it|its|that|this|one)\b|\bevidence\b/;

/** “add an action …”, “new action …”, “log one for …”: of what follows, nothing is asked. */
const ADDS =
  /^(\S+ ){0,4}(add|log|raise|create|record|new|note|capture|minute|put down|put in)\b( \S+){0,3} (action|task)\b(?! (log|plan|list|tracker)\b)|^(new |next )?(action|task) [-:–]|^(add|put|stick|pop) (one |something |this |it )?(to|on|onto|in|into) (the )?(\S+ ){1,4}(workplan|log|tracker|list|plan)\b|^(\S+ ){0,2}(need|want|have) an action (for|on|to)\b/;

function additionWeight({ text, actionRefs }: AnnotatedMessage): number {
  if (ADDS.test(text)) return actionRefs.length === 0 ? 40 : 1;
  return /\bactions\b/.test(text) ? 0.05 : 1;
}

/** Of a message none of whose words is known, nothing is believed that the words in between seem to ask. */
const WEIGHT_OF_UNKNOWN = 3000;

/** How much speaks for something that is no business of the partnership: its words are ordinary, and none is one of ours. */
function outOfScopeWeight({ message, model, title }: Circumstances): number {
  if (/\b(our|ours|us)\b/.test(message.text)) return 0.3;
  if (title || message.reviewRefs.length > 0) return 1;
  const { unknown, known } = sortWords(message, model.knownStems);
  if (unknown.length > 0 && known.length === 0 && !refersToSelf(message.text))
    return unknown.length > 1 ? WEIGHT_OF_UNKNOWN : 30;
  return unknown.length > 1 && known.length <= 1 && message.entities.length === 0 ? 8 : 1;
}
