import { z } from 'zod';
import { dayColumn, textColumn } from '../../contract/columns.ts';
import { type Incident, isRunning, toIncident } from '../../domain/notices/running-clocks.ts';
import { omitUndefined } from '../../domain/optional.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { importEvent, isSameRow } from '../tables/changed-rows.ts';
import { prefixRange, toKey } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import { putRows, type RowOperation, removeRows, type TableRow } from '../tables/row.ts';

/** The partition of reviews and their clocks. */
export const reviewsPartition = (partnership: string) => toKey(partnership, 'reviews');

const incidentColumns = z.object({
  ref: textColumn,
  awareOn: dayColumn.optional(),
  notifiedOn: dayColumn.optional(),
});

/**
 * The reviews with running clocks: `clock|REF` while a rapid review is not with the Panel, so that
 * a sweep reads current reviews only.
 */
export function createReviewClocks(table: AuditedTable) {
  const toRow = (partitionKey: string, { isFinished: _, ...incident }: Incident): TableRow => ({
    ...omitUndefined(incident),
    partitionKey,
    rowKey: toKey('clock', incident.ref),
  });

  return {
    /**
     * The operations that keep the clock consistent with a review, for the transaction that changes
     * it.
     */
    async operations(partition: string, review: RapidReview): Promise<RowOperation[]> {
      const incident = toIncident(review);
      const row = toRow(partition, incident);
      if (isRunning(incident)) return [{ put: row }];
      // Removing a missing row would fail the transaction.
      return (await table.point(partition, row.rowKey)) ? [{ remove: row }] : [];
    },
    async running(partnership: string): Promise<Incident[]> {
      const rows = await table.range(reviewsPartition(partnership), prefixRange('clock'));
      return rows.map((row) => ({
        ...parseRow(table.name, incidentColumns, row),
        isFinished: false,
      }));
    },
    /** Starts and stops the clocks of imported reviews that were never changed here. */
    async track(partnership: string, reviews: readonly RapidReview[], by: string): Promise<void> {
      const partition = reviewsPartition(partnership);
      const stored = await table.range(partition, prefixRange('clock'));
      const known = new Map(stored.map((row) => [row.rowKey, row]));
      const incidents = Map.groupBy(reviews.map(toIncident), isRunning);
      const listRows = (running: boolean) =>
        (incidents.get(running) ?? []).map((each) => toRow(partition, each));
      const started = listRows(true).filter((row) => !isSameRow(row, known.get(row.rowKey)));
      const stopped = listRows(false).filter(({ rowKey }) => known.has(rowKey));
      const event = importEvent(by, 'clocks', partnership);
      await table.appendAll(partition, [...putRows(started), ...removeRows(stopped)], event);
    },
  };
}
