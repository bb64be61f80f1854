import { z } from 'zod';
import { changeEventColumns, json, number, text, texts } from '../../contract/columns.ts';
import type { Mark, Register, RegisterEvent } from '../../domain/register.ts';
import type { AuditEvent } from '../audit/audit-entry.ts';
import { prefixRange, toKey, toOrdinal } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { Row, StoredRow } from '../tables/row.ts';

const joined = z.object({ person: text, name: text, isIn: z.boolean() });
const reasoned = z.object({ reason: text, by: text, at: text });

const headColumns = z.object({
  version: number,
  meetingId: text,
  group: text,
  status: z.enum(['planned', 'open', 'closed']),
  expected: texts,
  invited: texts,
  vacant: texts,
  joined: json(z.array(joined).readonly()),
  proceeded: json(reasoned).optional(),
});

const markColumns = z.object({
  person: text,
  agency: text.optional(),
  status: z.enum(['here', 'left', 'apologies']),
  isDeputy: z.boolean().optional(),
  name: text.optional(),
  word: text.optional(),
  by: text,
  at: text,
});

const noteColumns = changeEventColumns.extend({
  agency: text.optional(),
  person: text.optional(),
});

/** The head of a register and its marks behind it: `live|MEETING|`, `live|MEETING|m|PERSON`. One range reads them all. */
export const liveRange = (meetingId: string) => prefixRange('live', meetingId);
const headKey = (meetingId: string) => `${toKey('live', meetingId)}|`;

export type RegisterHead = z.output<typeof headColumns>;

export function toHeadRow(
  partitionKey: string,
  { marks: _, lines: __, ...head }: Register,
  version: number,
): Row {
  return {
    ...z.encode(headColumns, { ...head, version }),
    partitionKey,
    rowKey: headKey(head.meetingId),
  };
}

/** @throws UnreadableRow */
export function fromHeadRow(table: string, row: StoredRow): RegisterHead {
  return parseRow(table, headColumns, row);
}

export function toMarkRow(partitionKey: string, meetingId: string, mark: Mark): Row {
  return {
    ...z.encode(markColumns, mark),
    partitionKey,
    rowKey: toKey('live', meetingId, 'm', mark.person),
  };
}

/** @throws UnreadableRow */
export function fromMarkRow(table: string, row: StoredRow): Mark {
  return parseRow(table, markColumns, row);
}

/** The history of a register, each line under the version that it made. */
const noteKey = (meetingId: string, version: number) =>
  toKey('note', meetingId, toOrdinal(version));

export function toNoteRow(
  partitionKey: string,
  meetingId: string,
  version: number,
  note: RegisterEvent,
): Row {
  return { ...z.encode(noteColumns, note), partitionKey, rowKey: noteKey(meetingId, version) };
}

/** @throws UnreadableRow */
export function fromNoteRow(table: string, row: StoredRow): RegisterEvent {
  return parseRow(table, noteColumns, row);
}

/** A guest is marked under a name, which is not for the audit log. */
export function toAuditEvent(
  meetingId: string,
  version: number,
  { by, type, agency, person, changes, operation }: RegisterEvent,
): AuditEvent {
  const known = person?.split(', ').map((each) => (each.includes(':') ? 'guest' : each));
  const audited = {
    ...changes,
    ...(agency && { agency: { to: agency } }),
    ...(known && { person: { to: known.join(', ') } }),
  };
  return { by, type, kind: 'register', id: meetingId, version, changes: audited, operation };
}
