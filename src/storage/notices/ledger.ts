import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { dayColumn, textColumn } from '../../contract/columns.ts';
import type { Ledger, StoredDelivery } from '../../contract/ports.ts';
import { addMonths, type Day, day as dayFrom, type Month } from '../../domain/dates.ts';
import type { Delivery } from '../../domain/notices/delivery.ts';
import type { RecordTable } from '../audit/audited-table.ts';
import { type KeyRange, toKey } from '../tables/keys.ts';
import { unlessConflict } from '../tables/optimistic-retry.ts';
import { parseRow } from '../tables/parse-row.ts';
import { type RowOperation, removeRows, type StoredRow, type TableRow } from '../tables/row.ts';
import { MAX_OPERATIONS } from '../tables/sizes.ts';
import { isConflict, type StorageTable } from '../tables/table.ts';
import {
  daysRange,
  deliveryKey,
  deliveryRange,
  fromDeliveryRow,
  headKey,
  ledgerPartition,
  listedRange,
  toDeliveryRows,
} from './ledger-rows.ts';

export interface LedgerRecords extends Ledger {
  /** The months of the last ten years with deliveries. */
  months(partnership: string, today: Day): Promise<Month[]>;
  /** Deletes the deliveries of a month. Repeating it is harmless. */
  removeMonth(partnership: string, month: Month): Promise<void>;
}

const MAX_MONTHS_KEPT = 120;

const headColumns = z.object({ writer: textColumn });
const turnColumns = z.object({ at: textColumn });
const sweptColumns = z.object({ day: dayColumn, before: dayColumn.optional() });

const sweepPartition = (partnership: string) => toKey(partnership, 'notices');

/**
 * Partition `PARTNERSHIP|notices|MONTH`: `d|DAY|PERSON|NUMBER` a delivery,
 * `s|STATE|DAY|PERSON|NUMBER` its copy by state, `head|DAY` the head on whose etag the claims of a
 * day are conditional, so that no two sweeps claim the same. Partition `PARTNERSHIP|notices`:
 * `swept`, the last day that was swept; `turn`, when the last sweep began.
 */
