import type { z } from 'zod';
import type { Permission } from '../domain/access.ts';
import type { Answer, Button } from './answer.ts';
import { newOperation } from './operation.ts';

/**
 * What it takes: a permission of the table in `domain/access.ts`; `own` for what reaches nothing
 * but the asker's own mark, reminders and settings; `anybody` of the partnership.
 */
export type Access = Permission | 'own' | 'anybody';

/** What it takes where one button does several things: by what a field of its data says. */
export interface AccessBy {
  readonly field: string;
  readonly is: Readonly<Record<string, Access>>;
}

/** The field of a form by which its writer says `yes`: nothing in it names a child. */
export const NAMES_NO_CHILD = 'namesNoChild';

/**
 * What a button or form of a card does. The dispatcher parses, authorises and audits; the handler
 * only decides.
 */
export interface CardActionFor<Request, Input> {
  /** `risks.review`: the feature, then what is done; the card's data names it. */
  readonly id: string;
  /** Looked at before anything is read; which records it reaches, the handler decides. */
  readonly permission: Access | AccessBy;
  /** Even our own card's data is a stranger's: what does not fit is an old card, or a forged one. */
  readonly input: z.ZodType<Input>;
  handle(request: Request, input: Input): Promise<Answer>;
  /**
   * What is said when something in the input looks personal, where words alone lose the form. Of
   * `doubts`, which may be, the form asks in a field called {@link NAMES_NO_CHILD}.
   */
  refusePersonal?(
    request: Request,
    data: unknown,
    text: string,
    doubts?: readonly string[],
  ): Promise<Answer>;
  /** Fields that hold the name of an adult at work or of a published review: no doubt is asked of them. */
  readonly nameFields?: readonly string[];
}

/** What a press of an action sends: ids and choices only, for a card may be forwarded. */
interface Sending<Schema extends z.ZodType> {
  press(data: Partial<z.input<Schema>>): { readonly action: string; readonly data: object };
  /** A button that sends `data`, together with what is in the fields of its card. */
  button(title: string, data: Partial<z.input<Schema>>, look?: ButtonLook): Button;
}
type ButtonLook = Pick<Button, 'aloud' | 'isPrimary' | 'inNewMessage'>;

/** An action with the button that sends it. */
export type ActionWithButton<Request, Schema extends z.ZodType> = Sending<Schema> &
  CardActionFor<Request, z.output<Schema>>;

/**
 * Declares an action; the type of its handler's request says what it needs of one. Each button made
 * of it names its press, so that a press that Teams delivers twice has one effect.
 * @example
 * const recordClosing = action({ id: 'risks.close', permission: 'risks.review', input: z.object({
 * risk: riskId }), handle }); recordClosing.button('Close risk', { risk: 'R-004' });
 */
export const action = <Request, Schema extends z.ZodType>(
  declared: Omit<CardActionFor<Request, z.output<Schema>>, 'input'> & { readonly input: Schema },
): ActionWithButton<Request, Schema> => ({
  ...(declared as CardActionFor<Request, z.output<Schema>>),
  ...createSending<Schema>(declared.id, () => ({ operation: newOperation() })),
});

/** A press whose handler stands elsewhere: `action({ ...openClosing, permission, handle })`. */
export const declarePress = <Schema extends z.ZodType>(declared: {
  readonly id: string;
  readonly input: Schema;
}) => ({ ...declared, ...createSending<Schema>(declared.id, () => ({})) });

function createSending<Schema extends z.ZodType>(
  action: string,
  name: () => object,
): Sending<Schema> {
  const press: Sending<Schema>['press'] = (data) => ({ action, data: { ...name(), ...data } });
  return { press, button: (title, data, look = {}) => ({ title, ...look, ...press(data) }) };
}

/** The data of a press was not what its action expects: an old card, or a forged one. */
export class UnreadableInput extends Error {
  override readonly name = 'UnreadableInput';
  constructor(id: string) {
    super(`The data of ${id} could not be read`);
  }
}
