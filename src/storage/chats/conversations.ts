import { z } from 'zod';
import { textColumn } from '../../contract/columns.ts';
import type { ConversationReference, Conversations } from '../../contract/ports.ts';
import type { ConversationPlace } from '../../contract/thread.ts';
import type { Person } from '../../domain/partnership.ts';
import { createBoundedCache } from '../tables/bounded-cache.ts';
import { fromKey, hashText, toKey } from '../tables/keys.ts';
import { retryOnConflict, unlessConflict } from '../tables/optimistic-retry.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { StoredRow } from '../tables/row.ts';
import type { StorageTable } from '../tables/table.ts';

const conversationColumns = z.object({
  conversationId: textColumn.optional(),
  serviceUrl: textColumn.optional(),
  tenantId: textColumn.optional(),
  /** When somebody last wrote or installed there. */
  notedAt: textColumn.optional(),
  /** Since when it is of no use. */
  endedAt: textColumn.optional(),
  /** The message by which others were told that this person cannot be reached. */
  unreachedBy: textColumn.optional(),
});
type Row = z.output<typeof conversationColumns>;

/** References that are known to be stored are not written again. */
const MAX_IN_MEMORY = 5_000;
/** For so long: another instance may have ended a conversation meanwhile. */
const KNOWN_MS = 60_000;

/** Somebody who was imported by then has written to Convenor again. */
const CONTACT_DAYS = 365;
export const CONTACTS_PARTITION = toKey('', 'contacts');

export interface ConversationRecords extends Conversations {
  /** Makes those of a partnership's people reachable who wrote before they were imported. */
  adoptContacts(partnership: string, people: readonly Person[]): Promise<void>;
}

/**
 * Partition: `PARTNERSHIP|conversations`. Rows: `chat|HASH` for a chat or channel, `person|ID` for
 * somebody's personal chat, or for what is known of somebody who has none. Partition: `|contacts`.
 * Rows: `TENANT|OBJECT`, the personal chat of somebody who was not known when they wrote; deleted
 * by the first import after a year.
 */
export function createConversations(table: StorageTable, now: () => Date): ConversationRecords {
  const written = createBoundedCache<{ readonly reference: string; readonly at: number }>(
    MAX_IN_MEMORY,
  );
  const toPartition = (partnership: string) => toKey(partnership, 'conversations');
  const chatKey = (conversationId: string) => toKey('chat', hashText(conversationId));
  const personKey = (person: string) => toKey('person', person);
  const rowKeyOf = ({ kind, conversationId }: ConversationPlace, person?: string) =>
    kind === 'personal' && person ? personKey(person) : chatKey(conversationId);

  const read = async (
    partnership: string,
    rowKey: string,
  ): Promise<ConversationReference | undefined> => {
    const row = await table.point(toPartition(partnership), rowKey);
    const { conversationId, serviceUrl, tenantId, endedAt } = row ? fromRow(row) : ({} as Row);
    if (!conversationId || !serviceUrl || endedAt) return undefined;
    return { conversationId, serviceUrl, ...(tenantId && { tenantId }) };
  };
  const fromRow = (row: StoredRow): Row => parseRow(table.name, conversationColumns, row);

  /** Changes a row that may not exist yet; `undefined` leaves it. Answers what is stored then. */
  const change = (
    partnership: string,
    rowKey: string,
    decide: (row: Row) => Row | undefined,
  ): Promise<Row> =>
    retryOnConflict(rowKey, async () => {
      const partitionKey = toPartition(partnership);
      const stored = await table.point(partitionKey, rowKey);
      const before = stored ? fromRow(stored) : {};
      const after = decide(before);
      if (!after) return before;
      const put = { ...z.encode(conversationColumns, after), partitionKey, rowKey };
      const isSaved = await unlessConflict(table.commit([{ put, etag: stored?.etag ?? '' }]));
      return isSaved ? after : undefined;
    });

  return {
    async note(partnership, place, reference, person) {
      if (place.kind === 'personal' && !person) return false;
      const partitionKey = toPartition(partnership);
      const rowKey = rowKeyOf(place, person);
      const known = `${partitionKey}/${rowKey}`;
      const noted = { reference: JSON.stringify(reference), at: Date.now() };
      const last = written.get(known);
      if (last?.reference === noted.reference && noted.at - last.at < KNOWN_MS) return false;
      const row = { ...reference, notedAt: now().toISOString() };
      const put = { ...z.encode(conversationColumns, row), partitionKey, rowKey };
      const mayBeFirst = place.kind === 'personal' && !last;
      const isFirst = mayBeFirst && (await unlessConflict(table.commit([{ put, etag: '' }])));
      if (!isFirst) await table.put(put);
      written.set(known, noted);
      return isFirst;
    },
    async noteContact({ tenantId, objectId }, reference) {
      const keys = { partitionKey: CONTACTS_PARTITION, rowKey: toKey(tenantId, objectId) };
      const row = { ...reference, notedAt: now().toISOString() };
      await table.put({ ...z.encode(conversationColumns, row), ...keys });
    },
    forgetContact: ({ tenantId, objectId }) =>
      table.remove(CONTACTS_PARTITION, toKey(tenantId, objectId)),
    async adoptContacts(partnership, people) {
      const oldest = new Date(now().getTime() - CONTACT_DAYS * 86_400_000).toISOString();
      const contacts = await table.range(CONTACTS_PARTITION);
      for (const stored of contacts) {
        const contact = fromRow(stored);
        const [tenantId, objectId] = fromKey(stored.rowKey);
        const person = people.find(
          (each) => each.tenantId === tenantId && each.objectId === objectId,
        );
        if ((contact.notedAt ?? '') < oldest) await table.remove(CONTACTS_PARTITION, stored.rowKey);
        else if (person)
          await change(partnership, personKey(person.id), (known) =>
            (known.notedAt ?? '') < (contact.notedAt ?? '') ? contact : undefined,
          );
      }
    },
    async end(partnership, place, asOf, person) {
      const rowKey = rowKeyOf(place, person);
      const endedAt = asOf.toISOString();
      await change(partnership, rowKey, (row) =>
        row.conversationId && !row.endedAt && (row.notedAt ?? '') <= endedAt
          ? { ...row, endedAt }
          : undefined,
      );
      written.delete(`${toPartition(partnership)}/${rowKey}`);
    },
    async claimUnreached(partnership, person, message) {
      const row = await change(partnership, personKey(person), (known) =>
        known.unreachedBy ? undefined : { ...known, unreachedBy: message },
      );
      return row.unreachedBy === message;
    },
    async releaseUnreached(partnership, person, message) {
      await change(partnership, personKey(person), ({ unreachedBy, ...known }) =>
        unreachedBy === message ? known : undefined,
      );
    },
    personal: (partnership, person) => read(partnership, personKey(person)),
    chat: (partnership, conversationId) => read(partnership, chatKey(conversationId)),
  };
}