export function createLedger(
  table: StorageTable,
  watched: Pick<RecordTable, 'append'>,
): LedgerRecords {
  const fromRow = (row: StoredRow): Delivery => fromDeliveryRow(table.name, row);

  const rangeOfMonths = async (partnership: string, from: Day, to: Day, range: KeyRange) => {
    const rows = await Promise.all(
      monthsBetween(from, to).map((month) =>
        table.range(ledgerPartition(partnership, month), range),
      ),
    );
    return rows.flat().map(fromRow);
  };

  /** The new etag of the head; `''` when the reply was lost, `undefined` after a conflict. */
  const commitClaim = async (
    partition: string,
    on: Day,
    head: string,
    rows: readonly TableRow[],
  ) => {
    const writer = randomUUID();
    const headRow = { partitionKey: partition, rowKey: headKey(on), writer };
    try {
      const [etag] = await table.commit([
        { put: headRow, etag: head },
        ...rows.map((put) => ({ put, etag: '' })),
      ]);
      return etag ?? '';
    } catch (error) {
      if (!isConflict(error)) throw error;
      const row = await table.point(partition, headKey(on));
      return row && parseRow(table.name, headColumns, row).writer === writer ? row.etag : undefined;
    }
  };

  const find: Ledger['find'] = async (partnership, key) => {
    const row = await table.point(ledgerPartition(partnership, key.day), deliveryKey(key));
    return row && { delivery: fromRow(row), version: row.etag };
  };

  return {
    find,
    list: (partnership, from, to) => rangeOfMonths(partnership, from, to, daysRange(from, to)),
    listByState: (partnership, state, from, to) =>
      rangeOfMonths(partnership, from, to, listedRange(state, from, to)),
    async findAll(partnership, on, keys) {
      const sorted = keys.toSorted((a, b) => (deliveryKey(a) < deliveryKey(b) ? -1 : 1));
      const [first, last] = [sorted[0], sorted.at(-1)];
      if (!first || !last) return [];
      if (first === last)
        return [await find(partnership, first)].filter((stored) => stored !== undefined);
      const wanted = new Set(keys.map(deliveryKey));
      const rows = await table.range(ledgerPartition(partnership, on), deliveryRange(first, last));
      return rows
        .filter(({ rowKey }) => wanted.has(rowKey))
        .map((row) => ({ delivery: fromRow(row), version: row.etag }));
    },
    async head(partnership, on) {
      return (await table.point(ledgerPartition(partnership, on), headKey(on)))?.etag ?? '';
    },
    async claim(partnership, on, head, deliveries) {
      const partition = ledgerPartition(partnership, on);
      const claimed: Delivery[] = [];
      for (
        let known: string | undefined = head;
        known !== undefined && claimed.length < deliveries.length;
      ) {
        const batch = deliveries.slice(claimed.length, claimed.length + MAX_OPERATIONS - 1);
        const rows = batch.flatMap((delivery) => toDeliveryRows(partnership, delivery).slice(0, 1));
        known = await commitClaim(partition, on, known, rows);
        if (known === '') known = (await table.point(partition, headKey(on)))?.etag;
        if (known !== undefined) claimed.push(...batch);
      }
      return claimed;
    },
    async change(partnership, { delivery, version }, after, repeat) {
      try {
        const [etag] = await watched.append(
          ledgerPartition(partnership, after.day),
          changeOperations(partnership, delivery, version, after, repeat),
          [],
        );
        return etag ? { delivery: after, version: etag } : await find(partnership, after);
      } catch (error) {
        if (!isConflict(error)) throw error;
        const stored = await find(partnership, after);
        return isOwn(stored, after) ? stored : undefined;
      }
    },
    async takeSweep(partnership, at, restMs) {
      const key = { partitionKey: sweepPartition(partnership), rowKey: 'turn' };
      const row = await table.point(key.partitionKey, key.rowKey);
      const since =
        row && Math.abs(at.getTime() - Date.parse(parseRow(table.name, turnColumns, row).at));
      if (since !== undefined && since < restMs) return false;
      return unlessConflict(
        table.commit([{ put: { ...key, at: at.toISOString() }, etag: row?.etag ?? '' }]),
      );
    },
    async lastSweep(partnership) {
      const row = await table.point(sweepPartition(partnership), 'swept');
      return row && parseRow(table.name, sweptColumns, row);
    },
    async months(partnership, today) {
      const months = monthsBetween(addMonths(today, -MAX_MONTHS_KEPT), today);
      const first = await Promise.all(
        months.map((month) =>
          table.range(ledgerPartition(partnership, month), undefined, { most: 1 }),
        ),
      );
      return months.filter((_, at) => first[at]?.length).map((month) => month.slice(0, 7) as Month);
    },
    async removeMonth(partnership, month) {
      const rows = await table.range(ledgerPartition(partnership, dayFrom(`${month}-01`)));
      while (rows.length > 0) await table.commit(removeRows(rows.splice(0, MAX_OPERATIONS)));
    },
    markSweep: (partnership, swept) =>
      table.put({
        ...z.encode(sweptColumns, swept),
        partitionKey: sweepPartition(partnership),
        rowKey: 'swept',
      }),
  };
}

function changeOperations(
  partnership: string,
  before: Delivery,
  version: string,
  after: Delivery,
  repeat: Delivery | undefined,
): RowOperation[] {
  const [row, ...copies] = toDeliveryRows(partnership, after);
  const kept = new Set(copies.map(({ rowKey }) => rowKey));
  const [, ...outdated] = toDeliveryRows(partnership, before);
  return [
    { put: row, etag: version },
    ...outdated.filter(({ rowKey }) => !kept.has(rowKey)).map((remove) => ({ remove })),
    ...copies.map((put) => ({ put })),
    ...(repeat ? toDeliveryRows(partnership, repeat).map((put) => ({ put, etag: '' })) : []),
  ];
}

/**
 * The client repeats a request whose reply was lost, so that its own success can appear as a
 * conflict.
 */
function isOwn(stored: StoredDelivery | undefined, after: Delivery): boolean {
  return stored !== undefined && isDeepStrictEqual(stored.delivery, after);
}

/** The first days of the months between two days. */
function monthsBetween(from: Day, to: Day): Day[] {
  const months: Day[] = [];
  for (let month = dayFrom(`${from.slice(0, 7)}-01`); month <= to; month = addMonths(month, 1))
    months.push(month);
  return months;
}
