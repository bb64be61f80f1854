import type { Meeting } from '../domain/meeting.ts';
import type { Priority } from '../domain/partnership.ts';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import { type Fault, listFirst } from './sheet.ts';

/**
 * What a folder leaves open that an answer would stumble over: meetings that were held without a
 * register, and actions under a priority that the plan of their year does not have. One line each.
 */
export function warnOfGaps(
  { meetings = [], attendance = [], actions = [], priorities = [] }: Partial<PartnershipRecords>,
  rows: Readonly<Record<string, number>>,
  fileOf: (list: string) => string = (list) => `${list}.csv`,
): Fault[] {
  const marked = new Set(attendance.map(({ meetingId }) => meetingId));
  const unmarked = meetings.filter(
    ({ id, status }: Meeting) => status === 'held' && !marked.has(id),
  );
  const editions = new Set(priorities.map(({ id, year }: Priority) => `${id} ${year}`));
  const known = new Set(priorities.map(({ id }: Priority) => id));
  const strayed = actions.filter(
    ({ priority, year }) =>
      priority && year && known.has(priority) && !editions.has(`${priority} ${year}`),
  );
  return [
    ...(rows.attendance !== undefined && unmarked.length > 0
      ? [
          {
            file: fileOf('meetings'),
            reason: `held without a register in attendance.csv: ${listFirst(unmarked.map(({ id }) => id))}`,
          },
        ]
      : []),
    ...(strayed.length > 0
      ? [
          {
            file: fileOf('actions'),
            reason: `under a priority that priorities.csv does not have for their year: ${listFirst(strayed.map(({ ref }) => ref))}`,
          },
        ]
      : []),
  ];
}
