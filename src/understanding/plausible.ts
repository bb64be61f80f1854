import type { Thread } from '../contract/feature.ts';
import type { IntentGrammar } from '../contract/intent-grammar.ts';
import type { Question } from '../contract/question.ts';
import { THE_ONE } from './action-by-title.ts';
import type { Ranking } from './classify.ts';
import type { TitleInText } from './find-title.ts';
import type { Leaning } from './follow-up.ts';
import type { Heard } from './heard.ts';
import { flagsIn } from './lacking.ts';
import { speaksOfOwn } from './people-words.ts';
import { strangeWords } from './strange-words.ts';
import { AMBIGUOUS_LABEL, OUT_OF_SCOPE_LABEL, type Understanding } from './understanding.ts';

interface Circumstances {
  readonly heard: Heard;
  readonly title: TitleInText | undefined;
  readonly understanding: Understanding;
  readonly thread: Thread | undefined;
  readonly leaning: Leaning;
}

/** The classifier's ranking, weighed by what each reading would need: an action to show, an agency to count, something said before. */
export function plausible(ranking: Ranking, circumstances: Circumstances): Ranking {
  const weighed = ranking.map(({ label, share }) => ({
    label,
    share: share * weightOf(label, circumstances) + (goesOn(label, circumstances) ? GOES_ON : 0),
  }));
  const sum = weighed.reduce((total, { share }) => total + share, 0) || 1;
  return weighed
    .map(({ label, share }) => ({ label, share: share / sum }))
    .sort((a, b) => b.share - a.share);
}

/** What a bare name adds to the question that was asked before: more than all other readings together. */
const GOES_ON = 3;

/** “and slpr”, “2020-21”: nothing but names and parts, of which the question before takes one, ask that question again. */
function goesOn(label: string, { heard, understanding, thread, leaning }: Circumstances): boolean {
  const before = thread?.question;
  const settled = understanding.settled.get(label);
  if (leaning !== 'names' || !before || settled?.intent !== before.intent) return false;
  if (settled.args.mode !== before.args.mode) return false;
  const spoken = understanding.spoken.get(settled.intent);
  const takes = new Set<string>(spoken?.filters ?? []);
  const named = [...heard.mentions, ...heard.faint].flatMap(({ meanings }) =>
    meanings.map(({ kind }) => kind),
  );
  const parts = heard.parts.map(({ filter }) => filter);
  const ordered = spoken?.slots?.some((name) => name === 'order' || name === 'grouping') === true;
  return (
    (ordered && DIVIDES.test(textOf(heard))) ||
    [...named, ...parts].some((part) => takes.has(part)) ||
    (heard.years.length > 0 && takes.has('year')) ||
    (heard.reviewRefs.length > 0 && takes.has('reviewRef')) ||
    (heard.actionRefs.length > 0 && spoken?.slots?.includes('action') === true)
  );
}

/** “worst first”, “by agency” */
const DIVIDES = /\b(worst|best|lowest|highest|least|most|by|per|each|split)\b/;

function weightOf(
  label: string,
  { heard, title, understanding, thread, leaning }: Circumstances,
): number {
  const leans = leaning !== 'none';
  const refs = heard.actionRefs.length + heard.reviewRefs.length > 0;
  if (label === AMBIGUOUS_LABEL)
    return leans || refs ? 0.05 : thread && heard.mentions.length === 0 ? 0.3 : 1;
  if (label === OUT_OF_SCOPE_LABEL)
    return leans || heard.actionRefs.length > 0
      ? 0.2
      : strangeness(heard, understanding, title !== undefined);
  const { intent } = understanding.settled.get(label) ?? { intent: label };
  const spoken = understanding.spoken.get(intent) ?? { utterances: [] };
  const text = textOf(heard);
  const before = leans ? thread?.question : undefined;
  let weight = 1;
  if (before && intent === before.intent) weight *= leaning === 'fragment' ? 400 : 8;
  if (before?.args.actionRef && leaning === 'pointing' && spoken.requires === 'action')
    weight *= 40;
  if (spoken.slots?.includes('evidence-flags') && Object.keys(flagsIn(text)).length > 0)
    weight *= 4;
  if (spoken.slots?.includes('new-action')) weight *= adding(text, heard);
  if (
    spoken.mutates &&
    ASKS.test(text) &&
    (spoken.requires === 'action' || recordsAnAnswer(spoken))
  )
    weight *= 0.1;
  if (title && spoken.requires === 'action' && THE_ONE.test(text)) weight *= NAMED_ACTION;
  if (spoken.slots?.includes('status-change') && !CHANGES.test(text)) weight *= 0.05;
  if (spoken.slots?.includes('deputy') && SENDS.test(text)) weight *= 4;
  if (lacksWhatItNeeds(spoken, heard, title, thread?.question))
    weight *= WITHOUT[spoken.requires ?? 'review'];
  if (heard.actionRefs.length > 0) weight *= spoken.slots?.includes('action') ? 2 : 0.05;
  if (heard.reviewRefs.length > 0 && !spoken.filters?.includes('reviewRef')) weight *= 0.03;
  return weight;
}

