import { z } from 'zod';
import type { Access, AccessBy, CardActionFor } from './action.ts';
import type { Answer } from './answer.ts';
import type { Ports } from './ports.ts';
import type { Request } from './request.ts';

/** What a button or form of a card sends. */
export interface Submission {
  /** `record.verb`, as the card's data names it. */
  readonly verb: string;
  /**
   * Looked at before anything is read; on which records, the use case decides, for it has the
   * record.
   */
  readonly access: Access | AccessBy;
  /**
   * Parses `data` itself: even our own card's data is a stranger's. Throws `UnreadableInput` when
   * it cannot.
   */
  readonly handle: (request: Request, data: unknown, ports: Ports) => Promise<Answer>;
  /**
   * What is said when something in `data` looks personal, where words alone would lose the form;
   * nothing of `data` may be kept. `text` says why, and what to write instead.
   */
  readonly refusePersonal?: (
    request: Request,
    data: unknown,
    text: string,
    ports: Ports,
  ) => Promise<Answer>;
}

/** The same action, declared as a submission whose handler parses its own data. */
export function fromSubmission({
  verb,
  access,
  handle,
  refusePersonal,
}: Submission): CardActionFor<Request, unknown> {
  return {
    id: verb,
    permission: access,
    input: z.unknown(),
    handle: (request, data) => handle(request, data, request.ports),
    ...(refusePersonal && {
      refusePersonal: (request, data, text) => refusePersonal(request, data, text, request.ports),
    }),
  };
}
