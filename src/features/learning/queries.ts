import { formatNames } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import type { LearningItem, LearningReply } from '../../domain/learning.ts';
import { toReferenceKey } from '../../domain/reference-key.ts';
import type { Source } from '../../domain/source.ts';
import { hasWords } from '../../domain/title-similarity.ts';
import { listSources } from '../sources/queries.ts';
import { toLearningRow } from './describe-learning.ts';
import { learningReplyStore, learningStore } from './store.ts';

/** An item with what it comes from and what each agency said. */
export interface KnownItem {
  readonly item: LearningItem;
  readonly source?: Source | undefined;
  readonly replies: readonly LearningReply[];
}

/**
 * The briefings and events that the readers may see, the latest first: of one whose source is a
 * review that they may not see there is nothing.
 */
export async function listLearning(
  request: Pick<Request, 'store' | 'directory'>,
): Promise<KnownItem[]> {
  const { store } = request;
  const [items, replies, sources] = await Promise.all([
    store(learningStore).list(),
    store(learningReplyStore).list(),
    listSources(request),
  ]);
  const byItem = Map.groupBy(replies, ({ item }) => item);
  return items
    .map((item) => ({
      item,
      source: sources.find(({ id }) => id === item.source),
      replies: byItem.get(item.id) ?? [],
    }))
    .filter(({ item, source }) => item.source === undefined || source !== undefined)
    .sort((a, b) => b.item.on.localeCompare(a.item.on));
}

const LATEST = /^(?:(?:the|our|my) )?(?:last|latest|newest|most recent)$/i;

/**
 * The one item that words name by its reference or by its title; or what to say where they name
 * none or several. Never another than the one that was named.
 */
export async function findLearning(
  request: Request,
  words: unknown,
): Promise<{ readonly known: KnownItem } | { readonly answer: Answer }> {
  if (!isPermitted(request.person, 'learning.read'))
    return {
      answer: { text: 'Briefings are read by those who take part.', refused: 'access' },
    };
  const all = await listLearning(request);
  if (all.length === 0) return { answer: { text: 'No briefing or learning event is recorded.' } };
  const named = typeof words === 'string' ? words.trim() : '';
  const [latest, ...rest] = all;
  if (latest && ((!named && rest.length === 0) || LATEST.test(named))) return { known: latest };
  const byRef = all.filter(({ item }) => toReferenceKey(item.id) === toReferenceKey(named));
  const found =
    byRef.length > 0
      ? byRef
      : all.filter(({ item, source }) => hasWords(`${item.title} ${source?.name ?? ''}`, named));
  const [only, ...others] = found;
  if (only && others.length === 0) return { known: only };
  const text = only
    ? `Which do you mean: ${formatNames(found.map(({ item }) => item.title))}?`
    : named
      ? `I know no briefing or learning event called “${named}”.`
      : 'Which briefing or learning event do you mean?';
  const shown = (only ? found : all).slice(0, MAX_CHOICES);
  const rows = shown.map(({ item, replies }) => toLearningRow(item, replies, request));
  return { answer: { text, heading: 'Briefings and events', sections: [{ rows }] } };
}

const MAX_CHOICES = 8;
