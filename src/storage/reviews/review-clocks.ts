import { z } from 'zod';
import { day, text } from '../../contract/columns.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import {
  type Incident,
  isRunning,
  type RunningLcspr,
  toIncident,
  toRunningLcspr,
} from '../../domain/notices/running-clocks.ts';
import { omitUndefined } from '../../domain/optional.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { AuditEvent } from '../audit/audit-entry.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { importEvent, isSameRow } from '../tables/import-rows.ts';
import { prefixRange, toKey } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import { putRows, type Row, type RowOperation, removeRows, type StoredRow } from '../tables/row.ts';
import { reviewsPartition } from './review-rows.ts';

const incidentColumns = z.object({
  ref: text,
  awareOn: day.optional(),
  notifiedOn: day.optional(),
});
const lcsprColumns = z.object({
  name: text,
  startedOn: day.optional(),
  delayedUntil: day.optional(),
  review: text.optional(),
});

/** Says that all clocks that run have their rows: a store from before there were any has not. */
const BUILT = toKey('clock', 'built');

export interface RunningClocks {
  readonly incidents: readonly Incident[];
  readonly lcsprs: readonly RunningLcspr[];
}

/**
 * Which clocks run, in the partition of the reviews: `clock|incident|REF` while a rapid review is not with the Panel,
 * `clock|lcspr|NAME` while an LCSPR is neither published nor withheld. So a sweep reads those that run, and nothing of the
 * years before.
 */
export function createReviewClocks(table: AuditedTable) {
  const rowOf = (partitionKey: string, rowKey: string, columns: Row | object): Row => ({
    ...columns,
    partitionKey,
    rowKey,
  });
  const incidentRow = (partition: string, { isFinished: _, ...incident }: Incident) =>
    rowOf(partition, toKey('clock', 'incident', incident.ref), omitUndefined(incident));
  const lcsprRow = (partition: string, lcspr: RunningLcspr) =>
    rowOf(partition, toKey('clock', 'lcspr', lcspr.name), omitUndefined(lcspr));

  const fromIncidentRow = (row: StoredRow): Incident => ({
    ...parseRow(table.name, incidentColumns, row),
    isFinished: false,
  });
  const fromLcsprRow = (row: StoredRow): RunningLcspr => parseRow(table.name, lcsprColumns, row);

  /** Stops a clock; what is not there cannot be removed in a transaction. */
  const stop = async (row: Row): Promise<RowOperation[]> =>
    (await table.point(row.partitionKey, row.rowKey)) ? [{ remove: row }] : [];

  return {
    /** What goes into the transaction of a change, so that the clock is never otherwise than the record. */
    async operations(partition: string, review: RapidReview): Promise<RowOperation[]> {
      const incident = toIncident(review);
      const row = incidentRow(partition, incident);
      return isRunning(incident) ? [{ put: row }] : stop(row);
    },
    async lcsprSteps(partition: string, lcspr: Lcspr): Promise<RowOperation[]> {
      const running = toRunningLcspr(lcspr);
      return running
        ? [{ put: lcsprRow(partition, running) }]
        : stop(lcsprRow(partition, { name: lcspr.name }));
    },
    /** Those that run; with the rows made first, where they never were. */
    async running(
      partnership: string,
      everything: () => Promise<{ reviews: RapidReview[]; lcsprs: Lcspr[] }>,
    ): Promise<RunningClocks> {
      const partition = reviewsPartition(partnership);
      const rows = await table.range(partition, prefixRange('clock'));
      if (!rows.some(({ rowKey }) => rowKey === BUILT)) {
        const { reviews, lcsprs } = await everything();
        const incidents = reviews.map(toIncident).filter(isRunning);
        const open = lcsprs.flatMap((lcspr) => toRunningLcspr(lcspr) ?? []);
        const all = [
          ...incidents.map((each) => incidentRow(partition, each)),
          ...open.map((each) => lcsprRow(partition, each)),
        ];
        const event: AuditEvent = {
          by: 'convenor',
          type: 'indexed',
          kind: 'clocks',
          id: partnership,
        };
        await table.appendAll(partition, putRows([...all, rowOf(partition, BUILT, {})]), event);
        return { incidents, lcsprs: open };
      }
      const inRange = (kind: string) =>
        rows.filter(({ rowKey }) => rowKey.startsWith(`clock|${kind}|`));
      return {
        incidents: inRange('incident').map(fromIncidentRow),
        lcsprs: inRange('lcspr').map(fromLcsprRow),
      };
    },
    /** Reviews that an import brought and nobody has touched here. */
    async track(partnership: string, reviews: readonly RapidReview[], by: string): Promise<void> {
      const partition = reviewsPartition(partnership);
      const stored = await table.range(partition, prefixRange('clock', 'incident'));
      const incidents = reviews.map(toIncident);
      const over = new Set(
        incidents
          .filter((each) => !isRunning(each))
          .map((each) => incidentRow(partition, each).rowKey),
      );
      const running = incidents.filter(isRunning).map((each) => incidentRow(partition, each));
      const event = importEvent(by, 'clocks', partnership);
      const known = new Map(stored.map((row) => [row.rowKey, row]));
      const started = running.filter((row) => !isSameRow(row, known.get(row.rowKey)));
      const stopped = stored.filter(({ rowKey }) => over.has(rowKey));
      await table.appendAll(partition, [...putRows(started), ...removeRows(stopped)], event);
    },
  };
}
