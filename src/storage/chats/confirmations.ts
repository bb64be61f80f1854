import { z } from 'zod';
import { jsonColumn } from '../../contract/columns.ts';
import { type Confirmations, confirmedText } from '../../contract/ports/confirmations.ts';
import type { ConversationPlace } from '../../contract/thread.ts';
import { hashText, toKey } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { StorageTable } from '../tables/table.ts';
import { REMEMBERED_MINUTES } from './threads.ts';

/** So many confirmations of one person in one place are kept; older ones are asked for again. */
const MAX_KEPT = 40;

const columns = z.object({
  texts: jsonColumn(z.array(confirmedText).readonly()),
  savedAt: z.iso.datetime(),
});

/** A row beside each thread, as short-lived: who confirmed that which texts name no child. */
export function createConfirmations(table: StorageTable, now: () => Date): Confirmations {
  const toKeys = (partnership: string, person: string, { conversationId }: ConversationPlace) => ({
    partitionKey: toKey(partnership, hashText(conversationId)),
    rowKey: toKey(person, 'confirmed'),
  });

  const load: Confirmations['load'] = async (partnership, person, place) => {
    const { partitionKey, rowKey } = toKeys(partnership, person, place);
    const row = await table.point(partitionKey, rowKey);
    if (!row) return [];
    const { texts, savedAt } = parseRow(table.name, columns, row);
    const isOver = now().getTime() - Date.parse(savedAt) >= REMEMBERED_MINUTES * 60_000;
    return isOver ? [] : texts;
  };

  return {
    load,
    async add(partnership, person, place, texts) {
      const kept = [...(await load(partnership, person, place)), ...texts].slice(-MAX_KEPT);
      const row = z.encode(columns, { texts: kept, savedAt: now().toISOString() });
      await table.put({ ...row, ...toKeys(partnership, person, place) });
    },
  };
}
