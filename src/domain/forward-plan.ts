import type { Actor } from './actor.ts';
import type { BankHolidays } from './bank-holidays.ts';
import { acceptChange, type Change } from './change-event.ts';
import { addMonths, type Day, day, type Month, toDay } from './dates.ts';
import type { Meeting } from './meeting.ts';
import { omitUndefined, trimToUndefined } from './optional.ts';
import { type Outcome, refuse } from './outcome.ts';
import { changeFields } from './record-change.ts';
import { addWorkingDays } from './working-days.ts';

/** Something that has to come to a meeting of a group: a report, a plan to be agreed, a duty to be met. */
export interface PlanItem {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** The month whose meeting it comes to; none where only its last day is known. */
  readonly month?: Month;
  /** Id of the duty that it meets; none where no rule asks for it. */
  readonly duty?: string;
  /** Who writes the paper. */
  readonly ownerAgency?: string;
  readonly ownerPerson?: string;
  /** By when the paper is wanted; five working days before the meeting where no day is given. */
  readonly paperDueOn?: Day;
  /** The last day by law, guidance or plan, whatever the meeting. */
  readonly dueOn?: Day;
  /** It comes again after so many months. */
  readonly everyMonths?: number;
  readonly receivedOn?: Day;
  /** A link; papers themselves are not kept. */
  readonly paper?: string;
  readonly withdrawnOn?: Day;
  readonly withdrawnBecause?: string;
  readonly basis?: string;
}

/** Papers are usually sent out a week before; our proposal. */
const PAPER_WORKING_DAYS = 5;

export const PLAN_STATES = ['missed', 'late', 'awaited', 'received', 'withdrawn'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const isAwaited = ({ receivedOn, withdrawnOn }: PlanItem): boolean =>
  !receivedOn && !withdrawnOn;

/**
 * The meeting that an item comes to: of its group and month, the first ordinary one that is not
 * called off.
 */
export function findMeetingOf(
  { group, month }: Pick<PlanItem, 'group' | 'month'>,
  meetings: readonly Meeting[],
): Meeting | undefined {
  const fitting = meetings.filter(
    (each) =>
      each.group === group &&
      month !== undefined &&
      each.startsAt.startsWith(month) &&
      (each.status === 'scheduled' || each.status === 'held'),
  );
  return fitting.find(({ kind }) => kind === 'ordinary') ?? fitting[0];
}

/**
 * By when the paper is wanted: the day that is given, else five working days before the meeting.
 * @example paperDueOn({ … }, meetingOn('2026-09-16'), england) // '2026-09-09'
 */
export function paperDueOn(
  { paperDueOn: given, dueOn }: PlanItem,
  meeting: Meeting | undefined,
  bankHolidays: BankHolidays,
): Day | undefined {
  if (given) return given;
  if (!meeting) return dueOn;
  const before = addWorkingDays(toDay(meeting.startsAt), -PAPER_WORKING_DAYS, bankHolidays);
  return before.ok ? before.value : undefined;
}

/** Where an item stands on a day: it missed its meeting, its paper is late, or it is awaited. */
export function planState(
  item: PlanItem,
  meeting: Meeting | undefined,
  { today, bankHolidays }: { readonly today: Day; readonly bankHolidays: BankHolidays },
): PlanState {
  if (item.withdrawnOn) return 'withdrawn';
  if (item.receivedOn) return 'received';
  const { month, dueOn } = item;
  const isOver =
    meeting?.status === 'held' ||
    (meeting !== undefined && toDay(meeting.startsAt) < today) ||
    (meeting === undefined && month !== undefined && month < today.slice(0, 7)) ||
    (dueOn !== undefined && dueOn < today);
  if (isOver) return 'missed';
  const due = paperDueOn(item, meeting, bankHolidays);
  return due !== undefined && due < today ? 'late' : 'awaited';
}

export type PlanRefusal =
  | 'title-missing'
  | 'when-missing'
  | 'not-a-link'
  | 'reason-missing'
  | 'day-to-come'
  | 'received-already'
  | 'withdrawn';

/** Puts an item on the plan; it says at least its month or its last day. */
export function plan(item: PlanItem, actor: Actor): Outcome<Change<PlanItem>, PlanRefusal> {
  if (!item.title.trim()) return refuse('title-missing');
  if (!item.month && !item.dueOn) return refuse('when-missing');
  return acceptChange(item, { type: 'added' }, actor);
}

/** Records that the paper came, or that the duty is met. */
export function receive(
  item: PlanItem,
  { on, paper }: { readonly on: Day; readonly paper: string | undefined },
  actor: Actor,
): Outcome<Change<PlanItem>, PlanRefusal> {
  const link = trimToUndefined(paper);
  if (item.withdrawnOn) return refuse('withdrawn');
  if (item.receivedOn) return refuse('received-already');
  if (on > actor.today) return refuse('day-to-come');
  if (link && !/^https:\/\/\S+$/.test(link)) return refuse('not-a-link');
  return changeFields<PlanItem>(item, { receivedOn: on, paper: link }, { type: 'received' }, actor);
}

/** Puts it to another month, or another group; its own day for the paper goes with the old meeting. */
export function move(
  item: PlanItem,
  {
    group,
    month,
    reason,
  }: { readonly group: string; readonly month: Month; readonly reason: string },
  actor: Actor,
): Outcome<Change<PlanItem>, PlanRefusal> {
  if (item.withdrawnOn) return refuse('withdrawn');
  if (item.receivedOn) return refuse('received-already');
  if (!reason.trim()) return refuse('reason-missing');
  return changeFields<PlanItem>(
    item,
    { group, month, paperDueOn: undefined },
    { type: 'moved', reason },
    actor,
  );
}

/** Takes it off the plan; it stays in the records with the reason. */
export function withdraw(
  item: PlanItem,
  reason: string,
  actor: Actor,
): Outcome<Change<PlanItem>, PlanRefusal> {
  if (item.withdrawnOn) return refuse('withdrawn');
  if (!reason.trim()) return refuse('reason-missing');
  return changeFields<PlanItem>(
    item,
    { withdrawnOn: actor.today, withdrawnBecause: reason },
    { type: 'withdrawn', reason },
    actor,
  );
}

/**
 * The item that follows one that comes again, counted from when this one was due; none where it does
 * not come again.
 * @example nextOccurrence({ everyMonths: 12, month: '2026-03', … }, 'FP-09') // month: '2027-03'
 */
export function nextOccurrence(item: PlanItem, id: string): PlanItem | undefined {
  const { everyMonths, month, dueOn, title, group, duty, ownerAgency, ownerPerson } = item;
  if (!everyMonths) return undefined;
  const later = (on: Day) => addMonths(on, everyMonths);
  return omitUndefined({
    id,
    title,
    group,
    duty,
    ownerAgency,
    ownerPerson,
    everyMonths,
    month: month && (later(day(`${month}-01`)).slice(0, 7) as Month),
    dueOn: dueOn && later(dueOn),
  }) as PlanItem;
}
