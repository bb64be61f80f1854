import { z } from 'zod';
import { json } from '../../contract/columns.ts';
import type { Threads } from '../../contract/ports.ts';
import { questionSchema } from '../../contract/question-schema.ts';
import type { Place, Thread } from '../../contract/thread.ts';
import { hashText, toKey } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { Row } from '../tables/row.ts';
import { RowTooLarge } from '../tables/sizes.ts';
import type { Table } from '../tables/table.ts';

const REMEMBERED_MINUTES = 30;

const threadColumns = z.object({
  question: json(questionSchema),
  choices: json(z.array(questionSchema).readonly()).optional(),
  list: json(z.object({ question: questionSchema, shown: z.number(), all: z.number() })).optional(),
  savedAt: z.iso.datetime(),
});

/**
 * Partition: the partnership and the conversation, whose id Teams makes as long as it likes. Row:
 * the person.
 */
export function createThreads(table: Table, now: () => Date): Threads {
  const partitionOf = (partnership: string, { conversationId }: Place) =>
    toKey(partnership, hashText(conversationId));

  return {
    async load(partnership, person, place) {
      const row = await table.point(partitionOf(partnership, place), toKey(person));
      if (!row) return undefined;
      const { savedAt, ...thread } = parseRow(table.name, threadColumns, row);
      const isOver = now().getTime() - Date.parse(savedAt) >= REMEMBERED_MINUTES * 60_000;
      return isOver ? undefined : thread;
    },
    async save(partnership, person, place, thread) {
      const keys = { partitionKey: partitionOf(partnership, place), rowKey: toKey(person) };
      const columns = toColumns(thread, now());
      if (!columns || !(await fitted(table, { ...columns, ...keys })))
        await table.remove(keys.partitionKey, keys.rowKey);
    },
  };
}

/**
 * `undefined` for a question that could not be read back, such as one with a very long text in it.
 */
function toColumns(thread: Thread, savedAt: Date): z.input<typeof threadColumns> | undefined {
  const columns = z.safeEncode(threadColumns, {
    ...JSON.parse(JSON.stringify(thread)),
    savedAt: savedAt.toISOString(),
  });
  return columns.success ? columns.data : undefined;
}

/**
 * Whether the row was small enough to be kept: what does not fit is forgotten, never an error to
 * who asked.
 */
async function fitted(table: Table, row: Row): Promise<boolean> {
  try {
    await table.put(row);
    return true;
  } catch (error) {
    if (error instanceof RowTooLarge) return false;
    throw error;
  }
}
