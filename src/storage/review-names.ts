import type { ReviewTableRow } from '../domain/review-table.ts';
import type { AuditedTable } from './audited-table.ts';
import { decideAgain, unlessConflict } from './decide-again.ts';
import { keyOf } from './keys.ts';
import { itemsOf } from './kind.ts';
import { HEAD, referenceKinds } from './reference-rows.ts';
import type { Step } from './table.ts';
import { raised } from './vocabulary.ts';

/** The rows `review|REF` among what names things: as they were imported, and those opened since, so that words find them. */
export function createReviewNames(table: AuditedTable) {
  const { reviews } = referenceKinds(table.name);
  return {
    async all(partnership: string): Promise<ReviewTableRow[]> {
      return itemsOf(reviews, await table.range(partnership, reviews.range));
    },
    async find(partnership: string, ref: string): Promise<ReviewTableRow | undefined> {
      const row = await table.point(partnership, keyOf('review', ref));
      return row && reviews.fromRow(row);
    },
    /** Adds a row unless it is there, and raises the directory's version with it. */
    async add(partnership: string, review: ReviewTableRow, by: string): Promise<void> {
      await decideAgain(`the reference ${review.ref}`, async () => {
        const [head, rows] = await Promise.all([
          table.point(partnership, HEAD),
          table.range(partnership, reviews.range),
        ]);
        const row = reviews.toRow(partnership, review);
        if (rows.some(({ rowKey }) => rowKey === row.rowKey)) return true;
        if (!head) throw new Error(`${table.name} holds no partnership ${partnership}`);
        const order = Math.max(0, ...rows.map((each) => Number(each.order ?? 0))) + 1;
        const steps: Step[] = [{ put: { ...row, order }, etag: '' }, raised(table.name, head)];
        const deed = { by, type: 'listed', kind: 'review', id: review.ref };
        return (await unlessConflict(table.append(partnership, steps, [deed]))) || undefined;
      });
    },
  };
}
