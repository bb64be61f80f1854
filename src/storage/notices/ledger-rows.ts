import { z } from 'zod';
import {
  dayColumn,
  jsonColumn,
  numberColumn,
  textColumn,
  textListColumn,
} from '../../contract/columns.ts';
import type { ListedState } from '../../contract/ports.ts';
import type { Day } from '../../domain/dates.ts';
import type { Delivery, DeliveryKey } from '../../domain/notices/delivery.ts';
import { type KeyRange, prefixEnd, toKey, toOrdinal } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { StoredRow, TableRow } from '../tables/row.ts';

const fallback = z.object({ group: textColumn, state: z.enum(['due', 'said', 'failed']) });

const deliveryColumns = z.object({
  day: dayColumn,
  person: textColumn,
  number: numberColumn,
  from: dayColumn.optional(),
  notices: textListColumn,
  state: z.enum([
    'claimed',
    'sending',
    'waiting',
    'sent',
    'undelivered',
    'unknown',
    'suppressed',
    'settled',
  ]),
  attempts: numberColumn,
  at: textColumn,
  by: textColumn.optional(),
  retryAt: textColumn.optional(),
  reason: textColumn.optional(),
  activityId: textColumn.optional(),
  repeats: numberColumn.optional(),
  settledBy: textColumn.optional(),
  fallback: jsonColumn(fallback).optional(),
});

/**
 * The deliveries of a partnership and month are one partition, so that 99 can be claimed in one
 * transaction and a list reads one range or two.
 */
export const ledgerPartition = (partnership: string, on: Day) =>
  toKey(partnership, 'notices', on.slice(0, 7));

export const headKey = (on: Day) => toKey('head', on);

export const deliveryKey = ({ day: on, person, number: n }: DeliveryKey) =>
  toKey('d', on, person, toOrdinal(n));

/** The range of deliveries of a day between two keys, both included. */
export const deliveryRange = (first: DeliveryKey, last: DeliveryKey): KeyRange => ({
  from: deliveryKey(first),
  below: `${deliveryKey(last)}!`,
});

export const daysRange = (from: Day, to: Day): KeyRange => ({
  from: toKey('d', from),
  below: prefixEnd('d', to),
});

export const listedRange = (state: ListedState, from: Day, to: Day): KeyRange => ({
  from: toKey('s', state, from),
  below: prefixEnd('s', state, to),
});

const LISTED: readonly string[] = ['waiting', 'undelivered', 'unknown'] satisfies ListedState[];

/** The row of a delivery, and its copy by state while an administrator has to deal with it. */
export function toDeliveryRows(partnership: string, delivery: Delivery): [TableRow, ...TableRow[]] {
  const partitionKey = ledgerPartition(partnership, delivery.day);
  const columns = z.encode(deliveryColumns, delivery);
  const { day: on, person, number: n, state } = delivery;
  const copies = LISTED.includes(state) ? [toKey('s', state, on, person, toOrdinal(n))] : [];
  return [
    { ...columns, partitionKey, rowKey: deliveryKey(delivery) },
    ...copies.map((rowKey) => ({ ...columns, partitionKey, rowKey })),
  ];
}

/** @throws UnreadableRow */
export function fromDeliveryRow(table: string, row: StoredRow): Delivery {
  return parseRow(table, deliveryColumns, row);
}
