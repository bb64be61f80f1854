import { z } from 'zod';
import {
  changeEventColumns,
  dayColumn,
  jsonColumn,
  localTimeColumn,
  numberColumn,
  textColumn,
  textListColumn,
} from '../../contract/columns.ts';
import { store } from '../../contract/store.ts';
import type { Day } from '../../domain/dates.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { OpenedRegister, PartnershipThen } from '../../domain/partnership-then.ts';
import type { RegisterEvent } from '../../domain/register.ts';
import type { RecordTable } from '../audit/audited-table.ts';
import { createRepository } from '../repository.ts';
import { createKeyedMutex } from '../tables/keyed-mutex.ts';
import { toKey } from '../tables/keys.ts';

/**
 * A meeting with the day on which its register was closed; for an imported register, the day of the
 * meeting.
 */
export interface KeptMeeting extends Meeting {
  readonly closedOn?: Day;
}

const meetingStore = store<KeptMeeting>({
  kind: 'meeting',
  key: ({ id }) => id,
  // With these, a query reads only the meetings of one group and a sweep only current ones.
  indexes: {
    byTime: ({ group, startsAt }) => [group, startsAt],
    scheduled: ({ status, group, startsAt }) => status === 'scheduled' && [group, startsAt],
    byClosing: ({ closedOn }) => closedOn,
  },
  history: true,
  audited: ['group', 'status', 'startsAt', 'minutes', 'closedOn'],
  columns: z.object({
    id: textColumn,
    group: textColumn,
    title: textColumn,
    kind: textColumn,
    startsAt: localTimeColumn,
    minutes: numberColumn,
    place: textColumn.optional(),
    status: z.enum(['scheduled', 'held', 'postponed', 'cancelled']),
    basis: textColumn.optional(),
    closedOn: dayColumn.optional(),
  }),
});

const markColumns = z.object({
  person: textColumn,
  agency: textColumn.optional(),
  status: z.enum(['here', 'left', 'apologies']),
  isDeputy: z.boolean().optional(),
  claim: z
    .object({
      outcome: z.enum(['confirmed', 'without-seat']).optional(),
      by: textColumn.optional(),
      at: textColumn.optional(),
      reason: textColumn.optional(),
    })
    .optional(),
  name: textColumn.optional(),
  deputy: textColumn.optional(),
  message: textColumn.optional(),
  by: textColumn,
  at: textColumn,
});
export const markWithBefore = markColumns.extend({ before: markColumns.optional() });
export const presenceColumns = z.object({
  person: textColumn,
  name: textColumn,
  isIn: z.boolean(),
});
export const proceededColumns = z.object({ reason: textColumn, by: textColumn, at: textColumn });
const line = z.object({
  meetingId: textColumn,
  agency: textColumn,
  attended: z.enum(['present', 'deputy', 'apologies', 'absent']),
  person: textColumn.optional(),
  deputyFor: textColumn.optional(),
  basis: textColumn.optional(),
});

export const partnershipThenColumns = z.object({
  at: textColumn,
  group: textColumn,
  agencies: z.record(z.string(), textColumn),
  people: z.record(z.string(), textColumn),
  chairs: z.array(textColumn).readonly(),
  quorum: z
    .array(
      z.object({
        group: textColumn,
        allOf: z.array(textColumn).readonly().optional(),
        atLeast: z.number().optional(),
        of: z.array(textColumn).readonly().optional(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<PartnershipThen>;

export const registerStore = store<OpenedRegister, RegisterEvent>({
  kind: 'register',
  key: ({ meetingId }) => meetingId,
  history: changeEventColumns.extend({
    agency: textColumn.optional(),
    person: textColumn.optional(),
  }),
  audited: ['status'],
  columns: z.object({
    meetingId: textColumn,
    group: textColumn,
    status: z.enum(['planned', 'open', 'closed']),
    expected: textListColumn,
    invited: textListColumn,
    vacant: textListColumn,
    marks: jsonColumn(z.array(markWithBefore).readonly()),
    joined: jsonColumn(z.array(presenceColumns).readonly()),
    proceeded: jsonColumn(proceededColumns).optional(),
    lines: jsonColumn(z.array(line).readonly()),
    partnershipThen: jsonColumn(partnershipThenColumns).optional(),
  }),
});

/**
 * Meetings and registers share a partition, `PARTNERSHIP|meetings`, because closing a register
 * marks its meeting as held in the same transaction; opening it again takes that back.
 */
export function createMeetingStores(table: RecordTable) {
  const withLock = createKeyedMutex();
  const meetings = (partnership: string, operation?: string) =>
    createRepository(meetingStore, {
      table,
      partition: toKey(partnership, 'meetings'),
      operation,
      withLock,
    });
  const registers = (partnership: string, operation?: string) =>
    createRepository(registerStore, {
      table,
      partition: toKey(partnership, 'meetings'),
      operation,
      withLock,
      async alongside({ meetingId, status }, before, { at }) {
        if (status === 'open' && before?.status === 'closed')
          return meetings(partnership).editOperations(meetingId, toScheduled);
        if (status !== 'closed' || before?.status === 'closed') return [];
        // This is the day in UTC; sweeps look at the neighbouring days too.
        const closedOn = at.slice(0, 10) as Day;
        return meetings(partnership).editOperations(meetingId, (meeting) =>
          meeting.status === 'held' ? meeting : { ...meeting, status: 'held', closedOn },
        );
      },
      auditChanges,
    });
  return { meetings, registers };
}

/** A meeting whose register was opened again counts as held once that is closed. */
const toScheduled = ({ closedOn: _, ...meeting }: KeptMeeting): KeptMeeting => ({
  ...meeting,
  status: 'scheduled',
});

export type MeetingStores = ReturnType<typeof createMeetingStores>;

/** Replaces guests, whose ids are names, for the audit log. */
function auditChanges({ agency, person, changes }: RegisterEvent) {
  const known = person?.split(', ').map((each) => (each.includes(':') ? 'guest' : each));
  return {
    ...changes,
    ...(agency && { agency: { to: agency } }),
    ...(known && { person: { to: known.join(', ') } }),
  };
}
