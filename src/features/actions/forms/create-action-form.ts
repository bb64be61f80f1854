import { z } from 'zod';
import { formatOwner } from '../../../answers/action-words.ts';
import type { ConfirmView } from '../../../answers/confirm-view.ts';
import { confirmation, readForm, toActor } from '../../../answers/form.ts';
import { type Answer, type Asker, UnreadableInput } from '../../../contract/feature.ts';
import { newOperation, operationSchema } from '../../../contract/operation.ts';
import type { Ports, StoredAction } from '../../../contract/ports.ts';
import type { Submission } from '../../../contract/submission.ts';
import type { Permission } from '../../../domain/access.ts';
import type { Action } from '../../../domain/action.ts';
import type { ChangedAction, OpenStatus } from '../../../domain/action-commands.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { Day } from '../../../domain/dates.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import { actionReply, changedMeanwhile, detailOf } from '../action-reply.ts';
import { type ChangeRefusal, notChanged, WHY_NOT } from '../refusals.ts';

/** What can be asked of an action by a button, under the names that cards know. */
export const FORMS = [
  'update',
  'done',
  'more-time',
  'block',
  'reassign',
  'withdraw',
  'verify',
  'send-back',
  'reopen',
] as const;
export type FormName = (typeof FORMS)[number];

/** What a message has said already, with which the fields begin. */
export interface Begun {
  readonly status?: OpenStatus;
  readonly due?: Day;
  readonly reason?: string;
  readonly evidence?: string;
  readonly agency?: string;
  readonly group?: string;
  readonly person?: string;
}

type Drawn = Pick<ConfirmView, 'headline' | 'fields' | 'confirm'> &
  Partial<Pick<ConfirmView, 'quote' | 'instead'>> & { readonly sentence?: string };

/** One change of an action: the form by which it is asked for, who may, and what comes of it. */
export interface ActionFormParts<Schema extends z.ZodObject> {
  readonly name: FormName;
  /** The submission that *Confirm* sends. */
  readonly verb: string;
  readonly access: Permission;
  readonly schema: Schema;
  /** Why the asker may not, in words; asked again when the form comes back. */
  readonly refuse: (asker: Asker, stored: StoredAction) => Answer | undefined;
  /** Why nothing can come of it as the action stands, such as more time for what is closed. */
  readonly standsAgainst: (action: Action) => ChangeRefusal | undefined;
  readonly draw: (stored: StoredAction, begun: Begun, asker: Asker) => Drawn;
  readonly decide: (
    stored: StoredAction,
    filled: z.output<Schema>,
    actor: Actor,
    asker: Asker,
  ) => Outcome<ChangedAction, ChangeRefusal>;
}

export interface ActionForm {
  readonly name: FormName;
  readonly access: Permission;
  readonly refuse: (asker: Asker, stored: StoredAction) => Answer | undefined;
  /** The form as a card; or the action as it stands, with what stands against it. */
  readonly open: (asker: Asker, stored: StoredAction, begun: Begun, ports: Ports) => Answer;
  readonly submission: Submission;
}

const target = z.object({
  ref: z.string().min(1).max(60),
  version: z.number().int(),
  operation: operationSchema,
});

/**
 * A form that changes one action. Its confirmation is read, decided on the action as the form showed
 * it, and saved under that version; pressed again it shows what the first press did.
 */
export function createActionForm<Schema extends z.ZodObject>(
  parts: ActionFormParts<Schema>,
): ActionForm {
  const { name, verb, access, schema, refuse, standsAgainst, draw, decide } = parts;

  function open(asker: Asker, stored: StoredAction, begun: Begun, ports: Ports): Answer {
    const { ref, title } = stored.action;
    const against = standsAgainst(stored.action);
    if (against) return actionReply(asker, detailOf(ref), stored, ports, WHY_NOT[against]);
    const owner = formatOwner(stored.action, asker.directory) ?? 'no owner recorded';
    const data = { ref, version: stored.version, operation: newOperation() };
    const { sentence, ...drawn } = draw(stored, begun, asker);
    const about = [title, owner].join(' · ');
    return {
      ...confirmation(asker, ports, {
        ...drawn,
        sentence: sentence ? `${about}. ${sentence}` : about,
        verb,
        data,
      }),
      thread: { question: detailOf(ref) },
    };
  }

  async function confirm(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
    const { ref, version, operation } = readForm(verb, target, data);
    const filled = readForm(verb, schema, data);
    const { id } = asker.directory.partnership;
    const stored = await ports.actions.find(id, ref);
    if (!stored) throw new UnreadableInput(verb);
    if (madeBy(operation, stored))
      return actionReply(asker, detailOf(ref), stored, ports, 'Recorded.');
    const refused = refuse(asker, stored);
    if (refused) return refused;
    if (stored.version !== version) return changedMeanwhile(asker, stored, ports);
    const decided = decide(stored, filled, toActor(asker, ports), asker);
    if (!decided.ok) return notChanged(decided.refusal);
    const { record: action, event: change } = decided.value;
    const outcome = await ports.actions.record(
      id,
      { record: action, event: { ...change, operation } },
      version,
    );
    const now = (await ports.actions.find(id, ref)) ?? stored;
    return outcome === 'saved' || madeBy(operation, now)
      ? actionReply(asker, detailOf(ref), now, ports, 'Recorded.')
      : changedMeanwhile(asker, now, ports);
  }

  return { name, refuse, open, access, submission: { verb, access, handle: confirm } };
}

/** Whether a press made one of the changes that an action has seen. */
export function madeBy(operation: string, { history }: Pick<StoredAction, 'history'>): boolean {
  return history.some((change) => change.operation === operation);
}
