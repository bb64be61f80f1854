import { z } from 'zod';
import { formatOwner } from '../../../answers/action-words.ts';
import { pleaseCheck } from '../../../answers/form.ts';
import { action, UnreadableInput } from '../../../contract/action.ts';
import type { Answer, Button, Field, Section } from '../../../contract/answer.ts';
import type { CardAction } from '../../../contract/feature.ts';
import { newOperation } from '../../../contract/operation.ts';
import type { StoredAction } from '../../../contract/ports.ts';
import { type Request, toActor } from '../../../contract/request.ts';
import { requireOperation } from '../../../contract/require-operation.ts';
import type { Permission } from '../../../domain/access.ts';
import type { Action } from '../../../domain/action.ts';
import type { ChangedAction, OpenStatus } from '../../../domain/action-commands.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { Day } from '../../../domain/dates.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import { aboutThread, actionAnswer, answerConflict, recordedAnswer } from '../action-answer.ts';
import type { FormName } from '../buttons.ts';
import { ACTION_REFUSAL_TEXTS, type ChangeRefusal, refuseActionChange } from '../refusals.ts';

/** What a message has said already, with which the fields begin. */
export interface FormStart {
  readonly status?: OpenStatus;
  readonly due?: Day;
  /** A day was named that does not exist: the due day as it stands does not take its place. */
  readonly isDueUnknown?: boolean;
  readonly reason?: string;
  readonly evidence?: string;
  readonly agency?: string;
  readonly group?: string;
  readonly person?: string;
}

/** How a form reads: what it asks, its fields, and what is to be read before. */
interface FormText {
  readonly heading: string;
  readonly sentence?: string | undefined;
  readonly fields: readonly Field[];
  readonly confirm: string;
  readonly quote?: Section | undefined;
  readonly instead?: Button;
}

/** One change of an action: the form by which it is asked for, who may, and what comes of it. */
export interface ActionFormParts<Schema extends z.ZodObject, Loaded> {
  readonly name: FormName;
  /** The action that *Confirm* sends. */
  readonly id: string;
  readonly permission: Permission;
  readonly input: Schema;
  /** Why the asker may not, in words; asked again when the form comes back. */
  readonly refuse: (request: Request, stored: StoredAction) => Answer | undefined;
  /** What the decision depends on besides the action; read when the form comes back. */
  readonly load?: (request: Request, stored: StoredAction) => Promise<Loaded>;
  /** Why nothing can come of it as the action stands, such as more time for what is closed. */
  readonly standsAgainst: (action: Action) => ChangeRefusal | undefined;
  readonly describe: (stored: StoredAction, begun: FormStart, request: Request) => FormText;
  readonly decide: (
    stored: StoredAction,
    filled: z.output<Schema>,
    actor: Actor,
    request: Request,
    loaded: Loaded | undefined,
  ) => Outcome<ChangedAction, ChangeRefusal>;
  /** What is doubted of what was filled in; it is recorded all the same where the writer says so. */
  readonly doubt?: (filled: z.output<Schema>) => string | undefined;
  /** What is offered on the card that says it was recorded, beside *Undo*. */
  readonly next?: (request: Request, recorded: StoredAction) => Promise<NextStep | undefined>;
}

/** What is likeliest done after a change, and how much of it there is: `18 left to verify`. */
interface NextStep {
  readonly button?: Button;
  readonly note: string;
}

export interface ActionForm {
  readonly name: FormName;
  readonly permission: Permission;
  readonly refuse: (request: Request, stored: StoredAction) => Answer | undefined;
  /** The form as a card; or the action as it stands, with what stands against it. */
  readonly open: (request: Request, stored: StoredAction, begun: FormStart) => Answer;
  readonly confirm: CardAction;
}

const target = z.object({
  ref: z.string().min(1).max(60),
  version: z.number().int(),
  /** Their writer has seen what is doubted. */
  allTheSame: z.literal(true).optional(),
});

