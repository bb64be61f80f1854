import type { Reviews } from '../../contract/ports/reviews.ts';
import { describeLcspr, type Lcspr, lcsprsFromTable } from '../../domain/lcspr.ts';
import { accept, refuse } from '../../domain/outcome.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewEvent } from '../../domain/rapid-review-commands.ts';
import type { ReviewTableRow } from '../../domain/review-table.ts';
import { fromTableRow, toTableRow } from '../../domain/review-table.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { createKeyedMutex } from '../tables/keyed-mutex.ts';
import { prefixRange } from '../tables/keys.ts';
import { retryOnConflict, unlessConflict } from '../tables/optimistic-retry.ts';
import { putRows, type RowOperation } from '../tables/row.ts';
import { createReviewClocks } from './review-clocks.ts';
import { createReviewReferences } from './review-references.ts';
import {
  fromLcsprRow,
  fromNoteRow,
  fromReviewRows,
  lcsprKey,
  noteKey,
  reviewRange,
  reviewsPartition,
  toAuditEvent,
  toLcsprRow,
  toNoteRow,
  toReviewRows,
} from './review-rows.ts';

export interface ReviewRecords extends Reviews {
  /** The rows of the partnership's table as they stand now: what was imported, with all that was done since. */
  asTable(partnership: string, rows: readonly ReviewTableRow[]): Promise<ReviewTableRow[]>;
  /** Starts and stops the clocks of what an import brought. */
  track(partnership: string, rows: readonly ReviewTableRow[], by: string): Promise<void>;
}

interface Known {
  readonly review: RapidReview;
  readonly version: number;
  readonly etag: string;
}

/**
 * Rapid reviews and LCSPRs, in one partition, `PARTNERSHIP|reviews`. A row of the table `reviews.csv` stands among what names
 * things and stays there as it came; with the first change it is taken over here. Every change goes in on the head that
 * it was decided on, together with what it changed and its line of the history.
 */
