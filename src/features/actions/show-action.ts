import type { Answer } from '../../contract/answer.ts';
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
