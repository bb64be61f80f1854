import { aboutAction } from '../../answers/questions.ts';
import type { Answer } from '../../contract/answer.ts';
import type { RecordHistory } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { actionAnswer } from './action-answer.ts';
import { resolveAction } from './queries.ts';

/** Answers what is known of one action, found by its reference or by words of its title. */
export async function showAction(request: Request, question: Question): Promise<Answer> {
  const which = await resolveAction(request, question);
  return 'answer' in which
    ? which.answer
    : actionAnswer(request, which.found, { field: question.args.field });
}

/** What became of an action, for those who ask who changed it. */
export async function actionHistory(
  { directory, ports }: Request,
  wanted: string,
): Promise<RecordHistory | undefined> {
  const stored = await ports.actions.find(directory.partnership.id, wanted);
  if (!stored) return undefined;
  const { ref, owner } = stored.action;
  return { ref, owner, events: stored.history, record: { title: ref, ...aboutAction(ref) } };
}