export function createReviews(table: AuditedTable, reference: AuditedTable): ReviewRecords {
  const withLock = createKeyedMutex();
  const names = createReviewReferences(reference);
  const clocks = createReviewClocks(table);

  async function read(partnership: string, ref: string): Promise<Known | undefined> {
    const rows = await table.range(reviewsPartition(partnership), reviewRange(ref));
    const [kept] = fromReviewRows(table.name, rows);
    if (kept) {
      const { version, ...review } = kept;
      return { review, version, etag: rows[0]?.etag ?? '' };
    }
    const imported = await names.find(partnership, ref);
    return imported && { review: fromTableRow(imported), version: 0, etag: '' };
  }

  const kept = async (partnership: string) =>
    fromReviewRows(table.name, await table.range(reviewsPartition(partnership), reviewRange()));

  async function write(
    partnership: string,
    review: RapidReview,
    note: ReviewEvent,
    known?: Known,
  ): Promise<boolean> {
    const partition = reviewsPartition(partnership);
    const version = (known?.version ?? 0) + 1;
    const before = known?.version ? known.review : undefined;
    const [head, ...parts] = toReviewRows(partition, { ...review, version }, before);
    const line = toNoteRow(partition, noteKey('note', review.ref, version), note);
    const clock = await clocks.operations(partition, review);
    const operations: RowOperation[] = [
      { put: head, etag: known?.etag ?? '' },
      ...putRows([...parts, line]),
      ...clock,
    ];
    return unlessConflict(
      table.append(partition, operations, [toAuditEvent('review', review.ref, version, note)]),
    );
  }

  const historyOf = async (
    partnership: string,
    kind: 'note' | 'lcspr-note',
    of: string,
  ): Promise<ReviewEvent[]> => {
    const rows = await table.range(reviewsPartition(partnership), prefixRange(kind, of));
    return rows.map((row) => fromNoteRow(table.name, row));
  };

  async function lcsprs(partnership: string): Promise<Lcspr[]> {
    const [rows, imported] = await Promise.all([
      table.range(reviewsPartition(partnership), prefixRange('lcspr')),
      names.all(partnership),
    ]);
    const live = rows.map((row) => unversioned(fromLcsprRow(table.name, row)));
    const isLive = (lcspr: Lcspr) => live.some(({ name }) => name === lcspr.name);
    return [...lcsprsFromTable(imported).filter((lcspr) => !isLive(lcspr)), ...live];
  }

  async function all(partnership: string): Promise<RapidReview[]> {
    const [live, imported] = await Promise.all([kept(partnership), names.all(partnership)]);
    const byRef = new Map<string, RapidReview>(imported.map((row) => [row.ref, fromTableRow(row)]));
    for (const review of live) byRef.set(review.ref, unversioned(review));
    return [...byRef.values()].sort(
      (a, b) =>
        (a.awareOn ?? '').localeCompare(b.awareOn ?? '') ||
        a.ref.localeCompare(b.ref, 'en', { numeric: true }),
    );
  }

  return {
    all,
    running: (partnership) =>
      clocks.running(partnership, async () => ({
        reviews: await all(partnership),
        lcsprs: await lcsprs(partnership),
      })),
    async track(partnership, rows, by) {
      const live = new Set((await kept(partnership)).map(({ ref }) => ref));
      await clocks.track(
        partnership,
        rows.filter(({ ref }) => !live.has(ref)).map(fromTableRow),
        by,
      );
    },
    async find(partnership, ref) {
      const known = await read(partnership, ref);
      return known && { review: known.review, version: known.version };
    },
    async open(partnership, { record: review, event: note }) {
      const known = await read(partnership, review.ref);
      const isOwn = (other: RapidReview) =>
        review.presses.some((press) => other.presses.includes(press));
      if (known && !isOwn(known.review)) return 'taken';
      if (!known && note && !(await write(partnership, review, note))) {
        const other = await read(partnership, review.ref);
        if (!other || !isOwn(other.review)) return 'taken';
      }
      await names.add(partnership, toTableRow(review), note?.by ?? 'convenor');
      return 'opened';
    },
    change: (partnership, ref, decide) =>
      withLock(`${partnership}|${ref}`, () =>
        retryOnConflict(ref, async () => {
          const known = await read(partnership, ref);
          if (!known) return refuse('unknown-review');
          const decided = decide(known.review);
          if (!decided.ok) return decided;
          const { record: review, event: note } = decided.value;
          const before = known.review;
          if (!note) return accept({ review, version: known.version, before });
          const written = await write(partnership, review, note, known);
          return written ? accept({ review, version: known.version + 1, before }) : undefined;
        }),
      ),
    history: (partnership, ref) => historyOf(partnership, 'note', ref),
    lcsprs,
    changeLcspr: (partnership, name, decide) =>
      withLock(`${partnership}|lcspr|${name}`, () =>
        retryOnConflict(name, async () => {
          const partition = reviewsPartition(partnership);
          const row = await table.point(partition, lcsprKey(name));
          const live = row && fromLcsprRow(table.name, row);
          const known = live ?? (await lcsprs(partnership)).find((each) => each.name === name);
          const decided = decide(known && unversioned(known));
          if (!decided.ok) return decided;
          const { record: lcspr, event: note } = decided.value;
          if (!note) return accept(lcspr);
          const version = (live?.version ?? 0) + 1;
          const put = toLcsprRow(partition, { ...lcspr, version });
          const line = toNoteRow(partition, noteKey('lcspr-note', name, version), note);
          const clock = await clocks.lcsprSteps(partition, lcspr);
          const operations: RowOperation[] = [
            { put, etag: row?.etag ?? '' },
            { put: line },
            ...clock,
          ];
          const event = toAuditEvent('lcspr', lcspr.cases.join(' '), version, note);
          const isSaved = await unlessConflict(table.append(partition, operations, [event]));
          return isSaved ? accept(lcspr) : undefined;
        }),
      ),
    lcsprHistory: (partnership, name) => historyOf(partnership, 'lcspr-note', name),
    async asTable(partnership, rows) {
      const [live, known] = await Promise.all([kept(partnership), lcsprs(partnership)]);
      return rows.map((row) => {
        const review = live.find(({ ref }) => ref === row.ref);
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

function unversioned<Item extends object>({
  version: _,
  ...rest
}: Item & { readonly version?: number }): Omit<Item & { readonly version?: number }, 'version'> {
  return rest;
}
