import { formatMeeting } from '../answers/meeting-words.ts';
import type { Asker } from '../contract/feature.ts';
import type { Ports } from '../contract/ports.ts';
import { type Action, isOpen, mostUrgentFirst } from '../domain/action.ts';
import { toDay } from '../domain/dates.ts';
import type { Directory } from '../domain/directory.ts';
import type { Meeting } from '../domain/meeting.ts';
import { findLastHeld } from './resolve-meeting.ts';

/** Where an action comes from that was raised at a meeting. */
export function meetingSource(meeting: Meeting, directory: Directory): Action['source'] {
  return { kind: 'meeting', name: formatMeeting(meeting, directory) };
}

/** The actions that were raised at a meeting, in the order of their references. */
export async function findActionsRaisedAt(
  meeting: Meeting,
  { directory }: Pick<Asker, 'directory'>,
  ports: Pick<Ports, 'actions' | 'calendar'>,
): Promise<Action[]> {
  const { id, timeZone } = directory.partnership;
  const source = meetingSource(meeting, directory);
  const found = await ports.actions.list(
    id,
    { sourceKind: 'meeting' },
    ports.calendar.today(timeZone),
  );
  return found
    .filter((action) => action.source.name === source.name)
    .sort((a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true }));
}

/** What a meeting takes up again: open actions raised at the last one, and those of its group that are due by its day. */
export async function findCarriedActions(
  meeting: Meeting,
  asker: Asker,
  ports: Ports,
): Promise<Action[]> {
  const { id, timeZone } = asker.directory.partnership;
  const today = ports.calendar.today(timeZone);
  const last = await findLastHeld(id, meeting.group, today, ports);
  const [fromLast, due] = await Promise.all([
    last ? findActionsRaisedAt(last, asker, ports) : [],
    ports.actions.list(
      id,
      { group: meeting.group, status: 'not complete', dueTo: toDay(meeting.startsAt) },
      today,
    ),
  ]);
  const open = new Map([...fromLast.filter(isOpen), ...due].map((action) => [action.ref, action]));
  return mostUrgentFirst([...open.values()], today);
}
