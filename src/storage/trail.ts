import { createHash, createHmac, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { number, text } from '../contract/columns.ts';
import type { Changes } from '../domain/change-event.ts';
import { behind, type KeyRange, keyOf, ordinal, startingWith } from './keys.ts';
import { parseRow } from './parse-row.ts';
import type { Row, StoredRow } from './row.ts';

/** What somebody did to one record. Ids, days and states only: an entry is never changed, so nothing may be in it that has to be. */
export interface AuditEvent {
  /** Person id; `import`, `convenor`, `retention` or `administration` for what nobody pressed; `stranger` for whom nobody knows. */
  readonly by: string;
  /** The agency or person for whom they spoke. */
  readonly onBehalf?: string;
  readonly type: string;
  readonly kind: string;
  readonly id: string;
  readonly version?: number;
  readonly changes?: Changes;
  /** Names the press of a button. */
  readonly operation?: string;
}

/** Of a change, the values of these fields; of any other field only that it changed. */
export function onlyFields(changes: Changes, sayable: readonly string[]): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([field, values]) => [
      field,
      sayable.includes(field) ? values : {},
    ]),
  );
}

/** What one transaction did to the rows of its partition. */
export interface Entry {
  readonly sequence: number;
  /** Hash of the entry before; the partition’s key for the first. */
  readonly previous: string;
  /** When it was written: an ISO instant. */
  readonly at: string;
  /** Tells whose transaction this was when a reply gets lost. */
  readonly writer: string;
  readonly deeds: readonly AuditEvent[];
  /** Every row that it wrote, by its {@link nameOf}, with the digest of what it wrote; `null` for one that it removed. */
  readonly rows: Readonly<Record<string, string | null>>;
  /** Digest of what lies beside the entry and may be forgotten. */
  readonly beside?: string;
}

/** The end of a trail. `pepper` makes the names of rows meaningless outside of their partition. */
export interface TrailHead {
  readonly sequence: number;
  readonly hash: string;
  readonly pepper: string;
}

/** A trail lies behind all records of its partition: `z|SEQUENCE` its entries, `z|head` its end. */
const TRAIL = 'z';
export const TRAIL_HEAD = keyOf(TRAIL, 'head');
export const RECORDS: KeyRange = { from: '', below: TRAIL };
export const entryKey = (sequence: number) => keyOf(TRAIL, ordinal(sequence));
/** The entries from one on; with the head behind them. */
export const entriesFrom = (sequence: number): KeyRange => ({
  from: entryKey(sequence),
  below: TRAIL_HEAD,
});
export const endFrom = (sequence: number): KeyRange => ({
  from: entryKey(sequence),
  below: behind(TRAIL),
});
export const isOfTrail = ({ rowKey }: { readonly rowKey: string }) =>
  rowKey >= startingWith(TRAIL).from;

export function newHead(partition: string): TrailHead {
  return { sequence: 0, hash: partition, pepper: randomBytes(16).toString('base64url') };
}

/** A row with a salt of its own: once text and salt are gone, nobody can tell from the digest what the text was. */
export function salted(row: Row): Row {
  return { ...row, salt: randomBytes(12).toString('base64url') };
}

/** SHA-256 of everything in a row, as canonical JSON (RFC 8785). */
export function digestOf(row: Row | StoredRow): string {
  return sha256(canonicalize(columnsOf(row)) ?? '');
}

/** A row as it was written, without what storage adds. */
export function columnsOf(row: Row | StoredRow): Row {
  const { partitionKey, rowKey } = row;
  const columns = Object.entries(row as Row).filter(
    ([name]) => !/^(etag|timestamp|odata\..*)$/.test(name),
  );
  return { partitionKey, rowKey, ...Object.fromEntries(columns) };
}

/** How the entries of a trail call a row: some keys have words or names in them, which an entry must not. */
export function nameOf(rowKey: string, { pepper }: Pick<TrailHead, 'pepper'>): string {
  return createHmac('sha256', pepper).update(rowKey).digest('base64url').slice(0, 22);
}

export const hashOf = (entry: string): string => sha256(entry);

const changesColumn = z.record(text, z.object({ from: text.optional(), to: text.optional() }));
const deedSchema = z.object({
  by: text,
  onBehalf: text.optional(),
  type: text,
  kind: text,
  id: text,
  version: number.optional(),
  changes: changesColumn.optional(),
  operation: text.optional(),
});
const entrySchema = z.object({
  sequence: number,
  previous: text,
  at: text,
  writer: text,
  deeds: z.array(deedSchema).readonly(),
  rows: z.record(text, text.nullable()),
  beside: text.optional(),
});
const entryColumns = z.object({
  entry: text,
  hash: text,
  beside: text.optional(),
  salt: text.optional(),
});
const headColumns = z.object({ sequence: number, hash: text, pepper: text });

/** What an entry may have beside it, such as the titles from which a search catches up: digested with a salt, so that it can be forgotten. */
export interface Beside {
  readonly beside: string;
  readonly salt: string;
}

export function besideOf(beside: string): Beside {
  return { beside, salt: randomBytes(12).toString('base64url') };
}

export const digestOfBeside = ({ beside, salt }: Beside): string => sha256(`${salt}${beside}`);

/** The entry’s row with its hash, which the next head will have. */
export function toEntryRow(
  partitionKey: string,
  entry: Entry,
  beside?: Beside,
): Row & { readonly hash: string } {
  const written = canonicalize(entry) ?? '';
  return {
    ...beside,
    entry: written,
    hash: hashOf(written),
    partitionKey,
    rowKey: entryKey(entry.sequence),
  };
}

/** @throws UnreadableRow */
export function fromEntryRow(table: string, row: StoredRow) {
  const { entry: written, ...rest } = parseRow(table, entryColumns, row);
  const read = entrySchema.safeParse(parsedJson(written));
  return { ...rest, written, entry: read.success ? (read.data as Entry) : undefined };
}

export function toHeadRow(partitionKey: string, head: TrailHead): Row {
  return { ...head, partitionKey, rowKey: TRAIL_HEAD };
}

/** @throws UnreadableRow */
export function fromHeadRow(table: string, row: StoredRow): TrailHead {
  return parseRow(table, headColumns, row);
}

function parsedJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

function sha256(written: string): string {
  return createHash('sha256').update(written).digest('base64url');
}
