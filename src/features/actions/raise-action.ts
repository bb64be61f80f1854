import { z } from 'zod';
import { choiceField, idField } from '../../answers/form.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { action } from '../../contract/action.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { parseDay, toDay } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { findLastHeld, meetingSource, resolveMeeting } from '../meetings/queries.ts';
import { actionAnswer } from './action-answer.ts';
import { type RaisingForm, raiseAction, raisingFields, raisingForm } from './commands.ts';
import { refuseRaising } from './refusals.ts';

interface Links {
  readonly priority?: string;
  readonly review?: string;
  readonly meeting?: string;
}

/** “add action: …”: a form with what was understood. Nothing is raised before it is confirmed. */
export async function proposeAction(
  request: Request,
  { filters, args }: Question,
  action: string = RAISE,
): Promise<Answer> {
  const { person, directory } = request;
  const { agency, group } = filters;
  const owner = {
    agency,
    group,
    person: args.person === 'me' ? person.id : trimmedText(args.person),
  };
  if (!isPermittedOn(person, 'actions.raise', owner)) return refuseRaising(directory);
  const meeting = await findMeetingInThread(request);
  const links = { priority: filters.priority, review: filters.reviewRef, meeting: meeting?.id };
  const begun = {
    title: trimmedText(args.title),
    owner,
    due: parseDay(trimmedText(args.dueOn) ?? ''),
  };
  const form = await chatForm(request, links, group, action);
  const due = trimmedText(args.due);
  if (!due || begun.due) return raisingForm(request, form, begun);
  const noDay = `I can’t tell which day “${due}” is: choose the due date.`;
  const answer = await raisingForm(
    request,
    { ...form, sentence: `${noDay} ${form.sentence}` },
    begun,
  );
  return { ...answer, text: `${noDay} ${answer.text}` };
}

const RAISE = 'actions.raise';

/** What the form for an action sends, wherever it was opened by words. */
export const raisingInput = z.object({
  ...raisingFields,
  priority: idField.optional(),
  review: idField.optional(),
  meeting: idField.optional(),
});

/** *Raise it*, pressed in the chat. */
export const raiseInChat = action({
  id: RAISE,
  permission: 'actions.raise',
  input: raisingInput,
  handle: (request: Request, filled) => raiseByForm(request, filled, RAISE),
});

/** Raises the action of a filled form; the form comes back by the same action where there is more to ask. */
export async function raiseByForm(
  request: Request,
  filled: z.output<typeof raisingInput>,
  action: string,
): Promise<Answer> {
  const { directory, ports } = request;
  const meeting =
    filled.meeting &&
    (await ports.meetings.find(directory.partnership.id, filled.meeting))?.meeting;
  const wanted = {
    source: meeting ? meetingSource(meeting, directory) : { kind: 'chat', name: 'Raised in chat' },
    priority: directory.priorities.find(({ id }) => id === filled.priority)?.id,
    review: directory.reviewRefs.find((ref) => ref === filled.review),
  };
  const form = await chatForm(request, filled, filled.group, action);
  const outcome = await raiseAction(request, filled, wanted, form);
  return 'answer' in outcome
    ? outcome.answer
    : actionAnswer(request, outcome.raised, { news: 'Recorded.', canUndo: action === RAISE });
}

async function chatForm(
  request: Request,
  links: Links,
  group: string | undefined,
  action: string,
): Promise<RaisingForm> {
  const { directory, today } = request;
  const year = yearContaining(today, directory.partnership.yearStart);
  const priorities = directory.priorities.filter((priority) => priority.year === year);
  return {
    heading: 'Raise a new action?',
    sentence:
      'Nothing is recorded until you confirm. Please leave out names and details of children.',
    behind: [
      choiceField(
        'priority',
        'Priority',
        priorities.map(({ id, title }) => ({ id, name: title })),
        links.priority,
        'No priority',
      ),
      ...reviewField(directory, links.review),
      ...(await meetingField(request, links.meeting, group)),
    ],
    action,
    data: {},
  };
}

/** So many reviews, the latest, can be chosen. */
const MAX_REVIEWS = 15;

function reviewField({ reviewRefs }: Directory, review: string | undefined): Field[] {
  const latest = reviewRefs
    .filter((ref, at) => ref === review || at >= reviewRefs.length - MAX_REVIEWS)
    .reverse();
  const choices = latest.map((ref) => ({ id: ref, name: ref }));
  return choices.length > 0
    ? [choiceField('review', 'Review it comes from', choices, review, 'No review')]
    : [];
}

/** The meeting at which it was agreed, of those that are near: the one that is spoken of, and the last of the group. */
async function meetingField(
  { directory, home, today, ports }: Request,
  chosen: string | undefined,
  group: string | undefined,
): Promise<Field[]> {
  const { id } = directory.partnership;
  const groups = [...new Set([home, group].filter((each) => each !== undefined))];
  const near = await Promise.all([
    chosen ? ports.meetings.find(id, chosen).then((found) => found?.meeting) : undefined,
    ...groups.map((each) => findLastHeld({ directory, today, ports }, each)),
  ]);
  const meetings = new Map(
    near.flatMap((meeting) => (meeting ? [[meeting.id, meeting] as const] : [])),
  );
  const choices = [...meetings.values()].map((meeting) => ({
    id: meeting.id,
    name: formatMeeting(meeting, directory),
  }));
  return choices.length > 0
    ? [choiceField('meeting', 'Agreed at', choices, chosen, 'No meeting')]
    : [];
}

/**
 * The meeting at which something said here was agreed: the one that the chat is kept for, today's of its group, or the one that was
 * just spoken of. A meeting that is still to come has agreed nothing.
 */
async function findMeetingInThread(request: Request): Promise<Meeting | undefined> {
  const { directory, place, thread, home, today, ports } = request;
  const { id } = directory.partnership;
  const link =
    place.kind === 'personal' ? undefined : await ports.meetings.findLink(id, place.conversationId);
  if (link?.meetingId) return (await ports.meetings.find(id, link.meetingId))?.meeting;
  const filters = thread?.question.filters;
  const spoken = filters?.meeting ? filters : home ? { group: home, meeting: 'next' } : undefined;
  const meeting = spoken && (await resolveMeeting(request, spoken));
  return meeting && toDay(meeting.startsAt) <= today ? meeting : undefined;
}

const trimmedText = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;