/**
 * A form that changes one action. It is decided on the action as the form showed it, and saved under that version; pressed
 * again it shows what the first press did.
 */
export function createActionForm<Schema extends z.ZodObject, Loaded = undefined>(
  parts: ActionFormParts<Schema, Loaded>,
): ActionForm {
  const { name, id, permission, input, refuse, standsAgainst, describe, decide, next } = parts;

  const confirm = action({
    id,
    permission,
    input: target.and(input),
    async handle(request: Request, filled): Promise<Answer> {
      const { ref, version } = filled;
      const { directory, ports } = request;
      const partnership = directory.partnership.id;
      const operation = requireOperation(request, id);
      const stored = await ports.actions.find(partnership, ref);
      if (!stored) throw new UnreadableInput(id);
      if (wasMadeBy(operation, stored)) return recorded(request, stored);
      const refused = refuse(request, stored);
      if (refused) return refused;
      if (stored.version !== version) return answerConflict(request, stored);
      const loaded = await parts.load?.(request, stored);
      const decided = decide(stored, input.parse(filled), toActor(request), request, loaded);
      if (!decided.ok) return refuseActionChange(decided.refusal);
      const doubted = filled.allTheSame ? undefined : parts.doubt?.(input.parse(filled));
      if (doubted) return askAgain(request, stored, filled as FormStart, doubted);
      const { record, event } = decided.value;
      const changed = { record, event: { ...event, operation } };
      const outcome = await ports.actions.record(partnership, changed, version);
      const now = (await ports.actions.find(partnership, ref)) ?? stored;
      return outcome === 'saved' || wasMadeBy(operation, now)
        ? recorded(request, now)
        : answerConflict(request, now);
    },
  });

  async function recorded(request: Request, stored: StoredAction): Promise<Answer> {
    const answer = recordedAnswer(request, stored);
    const step = await next?.(request, stored);
    if (!step) return answer;
    const [undo, ...sections] = answer.sections ?? [];
    const buttons = [...(step.button ? [step.button] : []), ...(undo?.buttons ?? [])];
    return {
      ...answer,
      news: `${answer.news} ${step.note}.`,
      sections: [{ ...undo, buttons }, ...sections],
    };
  }

  /** The form with what was written, what is doubted of it, and *Record all the same*. */
  function askAgain(
    request: Request,
    stored: StoredAction,
    begun: FormStart,
    doubted: string,
  ): Answer {
    const form = open(request, stored, begun);
    if (!form.form) return form;
    const { ref } = stored.action;
    const data = { ref, version: stored.version, allTheSame: true, operation: newOperation() };
    return {
      ...form,
      text: `Nothing is recorded yet. ${doubted}`,
      sections: [{ text: doubted, isEmphasised: true }, ...(form.sections ?? [])],
      form: { ...form.form, instead: { title: 'Record all the same', action: id, data } },
    };
  }

  function open(request: Request, stored: StoredAction, begun: FormStart): Answer {
    const { ref, title } = stored.action;
    const against = standsAgainst(stored.action);
    if (against) return actionAnswer(request, stored, { news: ACTION_REFUSAL_TEXTS[against] });
    const owner = formatOwner(stored.action, request.directory) ?? 'no owner recorded';
    const form = describe(stored, begun, request);
    const about = [title, owner].join(' · ');
    return {
      text: pleaseCheck(form.heading),
      heading: form.heading,
      sentence: form.sentence ? `${about}. ${form.sentence}` : about,
      sections: form.quote ? [form.quote] : [],
      form: {
        fields: form.fields,
        submit: {
          title: form.confirm,
          action: id,
          data: { ref, version: stored.version, operation: newOperation() },
        },
        ...(form.instead && { instead: form.instead }),
      },
      thread: aboutThread(ref),
    };
  }

  return { name, permission, refuse, open, confirm: confirm as CardAction };
}

/** Whether a press made one of the changes that an action has seen. */
export function wasMadeBy(operation: string, { history }: Pick<StoredAction, 'history'>): boolean {
  return history.some((change) => change.operation === operation);
}
