import { z } from 'zod';
import { choiceField, confirmation, lineField, readForm, toActor } from '../../answers/form.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import { newOperation, operationSchema } from '../../contract/operation.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermitted, isPermittedOn } from '../../domain/access.ts';
import { type AgendaRefusal, acceptOrDecline, propose } from '../../domain/agenda.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { agendaReply } from './agenda-reply.ts';
import { addStanding, onlyLeads } from './standing-item.ts';

const addSchema = z.object({
  meeting: z.string().min(1).max(200),
  operation: operationSchema,
  title: lineField,
  paper: lineField.optional(),
  when: z.enum(['once', 'always']).default('once'),
});
const judgeSchema = z.object({
  meeting: z.string().min(1).max(200),
  item: z.string().min(1).max(200),
  as: z.enum(['accepted', 'declined']),
});

const NOT_ADDED: Readonly<Record<AgendaRefusal, string>> = {
  'item-missing': 'Please say in a few words what it is about.',
  'not-a-link':
    'A paper is given as a link that begins with https://; papers themselves are not kept here.',
  personal: 'That looks like somebody’s personal details.',
};

const WHEN = [
  { id: 'once', name: 'This meeting' },
  { id: 'always', name: 'Every meeting of the group' },
];

/** “add item to next neglect agenda - gcp2 trainers”: a form to be confirmed. */
export function proposeItem(asker: Asker, meeting: Meeting, item: unknown, ports: Ports): Answer {
  const accepts = isPermittedOn(asker.person, 'agendas.decide', { group: meeting.group });
  return confirmation(asker, ports, {
    headline: accepts ? 'Add an agenda item?' : 'Propose an agenda item?',
    sentence: `${formatMeeting(meeting, asker.directory)}. ${accepts ? '' : 'The chair or an administrator accepts it. '}Please leave out names and details of children.`,
    fields: [
      {
        id: 'title',
        label: 'Item',
        kind: 'text',
        value: typeof item === 'string' ? item : '',
        required: true,
      },
      { id: 'paper', label: 'Link to a paper', kind: 'text', hint: 'https://…' },
      ...(accepts ? [choiceField('when', 'For', WHEN, 'once')] : []),
    ],
    confirm: accepts ? 'Add it' : 'Propose it',
    verb: 'agendas.add',
    data: { meeting: meeting.id, operation: newOperation() },
  });
}

/** *Propose it* or *Add it*. Pressed again, it is the same item. */
export async function addItem(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = readForm('agendas.add', addSchema, data);
  const { directory, person } = asker;
  const { id } = directory.partnership;
  const meeting = (await ports.meetings.find(id, form.meeting))?.meeting;
  if (!meeting) throw new UnreadableInput('agendas.add');
  if (!isPermitted(person, 'agendas.propose'))
    return {
      text: 'Nothing was recorded: your role does not propose agenda items.',
      refused: 'access',
    };
  const accepts = isPermittedOn(person, 'agendas.decide', { group: meeting.group });
  if (form.when === 'always' && !accepts) return onlyLeads(groupName(directory, meeting.group));
  if (meeting.status !== 'scheduled')
    return {
      text: `Nothing was recorded: that meeting of ${groupName(directory, meeting.group)} is ${meeting.status}.`,
    };
  if (form.when === 'always') return addStanding(asker, meeting, form, ports);
  const items = await ports.agendas.items(id, meeting.id);
  const known = items.find((item) => item.id === form.operation);
  if (!known) {
    const wanted = {
      id: form.operation,
      meetingId: meeting.id,
      position: items.length + 1,
      title: form.title,
      paper: form.paper,
    };
    const proposed = propose(wanted, accepts, toActor(asker, ports));
    if (!proposed.ok) return { text: `Nothing was recorded. ${NOT_ADDED[proposed.refusal]}` };
    await ports.agendas.add(id, proposed.value, person.id);
  }
  const first = accepts
    ? `“${form.title}” is on the agenda.`
    : `“${form.title}” is proposed; the chair or an administrator will accept or decline it.`;
  return agendaReply(asker, meeting, ports, first);
}

/** *Accept* or *Decline*, by the chair of the group or an administrator. */
export async function judgeItem(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const read = judgeSchema.safeParse(data);
  const { id } = asker.directory.partnership;
  const meeting = read.success
    ? (await ports.meetings.find(id, read.data.meeting))?.meeting
    : undefined;
  const items = meeting ? await ports.agendas.items(id, meeting.id) : [];
  const item = items.find((each) => each.id === read.data?.item);
  if (!read.success || !meeting || !item) throw new UnreadableInput('agendas.judge');
  if (!isPermittedOn(asker.person, 'agendas.decide', { group: meeting.group }))
    return {
      text: `Nothing was recorded: the chair of ${groupName(asker.directory, meeting.group)} or an administrator accepts items.`,
      refused: 'access',
    };
  const actor = toActor(asker, ports);
  if (item.status !== read.data.as)
    await ports.agendas.save(id, acceptOrDecline(item, read.data.as, actor), actor.by);
  return agendaReply(asker, meeting, ports, `“${item.title}” is ${read.data.as}.`);
}
