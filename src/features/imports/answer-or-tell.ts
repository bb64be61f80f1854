import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';

/** Teams sends a press again that is not answered in time. */
const ANSWER_WITHIN_MS = 4_000;

/**
 * Answers with the outcome of work that is done in time. Of slower work it says what goes on
 * meanwhile, and sends the outcome in a message later, or `otherwise` where it fails.
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
