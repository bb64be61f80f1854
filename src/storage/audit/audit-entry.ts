import { createHash, createHmac, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { numberColumn, textColumn } from '../../contract/columns.ts';
import type { ChangeEvent, Changes } from '../../domain/change-event.ts';
import { type KeyRange, prefixEnd, prefixRange, toKey, toOrdinal } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { StoredRow, TableRow } from '../tables/row.ts';

/**
 * An action of somebody on one record. It holds ids, days and states only, for entries are never
 * changed and so must not contain anything that has to be erased. `by` is a person id; `import`,
 * `convenor`, `retention` or `administration` when nobody pressed; `stranger` for an unknown
 * person.
 */
export interface AuditEvent extends Omit<ChangeEvent, 'at' | 'reason'> {
  readonly kind: string;
  readonly id: string;
  readonly version?: number;
}

/** Keeps the values of these fields; of other fields only that they changed. */
export function onlyFields(changes: Changes, audited: readonly string[]): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([field, values]) => [
      field,
      audited.includes(field) ? values : {},
    ]),
  );
}

/** The audit entry of one transaction in a partition. */
export interface AuditEntry {
  readonly sequence: number;
  /** The hash of the previous entry; the partition key for the first entry. */
  readonly previous: string;
  /** When it was written, as an ISO instant. */
  readonly at: string;
  /**
   * Identifies the writer, so that a writer recognises its own transaction when the reply was lost.
   */
  readonly writer: string;
  readonly events: readonly AuditEvent[];
  /** The digest of every written row by its {@link toRowId}; `null` for a removed row. */
  readonly rows: Readonly<Record<string, string | null>>;
  readonly payloadDigest?: string;
}

/**
 * The last entry of a partition. `rowIdKey` makes row ids meaningless outside of their partition.
 */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
  readonly rowIdKey: string;
}

/**
 * Text stored beside an entry that can be erased, such as the titles for updating a search. The
 * entry contains only its salted digest.
 */
export interface ErasablePayload {
  readonly payload: string;
  readonly salt: string;
}

/**
 * The audit log of a partition sorts behind its records: `z|SEQUENCE` for entries, `z|head` for the
 * head.
 */
const PREFIX = 'z';
export const AUDIT_HEAD_KEY = toKey(PREFIX, 'head');
export const RECORD_RANGE: KeyRange = { from: '', below: PREFIX };
export const entryKey = (sequence: number) => toKey(PREFIX, toOrdinal(sequence));
/** The entries from a sequence number on. */
export const toEntryRange = (sequence: number): KeyRange => ({
  from: entryKey(sequence),
  below: AUDIT_HEAD_KEY,
});
/** The entries from a sequence number on, and the head. */
export const toTailRange = (sequence: number): KeyRange => ({
  from: entryKey(sequence),
  below: prefixEnd(PREFIX),
});
export const isAuditRow = ({ rowKey }: { readonly rowKey: string }) =>
  rowKey >= prefixRange(PREFIX).from;

export function createHead(partition: string): AuditHead {
  return { sequence: 0, hash: partition, rowIdKey: randomBytes(16).toString('base64url') };
}

/**
 * Adds a random salt to a row: once text and salt are deleted, the digest does not reveal the text.
 */
export function addSalt(row: TableRow): TableRow {
  return { ...row, salt: createSalt() };
}

/** The SHA-256 of a row as canonical JSON (RFC 8785). */
export function digestRow(row: TableRow | StoredRow): string {
  return sha256(canonicalize(withoutMetadata(row)) ?? '');
}

/** A row as it was written, without the properties that storage adds. */
export function withoutMetadata(row: TableRow | StoredRow): TableRow {
  const { partitionKey, rowKey } = row;
  const columns = Object.entries(row as TableRow).filter(
    ([name]) => !/^(etag|timestamp|odata\..*)$/.test(name),
  );
  return { partitionKey, rowKey, ...Object.fromEntries(columns) };
}

/**
 * The id of a row in audit entries. Some row keys contain names or words, which entries must not.
 */
export function toRowId(rowKey: string, { rowIdKey }: Pick<AuditHead, 'rowIdKey'>): string {
  return createHmac('sha256', rowIdKey).update(rowKey).digest('base64url').slice(0, 22);
}

export const hashEntry = (entry: string): string => sha256(entry);

export function toErasablePayload(payload: string): ErasablePayload {
  return { payload, salt: createSalt() };
}

export const digestPayload = ({ payload, salt }: ErasablePayload): string =>
  sha256(`${salt}${payload}`);

const eventSchema = z.object({
  by: textColumn,
  onBehalf: textColumn.optional(),
  type: textColumn,
  kind: textColumn,
  id: textColumn,
  version: numberColumn.optional(),
  changes: z
    .record(textColumn, z.object({ from: textColumn.optional(), to: textColumn.optional() }))
    .optional(),
  operation: textColumn.optional(),
});
const entrySchema = z.object({
  sequence: numberColumn,
  previous: textColumn,
  at: textColumn,
  writer: textColumn,
  events: z.array(eventSchema).readonly(),
  rows: z.record(textColumn, textColumn.nullable()),
  payloadDigest: textColumn.optional(),
}) satisfies z.ZodType<AuditEntry>;
const entryColumns = z.object({
  entry: textColumn,
  hash: textColumn,
  payload: textColumn.optional(),
  salt: textColumn.optional(),
});
const headColumns = z.object({ sequence: numberColumn, hash: textColumn, rowIdKey: textColumn });

/** The row of an entry, with the hash for the next head. */
export function toEntryRow(
  partitionKey: string,
  entry: AuditEntry,
  payload?: ErasablePayload,
): TableRow & { readonly hash: string } {
  const written = canonicalize(entry) ?? '';
  const rowKey = entryKey(entry.sequence);
  return { ...payload, entry: written, hash: hashEntry(written), partitionKey, rowKey };
}

/** @throws UnreadableRow */
export function fromEntryRow(table: string, row: StoredRow) {
  const { entry: written, ...rest } = parseRow(table, entryColumns, row);
  const entry: AuditEntry | undefined = entrySchema.safeParse(parseJson(written)).data;
  return { ...rest, written, entry };
}

export function toHeadRow(partitionKey: string, head: AuditHead): TableRow {
  return { ...head, partitionKey, rowKey: AUDIT_HEAD_KEY };
}

/** @throws UnreadableRow */
export function fromHeadRow(table: string, row: StoredRow): AuditHead {
  return parseRow(table, headColumns, row);
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

const createSalt = () => randomBytes(12).toString('base64url');

function sha256(written: string): string {
  return createHash('sha256').update(written).digest('base64url');
}
