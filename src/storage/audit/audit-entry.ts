import { createHash, createHmac, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { number, text } from '../../contract/columns.ts';
import type { ChangeEvent, Changes } from '../../domain/change-event.ts';
import { type KeyRange, prefixEnd, prefixRange, toKey, toOrdinal } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { Row, StoredRow } from '../tables/row.ts';

/**
 * What somebody did to one record. Ids, days and states only: an entry is never changed, so nothing may be in it that has to be.
 * `by` is a person id; `import`, `convenor`, `retention` or `administration` for what nobody pressed; `stranger` for whom nobody knows.
 */
export interface AuditEvent extends Omit<ChangeEvent, 'at' | 'reason'> {
  readonly kind: string;
  readonly id: string;
  readonly version?: number;
}

/** Of a change, the values of these fields; of any other field only that it changed. */
export function onlyFields(changes: Changes, audited: readonly string[]): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([field, values]) => [
      field,
      audited.includes(field) ? values : {},
    ]),
  );
}

/** What one transaction did to the rows of its partition. */
export interface AuditEntry {
  readonly sequence: number;
  /** Hash of the entry before; the partition’s key for the first. */
  readonly previous: string;
  /** When it was written: an ISO instant. */
  readonly at: string;
  /** Tells whose transaction this was when a reply gets lost. */
  readonly writer: string;
  readonly events: readonly AuditEvent[];
  /** Every row that it wrote, by its {@link toRowId}, with the digest of what it wrote; `null` for one that it removed. */
  readonly rows: Readonly<Record<string, string | null>>;
  readonly payloadDigest?: string;
}

/** The last entry of a partition. `rowIdKey` makes the ids of rows meaningless outside of their partition. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
  readonly rowIdKey: string;
}

/** What may lie beside an entry, such as the titles from which a search catches up: digested with a salt, so that it can be erased. */
export interface ErasablePayload {
  readonly payload: string;
  readonly salt: string;
}

/** The log of a partition lies behind all its records: `z|SEQUENCE` its entries, `z|head` the end of it. */
const PREFIX = 'z';
export const AUDIT_HEAD_KEY = toKey(PREFIX, 'head');
export const RECORD_RANGE: KeyRange = { from: '', below: PREFIX };
export const entryKey = (sequence: number) => toKey(PREFIX, toOrdinal(sequence));
/** The entries from one on. */
export const entriesFrom = (sequence: number): KeyRange => ({
  from: entryKey(sequence),
  below: AUDIT_HEAD_KEY,
});
/** The entries from one on, with the head behind them. */
export const tailFrom = (sequence: number): KeyRange => ({
  from: entryKey(sequence),
  below: prefixEnd(PREFIX),
});
export const isAuditRow = ({ rowKey }: { readonly rowKey: string }) =>
  rowKey >= prefixRange(PREFIX).from;

export function createHead(partition: string): AuditHead {
  return { sequence: 0, hash: partition, rowIdKey: randomBytes(16).toString('base64url') };
}

/** A row with a salt of its own: once text and salt are gone, nobody can tell from the digest what the text was. */
export function withSalt(row: Row): Row {
  return { ...row, salt: createSalt() };
}

/** SHA-256 of everything in a row, as canonical JSON (RFC 8785). */
export function digestRow(row: Row | StoredRow): string {
  return sha256(canonicalize(withoutMetadata(row)) ?? '');
}

/** A row as it was written, without what storage adds. */
export function withoutMetadata(row: Row | StoredRow): Row {
  const { partitionKey, rowKey } = row;
  const columns = Object.entries(row as Row).filter(
    ([name]) => !/^(etag|timestamp|odata\..*)$/.test(name),
  );
  return { partitionKey, rowKey, ...Object.fromEntries(columns) };
}

/** How entries call a row: some keys have words or names in them, which an entry must not. */
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
  by: text,
  onBehalf: text.optional(),
  type: text,
  kind: text,
  id: text,
  version: number.optional(),
  changes: z.record(text, z.object({ from: text.optional(), to: text.optional() })).optional(),
  operation: text.optional(),
});
const entrySchema = z.object({
  sequence: number,
  previous: text,
  at: text,
  writer: text,
  events: z.array(eventSchema).readonly(),
  rows: z.record(text, text.nullable()),
  payloadDigest: text.optional(),
}) satisfies z.ZodType<AuditEntry>;
const entryColumns = z.object({
  entry: text,
  hash: text,
  payload: text.optional(),
  salt: text.optional(),
});
const headColumns = z.object({ sequence: number, hash: text, rowIdKey: text });

/** The entry’s row with its hash, which the next head will have. */
export function toEntryRow(
  partitionKey: string,
  entry: AuditEntry,
  payload?: ErasablePayload,
): Row & { readonly hash: string } {
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

export function toHeadRow(partitionKey: string, head: AuditHead): Row {
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
