import { z } from 'zod';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { resolveAction } from '../resolve-action.ts';
import { actionReply, detailOf } from './action-reply.ts';

/** Answers what is known of one action, found by its reference or by words of its title. */
export async function showAction(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  const which = await resolveAction(asker, question, ports);
  return 'reply' in which ? which.reply : actionReply(asker, question, which.found, ports);
}

const schema = z.object({
  ref: z.string().min(1).max(60),
  shown: z.number().int().min(0).max(100_000),
});

/** *Show 8 earlier*: the same card with more of its history. */
export async function showEarlier(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const wanted = schema.safeParse(data);
  const found =
    wanted.success && (await ports.actions.find(asker.directory.partnership.id, wanted.data.ref));
  if (!found) throw new UnreadableInput('actions.history');
  return actionReply(asker, detailOf(wanted.data.ref), found, ports, undefined, wanted.data.shown);
}
