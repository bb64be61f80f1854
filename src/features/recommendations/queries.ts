import { UnreadableInput } from '../../contract/action.ts';
import type { Request } from '../../contract/request.ts';
import type { Actor } from '../../domain/actor.ts';
import {
  type KnownRecommendation,
  type Recommendation,
  recommendationState,
  responseDueOn,
  setThemes,
} from '../../domain/recommendation.ts';
import type { Source } from '../../domain/source.ts';
import { listSources } from '../sources/queries.ts';
import { recommendationStore } from './store.ts';

type Reading = Pick<Request, 'store' | 'directory' | 'today' | 'bankHolidays'> & {
  readonly ports: Pick<Request['ports'], 'actions'>;
};

/**
 * The recommendations of all sources that the readers of the answer may see: whoever may not see a
 * review does not see what it recommends either.
 */
export async function listRecommendations(request: Reading): Promise<KnownRecommendation[]> {
  const [stored, sources] = await Promise.all([
    request.store(recommendationStore).list(),
    listSources(request),
  ]);
  return withSources(request, stored, sources);
}

/** The recommendation with a reference, where its source may be seen. */
export async function findRecommendation(
  request: Reading,
  ref: string,
): Promise<KnownRecommendation | undefined> {
  const stored = await request.store(recommendationStore).get(ref);
  const [found] = stored ? await withSources(request, [stored], await listSources(request)) : [];
  return found;
}

/** Recommendations with their sources and actions; those of sources that are not seen are left out. */
export async function withSources(
  { directory, ports, today, bankHolidays }: Omit<Reading, 'store'>,
  stored: readonly Recommendation[],
  sources: readonly Source[],
): Promise<KnownRecommendation[]> {
  const refs = [...new Set(stored.flatMap(({ actions }) => actions))];
  const found = await Promise.all(
    refs.map((ref) => ports.actions.findCurrent(directory.partnership.id, ref)),
  );
  const byRef = new Map(found.flatMap((each) => (each ? [[each.ref, each] as const] : [])));
  return stored.flatMap((recommendation): KnownRecommendation[] => {
    const source = sources.find(({ id }) => id === recommendation.source);
    if (!source) return [];
    const actions = recommendation.actions.flatMap((ref) => byRef.get(ref) ?? []);
    const state = recommendationState(recommendation, actions);
    const dueOn =
      state === 'awaiting a response'
        ? responseDueOn(recommendation, source, bankHolidays)
        : undefined;
    const isLate = dueOn !== undefined && dueOn < today;
    return [{ recommendation, source, state, actions, isLate, ...(dueOn && { dueOn }) }];
  });
}

/** The same for a press, which names one that the presser may see; another is an old or forged card. */
export async function requireRecommendation(
  request: Request,
  ref: string,
): Promise<KnownRecommendation> {
  const known = await findRecommendation(request, ref);
  if (!known) throw new UnreadableInput('recommendations');
  return known;
}

/** Gives every recommendation that has one theme another instead; done again, it goes on where it was. */
export async function replaceTheme(
  { store }: Pick<Request, 'store'>,
  from: string,
  to: string,
  actor: Actor,
): Promise<void> {
  const all = await store(recommendationStore).list();
  for (const { ref } of all.filter(({ themes }) => themes.includes(from)))
    await store(recommendationStore).change(ref, (each) => {
      const themes = each.themes.map((theme) => (theme === from ? to : theme));
      return setThemes(each, [...new Set(themes)], actor);
    });
}
