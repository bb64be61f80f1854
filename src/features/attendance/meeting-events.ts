import type { Answer } from '../../contract/answer.ts';
import type { MeetingEvent } from '../../contract/feature.ts';
import type { EventContext } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { toDay } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import { findPerson, findPersonByObject } from '../../domain/find-person.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MeetingPresence } from '../../domain/register.ts';
import { notePresence } from '../../domain/register-commands.ts';
import { findCurrentMeeting } from '../meetings/queries.ts';
import { saveRegister } from './change-register.ts';
import { postRollCall } from './open-register.ts';
import { ROLL_CALL } from './roll-call.ts';

/** Who opens a register that opens by itself. */
const CONVENOR = 'convenor';

/**
 * What Teams reports of a meeting in its chat. At the start the register of today’s meeting is opened and its
 * card posted; who joins or leaves is noted and marks nobody. If events never come, nothing is missing.
 */
export async function handleMeetingEvent(
  context: EventContext,
  event: MeetingEvent,
): Promise<Answer | undefined> {
  const { directory, place, today, now, ports } = context;
  const meeting = await findCurrentMeeting(context);
  if (!meeting || !(await isItsChat(context, meeting))) return undefined;
  if (meeting.status !== 'scheduled' || toDay(meeting.startsAt) !== today) return undefined;
  if (event.what === 'ended') return undefined;
  if (event.what === 'started') {
    const shown = await ports.liveCards.find(directory.partnership.id, ROLL_CALL, place);
    return shown === meeting.id
      ? undefined
      : postRollCall(context, meeting, { place, by: CONVENOR });
  }
  const presences = toPresences(event, directory);
  const actor = { by: CONVENOR, at: now.toISOString(), today };
  await saveRegister(context, meeting, actor, (register) =>
    notePresence(register, presences, actor),
  );
  return undefined;
}

function toPresences(
  { what, people }: Extract<MeetingEvent, { people: unknown }>,
  directory: Directory,
): MeetingPresence[] {
  return people.map(({ identity, name }) => {
    // Being reported as joined gives no rights, so whoever it is from wherever they come.
    const person =
      findPerson(directory, identity) ?? findPersonByObject(directory, identity.objectId);
    return {
      person: person?.id ?? `unknown:${identity.objectId}`,
      name: person?.displayName ?? name,
      isIn: what === 'joined',
    };
  });
}

/**
 * Anybody can hold a meeting of their own with Convenor in its chat, and Teams reports it alike. It is a meeting of
 * the partnership where the chat is kept for it, or where somebody who keeps its register holds it.
 */
async function isItsChat(
  { directory, place, person, ports }: EventContext,
  { group }: Meeting,
): Promise<boolean> {
  if (place.kind === 'personal') return false;
  if (person && isPermittedOn(person, 'registers.record', { group })) return true;
  const link = await ports.meetings.findLink(directory.partnership.id, place.conversationId);
  return link !== undefined;
}
