import { z } from 'zod';
import type { Field } from '../../answers/confirm-view.ts';
import { choiceField, idField, readForm } from '../../answers/form.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { parseDay, toDay } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { findLastHeld, meetingSource, resolveMeeting } from '../meetings/queries.ts';
import {
  explainWhoRaises,
  type RaisingForm,
  raiseAction,
  raisingFields,
  raisingForm,
} from '../raising.ts';
import { actionReply, detailOf } from './action-reply.ts';

const schema = z.object({
  ...raisingFields,
  priority: idField.optional(),
  review: idField.optional(),
  meeting: idField.optional(),
});

interface Links {
  readonly priority?: string;
  readonly review?: string;
  readonly meeting?: string;
}

/** “add action: …”: a form with what was understood. Nothing is raised before it is confirmed. */
export async function proposeAction(
  asker: Asker,
  { filters, args }: Question,
  ports: Ports,
): Promise<Answer> {
  const { agency, group } = filters;
  const owner = {
    agency,
    group,
    person: args.person === 'me' ? asker.person.id : asText(args.person),
  };
  if (!isPermittedOn(asker.person, 'actions.raise', owner))
    return { text: `Nothing was recorded: ${explainWhoRaises(asker)}`, refused: 'access' };
  const meeting = await spokenOf(asker, ports);
  const links = { priority: filters.priority, review: filters.reviewRef, meeting: meeting?.id };
  const begun = { title: asText(args.title), owner, due: parseDay(asText(args.dueOn) ?? '') };
  return raisingForm(asker, await chatForm(asker, links, group, ports), begun, ports);
}

/** *Raise it*, pressed in the chat. */
export async function raiseInChat(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const filled = readForm('actions.raise', schema, data);
  const { directory } = asker;
  const meeting =
    filled.meeting &&
    (await ports.meetings.find(directory.partnership.id, filled.meeting))?.meeting;
  const wanted = {
    source: meeting ? meetingSource(meeting, directory) : { kind: 'chat', name: 'Raised in chat' },
    priority: directory.priorities.find(({ id }) => id === filled.priority)?.id,
    review: directory.reviewRefs.find((ref) => ref === filled.review),
  };
  const form = await chatForm(asker, filled, filled.group, ports);
  const outcome = await raiseAction(asker, filled, wanted, form, ports);
  if ('reply' in outcome) return outcome.reply;
  const { raised } = outcome;
  return actionReply(asker, detailOf(raised.action.ref), raised, ports, 'Recorded.');
}

async function chatForm(
  asker: Asker,
  links: Links,
  group: string | undefined,
  ports: Ports,
): Promise<RaisingForm> {
  const { directory } = asker;
  const { timeZone, yearStart } = directory.partnership;
  const year = yearContaining(ports.calendar.today(timeZone), yearStart);
  const priorities = directory.priorities.filter((priority) => priority.year === year);
  return {
    headline: 'Raise a new action?',
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
      ...(await meetingField(asker, links.meeting, group, ports)),
    ],
    verb: 'actions.raise',
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
  asker: Asker,
  chosen: string | undefined,
  group: string | undefined,
  ports: Ports,
): Promise<Field[]> {
  const { directory, home } = asker;
  const { id, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
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
async function spokenOf(asker: Asker, ports: Ports): Promise<Meeting | undefined> {
  const { directory, place, thread, home } = asker;
  const { id, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const link =
    place.kind === 'personal' ? undefined : await ports.meetings.linkOf(id, place.conversationId);
  if (link?.meetingId) return (await ports.meetings.find(id, link.meetingId))?.meeting;
  const filters = thread?.question.filters;
  const spoken = filters?.meeting ? filters : home ? { group: home, meeting: 'next' } : undefined;
  const meeting = spoken && (await resolveMeeting({ ...asker, today, ports }, spoken));
  return meeting && toDay(meeting.startsAt) <= today ? meeting : undefined;
}

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;