/** “the panel agreed” records what “did the panel agree” asks. */
const recordsAnAnswer = ({ variants }: IntentGrammar): boolean =>
  variants?.some(({ args }) => args.response !== undefined) === true;

/** “the macfa action” is an action, whatever else goes by that word. */
const NAMED_ACTION = 20;

/** How much a reading is worth without what it needs. */
const WITHOUT = { action: 0.08, priority: 0.05, agency: 0.1, review: 0.1 };

/** Neither the message nor what was spoken of before has what the reading needs. */
function lacksWhatItNeeds(
  { requires, mutates }: IntentGrammar,
  heard: Heard,
  title: TitleInText | undefined,
  before: Question | undefined,
): boolean {
  const named = (...kinds: string[]) =>
    heard.mentions.some(({ meanings }) => meanings.some(({ kind }) => kinds.includes(kind)));
  switch (requires) {
    case 'action':
      return (
        heard.actionRefs.length === 0 &&
        !title &&
        !(before?.args.actionRef && (!mutates || POINTS.test(textOf(heard))))
      );
    case 'priority':
      return !named('priority', 'group') && !before?.filters.priority;
    case 'agency':
      return !named('agency') && !before?.filters.agency && !OWN_AGENCY.test(textOf(heard));
    case 'review':
      return heard.reviewRefs.length === 0 && !before?.filters.reviewRef;
    default:
      return false;
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

/** The asker's own agency is meant: “my attendance”. */
const OWN_AGENCY = /\bmy\b/;
const POINTS = /\b(it|its|that|this|one)\b|\bevidence\b/;

function adding(text: string, { actionRefs }: Heard): number {
  if (ADDS.test(text)) return actionRefs.length === 0 ? 40 : 1;
  return /\bactions\b/.test(text) ? 0.05 : 1;
}

/** “add an action …”, “new action …”, “log one for …”: of what follows, nothing is asked. */
const ADDS =
  /^(\S+ ){0,4}(add|log|raise|create|record|new|note|capture|minute|put down|put in)\b( \S+){0,3} (action|task)\b(?! (log|plan|list|tracker)\b)|^(new |next )?(action|task) [-:–]|^(add|put|stick|pop) (one |something |this |it )?(to|on|onto|in|into) (the )?(\S+ ){1,4}(workplan|log|tracker|list|plan)\b|^(\S+ ){0,2}(need|want|have) an action (for|on|to)\b/;

/** Of a message none of whose words is known, nothing is believed that the words in between seem to ask. */
const ONLY_STRANGE = 3000;

/** How much speaks for something that is no business of the partnership: its words are ordinary, and none is one of ours. */
function strangeness(heard: Heard, understanding: Understanding, titled: boolean): number {
  if (heard.tokens.some(({ word }) => /^(our|ours|us)$/.test(word))) return 0.3;
  if (titled || heard.reviewRefs.length > 0) return 1;
  const { strange, ours } = strangeWords(heard, understanding);
  if (strange.length > 0 && ours === 0 && !speaksOfOwn(heard))
    return strange.length > 1 ? ONLY_STRANGE : 30;
  return strange.length > 1 && ours <= 1 && heard.mentions.length === 0 ? 8 : 1;
}

const textOf = ({ tokens }: Heard): string => tokens.map(({ word }) => word).join(' ');
