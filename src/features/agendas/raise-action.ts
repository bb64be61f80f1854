import { z } from 'zod';
import { mayOn } from '../../domain/access.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import { yearOf } from '../../domain/partnership-year.ts';
import { looksPersonal } from '../../domain/privacy-guard.ts';
import { actionRow } from '../action-words.ts';
import { agendaOf } from '../agenda-lines.ts';
import { type Asker, type Reply, UnreadableSubmission } from '../feature.ts';
import { authorOf, choiceField, confirmation, dayField, idField, lineField, readForm } from '../form.ts';
import { sourceAt } from '../meeting-actions.ts';
import { meetingInWords } from '../meeting-words.ts';
import { newOperation, operationSchema } from '../operation.ts';
import type { Ports } from '../ports.ts';
import { recordAction } from '../record-action.ts';
import { thisMeeting } from '../which-meeting.ts';

const schema = z.object({
  meeting: z.string().min(1).max(200),
  ref: z.string().min(1).max(60),
  operation: operationSchema,
  title: lineField,
  agency: idField.optional(),
  group: idField.optional(),
  due: dayField.optional(),
});

/** `/action BOARD-2021-05-12 4`, pressed on the agenda: a form for an action from that item, with its title to begin with. */
export async function proposeAgendaAction(asker: Asker, text: string, ports: Ports): Promise<Reply> {
  const { directory, person } = asker;
  const { id } = directory.partnership;
  const [meetingId, number] = text.split(/\s+/);
  const meeting = meetingId ? (await ports.meetings.find(id, meetingId))?.meeting : await thisMeeting(asker, ports);
  if (!meeting)
    return {
      text: 'From which meeting? Ask for its agenda, and press *Action from …* there.',
      suggestions: ['whats on the agenda'],
    };
  if (!mayOn(person, 'actions.raise', { group: meeting.group }))
    return { text: 'Nothing was recorded: your role does not raise actions.' };
  const { lines } = await agendaOf(id, meeting, ports);
  const line = lines.find((each) => each.number === Number(number));
  return confirmation(asker, ports, {
    headline: line ? `Raise an action from ${line.number} “${line.title}”?` : 'Raise an action?',
    sentence: `${meetingInWords(meeting, directory)}. Please leave out names and details of children.`,
    fields: [
      { id: 'title', label: 'What is to be done', kind: 'lines', value: line?.item ? line.title : '', required: true },
      choiceField('agency', 'Agency that owns it', directory.agencies, '', 'No agency'),
      choiceField('group', 'Group that follows it up', directory.groups, meeting.group, 'No group'),
      { id: 'due', label: 'Due', kind: 'day' },
    ],
    confirm: 'Raise it',
    verb: 'agendas.raise',
    data: { meeting: meeting.id, ref: await ports.actions.nextRef(id), operation: newOperation() },
  });
}

/** *Raise it*: the action gets the next free reference, and the meeting as its source. */
export async function raiseAgendaAction(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = readForm('agendas.raise', schema, data);
  const { directory, person } = asker;
  const { id, yearStart, shortName } = directory.partnership;
  const meeting = (await ports.meetings.find(id, form.meeting))?.meeting;
  if (!meeting) throw new UnreadableSubmission('agendas.raise');
  const owner = {
    agency: directory.agencies.find((agency) => agency.id === form.agency)?.id,
    group: directory.groups.find((group) => group.id === form.group)?.id,
  };
  if (!mayOn(person, 'actions.raise', owner)) return { text: 'Nothing was recorded: your role does not raise actions.' };
  const personal = looksPersonal(form.title);
  if (personal) return { text: `Nothing was recorded. ${personal.instead}` };
  const author = authorOf(asker, ports);
  const wanted = {
    ref: form.ref,
    title: form.title,
    owner,
    dueOn: form.due,
    year: yearOf(author.today, yearStart),
    source: sourceAt(meeting, directory),
  };
  const raised = await recordAction(id, wanted, author, form.operation, ports);
  if (!raised.ok) return { text: 'Nothing was recorded. Please say what is to be done; an action needs a title.' };
  const { action } = raised.value;
  const whose = [
    owner.agency && agencyName(directory, owner.agency),
    owner.group && groupName(directory, owner.group),
  ].filter(Boolean);
  const text = `Raised: ${action.ref} “${action.title}”${whose.length > 0 ? `, with ${whose.join(' and ')}` : ''}.`;
  const row = actionRow(action, directory, { day: author.today, bankHolidays: ports.calendar.bankHolidays });
  const view = {
    source: `${shortName} · ${meetingInWords(meeting, directory)}`,
    headline: `${action.ref} is raised`,
    rows: [row],
    extent: `From ${meetingInWords(meeting, directory)}`,
    suggestions: [`tell me about ${action.ref}`, 'whats on the agenda'],
  };
  return { text, card: { name: 'action-list', view, plain: text } };
}
