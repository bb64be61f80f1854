import { z } from 'zod';
import { formatOwner, toActionRow } from '../../answers/action-words.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { resolveOwner } from '../../answers/owner-fields.ts';
import { aboutAction } from '../../answers/questions.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { action, declarePress, UnreadableInput } from '../../contract/action.ts';
import type { Answer, Button } from '../../contract/answer.ts';
import { findSuccession } from '../../contract/ports/meeting-lookup.ts';
import type { Request } from '../../contract/request.ts';
import type { Directory } from '../../domain/directory.ts';
import { isEverPermitted } from '../../domain/ever-permitted.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { describeUndo } from '../actions/buttons.ts';
import {
  type RaiseInput,
  type RaisingForm,
  raiseAction,
  raisingFields,
  raisingForm,
} from '../actions/commands.ts';
import { findCurrentMeeting, findMeeting, meetingSource } from '../meetings/queries.ts';
import { nextAgenda } from './buttons.ts';
import { type AgendaLine, findAgendaLine } from './queries.ts';

const meetingId = z.string().min(1).max(200);
/** By its number. */
const agendaLine = z.number().int();

const openRaising = declarePress({
  id: 'agendas.action-form',
  input: z.object({ meeting: meetingId, line: agendaLine }),
});

/** *Action from 4*, on the agenda: a form for an action from that item, with its title to begin with. */
export const openRaisingForm = action({
  ...openRaising,
  permission: 'actions.raise',
  async handle(request: Request, { meeting: id, line }) {
    const meeting = await findMeeting(request, id);
    if (!meeting) throw new UnreadableInput(openRaising.id);
    return proposeAction(request, meeting, line);
  },
});

export const raisingButton = (meeting: string, line: number): Button =>
  openRaising.button(`Action from ${line}`, { meeting, line }, { inNewMessage: true });

/** `/action BOARD-2021-05-12 4`: the same, typed; without a meeting, from the one that is going on. */
export async function proposeActionAt(request: Request, text: string): Promise<Answer> {
  const [id, line] = text.split(/\s+/);
  const meeting = id ? await findMeeting(request, id) : await findCurrentMeeting(request);
  if (meeting) return proposeAction(request, meeting, Number(line));
  return {
    text: 'From which meeting? Ask for its agenda, and press *Action from …* there.',
    suggestions: [nextAgenda()],
  };
}

/** Who may raise it for the owner that is chosen is looked at when it is raised. */
async function proposeAction(request: Request, meeting: Meeting, number: number): Promise<Answer> {
  const { directory, person } = request;
  const { group } = meeting;
  if (!isEverPermitted(person, 'actions.raise'))
    return { text: 'Nothing was recorded: your role does not raise actions.', refused: 'access' };
  const line = await findAgendaLine(request, meeting, number);
  const begun = { title: line?.item ? line.title : '', owner: { group } };
  return raisingForm(request, createRaisingForm(meeting, line, directory), begun);
}

function createRaisingForm(
  meeting: Meeting,
  line: AgendaLine | undefined,
  directory: Directory,
): RaisingForm {
  return {
    heading: line ? `Raise an action from ${line.number} “${line.title}”?` : 'Raise an action?',
    sentence: `${formatMeeting(meeting, directory)}. Please leave out names and details of children.`,
    action: raiseFromAgenda.id,
    data: { meeting: meeting.id, ...(line && { line: line.number }) },
  };
}

/** *Raise it*: the action gets the next free reference, and the meeting as its source. */
export const raiseFromAgenda = action({
  id: 'agendas.raise',
  permission: 'actions.raise',
  input: z.object({ ...raisingFields, meeting: meetingId, line: agendaLine.optional() }),
  async handle(request: Request, input) {
    const { directory } = request;
    const meeting = await findMeeting(request, input.meeting);
    if (!meeting) throw new UnreadableInput(raiseFromAgenda.id);
    const isShared = request.place.kind !== 'personal';
    const successor = isShared && (await findSuccession(request, meeting)).successor;
    if (successor) return raiseToday(request, { over: meeting, meeting: successor, input });
    const line = await findAgendaLine(request, meeting, input.line);
    const source = { ...meetingSource(meeting, directory), ...(line && { item: line.title }) };
    const form = createRaisingForm(meeting, line, directory);
    const outcome = await raiseAction(request, input, { source }, form);
    if ('answer' in outcome) return outcome.answer;
    const { action: raised } = outcome.raised;
    const undo = describeUndo(outcome.raised);
    const whose = formatOwner(raised, directory);
    const where = formatMeeting(meeting, directory);
    return {
      text: `Raised: ${raised.ref} “${raised.title}”${whose ? `, with ${whose}` : ''}.`,
      about: where,
      heading: `${raised.ref} is raised`,
      sections: [{ rows: [toActionRow(raised, directory, request)], note: `From ${where}` }],
      buttons: [undoButton(undo)],
      suggestions: [{ title: `Show ${raised.ref}`, ...aboutAction(raised.ref) }, nextAgenda()],
      thread: { ...aboutAction(raised.ref), undo },
    };
  },
});

/** The form of an old card, in a chat where the next meeting goes on: it is offered to that one. */
async function raiseToday(
  request: Request,
  {
    over,
    meeting,
    input,
  }: { readonly over: Meeting; readonly meeting: Meeting; readonly input: RaiseInput },
): Promise<Answer> {
  const { directory } = request;
  const said = `${formatMeeting(over, directory)}, is over, and nothing was recorded there. To raise an action from that meeting, do so in our own chat.`;
  const form = createRaisingForm(meeting, undefined, directory);
  return raisingForm(
    request,
    { ...form, sentence: `${said} ${form.sentence}` },
    { title: input.title, owner: resolveOwner(directory, input), due: input.due },
  );
}
