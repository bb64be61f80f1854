import { formatMeeting } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { action } from '../../contract/action.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { ContextWith, RequestWith } from '../../contract/asker.ts';
import type { Meetings } from '../../contract/ports/meetings.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { ConversationPlace } from '../../contract/thread.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { toDay } from '../../domain/dates.ts';
import { coreAgencies, type Directory } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { open } from '../../domain/register-commands.ts';
import { resolveMeeting } from '../meetings/queries.ts';
import {
  loadMeeting,
  type RegisterPorts,
  type RegisterRequest,
  registerOrNew,
  showRegister,
} from './change-register.ts';
import { meetingInput, refuseRegisterAccess } from './keep-register.ts';
import { commonView, openRegister as openRollCall, type RollCall, toAnswer } from './roll-call.ts';

/** A chat is kept for the meeting whose register is opened in it. */
type OpeningPorts = RegisterPorts & { readonly meetings: Meetings };

/** “start attendance”: opens the register of today’s meeting and posts its live card where that was said. */
export async function startAttendance(request: Request, { filters }: Question): Promise<Answer> {
  const meeting = await resolveMeeting(request, filters);
  if (meeting) return openIfAllowed(request, meeting);
  return {
    text: 'I cannot tell which meeting this is: no meeting of today, or more than one, is in the records. Say which group, such as “start attendance for the board”.',
    suggestions: nextBoard(request.directory),
  };
}

/** *Open the register* of a meeting that has been, on a card or a notice that says it is not closed. */
export const openRegister = action({
  id: 'register.open',
  permission: 'registers.record',
  input: meetingInput,
  handle: async (request: RequestWith<OpeningPorts>, { meeting }) =>
    openIfAllowed(request, await loadMeeting(request, meeting)),
});

async function openIfAllowed(
  request: RequestWith<OpeningPorts>,
  meeting: Meeting,
): Promise<Answer> {
  const { directory, person, place, today, ports } = request;
  const { group, status } = meeting;
  if (!isPermittedOn(person, 'registers.record', { group })) return refuseRegisterAccess(directory);
  const name = formatMeeting(meeting, directory);
  if (toDay(meeting.startsAt) > today) {
    const text = `${name}, is still to come; its register can be opened on the day. You can send apologies now.`;
    const unclosed = await ports.meetings.listUnclosed(directory.partnership.id, [group], today);
    const before = unclosed.at(-1);
    if (!before) return { text };
    return {
      text: `${text} The register of ${formatMeeting(before, directory)}, is not closed.`,
      buttons: [openRegister.button('Open the register', { meeting: before.id })],
    };
  }
  if (status !== 'scheduled' && status !== 'held')
    return { text: `${name}, was ${status}, so it has no register. Nothing was changed.` };
  return postRollCall(request, meeting, { place, by: person.id });
}

/** Opens a register and answers with its live card; one that is open already is shown again, one that is closed as it stands. */
export async function postRollCall(
  context: ContextWith<OpeningPorts>,
  meeting: Meeting,
  { place, by }: { readonly place: ConversationPlace; readonly by: string },
): Promise<Answer> {
  const { directory, now, today, ports } = context;
  const { id } = directory.partnership;
  const actor = { by, at: now.toISOString(), today };
  const core = coreAgencies(directory, meeting.group);
  const opened = await ports.registers.change(id, meeting.id, (register) =>
    open(registerOrNew(register, meeting, directory), core, actor, directory),
  );
  if (!opened.ok) {
    const stored = await ports.registers.find(id, meeting.id);
    const text = `The register of ${formatMeeting(meeting, directory)}, is closed. The chair or an administrator can correct it.`;
    return stored ? { ...rollCallForAll(context, { meeting, stored }), text } : { text };
  }
  const { kind, conversationId } = place;
  if (kind !== 'personal' && !(await ports.meetings.findLink(id, conversationId))) {
    const link = { group: meeting.group, meetingId: meeting.id };
    await ports.meetings.link(id, conversationId, link, by);
  }
  return rollCallForAll(context, { meeting, stored: opened.value });
}

/** The card that everybody sees as the register stands now, for whoever edits it; `undefined` when there is no such register. */
export async function drawRollCall(
  context: ContextWith<Pick<RegisterPorts, 'meetings' | 'registers'>>,
  meetingId: string,
): Promise<Answer | undefined> {
  const { directory, ports } = context;
  const { id } = directory.partnership;
  const [found, stored] = await Promise.all([
    ports.meetings.find(id, meetingId),
    ports.registers.find(id, meetingId),
  ]);
  return found && stored && rollCallForAll(context, { meeting: found.meeting, stored });
}

function nextBoard(directory: Directory): Suggestion[] {
  const board = findBoard(directory);
  return board
    ? [{ title: 'Next board meeting', ...ask('next_meeting', { group: board.id }) }]
    : [];
}

/** *Refresh*, and what Teams sends by itself: the asker’s own card as the register stands now. */
export const showRollCall = action({
  ...openRollCall,
  permission: 'meetings.read',
  handle: async (request: RegisterRequest, { meeting }) =>
    showRegister(request, await loadMeeting(request, meeting)),
});

/** The card that everybody sees: posted once, then edited in place. */
function rollCallForAll(context: ContextWith<unknown>, rollCall: RollCall): Answer {
  return toAnswer(context, rollCall, {
    ...commonView(context, rollCall),
    may: { come: true, excuse: true, leave: false, joinAsGuest: false },
  });
}
