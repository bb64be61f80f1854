import { z } from 'zod';
import { textColumn } from '../../contract/columns.ts';
import type { ConversationReference, Conversations } from '../../contract/ports.ts';
import { createBoundedCache } from '../tables/bounded-cache.ts';
import { hashText, toKey } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { StorageTable } from '../tables/table.ts';

const referenceColumns = z.object({
  conversationId: textColumn,
  serviceUrl: textColumn,
  tenantId: textColumn.optional(),
});

/** References that are known to be stored are not written again. */
const MAX_IN_MEMORY = 5_000;

/**
 * Partition: `PARTNERSHIP|conversations`. Rows: `chat|HASH` for a chat or channel, `person|ID` for
 * somebody's personal chat.
 */
export function createConversations(table: StorageTable): Conversations {
  const written = createBoundedCache<string>(MAX_IN_MEMORY);
  const toPartition = (partnership: string) => toKey(partnership, 'conversations');
  const chatKey = (conversationId: string) => toKey('chat', hashText(conversationId));

  const read = async (
    partnership: string,
    rowKey: string,
  ): Promise<ConversationReference | undefined> => {
    const row = await table.point(toPartition(partnership), rowKey);
    return row && parseRow(table.name, referenceColumns, row);
  };

  return {
    async note(partnership, { kind, conversationId }, reference, person) {
      if (kind === 'personal' && !person) return;
      const partitionKey = toPartition(partnership);
      const rowKey =
        kind === 'personal' && person ? toKey('person', person) : chatKey(conversationId);
      const known = `${partitionKey}/${rowKey}`;
      if (written.get(known) === JSON.stringify(reference)) return;
      await table.put({ ...z.encode(referenceColumns, reference), partitionKey, rowKey });
      written.set(known, JSON.stringify(reference));
    },
    personal: (partnership, person) => read(partnership, toKey('person', person)),
    chat: (partnership, conversationId) => read(partnership, chatKey(conversationId)),
  };
}
