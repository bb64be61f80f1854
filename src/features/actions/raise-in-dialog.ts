import { z } from 'zod';
import type { ConfirmView } from '../../answers/confirm-view.ts';
import type { Answer, Asker, Draft } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermitted } from '../../domain/access.ts';
import { parseDay } from '../../domain/dates.ts';
import { findPersonalDetail } from '../../domain/privacy-guard.ts';
import { proposeAction, raiseInChat } from './raise-action.ts';

/** A title is a line, not a message: so many characters of it are taken over, up to a whole word. */
const MAX_TITLE_LENGTH = 300;

const VERB = 'actions.raise-in-dialog';

/** *Raise an action* on a message: the form for a new action with what the message says, for the group that the chat is kept for. */
export async function openRaising(
  asker: Asker,
  { text, question, instead }: Draft,
  ports: Ports,
): Promise<Answer> {
  const { filters = {}, args = {} } = question?.intent === 'add_action' ? question : {};
  const today = ports.calendar.today(asker.directory.partnership.timeZone);
  const dueOn = parseDay(String(args.dueOn ?? ''));
  const form = await proposeAction(
    asker,
    {
      intent: 'add_action',
      filters: {
        ...filters,
        agency: filters.agency ?? ownAgency(asker),
        group: filters.group ?? asker.home,
      },
      args: { title: asTitle(text), dueOn: dueOn && dueOn > today ? dueOn : undefined },
    },
    ports,
  );
  return inDialog(
    form,
    instead &&
      `Nothing of the message was taken over: it looks like somebody’s personal details. ${instead}`,
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
export async function raiseInDialog(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const reply = await raiseInChat(asker, data, ports);
  if (reply.card) return reply.card.name === 'confirm' ? inDialog(reply) : reply;
  return { ...(await formAgain(asker, data, reply.text, ports)), refused: reply.refused };
}

/** The form with what was typed; what looks personal is not repeated. */
export async function formAgain(
  asker: Asker,
  data: unknown,
  why: string,
  ports: Ports,
): Promise<Answer> {
  const typed = Object.entries(typedSchema.parse(data)).filter(
    ([, text]) => text !== undefined && !findPersonalDetail(text),
  );
  const {
    title,
    person,
    due: dueOn,
    review: reviewRef,
    ...filters
  } = Object.fromEntries(typed) as Partial<Typed>;
  const question = {
    intent: 'add_action',
    filters: { ...filters, reviewRef },
    args: { title, person, dueOn },
  };
  return inDialog(await proposeAction(asker, question, ports), why);
}

/**
 * The form as it is sent from a dialog, with what there is to say first in place of its usual sentence. Similar actions are
 * named without buttons, for a dialog cannot open a card in the chat.
 */
function inDialog(form: Answer, sentence?: string): Answer {
  const { card } = form;
  if (!card) return form;
  const { similar, ...view } = card.view as ConfirmView;
  const named = similar && { about: similar };
  return {
    ...form,
    card: { ...card, view: { ...view, ...named, verb: VERB, sentence: sentence ?? view.sentence } },
  };
}

/** Whoever may raise actions of their own agency alone begins with that one. */
function ownAgency({ person }: Asker): string | undefined {
  return isPermitted(person, 'actions.raise') ? undefined : person.agency;
}

function asTitle(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_TITLE_LENGTH
    ? line
    : `${line.slice(0, MAX_TITLE_LENGTH).replace(/\s+\S*$/, '')} …`;
}
