import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Place } from '../features/feature.ts';
import type { Threads } from '../features/ports.ts';
import { json, number, text } from './columns.ts';
import { keyOf } from './keys.ts';
import { parseRow } from './parse-row.ts';
import { RowTooLarge } from './sizes.ts';
import type { Table } from './table.ts';

const REMEMBERED_MINUTES = 30;

const argument = z.union([text, number, z.boolean(), z.null()]);
const threadColumns = z.object({
  question: json(z.object({ intent: text, filters: z.record(text, text), args: z.record(text, argument) })),
  shown: number.optional(),
  savedAt: z.iso.datetime(),
});

/** Partition: the partnership and the conversation, whose id Teams makes as long as it likes. Row: the person. */
export function createThreads(table: Table, now: () => Date): Threads {
  const partitionOf = (partnership: string, { conversationId }: Place) =>
    keyOf(partnership, createHash('sha256').update(conversationId).digest('hex'));

  return {
    async load(partnership, person, place) {
      const row = await table.point(partitionOf(partnership, place), keyOf(person));
      if (!row) return undefined;
      const { question, shown, savedAt } = parseRow(table.name, threadColumns, row);
      const isOver = now().getTime() - Date.parse(savedAt) >= REMEMBERED_MINUTES * 60_000;
      return isOver ? undefined : { question, ...(shown === undefined ? {} : { shown }) };
    },
    async save(partnership, person, place, { question, shown }) {
      const keys = { partitionKey: partitionOf(partnership, place), rowKey: keyOf(person) };
      const columns = { question: JSON.stringify(question), shown, savedAt: now().toISOString() };
      try {
        await table.put({ ...columns, ...keys });
      } catch (error) {
        if (!(error instanceof RowTooLarge)) throw error;
        await table.remove(keys.partitionKey, keys.rowKey);
      }
    },
  };
}
