import { z } from 'zod';
import { action, NAMES_NO_CHILD } from '../../contract/action.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type { Draft } from '../../contract/feature.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { parseDay } from '../../domain/dates.ts';
import { findPersonalDetail } from '../../domain/privacy-guard.ts';
import { proposeAction, raiseByForm, raisingInput } from './raise-action.ts';

/** A title is a line, not a message: so many characters of it are taken over, up to a whole word. */
const MAX_TITLE_LENGTH = 300;

const RAISE_IN_DIALOG = 'actions.raise-in-dialog';

/** *Raise an action* on a message: the form for a new action with what the message says, for the group that the chat is kept for. */
export async function openRaising(
  request: Request,
  { text, question, instead }: Draft,
): Promise<Answer> {
  const { filters = {}, args = {} } = question?.intent === 'add_action' ? question : {};
  const dueOn = parseDay(String(args.dueOn ?? ''));
  const asked = {
    intent: 'add_action',
    filters: {
      ...filters,
      agency: filters.agency ?? ownAgency(request),
      group: filters.group ?? request.home,
    },
    args: { title: toTitle(text), dueOn: dueOn && dueOn > request.today ? dueOn : undefined },
  };
  return inDialog(
    await proposeAction(request, asked, RAISE_IN_DIALOG),
    instead &&
      `Nothing of the message was taken over: it may hold somebody’s personal details. ${instead}`,
  );
}

const typed = z.string().optional().catch(undefined);
const typedSchema = z.object({
  title: z.string().catch(''),
  agency: typed,
  group: typed,
  person: typed,
  due: typed,
  priority: typed,
  review: typed,
});
type Typed = z.output<typeof typedSchema>;

/** *Raise it* in the dialog: the same as in a chat. A dialog is gone with its answer, so what was refused comes back as the form. */
export const raiseInDialog = action({
  id: RAISE_IN_DIALOG,
  permission: 'actions.raise',
  input: raisingInput,
  async handle(request: Request, filled) {
    const answer = await raiseByForm(request, filled, RAISE_IN_DIALOG);
    if (answer.heading) return answer.form ? inDialog(answer) : answer;
    const again = await formAgain(request, withDueText(filled), answer.text);
    return { ...again, refused: answer.refused };
  },
  refusePersonal: (request: Request, data, text, doubts) => formAgain(request, data, text, doubts),
});

const withDueText = ({ due, ...filled }: z.output<typeof raisingInput>) => ({
  ...filled,
  due: due ?? '',
});

/** The form with what was typed; what looks personal is not repeated. */
async function formAgain(
  request: Request,
  data: unknown,
  why: string,
  doubts: readonly string[] = [],
): Promise<Answer> {
  const kept = Object.entries(typedSchema.parse(data)).filter(
    ([, text]) => text !== undefined && !findPersonalDetail(text) && !doubts.includes(text),
  );
  const {
    title,
    person,
    due: dueOn,
    review: reviewRef,
    ...filters
  } = Object.fromEntries(kept) as Partial<Typed>;
  const question = {
    intent: 'add_action',
    filters: { ...filters, reviewRef },
    args: { title, person, dueOn },
  };
  const again = inDialog(await proposeAction(request, question, RAISE_IN_DIALOG), why);
  return doubts.length > 0 ? withQuestion(again) : again;
}

/** A dialog has no buttons of its own to ask with. */
function withQuestion({ form, ...answer }: Answer): Answer {
  if (!form) return answer;
  const choices = [{ title: 'It names no child', value: 'yes' }];
  const question: Field = {
    id: NAMES_NO_CHILD,
    label: 'Does this name a child?',
    kind: 'choice',
    choices,
  };
  return { ...answer, form: { ...form, fields: [...form.fields, question] } };
}

/**
 * The form as it is sent from a dialog, with what there is to say first in place of its usual sentence. Similar actions are
 * named without buttons, for a dialog cannot open a card in the chat.
 */
function inDialog(form: Answer, sentence?: string): Answer {
  const sections = form.sections?.map(({ buttons: _, isEmphasised: __, ...section }) => section);
  return { ...form, ...(sections && { sections }), ...(sentence && { sentence }) };
}

/** Whoever may raise actions of their own agency alone begins with that one. */
function ownAgency({ person }: Request): string | undefined {
  return isPermitted(person, 'actions.raise') ? undefined : person.agency;
}

function toTitle(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_TITLE_LENGTH
    ? line
    : `${line.slice(0, MAX_TITLE_LENGTH).replace(/\s+\S*$/, '')} …`;
}
