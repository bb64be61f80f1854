import { z } from 'zod';
import type { Permission } from '../domain/access.ts';
import type { Answer, Button } from './answer.ts';
import { newOperation } from './operation.ts';
import type { Ports } from './ports.ts';
import type { Request } from './request.ts';

/**
 * What it takes: a permission of the table in `domain/access.ts`; `own` for what reaches nothing but the asker's own
 * mark, reminders and settings; `anybody` of the partnership.
 */
export type Access = Permission | 'own' | 'anybody';

/** What it takes where one button does several things: by what a field of its data says. */
export interface AccessBy {
  readonly field: string;
  readonly is: Readonly<Record<string, Access>>;
}

/** What a button or form of a card does. The dispatcher parses, authorises and audits; the handler only decides. */
export interface CardAction<Input = unknown> {
  /** `risks.review`: the feature, then what is done; the card's data names it. */
  readonly id: string;
  /** Looked at before anything is read; on which records, the handler decides, for it has the record. */
  readonly permission: Access | AccessBy;
  /** Even our own card's data is a stranger's. What does not fit is an old card, or a forged one. */
  readonly input: z.ZodType<Input>;
  handle(request: Request, input: Input): Promise<Answer>;
  /** What is said when something in the input looks personal, where words alone would lose the form. */
  refusePersonal?(request: Request, data: unknown, text: string): Promise<Answer>;
}

type ButtonLook = Pick<Button, 'aloud' | 'isPrimary' | 'inNewMessage'>;

/** An action with the button that sends it. */
export type ActionWithButton<Schema extends z.ZodType> = CardAction<z.output<Schema>> & {
  /** What a press of it sends; ids and choices only, for a card may be forwarded. */
  press(data: Partial<z.input<Schema>>): { readonly action: string; readonly data: object };
  /** A button that sends `data`, together with what is in the fields of its card. */
  button(title: string, data: Partial<z.input<Schema>>, look?: ButtonLook): Button;
};

/**
 * Declares an action. Each button made of it names its press, so that a press that Teams delivers twice has one effect.
 * @example
 * const closeRisk = action({ id: 'risks.close', permission: 'risks.keep', input: z.object({ risk: riskId }), handle });
 * closeRisk.button('Close…', { risk: 'R-004' });
 */
export function action<Schema extends z.ZodType>(
  declared: Omit<CardAction<z.output<Schema>>, 'input'> & { readonly input: Schema },
): ActionWithButton<Schema> {
  const press: ActionWithButton<Schema>['press'] = (data) => ({
    action: declared.id,
    data: { operation: newOperation(), ...data },
  });
  return {
    ...(declared as CardAction<z.output<Schema>>),
    press,
    button: (title, data, look = {}) => ({ title, ...look, ...press(data) }),
  };
}

/** The data of a press was not what its action expects: an old card, or a forged one. */
export class UnreadableInput extends Error {
  override readonly name = 'UnreadableInput';
  constructor(id: string) {
    super(`The data of ${id} could not be read`);
  }
}

/** What a button or form of a card sends. */
export interface Submission {
  /** `record.verb`, as the card's data names it. */
  readonly verb: string;
  /** Looked at before anything is read; on which records, the use case decides, for it has the record. */
  readonly access: Access | AccessBy;
  /** Parses `data` itself: even our own card's data is a stranger's. Throws `UnreadableInput` when it cannot. */
  readonly handle: (request: Request, data: unknown, ports: Ports) => Promise<Answer>;
  /**
   * What is said when something in `data` looks personal, where words alone would lose the form; nothing of `data` may be kept.
   * `text` says why, and what to write instead.
   */
  readonly refusePersonal?: (
    request: Request,
    data: unknown,
    text: string,
    ports: Ports,
  ) => Promise<Answer>;
}

/** The same action, declared as a submission whose handler parses its own data. */
export function fromSubmission({ verb, access, handle, refusePersonal }: Submission): CardAction {
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
