import { z } from 'zod';
import {
  changeEventColumns,
  dayColumn,
  dayOrMonthColumn,
  numberColumn,
  textColumn,
} from '../../contract/columns.ts';
import type { Action } from '../../domain/action.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { omitUndefined } from '../../domain/optional.ts';
import { toKey, toOrdinal } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { StoredRow, TableRow } from '../tables/row.ts';
import { toIndexKeys } from './action-index.ts';
import { fromColumns, noTallies, type Tallies, tallyColumns, toColumns } from './action-tallies.ts';

/** An action with its version and its position in the order of creation. */
export interface VersionedAction {
  readonly action: Action;
  readonly version: number;
  readonly order: number;
}

const actionColumns = z.object({
  ref: textColumn,
  title: textColumn,
  sourceKind: textColumn.optional(),
  sourceName: textColumn.optional(),
  sourceItem: textColumn.optional(),
  ownerAgency: textColumn.optional(),
  ownerWith: textColumn.optional(),
  ownerGroup: textColumn.optional(),
  ownerPerson: textColumn.optional(),
  priority: textColumn.optional(),
  review: textColumn.optional(),
  year: textColumn.optional(),
  raisedOn: dayColumn.optional(),
  dueOn: dayColumn.optional(),
  status: z.enum(['open', 'not started', 'in progress', 'blocked', 'complete', 'withdrawn']),
  completedOn: dayOrMonthColumn.optional(),
  impactEvidence: textColumn.optional(),
  verifiedBy: textColumn.optional(),
  verifiedOn: dayColumn.optional(),
  notes: textColumn.optional(),
  basis: textColumn.optional(),
  version: numberColumn,
  order: numberColumn,
});

/**
 * The row of an action and its index copies. Copies are complete, so that a list needs no second
 * read.
 */
export function toActionRows(
  partitionKey: string,
  { action, version, order }: VersionedAction,
): [TableRow, ...TableRow[]] {
  const { source, owner, ...rest } = action;
  const columns = {
    ...rest,
    sourceKind: source.kind,
    sourceName: source.name,
    sourceItem: source.item,
    ownerAgency: owner.agency,
    ownerWith: owner.with?.join(';'),
    ownerGroup: owner.group,
    ownerPerson: owner.person,
    version,
    order,
  };
  const copies = toIndexKeys(action).map((rowKey) => ({ ...columns, partitionKey, rowKey }));
  return [{ ...columns, partitionKey, rowKey: actionKey(action.ref) }, ...copies];
}

/** @throws UnreadableRow */
export function fromActionRow(table: string, row: StoredRow): VersionedAction {
  const { version, order, sourceKind, sourceName, sourceItem, ...columns } = parseRow(
    table,
    actionColumns,
    row,
  );
  const { ownerAgency, ownerWith, ownerGroup, ownerPerson, ...rest } = columns;
  const source = omitUndefined({ kind: sourceKind, name: sourceName, item: sourceItem });
  const owner = omitUndefined({
    agency: ownerAgency,
    with: ownerWith?.split(';'),
    group: ownerGroup,
    person: ownerPerson,
  });
  return { action: { ...rest, source, owner }, version, order };
}

export const actionKey = (ref: string) => `${toKey('a', ref)}|`;

/** The row of a history event, stored behind its action under the version that it made. */
export function toChangeRow(
  partitionKey: string,
  ref: string,
  version: number,
  change: ChangeEvent,
): TableRow {
  return {
    ...z.encode(changeEventColumns, change),
    partitionKey,
    rowKey: toKey('a', ref, 'h', toOrdinal(version)),
  };
}

/** @throws UnreadableRow */
export function fromChangeRow(table: string, row: StoredRow): ChangeEvent {
  return parseRow(table, changeEventColumns, row);
}

/**
 * The head row of a partnership's actions: version, number of actions ever created, last reference,
 * tallies. Every write changes it.
 */
export interface Head {
  readonly version: number;
  readonly created: number;
  /** The last reference in natural order. */
  readonly lastRef?: string;
  readonly tallies: Tallies;
}

export const HEAD = 'head';

const headColumns = z.object({
  version: numberColumn,
  created: numberColumn,
  lastRef: textColumn.optional(),
  ...tallyColumns.shape,
});

export const newHead: Head = { version: 0, created: 0, tallies: noTallies };

export function toHeadRow(
  partitionKey: string,
  { version, created, lastRef, tallies }: Head,
): TableRow {
  return { ...toColumns(tallies), version, created, lastRef, partitionKey, rowKey: HEAD };
}

/** @throws UnreadableRow */
export function fromHeadRow(table: string, row: StoredRow): Head {
  const { version, created, lastRef, ...columns } = parseRow(table, headColumns, row);
  return { version, created, lastRef, tallies: fromColumns(columns) };
}
