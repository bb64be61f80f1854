import type { Answer } from '../../contract/answer.ts';
import { type Request, toActor } from '../../contract/request.ts';
import type { Permission } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Change } from '../../domain/change-event.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Recommendation, RecommendationRefusal } from '../../domain/recommendation.ts';
import { findRecommendation, requireRecommendation } from './queries.ts';
import { mayDo, mayNot, noSuchRecommendation, notRecorded } from './refusals.ts';
import { recommendationAnswer } from './show-recommendation.ts';
import { recommendationStore } from './store.ts';

type Decide = (
  recommendation: Recommendation,
  actor: Actor,
  request: Request,
) => Outcome<Change<Recommendation>, RecommendationRefusal>;

/** Decides on a recommendation as it is stored, and shows what has become of it. */
export async function changeRecommendation(
  request: Request,
  ref: string,
  permission: Permission,
  decide: Decide,
  news = 'Recorded.',
): Promise<Answer> {
  const known = await requireRecommendation(request, ref);
  if (!mayDo(request, permission, known.recommendation)) return mayNot(permission);
  const actor = toActor(request);
  const changed = await request
    .store(recommendationStore)
    .change(ref, (each) => decide(each, actor, request));
  if (!changed.ok) return notRecorded(changed.refusal);
  const after = await findRecommendation(request, ref);
  return after ? recommendationAnswer(request, after, news) : noSuchRecommendation(ref);
}
