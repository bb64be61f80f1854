import { z } from 'zod';
import { choiceField, confirmation, readForm } from '../../answers/form.ts';
import { formatTime } from '../../answers/meeting-words.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { isPermitted } from '../../domain/access.ts';
import { addMonths } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import { mayNotChangeMeetings } from './refusals.ts';

const MAX_CHOICES = 12;
const linkSchema = z.object({
  conversation: z.string().min(1).max(1000),
  to: z.string().min(1).max(500),
});

/** “this chat is for the board”: a form in which the meeting, or the group for good, is chosen. */
export async function proposeLink(
  asker: Asker,
  { filters }: Question,
  ports: Ports,
): Promise<Answer> {
  if (!isPermitted(asker.person, 'meetings.change')) return mayNotChangeMeetings(asker);
  const { directory, place } = asker;
  if (place.kind === 'personal')
    return {
      text: 'This is your own chat with me. Ask me that in the meeting’s chat or in a channel, and I keep that one for the group.',
    };
  const { partnership, groups } = directory;
  const today = ports.calendar.today(partnership.timeZone);
  const wanted = filters.group ? groups.filter(({ id }) => id === filters.group) : groups;
  const coming = await Promise.all(
    wanted.map(({ id }) => ports.meetings.between(partnership.id, id, today, addMonths(today, 6))),
  );
  const meetings = coming
    .flat()
    .filter(({ status }) => status === 'scheduled')
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .slice(0, MAX_CHOICES)
    .map((meeting) => ({
      id: `${meeting.group}|${meeting.id}`,
      name: `${groupName(directory, meeting.group)}, ${formatTime(meeting.startsAt, today)}`,
    }));
  const forGood = wanted.map(({ id, name }) => ({ id, name: `All meetings of ${name}` }));
  return confirmation(asker, ports, {
    headline: 'What is this chat for?',
    sentence:
      'Roll-call, agenda and decisions asked for here will be those of this meeting or group.',
    fields: [
      choiceField(
        'to',
        'Meeting or group',
        [...meetings, ...forGood],
        meetings[0]?.id ?? forGood[0]?.id,
      ),
    ],
    confirm: 'Link this chat',
    verb: 'meetings.link',
    data: { conversation: place.conversationId },
  });
}

/** Convenor was added to a chat of several by somebody who may say what it is for: it asks, once. */
export async function askWhatFor(asker: Asker, ports: Ports): Promise<Answer | undefined> {
  if (
    asker.place.kind === 'personal' ||
    asker.home ||
    !isPermitted(asker.person, 'meetings.change')
  )
    return undefined;
  const form = await proposeLink(asker, { intent: 'link_chat', filters: {}, args: {} }, ports);
  return {
    ...form,
    text: `Hello, I am Convenor. ${form.text} Mention me and ask in your own words, or ask for help.`,
  };
}

/** *Link this chat*. The chat is the one in which the card stands, whatever the card says. */
export async function linkChat(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const { to } = readForm('meetings.link', linkSchema, data);
  const { directory, place, person } = asker;
  if (!isPermitted(person, 'meetings.change')) return mayNotChangeMeetings(asker);
  const [group = '', meetingId] = to.split('|');
  const meeting = meetingId
    ? (await ports.meetings.find(directory.partnership.id, meetingId))?.meeting
    : undefined;
  if (!directory.groups.some(({ id }) => id === group) || (meetingId && meeting?.group !== group))
    throw new UnreadableInput('meetings.link');
  const link = meetingId ? { group, meetingId } : { group };
  await ports.meetings.link(directory.partnership.id, place.conversationId, link, person.id);
  const today = ports.calendar.today(directory.partnership.timeZone);
  const when = meeting ? ` on ${formatTime(meeting.startsAt, today)}` : '';
  return {
    text: `This chat is now kept for ${groupName(directory, group)}${when}.`,
    suggestions: ['whats on the agenda', 'who is missing'],
  };
}
