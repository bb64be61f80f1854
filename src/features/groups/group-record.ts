import type { Request } from '../../contract/request.ts';
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  formatDayWithYear,
  toDay,
} from '../../domain/dates.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Group, Person } from '../../domain/partnership.ts';
import { findChairs } from '../../domain/partnership-then.ts';

/** What the records hold of a group on a day. */
export interface GroupRecord {
  readonly group: Group;
  /** Those named as its chair. */
  readonly chairs: readonly Person[];
  /** The post that chairs it, where one is recorded. */
  readonly chairRole?: string;
  /** Its meetings up to today, by their time. */
  readonly past: readonly Meeting[];
  readonly lastHeld?: Meeting;
  readonly next?: Meeting;
}

/** So far back its meetings are looked at: a group may not have met for years. */
const MONTHS_BACK = 60;

export async function loadGroup(
  { directory, today, ports }: Request,
  group: Group,
): Promise<GroupRecord> {
  const { id } = directory.partnership;
  const [past, next] = await Promise.all([
    ports.meetings.list(id, group.id, addMonths(today, -MONTHS_BACK), today),
    ports.meetings.findNext(id, group.id, today),
  ]);
  const chairRole = /^(|not (stated|recorded|known)|n\/?a)$/i.test(group.chairRole?.trim() ?? '')
    ? undefined
    : group.chairRole;
  const lastHeld = past.findLast(({ status }) => status === 'held');
  return {
    group,
    chairs: findChairs(directory, group.id),
    ...(chairRole && { chairRole }),
    past,
    ...(lastHeld && { lastHeld }),
    ...(next && { next }),
  };
}

/** Who chairs a group, in few words: the people named, else the post; `undefined` where neither is recorded. */
export function chairWords({ chairs, chairRole }: GroupRecord): string | undefined {
  return chairs.map(({ displayName }) => displayName).join(', ') || chairRole;
}

/**
 * How long ago a day was, in days and about how many months.
 * @example formatAgo(day('2020-09-16'), day('2021-03-15')) // '180 days ago (about 6 months)'
 */
export function formatAgo(on: Day, today: Day): string {
  const days = daysBetween(on, today);
  if (days < 2) return days === 0 ? 'today' : 'yesterday';
  const months = Math.round(days / 30.4);
  return `${days} days ago${months > 1 ? ` (about ${months} months)` : ''}`;
}

/** By when its interval wants a group to have met again after its last meeting. */
export function meetsAgainBy({ group, lastHeld }: GroupRecord): Day | undefined {
  return lastHeld && group.meetsEveryWeeks
    ? addDays(toDay(lastHeld.startsAt), group.meetsEveryWeeks * 7)
    : undefined;
}

/** “It meets every 13 weeks, so the next was due by Wed 16 December 2020.” Empty where it is not late. */
export function describeLateness(record: GroupRecord, today: Day): string {
  const due = meetsAgainBy(record);
  return due && due < today
    ? ` It meets every ${record.group.meetsEveryWeeks} weeks, so the next was due by ${formatDayWithYear(due)}.`
    : '';
}
