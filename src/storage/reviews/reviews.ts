import type { Operation } from '../../contract/operation.ts';
import type { Reviews } from '../../contract/ports/reviews.ts';
import type { OpenStores, Versioned } from '../../contract/store.ts';
import { describeLcspr, type Lcspr, lcsprsFromTable } from '../../domain/lcspr.ts';
import { toRunningLcspr } from '../../domain/notices/running-clocks.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewChange, ReviewEvent } from '../../domain/rapid-review-commands.ts';
import type { ReviewTableRow } from '../../domain/review-table.ts';
import { fromTableRow, toTableRow } from '../../domain/review-table.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { changeRecord } from '../tables/change-record.ts';
import { createKeyedMutex } from '../tables/keyed-mutex.ts';
import { prefixRange } from '../tables/keys.ts';
import { isRepeat, operationRow } from '../tables/operation-rows.ts';
import { unlessConflict } from '../tables/optimistic-retry.ts';
import { putRows, type RowOperation } from '../tables/row.ts';
import { lcsprStore } from './lcspr-store.ts';
import { createReviewClocks } from './review-clocks.ts';
import { createReviewReferences } from './review-references.ts';
import {
  fromEventRow,
  fromReviewRows,
  reviewRange,
  reviewsPartition,
  toAuditEvent,
  toEventRow,
  toReviewRows,
} from './review-rows.ts';

export interface ReviewRecords extends Reviews {
  /** The rows of the partnership's table as they stand now: what was imported, with all that was done since. */
  asTable(partnership: string, rows: readonly ReviewTableRow[]): Promise<ReviewTableRow[]>;
  /** Starts and stops the clocks of what an import brought. */
  track(partnership: string, rows: readonly ReviewTableRow[], by: string): Promise<void>;
}

type Known = Versioned<RapidReview> & { readonly etag: string };

/**
 * Rapid reviews, in one partition, `PARTNERSHIP|reviews`, and LCSPRs. A row of the table `reviews.csv` stands among what names
 * things and stays there as it came; with the first change it is taken over here. Every change goes in on the head that
 * it was decided on, together with what it changed and its line of the history.
 */
