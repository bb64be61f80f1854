import { z } from 'zod';
import { dayColumn, numberColumn, textColumn } from '../../contract/columns.ts';
import type { Misses, MissShape } from '../../contract/ports.ts';
import type { RecordTable } from '../audit/audited-table.ts';
import { hashText, prefixRange, toKey } from '../tables/keys.ts';
import { retryOnConflict, unlessConflict } from '../tables/optimistic-retry.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { StoredRow } from '../tables/row.ts';
import type { StorageTable } from '../tables/table.ts';

const KEPT_DAYS = 30;
const MAX_SHOWN = 50;
const MAX_CHARACTERS_KEPT = 1_000;
const REVIEW = 'review';

const shapeColumns = {
  guess: textColumn.optional(),
  confidence: textColumn,
  place: z.enum(['personal', 'group', 'channel']),
};
const countColumns = z.object({ ...shapeColumns, count: numberColumn });
const textColumns = z.object({ text: textColumn, on: dayColumn, guess: textColumn.optional() });
const reviewColumns = z.object({ isOn: z.boolean() });

/**
 * Partition: `PARTNERSHIP|misses`. Rows: `count|MONTH|PLACE|CONFIDENCE|GUESS`; `text|DAY|HASH`, so
 * that the same words on one day are kept once; `review`, whether texts are kept.
 */
export function createMisses(
  table: StorageTable,
  now: () => Date,
  settings: Pick<RecordTable, 'append'>,
): Misses {
  const toPartition = (partnership: string) => toKey(partnership, 'misses');
  const today = () => now().toISOString().slice(0, 10);

  async function isReviewed(partition: string): Promise<boolean> {
    const row = await table.point(partition, REVIEW);
    return row !== undefined && parseRow(table.name, reviewColumns, row).isOn;
  }

  async function count(partitionKey: string, shape: MissShape): Promise<void> {
    const { guess, confidence, place } = shape;
    const keys = {
      partitionKey,
      rowKey: toKey('count', today().slice(0, 7), place, confidence, guess ?? ''),
    };
    await retryOnConflict(keys.rowKey, async () => {
      const row = await table.point(partitionKey, keys.rowKey);
      const known = row ? parseRow(table.name, countColumns, row).count : 0;
      const counter = { guess, confidence, place, count: known + 1, ...keys };
      return (
        (await unlessConflict(table.commit([{ put: counter, etag: row?.etag ?? '' }]))) || undefined
      );
    });
  }

  async function forget(rows: readonly StoredRow[]): Promise<void> {
    for (const { partitionKey, rowKey } of rows) await table.remove(partitionKey, rowKey);
  }

  return {
    async note(partnership, typed, shape) {
      const partitionKey = toPartition(partnership);
      const [isOn] = await Promise.all([isReviewed(partitionKey), count(partitionKey, shape)]);
      if (!isOn) return;
      const excerpt = typed.slice(0, MAX_CHARACTERS_KEPT);
      const rowKey = toKey('text', today(), hashText(excerpt));
      await table.put({ text: excerpt, on: today(), guess: shape.guess, partitionKey, rowKey });
    },
    async review(partnership) {
      const partition = toPartition(partnership);
      const [isOn, counted, kept] = await Promise.all([
        isReviewed(partition),
        table.range(partition, prefixRange('count', today().slice(0, 7))),
        table.range(partition, prefixRange('text')),
      ]);
      const oldest = new Date(now().getTime() - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10);
      const { over = [], current = [] } = Object.groupBy(kept, ({ on }) =>
        String(on) <= oldest ? 'over' : 'current',
      );
      await forget(over);
      const texts = current.map((row) => parseRow(table.name, textColumns, row));
      return {
        isOn,
        counts: counted
          .map((row) => parseRow(table.name, countColumns, row))
          .sort((a, b) => b.count - a.count),
        texts: texts.reverse().slice(0, MAX_SHOWN),
      };
    },
    async switchReview(partnership, isOn, by) {
      const partitionKey = toPartition(partnership);
      const put = { isOn, by, at: now().toISOString(), partitionKey, rowKey: REVIEW };
      await settings.append(partitionKey, [{ put }], []);
      if (!isOn)
        await forget(await table.range(partitionKey, prefixRange('text'), { only: ['on'] }));
    },
  };
}
