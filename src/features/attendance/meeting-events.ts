import { toActor } from '../../answers/form.ts';
import type { Answer, MeetingEvent, Scene } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { toDay } from '../../domain/dates.ts';
import { findPerson } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MeetingPresence } from '../../domain/register.ts';
import { noteJoined } from '../../domain/register-life.ts';
import { thisMeeting } from '../which-meeting.ts';
import { follow } from './change-register.ts';
import { registerOrNew } from './register-access.ts';
import { ROLL_CALL } from './roll-call.ts';
import { openRegister } from './start-attendance.ts';

/** Who opens a register that opens by itself. */
const CONVENOR = 'convenor';

/**
 * What Teams reports of a meeting in its chat. At the start the register of today’s meeting is opened and its card posted; who joins
 * or leaves is noted beside the register and marks nobody. If events never come, nothing is missing.
 */
export async function hearMeetingEvent(
  scene: Scene,
  event: MeetingEvent,
  ports: Ports,
): Promise<Answer | undefined> {
  const { directory, place } = scene;
  const meeting = await thisMeeting(scene, ports);
  if (!meeting || !(await isItsChat(scene, meeting, ports))) return undefined;
  const today = ports.calendar.today(directory.partnership.timeZone);
  if (meeting.status !== 'scheduled' || toDay(meeting.startsAt) !== today) return undefined;
  if (event.what === 'ended') return undefined;
  if (event.what === 'started') {
    const shown = await ports.liveCards.shownIn(directory.partnership.id, ROLL_CALL, place);
    if (shown === meeting.id) return undefined;
    return openRegister({ directory, place, person: { id: CONVENOR } }, meeting, ports);
  }
  const reported = event.people.map(({ identity, name }): MeetingPresence => {
    const person = findPerson(directory, identity);
    return {
      person: person?.id ?? `unknown:${identity.objectId}`,
      name: person?.displayName ?? name,
      isIn: event.what === 'joined',
    };
  });
  const actor = toActor({ person: { id: CONVENOR }, directory }, ports);
  const outcome = await ports.registers.change(directory.partnership.id, meeting.id, (register) =>
    noteJoined(registerOrNew(register, meeting, directory), reported, actor),
  );
  if (outcome.ok) await follow(scene, meeting, outcome.value, ports);
  return undefined;
}

/**
 * Anybody can hold a meeting of their own with Convenor in its chat, and Teams reports it alike. It is a meeting of the partnership
 * where the chat is kept for it, or where somebody who keeps its register holds it.
 */
async function isItsChat(
  { directory, place, person }: Scene,
  { group }: Meeting,
  ports: Ports,
): Promise<boolean> {
  if (place.kind === 'personal') return false;
  if (person && isPermittedOn(person, 'registers.keep', { group })) return true;
  return (
    (await ports.meetings.linkOf(directory.partnership.id, place.conversationId)) !== undefined
  );
}
