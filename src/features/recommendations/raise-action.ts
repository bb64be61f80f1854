import { z } from 'zod';
import { resolveOwner } from '../../answers/owner-fields.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type Request, toActor } from '../../contract/request.ts';
import type { KnownRecommendation } from '../../domain/recommendation.ts';
import { linkAction, recommendationOwner } from '../../domain/recommendation.ts';
import { type RaisingForm, raiseAction, raisingFields, raisingForm } from '../actions/commands.ts';
import { recommendationRef } from './buttons.ts';
import { findRecommendation, requireRecommendation } from './queries.ts';
import { mayDo, mayNot, notRecorded } from './refusals.ts';
import { recommendationAnswer } from './show-recommendation.ts';
import { recommendationStore } from './store.ts';

/** *Raise an action…*: an action like any other, whose source is that of the recommendation. */
export function proposeRaising(request: Request, known: KnownRecommendation): Promise<Answer> {
  const { agency } = recommendationOwner(known.recommendation);
  return raisingForm(request, formFor(known), { owner: { ...(agency && { agency }) } });
}

function formFor({ recommendation }: KnownRecommendation): RaisingForm {
  const { ref, text } = recommendation;
  return {
    heading: `Raise an action for ${ref}?`,
    sentence: `${text} Nothing is recorded until you confirm.`,
    action: raiseForRecommendation.id,
    data: { recommendation: ref },
  };
}

/** *Raise it*: the action, and that it serves the recommendation. */
export const raiseForRecommendation = action({
  id: 'recommendations.raise',
  permission: 'recommendations.change',
  input: z.object({ ...raisingFields, recommendation: recommendationRef }),
  async handle(request: Request, input): Promise<Answer> {
    const known = await requireRecommendation(request, input.recommendation);
    const { recommendation, source } = known;
    if (!mayDo(request, 'recommendations.change', recommendation))
      return mayNot('recommendations.change');
    if (Object.keys(resolveOwner(request.directory, input)).length === 0)
      return { text: 'Nothing was recorded: please choose who owns it.' };
    const wanted = {
      source: { kind: source.kind, name: source.name },
      ...(source.review && { review: source.review }),
    };
    const outcome = await raiseAction(request, input, wanted, formFor(known));
    if ('answer' in outcome) return outcome.answer;
    const { ref } = outcome.raised.action;
    const actor = toActor(request);
    const linked = await request
      .store(recommendationStore)
      .change(recommendation.ref, (each) =>
        each.actions.includes(ref)
          ? { ok: true, value: { record: each } }
          : linkAction(each, ref, actor),
      );
    if (!linked.ok) return notRecorded(linked.refusal);
    const after = (await findRecommendation(request, recommendation.ref)) ?? known;
    return recommendationAnswer(request, after, `Raised: ${ref} “${outcome.raised.action.title}”.`);
  },
});