export function createReviews(
  table: AuditedTable,
  reference: AuditedTable,
  open: OpenStores,
): ReviewRecords {
  const withLock = createKeyedMutex();
  const names = createReviewReferences(reference);
  const clocks = createReviewClocks(table);

  async function read(partnership: string, ref: string): Promise<Known | undefined> {
    const rows = await table.range(reviewsPartition(partnership), reviewRange(ref));
    const [kept] = fromReviewRows(table.name, rows);
    if (kept) return { ...kept, etag: rows[0]?.etag ?? '' };
    const imported = await names.find(partnership, ref);
    return imported && { record: fromTableRow(imported), version: 0, etag: '' };
  }

  const kept = async (partnership: string) =>
    fromReviewRows(table.name, await table.range(reviewsPartition(partnership), reviewRange()));

  async function write(
    partnership: string,
    review: RapidReview,
    event: ReviewEvent,
    known?: Known,
  ): Promise<boolean> {
    const partition = reviewsPartition(partnership);
    const version = (known?.version ?? 0) + 1;
    const before = known?.version ? known.record : undefined;
    const [head, ...parts] = toReviewRows(partition, { record: review, version }, before);
    const operations: RowOperation[] = [
      { put: head, etag: known?.etag ?? '' },
      ...putRows([...parts, toEventRow(partition, review.ref, version, event)]),
      ...(await clocks.operations(partition, review)),
      ...operationRow(partition, event.operation, 'review', review.ref),
    ];
    const auditEvent = toAuditEvent(review.ref, version, event);
    return unlessConflict(table.append(partition, operations, [auditEvent]));
  }

  const wasPressed = (partnership: string, ref: string, operation: string | undefined) =>
    isRepeat(table, reviewsPartition(partnership), operation, 'review', ref);

  const importedLcsprs = async (partnership: string): Promise<Lcspr[]> =>
    lcsprsFromTable(await names.all(partnership));

  async function lcsprs(partnership: string): Promise<Lcspr[]> {
    const [live, imported] = await Promise.all([
      open(partnership)(lcsprStore).list(),
      importedLcsprs(partnership),
    ]);
    const isLive = (lcspr: Lcspr) => live.some(({ name }) => name === lcspr.name);
    return [...imported.filter((lcspr) => !isLive(lcspr)), ...live];
  }

  async function all(partnership: string): Promise<RapidReview[]> {
    const [live, imported] = await Promise.all([kept(partnership), names.all(partnership)]);
    const byRef = new Map<string, RapidReview>(imported.map((row) => [row.ref, fromTableRow(row)]));
    for (const { record } of live) byRef.set(record.ref, record);
    return [...byRef.values()].sort(
      (a, b) =>
        (a.awareOn ?? '').localeCompare(b.awareOn ?? '') ||
        a.ref.localeCompare(b.ref, 'en', { numeric: true }),
    );
  }

  return {
    all,
    async running(partnership) {
      const [incidents, running] = await Promise.all([
        clocks.running(partnership),
        open(partnership)(lcsprStore).range('running', [], []),
      ]);
      return { incidents, lcsprs: running.flatMap((lcspr) => toRunningLcspr(lcspr) ?? []) };
    },
    async track(partnership, rows, by) {
      const live = new Set((await kept(partnership)).map(({ record }) => record.ref));
      await clocks.track(
        partnership,
        rows.filter(({ ref }) => !live.has(ref)).map(fromTableRow),
        by,
      );
    },
    async find(partnership, ref) {
      const known = await read(partnership, ref);
      return known && { review: known.record, version: known.version };
    },
    async open(partnership, { record: review, event }, operation) {
      const isSaved =
        event !== undefined &&
        !(await read(partnership, review.ref)) &&
        (await write(partnership, review, { ...event, operation }));
      if (!isSaved && !(await wasPressed(partnership, review.ref, operation))) return 'taken';
      await names.add(partnership, toTableRow(review), event?.by ?? 'convenor');
      return 'opened';
    },
    change: <Refusal extends string>(
      partnership: string,
      ref: string,
      decide: (review: RapidReview) => Outcome<ReviewChange, Refusal>,
      operation?: Operation,
    ) =>
      withLock(`${partnership}|${ref}`, async () => {
        const changed = await changeRecord<
          RapidReview,
          ReviewEvent,
          Known,
          Refusal | 'unknown-review'
        >(ref, {
          load: () => read(partnership, ref),
          decide: (known) => (known ? decide(known.record) : refuse('unknown-review')),
          save: (review, event, known) =>
            write(partnership, review, { ...event, operation }, known),
          isRepeat: () => wasPressed(partnership, ref, operation),
        });
        if (!changed.ok) return changed;
        const { record: review, version, before = review } = changed.value;
        return accept({ review, version, before });
      }),
    async history(partnership, ref) {
      const range = prefixRange('review.history', ref);
      const rows = await table.range(reviewsPartition(partnership), range);
      return rows.map((row) => fromEventRow(table.name, row));
    },
    lcsprs,
    async changeLcspr(partnership, name, decide, operation) {
      const imported = (await importedLcsprs(partnership)).find((each) => each.name === name);
      return open(
        partnership,
        operation,
      )(lcsprStore).addOrChange(name, (known) => decide(known ?? imported));
    },
    lcsprHistory: (partnership, name) => open(partnership)(lcsprStore).history(name),
    async asTable(partnership, rows) {
      const [live, known] = await Promise.all([kept(partnership), lcsprs(partnership)]);
      return rows.map((row) => {
        const review = live.find(({ record }) => record.ref === row.ref)?.record;
        const own =
          known.find(({ name, cases }) => cases.includes(row.ref) && name !== row.reviewName) ??
          undefined;
        const lcspr = known.find(({ name }) => name === row.reviewName) ?? own;
        const named = lcspr && { name: lcspr.name, standing: describeLcspr(lcspr) };
        return review || (own && !row.reviewName)
          ? toTableRow(review ?? fromTableRow(row), named)
          : row;
      });
    },
  };
}
