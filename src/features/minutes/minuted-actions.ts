import { formatOwner } from '../../answers/action-words.ts';
import { type Action, isOpen } from '../../domain/action.ts';
import { actionAsAt } from '../../domain/action-as-at.ts';
import {
  addDays,
  addMonths,
  type Day,
  formatDayWithYear,
  toDay,
  toLocalTime,
} from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { findActionsRaisedAt } from '../meetings/queries.ts';
import type { ReadingMinutes } from './minutes.ts';

/** An action as the minutes have it, in the order of its columns. */
export interface MinutedAction {
  readonly ref: string;
  readonly title: string;
  readonly owner: string;
  /** `due Mon 31 May 2021` */
  readonly due: string;
  /** Where the records do not tell, they say so. */
  readonly status: string;
  readonly isKnown: boolean;
  /** The title of the item of the agenda. */
  readonly item?: string;
}

/** An action as it was at the end of the meeting's day; one that was raised later, as it was raised. */
export async function toMinutedAction(
  { ports }: ReadingMinutes,
  directory: Directory,
  action: Action,
  meetingDay: Day,
): Promise<MinutedAction> {
  const { id, timeZone } = directory.partnership;
  const { history = [] } = (await ports.actions.find(id, action.ref)) ?? {};
  const raised = history.find(({ type }) => type === 'raised');
  const raisedOn = action.raisedOn ?? (raised && toDay(toLocalTime(new Date(raised.at), timeZone)));
  const asAt = raisedOn && raisedOn > meetingDay ? raisedOn : meetingDay;
  const { isKnown, possible } = actionAsAt(action, history, asAt, timeZone);
  const then = isKnown ? possible[0] : undefined;
  const { ref, title, dueOn, source } = then ?? action;
  return {
    ref,
    title,
    owner: formatOwner(then ?? action, directory) ?? 'No owner recorded',
    due: dueOn ? `due ${formatDayWithYear(dueOn)}` : 'no due date',
    status: then?.status ?? 'not known of that day',
    isKnown: then !== undefined,
    ...(source.item && { item: source.item }),
  };
}

/** So far back the meeting before is looked for. */
const MONTHS_BACK = 18;
/** As many as a table of minutes can carry. */
const MAX_EARLIER = 60;

/**
 * What a meeting took up again, as it stood at the end of that day: what was open the day before,
 * and was raised at the meeting before or was with the group and due by then.
 */
export async function findEarlierActions(
  context: ReadingMinutes,
  directory: Directory,
  { group, startsAt }: Meeting,
): Promise<MinutedAction[]> {
  const { today, ports } = context;
  const { id, timeZone } = directory.partnership;
  const on = toDay(startsAt);
  const eve = addDays(on, -1);
  const past = await ports.meetings.list(id, group, addMonths(on, -MONTHS_BACK), eve);
  const before = past.findLast(({ status }) => status === 'held');
  const [ofGroup, fromBefore] = await Promise.all([
    ports.actions.list(id, { group }, today),
    before ? findActionsRaisedAt({ ...context, directory }, before) : [],
  ]);
  const refs = new Set(fromBefore.map(({ ref }) => ref));
  const candidates = new Map([...fromBefore, ...ofGroup].map((action) => [action.ref, action]));
  const open = await Promise.all(
    [...candidates.values()]
      .filter((action) => mayHaveBeenOpen(action, on))
      .map(async (action) => {
        const { history = [] } = (await ports.actions.find(id, action.ref)) ?? {};
        const { isKnown, possible } = actionAsAt(action, history, eve, timeZone);
        const wasOpen = possible.some(
          (then) =>
            isOpen(then) && (refs.has(then.ref) || (then.dueOn !== undefined && then.dueOn <= on)),
        );
        return wasOpen && (isKnown || refs.has(action.ref) || isOpen(action)) ? action : undefined;
      }),
  );
  const found = open.filter((action) => action !== undefined);
  found.sort((a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true }));
  return Promise.all(
    found.slice(0, MAX_EARLIER).map((action) => toMinutedAction(context, directory, action, on)),
  );
}

/** Whatever was closed on a day before the meeting is left out without reading its history. */
const mayHaveBeenOpen = (action: Action, on: Day): boolean =>
  (action.raisedOn === undefined || action.raisedOn < on) &&
  (isOpen(action) || !action.completedOn || action.completedOn.slice(0, 7) >= on.slice(0, 7));
