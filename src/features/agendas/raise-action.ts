import { z } from 'zod';
import { actionRow, formatOwner } from '../../answers/action-words.ts';
import { type AgendaLine, loadAgenda } from '../../answers/agenda-lines.ts';
import { readForm } from '../../answers/form.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermittedOn } from '../../domain/access.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { meetingSource } from '../meeting-actions.ts';
import { type RaisingForm, raiseAction, raisingFields, raisingForm } from '../raising.ts';
import { findCurrentMeeting } from '../resolve-meeting.ts';

const schema = z.object({
  ...raisingFields,
  meeting: z.string().min(1).max(200),
  /** The number of the agenda's line that it comes from. */
  line: z.number().int().optional(),
});

/** `/action BOARD-2021-05-12 4`, pressed on the agenda: a form for an action from that item, with its title to begin with. */
export async function proposeAgendaAction(
  asker: Asker,
  text: string,
  ports: Ports,
): Promise<Answer> {
  const { directory, person } = asker;
  const { id } = directory.partnership;
  const [meetingId, number] = text.split(/\s+/);
  const meeting = meetingId
    ? (await ports.meetings.find(id, meetingId))?.meeting
    : await findCurrentMeeting(asker, ports);
  if (!meeting)
    return {
      text: 'From which meeting? Ask for its agenda, and press *Action from …* there.',
      suggestions: ['whats on the agenda'],
    };
  if (!isPermittedOn(person, 'actions.raise', { group: meeting.group }))
    return { text: 'Nothing was recorded: your role does not raise actions.', refused: 'access' };
  const line = await lineOf(meeting, Number(number), asker, ports);
  const form = formFor(meeting, line, asker);
  const begun = { title: line?.item ? line.title : '', owner: { group: meeting.group } };
  return raisingForm(asker, form, begun, ports);
}

function formFor(
  meeting: Meeting,
  line: AgendaLine | undefined,
  { directory }: Asker,
): RaisingForm {
  return {
    headline: line ? `Raise an action from ${line.number} “${line.title}”?` : 'Raise an action?',
    sentence: `${formatMeeting(meeting, directory)}. Please leave out names and details of children.`,
    verb: 'agendas.raise',
    data: { meeting: meeting.id, ...(line && { line: line.number }) },
  };
}

async function lineOf(
  meeting: Meeting,
  number: number | undefined,
  { directory }: Asker,
  ports: Ports,
): Promise<AgendaLine | undefined> {
  const { lines } = await loadAgenda(directory.partnership.id, meeting, ports);
  return lines.find((each) => each.number === number);
}

/** *Raise it*: the action gets the next free reference, and the meeting as its source. */
export async function raiseAgendaAction(
  asker: Asker,
  data: unknown,
  ports: Ports,
): Promise<Answer> {
  const filled = readForm('agendas.raise', schema, data);
  const { directory } = asker;
  const { id, shortName, timeZone } = directory.partnership;
  const meeting = (await ports.meetings.find(id, filled.meeting))?.meeting;
  if (!meeting) throw new UnreadableInput('agendas.raise');
  const where = formatMeeting(meeting, directory);
  const wanted = { source: meetingSource(meeting, directory) };
  const form = formFor(meeting, await lineOf(meeting, filled.line, asker, ports), asker);
  const outcome = await raiseAction(asker, filled, wanted, form, ports);
  if ('reply' in outcome) return outcome.reply;
  const { action } = outcome.raised;
  const whose = formatOwner(action, directory);
  const text = `Raised: ${action.ref} “${action.title}”${whose ? `, with ${whose}` : ''}.`;
  const today = {
    today: ports.calendar.today(timeZone),
    bankHolidays: ports.calendar.bankHolidays,
  };
  const view = {
    source: `${shortName} · ${where}`,
    headline: `${action.ref} is raised`,
    rows: [actionRow(action, directory, today)],
    extent: `From ${where}`,
    suggestions: [`tell me about ${action.ref}`, 'whats on the agenda'],
  };
  return { text, card: { name: 'action-list', view, plain: text } };
}
