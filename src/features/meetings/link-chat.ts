import { z } from 'zod';
import { NO_CHILD_DETAILS } from '../../answers/child-words.ts';
import { choiceField, pleaseCheck } from '../../answers/form.ts';
import { formatTime } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { addMonths } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import { nextAgenda } from '../agendas/buttons.ts';
import { refuseAccess } from './meeting-answers.ts';
import { findMeeting } from './queries.ts';

const MAX_CHOICES = 12;

/** “this chat is for the board”: a form in which the meeting, or the group for good, is chosen. */
export async function proposeLink(request: Request, { filters }: Question): Promise<Answer> {
  const { directory, person, place, today, ports } = request;
  if (!isPermitted(person, 'meetings.change')) return refuseAccess(request);
  if (place.kind === 'personal')
    return {
      text: 'This is your own chat with me. Ask me that in the meeting’s chat or in a channel, and I keep that one for the group.',
    };
  const { partnership, groups } = directory;
  const wanted = filters.group ? groups.filter(({ id }) => id === filters.group) : groups;
  const coming = await Promise.all(
    wanted.map(({ id }) => ports.meetings.list(partnership.id, id, today, addMonths(today, 6))),
  );
  const meetings = coming
    .flat()
    .filter(({ status }) => status === 'scheduled')
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .slice(0, MAX_CHOICES)
    .map(({ id, group, startsAt }) => ({
      id: `${group}|${id}`,
      name: `${groupName(directory, group)}, ${formatTime(startsAt, today)}`,
    }));
  const forGood = wanted.map(({ id, name }) => ({ id, name: `All meetings of ${name}` }));
  const choices = [...meetings, ...forGood];
  const heading = 'What is this chat for?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence:
      'Roll-call, agenda and decisions asked for here will be those of this meeting or group.',
    form: {
      fields: [choiceField('to', 'Meeting or group', choices, choices[0]?.id)],
      submit: linkChat.button('Link this chat', {}),
    },
  };
}

/** Convenor was added to a chat of several by somebody who may say what it is for: it asks, once. */
export async function askForLink(request: Request): Promise<Answer | undefined> {
  const { person, place, home } = request;
  if (place.kind === 'personal' || home || !isPermitted(person, 'meetings.change'))
    return undefined;
  const form = await proposeLink(request, { intent: 'link_chat', filters: {}, args: {} });
  return {
    ...form,
    text: `Hello, I’m Convenor. ${person.displayName} added me to keep actions, attendance and decisions. ${form.text}`,
    sections: [{ text: 'Mention me and ask in your own words.', note: NO_CHILD_DETAILS }],
  };
}

/** *Link this chat*. The chat is the one in which the card stands, whatever the card says. */
export const linkChat = action({
  id: 'meetings.link',
  permission: 'meetings.change',
  input: z.object({ to: z.string().min(1).max(500) }),
  async handle(request: Request, { to }) {
    const { directory, place, person, today, ports } = request;
    const [group = '', meetingId] = to.split('|');
    const meeting = meetingId ? await findMeeting(request, meetingId) : undefined;
    if (!directory.groups.some(({ id }) => id === group) || (meetingId && meeting?.group !== group))
      throw new UnreadableInput('meetings.link');
    const link = { group, ...(meetingId && { meetingId }) };
    await ports.meetings.link(directory.partnership.id, place.conversationId, link, person.id);
    const when = meeting ? ` on ${formatTime(meeting.startsAt, today)}` : '';
    return {
      text: `This chat is now kept for ${groupName(directory, group)}${when}.`,
      endsForm: true,
      suggestions: [
        nextAgenda(),
        { title: 'Who is missing', ...ask('attendance_missing', { meeting: 'this' }) },
      ],
    };
  },
});
