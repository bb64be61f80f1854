import type { Thread } from '../features/feature.ts';
import type { Ranking } from './classify.ts';
import type { TitleInText } from './find-title.ts';
import type { Leaning } from './follow-up.ts';
import { type Heard, overlapsAny } from './hear.ts';
import { flagsIn } from './lacking.ts';
import { speaksOfOwn } from './people-words.ts';
import { STOP_WORDS } from './stop-words.ts';
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
  const weighed = ranking.map(({ label, share }) => ({ label, share: share * weightOf(label, circumstances) }));
  const sum = weighed.reduce((total, { share }) => total + share, 0) || 1;
  return weighed.map(({ label, share }) => ({ label, share: share / sum })).sort((a, b) => b.share - a.share);
}

function weightOf(label: string, { heard, title, understanding, thread, leaning }: Circumstances): number {
  if (label === AMBIGUOUS_LABEL)
    return leaning !== 'none' || heard.actionRefs.length > 0 || heard.reviewRefs.length > 0 ? 0.05 : 1;
  if (label === OUT_OF_SCOPE_LABEL)
    return leaning !== 'none' || heard.actionRefs.length > 0 ? 0.2 : strangeness(heard, understanding, title !== undefined);
  const { intent } = understanding.settled.get(label) ?? { intent: label };
  const spoken = understanding.spoken.get(intent);
  const has = (kind: string) => heard.mentions.some(({ meanings }) => meanings.some((meaning) => meaning.kind === kind));
  const before = leaning === 'none' ? undefined : thread?.question;
  let weight = 1;
  if (before?.args.actionRef && leaning === 'pointing' && spoken?.needs === 'action') weight *= 40;
  if (before && intent === before.intent) weight *= leaning === 'fragment' ? 400 : 8;
  if (spoken?.reads?.includes('evidence-flags') && Object.keys(flagsIn(textOf(heard))).length > 0) weight *= 4;
  if (spoken?.reads?.includes('new-action') && heard.actionRefs.length === 0 && ADDS.test(textOf(heard))) weight *= 40;
  if (spoken?.reads?.includes('new-action') && /\bactions\b/.test(textOf(heard)) && !ADDS.test(textOf(heard))) weight *= 0.05;
  if (spoken?.needs === 'action' && heard.actionRefs.length === 0 && !title && !before?.args.actionRef) weight *= 0.08;
  if (spoken?.needs === 'priority' && !has('priority') && !has('group') && !before?.filters.priority) weight *= 0.05;
  if (spoken?.needs === 'agency' && !has('agency') && !before?.filters.agency) weight *= 0.1;
  if (spoken?.needs === 'review' && heard.reviewRefs.length === 0 && !before?.filters.reviewRef) weight *= 0.3;
  if (heard.actionRefs.length > 0) weight *= spoken?.reads?.includes('action') ? 2 : 0.05;
  if (heard.reviewRefs.length > 0 && !spoken?.takes?.includes('reviewRef')) weight *= 0.1;
  return weight;
}

/** “add an action …”, “new action …”, “log one for …”: of what follows, nothing is asked. */
const ADDS =
  /^(\S+ ){0,4}(add|log|raise|create|record|new|note|capture|minute|put down|put in)\b( \S+){0,3} (action|task)\b(?! (log|plan|list|tracker)\b)|^(\S+ ){0,2}(need|want|have) an action (for|on|to)\b/;

/** How much speaks for something that is no business of the partnership: its words are ordinary, and none is one of ours. */
function strangeness(heard: Heard, { stems: known }: Understanding, titled: boolean): number {
  const { tokens, stems, mentions, reviewRefs, parts, concepts } = heard;
  if (tokens.some(({ word }) => /^(our|ours|us)$/.test(word))) return 0.3;
  if (titled || reviewRefs.length > 0) return 1;
  const named = [...mentions, ...parts, ...concepts];
  const content = tokens.flatMap(({ word }, at) =>
    /^\p{L}{3,}$/u.test(word) && !STOP_WORDS.has(word) ? [{ at, root: stems[at] ?? '' }] : [],
  );
  const strange = content.filter(
    ({ root, at }) => !known.has(root) && !overlapsAny({ start: at, end: at + 1 }, named),
  ).length;
  const ours = content.length - strange;
  if (strange > 0 && ours === 0 && !speaksOfOwn(heard)) return 30;
  return strange > 1 && ours <= 1 && mentions.length === 0 ? 8 : 1;
}

const textOf = ({ tokens }: Heard): string => tokens.map(({ word }) => word).join(' ');
