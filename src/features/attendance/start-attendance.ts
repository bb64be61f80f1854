import { toActor } from '../../answers/form.ts';
import { meetingInWords } from '../../answers/meeting-words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { toDay } from '../../domain/dates.ts';
import { coreAgencies } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { open } from '../../domain/register-life.ts';
import { whichMeeting } from '../which-meeting.ts';
import { isKeeper, mayNotKeep, registerOrNew } from './register-access.ts';
import { rollCallForAll } from './roll-call.ts';

/** “start attendance”: opens the register of today’s meeting and posts its live card where that was said. */
export async function startAttendance(
  asker: Asker,
  { filters }: Question,
  ports: Ports,
): Promise<Answer> {
  const meeting = await whichMeeting(asker, filters, ports);
  if (!meeting) {
    return {
      text: 'I cannot tell which meeting this is: no meeting of today, or more than one, is in the records. Say which group, such as “start attendance for the board”.',
      suggestions: ['when is the next board'],
    };
  }
  return openWhereItMay(asker, meeting, ports);
}

/** `/register QPPA-2021-03-24`, pressed on the notice that a register is not closed. */
export async function openRegisterOf(asker: Asker, text: string, ports: Ports): Promise<Answer> {
  const stored = await ports.meetings.find(asker.directory.partnership.id, text.trim());
  if (!stored)
    return {
      text: 'That meeting is not in the records any more.',
      suggestions: ['when is the next board'],
    };
  return openWhereItMay(asker, stored.meeting, ports);
}

async function openWhereItMay(asker: Asker, meeting: Meeting, ports: Ports): Promise<Answer> {
  if (!isKeeper(asker, meeting)) return mayNotKeep(asker.directory);
  const today = ports.calendar.today(asker.directory.partnership.timeZone);
  const name = meetingInWords(meeting, asker.directory);
  if (toDay(meeting.startsAt) > today) {
    const left = (
      await ports.meetings.unclosed(asker.directory.partnership.id, [meeting.group], today)
    ).at(-1);
    const text = `${name}, is still to come; its register can be opened on the day. Apologies can be given already.`;
    if (!left) return { text };
    const before = `The register of ${meetingInWords(left, asker.directory)}, is not closed.`;
    return { text: `${text} ${before}`, suggestions: [`/register ${left.id}`] };
  }
  if (meeting.status !== 'scheduled' && meeting.status !== 'held')
    return { text: `${name}, was ${meeting.status}, so it has no register. Nothing was changed.` };
  return openRegister(asker, meeting, ports);
}

/** Opens a register and answers with its live card; one that is open already is shown again, one that is closed as it stands. */
export async function openRegister(
  {
    directory,
    person,
    place,
  }: Pick<Asker, 'directory' | 'place'> & { readonly person: { readonly id: string } },
  meeting: Meeting,
  ports: Ports,
): Promise<Answer> {
  const { id } = directory.partnership;
  const actor = toActor({ person, directory }, ports);
  const core = coreAgencies(directory, meeting.group);
  const opened = await ports.registers.change(id, meeting.id, (register) =>
    open(registerOrNew(register, meeting, directory), core, actor),
  );
  if (!opened.ok) {
    const stored = await ports.registers.find(id, meeting.id);
    const text = `The register of ${meetingInWords(meeting, directory)}, is closed. The chair or an administrator can correct it.`;
    return stored ? { ...rollCallForAll({ directory, meeting, stored }, ports), text } : { text };
  }
  if (place.kind !== 'personal' && !(await ports.meetings.linkOf(id, place.conversationId)))
    await ports.meetings.link(
      id,
      place.conversationId,
      { group: meeting.group, meetingId: meeting.id },
      person.id,
    );
  return rollCallForAll({ directory, meeting, stored: opened.value }, ports);
}
