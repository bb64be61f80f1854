import type { ReviewTableRow } from '../../domain/review-table.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { HEAD, referenceCodecs } from '../directory/reference-rows.ts';
import { nextVersion } from '../directory/taught-words.ts';
import { toKey } from '../tables/keys.ts';
import { retryOnConflict, unlessConflict } from '../tables/optimistic-retry.ts';
import type { RowOperation } from '../tables/row.ts';
import { decodeRows } from '../tables/row-codec.ts';

/** The rows `review|REF` of the reference data: imported reviews and those opened here. */
export function createReviewReferences(table: AuditedTable) {
  const { reviews } = referenceCodecs(table.name);
  return {
    async all(partnership: string): Promise<ReviewTableRow[]> {
      return decodeRows(reviews, await table.range(partnership, reviews.range));
    },
    async find(partnership: string, ref: string): Promise<ReviewTableRow | undefined> {
      const row = await table.point(partnership, toKey('review', ref));
      return row && reviews.fromRow(row);
    },
    /** Adds a row unless it exists, and raises the version of the reference data. */
    async add(partnership: string, review: ReviewTableRow, by: string): Promise<void> {
      await retryOnConflict(`the reference ${review.ref}`, async () => {
        const [head, rows] = await Promise.all([
          table.point(partnership, HEAD),
          table.range(partnership, reviews.range),
        ]);
        const row = reviews.toRow(partnership, review);
        if (rows.some(({ rowKey }) => rowKey === row.rowKey)) return true;
        if (!head) throw new Error(`${table.name} holds no partnership ${partnership}`);
        const order = Math.max(0, ...rows.map((each) => Number(each.order ?? 0))) + 1;
        const operations: RowOperation[] = [
          { put: { ...row, order }, etag: '' },
          nextVersion(table.name, head),
        ];
        const event = { by, type: 'listed', kind: 'review', id: review.ref };
        return (await unlessConflict(table.append(partnership, operations, [event]))) || undefined;
      });
    },
  };
}
