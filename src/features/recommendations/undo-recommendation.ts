import { notUndone } from '../../answers/not-undone.ts';
import { UNDONE } from '../../answers/undo-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { undoRecord } from '../../contract/undo-record.ts';
import { undoRecommendationPress } from './buttons.ts';
import { findRecommendation } from './queries.ts';
import { recommendationAnswer } from './show-recommendation.ts';
import { recommendationStore } from './store.ts';

/** *Undo*: sets back what was just recorded; one that was added by mistake is removed. */
export const undoRecommendation = action({
  ...undoRecommendationPress,
  permission: 'own',
  async handle(request: Request, { ref, change }): Promise<Answer> {
    if (!(await findRecommendation(request, ref)))
      throw new UnreadableInput(undoRecommendationPress.id);
    const undone = await undoRecord(request, recommendationStore, ref, change);
    if (!undone.ok) return notUndone(undone.refusal);
    const known = await findRecommendation(request, ref);
    return known
      ? recommendationAnswer(request, known, UNDONE)
      : { text: `Undone. ${ref} is not among the recommendations any more.`, endsForm: true };
  },
});
