import { z } from 'zod';
import { jsonColumn } from '../../contract/columns.ts';
import type { Threads } from '../../contract/ports.ts';
import { questionSchema } from '../../contract/question-schema.ts';
import type { ConversationPlace, Thread } from '../../contract/thread.ts';
import { createKeyedMutex } from '../tables/keyed-mutex.ts';
import { hashText, toKey } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { TableRow } from '../tables/row.ts';
import { RowTooLarge } from '../tables/sizes.ts';
import type { StorageTable } from '../tables/table.ts';

export const REMEMBERED_MINUTES = 30;

const threadColumns = z.object({
  question: jsonColumn(questionSchema),
  choices: jsonColumn(z.array(questionSchema).readonly()).optional(),
  list: jsonColumn(
    z.object({ question: questionSchema, shown: z.number(), all: z.number() }),
  ).optional(),
  lists: jsonColumn(
    z
      .array(z.object({ rows: z.array(questionSchema.nullable()).readonly(), left: z.number() }))
      .readonly(),
  ).optional(),
  undo: jsonColumn(
    z.object({
      what: z.string(),
      press: z.object({ action: z.string(), data: z.record(z.string(), z.json()) }),
    }),
  ).optional(),
  savedAt: z.iso.datetime(),
});

/**
 * The partition is the partnership and the conversation, whose id may have any length; the row is
 * the person. Calls of one instance for one thread take turns: a question that comes while the answer
 * before it is still being remembered finds it, and the last one said is the last one kept.
 */
export function createThreads(table: StorageTable, now: () => Date): Threads {
  const toPartition = (partnership: string, { conversationId }: ConversationPlace) =>
    toKey(partnership, hashText(conversationId));
  const withLock = createKeyedMutex();

  const read = async (partition: string, key: string): Promise<Thread | undefined> => {
    const row = await table.point(partition, key);
    if (!row) return undefined;
    const { savedAt, ...thread } = parseRow(table.name, threadColumns, row);
    const isOver = now().getTime() - Date.parse(savedAt) >= REMEMBERED_MINUTES * 60_000;
    return isOver ? undefined : thread;
  };

  const write = async (partitionKey: string, rowKey: string, thread: Thread): Promise<void> => {
    const columns = toColumns(thread, now());
    if (!columns || !(await fitted(table, { ...columns, partitionKey, rowKey })))
      await table.remove(partitionKey, rowKey);
  };

  return {
    load(partnership, person, place) {
      const [partition, key] = [toPartition(partnership, place), toKey(person)];
      return withLock(`${partition}/${key}`, () => read(partition, key));
    },
    save(partnership, person, place, thread) {
      const [partition, key] = [toPartition(partnership, place), toKey(person)];
      return withLock(`${partition}/${key}`, () => write(partition, key, thread));
    },
  };
}

/**
 * Returns `undefined` for a question that is too long to be read back.
 */
function toColumns(thread: Thread, savedAt: Date): z.input<typeof threadColumns> | undefined {
  const columns = z.safeEncode(threadColumns, {
    ...JSON.parse(JSON.stringify(thread)),
    savedAt: savedAt.toISOString(),
  });
  return columns.success ? columns.data : undefined;
}

/**
 * Returns whether the row was small enough to be kept; one that is too large is dropped, and the
 * person who asked sees no error.
 */
async function fitted(table: StorageTable, row: TableRow): Promise<boolean> {
  try {
    await table.put(row);
    return true;
  } catch (error) {
    if (error instanceof RowTooLarge) return false;
    throw error;
  }
}
