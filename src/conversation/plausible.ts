import type { Thread } from '../features/feature.ts';
import type { Ranking } from './classify.ts';
import type { TitleInText } from './find-title.ts';
import type { Leaning } from './follow-up.ts';
import type { Heard } from './hear.ts';
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
  if (label === AMBIGUOUS_LABEL) return leaning !== 'none' || heard.actionRefs.length > 0 || heard.reviewRefs.length > 0 ? 0.05 : 1;
  if (label === OUT_OF_SCOPE_LABEL) return leaning !== 'none' || heard.actionRefs.length > 0 ? 0.2 : 1;
  const { intent } = understanding.settled.get(label) ?? { intent: label };
  const spoken = understanding.spoken.get(intent);
  const has = (kind: string) => heard.mentions.some(({ meanings }) => meanings.some((meaning) => meaning.kind === kind));
  const before = leaning === 'none' ? undefined : thread?.question;
  let weight = 1;
  if (before && intent === before.intent) weight *= leaning === 'fragment' ? 400 : 8;
  if (spoken?.needs === 'action' && heard.actionRefs.length === 0 && !title && !before?.args.actionRef) weight *= 0.08;
  if (spoken?.needs === 'priority' && !has('priority') && !has('group') && !before?.filters.priority) weight *= 0.05;
  if (spoken?.needs === 'agency' && !has('agency') && !before?.filters.agency) weight *= 0.1;
  if (spoken?.needs === 'review' && heard.reviewRefs.length === 0 && !before?.filters.reviewRef) weight *= 0.3;
  if (heard.actionRefs.length > 0) weight *= spoken?.reads?.includes('action') ? 2 : 0.05;
  if (heard.reviewRefs.length > 0 && !spoken?.takes?.includes('reviewRef')) weight *= 0.1;
  return weight;
}
