import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';

/** Teams sends a press again that is not answered in time. */
const ANSWER_WITHIN_MS = 4_000;

/**
 * The answer of work that is done in time; of other work
 * what is said meanwhile, and its own in a message later; of work that fails then, `otherwise`.
 */
export async function answerOrTell(
  { directory, person, ports }: Request,
  work: Promise<Answer>,
  { meanwhile, otherwise }: { readonly meanwhile: () => string; readonly otherwise: string },
): Promise<Answer> {
  const answer = await Promise.race([work, pause(ANSWER_WITHIN_MS, undefined, { ref: false })]);
  if (answer) return answer;
  const { id, shortName: source } = directory.partnership;
  const late = work.then((each) => ({ source, partnership: id, ...each }));
  ports.personalChats.tellLater(id, person.id, late, { text: otherwise });
  return { text: meanwhile() };
}
