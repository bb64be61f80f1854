import {
  type Access,
  type Answer,
  type Asker,
  type Submission,
  UnreadableSubmission,
} from '../contract/feature.ts';
import type { Ports } from '../contract/ports.ts';
import { mayEver } from '../domain/access.ts';
import type { Personal } from '../domain/privacy-guard.ts';
import { notForRole, notKept, outOfDate } from './plain-words.ts';

/**
 * Answers a press. What no role of the asker's allows on any record is refused before anything is read; on which records it is
 * allowed, the use case decides. What looks personal is kept by none. Data that its verb cannot read is an old card, or a forged one.
 */
export async function answerPress(
  asker: Asker,
  submission: Submission,
  { data, personal }: { readonly data: unknown; readonly personal: Personal | undefined },
  ports: Ports,
): Promise<Answer> {
  const needed = accessOf(submission, data);
  if (needed && needed !== 'own' && needed !== 'anybody' && !mayEver(asker.person, needed))
    return notForRole(needed, asker.directory);
  try {
    if (!personal) return await submission.handle(asker, data, ports);
    const text = notKept(personal);
    const form = await submission.refusePersonal?.(asker, data, text, ports);
    return { ...(form ?? { text }), refused: 'privacy' };
  } catch (error) {
    if (error instanceof UnreadableSubmission) return outOfDate();
    throw error;
  }
}

/** What a press takes; `undefined` when its data does not say what it is to do, and the use case tells. */
function accessOf({ access }: Submission, data: unknown): Access | undefined {
  if (typeof access === 'string') return access;
  const said: unknown = (data as Readonly<Record<string, unknown>> | null | undefined)?.[
    access.field
  ];
  return typeof said === 'string' && Object.hasOwn(access.is, said) ? access.is[said] : undefined;
}
