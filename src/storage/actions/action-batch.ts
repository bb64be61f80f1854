import type { Action } from '../../domain/action.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { type AuditEvent, onlyFields } from '../audit/audit-entry.ts';
import { MAX_AUDITED_OPERATIONS } from '../audit/audited-table.ts';
import { operationRow } from '../tables/operation-rows.ts';
import type { RowOperation, TableRow } from '../tables/row.ts';
import { MAX_BYTES_IN_TRANSACTION, operationBytes } from '../tables/sizes.ts';
import { type Head, toActionRows, toChangeRow, type VersionedAction } from './action-rows.ts';
import { recount } from './action-tallies.ts';

/** An action to be written. */
export interface ActionWrite {
  readonly action: Action;
  /**
   * The version that must be stored; 0 when the action must be new. Without it, the write replaces
   * any version.
   */
  readonly expectedVersion?: number;
  /** Whether a new action may get the next free reference when its own is taken. */
  readonly orNextRef?: boolean;
  /** The event for the history; an imported new action has none. */
  readonly change?: ChangeEvent;
  /** Who imported it, where it has none. */
  readonly by?: string;
}

/**
 * The head of a partnership's actions and the stored versions of the actions to be written, valid
 * while the head's etag is unchanged.
 */
export interface Snapshot {
  readonly head: Head;
  readonly etag: string;
  readonly stored: Map<string, VersionedAction>;
  /** The operations that have already raised an action. */
  readonly operations: ReadonlySet<string>;
}

/** The contents of one transaction, besides the head. */
export interface Batch {
  /** How many of the writes the batch covers, stale ones included. */
  readonly consumed: number;
  readonly operations: readonly RowOperation[];
  readonly written: readonly VersionedAction[];
  readonly events: readonly AuditEvent[];
  /** The titles of the written actions, from which title searches are updated. */
  readonly titles: readonly { readonly ref: string; readonly title: string }[];
  /** The references of actions whose stored version is not the expected one. */
  readonly stale: readonly string[];
  /** The head after the transaction. */
  readonly head: Head;
}

/**
 * The events of a transaction are stored as one text and the titles as another, of 32 Ki characters
 * each.
 */
const MAX_CHARACTERS = 20_000;
const ROOM_FOR_HEAD = 512 * 1024;
/**
 * The fields whose values the audit log may keep. The others may contain free text, such as
 * evidence that was sent back.
 */
const AUDITED_FIELDS = ['status', 'due', 'agency', 'group', 'person', 'verified'];

/** Takes as many of the writes as fit into one transaction, at least one, and no action twice. */
export function nextBatch(
  partition: string,
  { head, stored, operations: saved }: Snapshot,
  writes: readonly ActionWrite[],
  from: number,
): Batch {
  const operations: RowOperation[] = [];
  const kept: VersionedAction[] = [];
  const events: AuditEvent[] = [];
  const titles: Batch['titles'][number][] = [];
  const stale: string[] = [];
  let { created, tallies, lastRef } = head;
  let bytes = ROOM_FOR_HEAD;
  let characters = 0;
  let at = from;
  for (; at < writes.length; at += 1) {
    const { action: wanted, expectedVersion, change, by, orNextRef } = writes[at] as ActionWrite;
    const action =
      orNextRef && stored.has(wanted.ref) ? { ...wanted, ref: nextRef(lastRef) } : wanted;
    const { ref, title } = action;
    if (kept.some((other) => other.action.ref === ref)) break;
    const before = stored.get(ref);
    const operation = before ? undefined : change?.operation;
    const isStale = expectedVersion !== undefined && expectedVersion !== (before?.version ?? 0);
    if (isStale || (operation && saved.has(operation))) {
      stale.push(ref);
      continue;
    }
    const after = {
      action,
      version: (before?.version ?? 0) + 1,
      order: before?.order ?? created + 1,
    };
    const added = [
      ...toOperations(partition, before, after, change),
      ...operationRow(partition, change?.operation, 'action', ref),
    ];
    bytes += added.reduce((sum, operation) => sum + operationBytes(operation), 0);
    const event = toAuditEvent(after, change, by);
    characters += title.length + JSON.stringify(event).length;
    const fits =
      operations.length + added.length + 1 <= MAX_AUDITED_OPERATIONS &&
      bytes <= MAX_BYTES_IN_TRANSACTION &&
      characters <= MAX_CHARACTERS;
    if (!fits && kept.length > 0) break;
    operations.push(...added);
    kept.push(after);
    events.push(event);
    titles.push({ ref, title });
    tallies = recount(tallies, before?.action, action);
    created = Math.max(created, after.order);
    lastRef = laterRef(lastRef, ref);
  }
  const next = { ...head, version: head.version + 1, created, tallies, lastRef };
  return {
    consumed: at - from,
    operations,
    written: kept,
    events,
    titles,
    stale,
    head: next,
  };
}

function toAuditEvent(
  { action, version }: VersionedAction,
  change: ChangeEvent | undefined,
  importer = 'import',
): AuditEvent {
  const { by = importer, type = 'recorded', changes = {}, operation } = change ?? {};
  return {
    by,
    type,
    kind: 'action',
    id: action.ref,
    version,
    changes: onlyFields(changes, AUDITED_FIELDS),
    operation,
  };
}

function toOperations(
  partition: string,
  before: VersionedAction | undefined,
  after: VersionedAction,
  change: ChangeEvent | undefined,
): RowOperation[] {
  const rows = toActionRows(partition, after);
  const keys = new Set(rows.map(({ rowKey }) => rowKey));
  const outdated = before
    ? toActionRows(partition, before).filter(({ rowKey }) => !keys.has(rowKey))
    : [];
  const history: TableRow[] = change
    ? [toChangeRow(partition, after.action.ref, after.version, change)]
    : [];
  return [
    ...outdated.map((remove) => ({ remove })),
    ...[...rows, ...history].map((put) => ({ put })),
  ];
}

function laterRef(last: string | undefined, ref: string): string {
  return last !== undefined && last.localeCompare(ref, 'en', { numeric: true }) >= 0 ? last : ref;
}

/**
 * The next reference: the last number plus one, with as many digits.
 * @example nextRef('SA-113') // 'SA-114'
 */
export function nextRef(last = 'A-000'): string {
  const [, before = '', digits = ''] = /^(.*?)(\d*)$/.exec(last) ?? [];
  return digits
    ? `${before}${String(Number(digits) + 1).padStart(digits.length, '0')}`
    : `${last}-001`;
}
