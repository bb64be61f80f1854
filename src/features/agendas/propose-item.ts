import { z } from 'zod';
import { choiceField, lineField, pleaseCheck } from '../../answers/form.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { requireOperation } from '../../contract/require-operation.ts';
import { isPermitted, isPermittedOn } from '../../domain/access.ts';
import { type AgendaRefusal, propose } from '../../domain/agenda.ts';
import { toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { findMeeting, resolveMeeting } from '../meetings/queries.ts';
import { agendaAnswer } from './agenda-answer.ts';
import { undoAdding } from './buttons.ts';
import { addStanding, onlyLeads } from './standing-item.ts';

export const NOT_ADDED: Readonly<Record<AgendaRefusal, string>> = {
  'item-missing': 'Please say in a few words what it is about.',
  'not-a-link':
    'A paper is given as a link that begins with https://; papers themselves are not kept here.',
  personal: 'That looks like somebody’s personal details.',
  'minutes-unclear': 'Minutes are a whole number, such as 10.',
};

const WHEN = [
  { id: 'once', name: 'This meeting' },
  { id: 'always', name: 'Every meeting of the group' },
];

/** “add item to next neglect agenda - gcp2 trainers”: a form to be confirmed. */
export function proposeItem(
  { person, directory }: Request,
  meeting: Meeting,
  item: unknown,
): Answer {
  const accepts = isPermittedOn(person, 'agendas.decide', { group: meeting.group });
  const value = typeof item === 'string' ? item : '';
  const heading = accepts ? 'Add an agenda item?' : 'Propose an agenda item?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `${formatMeeting(meeting, directory)}. ${accepts ? '' : 'The chair or an administrator accepts it. '}Please leave out names and details of children.`,
    form: {
      fields: [
        { id: 'title', label: 'Item', kind: 'text', value, required: true },
        { id: 'paper', label: 'Link to a paper', kind: 'text', hint: 'https://…' },
        ...(accepts ? [choiceField('when', 'For', WHEN, 'once')] : []),
      ],
      submit: addItem.button(accepts ? 'Add it' : 'Propose it', { meeting: meeting.id }),
    },
  };
}

/** *Propose it* or *Add it*. Pressed again, it is the same item. */
export const addItem = action({
  id: 'agendas.add',
  permission: { field: 'when', is: { once: 'agendas.propose', always: 'agendas.decide' } },
  input: z.object({
    meeting: z.string().min(1).max(200),
    title: lineField,
    paper: lineField.optional(),
    when: z.enum(['once', 'always']).default('once'),
  }),
  async handle(request: Request, { meeting: meetingId, title, paper, when }) {
    const { directory, person, ports, today } = request;
    const { id: partnership } = directory.partnership;
    const id = requireOperation(request, 'agendas.add');
    const meeting = await findMeeting(request, meetingId);
    if (!meeting) throw new UnreadableInput('agendas.add');
    if (!isPermitted(person, 'agendas.propose'))
      return {
        text: 'Nothing was recorded: your role does not propose agenda items.',
        refused: 'access',
      };
    const name = groupName(directory, meeting.group);
    const accepts = isPermittedOn(person, 'agendas.decide', { group: meeting.group });
    if (when === 'always' && !accepts) return onlyLeads(name);
    if (meeting.status !== 'scheduled')
      return { text: `Nothing was recorded: that meeting of ${name} is ${meeting.status}.` };
    if (toDay(meeting.startsAt) < today) return proposeForNext(request, meeting, title);
    if (when === 'always') return addStanding(request, meeting, { id, title });
    const items = await ports.agendas.items(partnership, meeting.id);
    if (!items.some((item) => item.id === id)) {
      const wanted = { id, meetingId, position: items.length + 1, title, paper };
      const proposed = propose(wanted, accepts, toActor(request));
      if (!proposed.ok) return { text: `Nothing was recorded. ${NOT_ADDED[proposed.refusal]}` };
      await ports.agendas.add(partnership, proposed.value, person.id);
    }
    const news = accepts
      ? `“${title}” is on the agenda.`
      : `“${title}” is proposed; the chair or an administrator will accept or decline it.`;
    return agendaAnswer(
      request,
      meeting,
      news,
      undoAdding({ meeting: meeting.id, item: id }, title),
    );
  },
});

/** The form of an old card: the item is offered to the next meeting of the group. */
async function proposeForNext(request: Request, over: Meeting, title: string): Promise<Answer> {
  const { directory } = request;
  const said = `${formatMeeting(over, directory)}, is over, and nothing was recorded there.`;
  const next = await resolveMeeting(request, { group: over.group, meeting: 'next' });
  if (!next) return { text: `${said} No other meeting is set up yet.` };
  const form = proposeItem(request, next, title);
  return { ...form, text: `${said} ${form.text}`, sentence: `${said} ${form.sentence}` };
}
