import { z } from 'zod';
import { numberColumn, textColumn } from '../../contract/columns.ts';
import type { LiveSubject, ShownCard, ShownCards } from '../../contract/ports.ts';
import { hashText, prefixRange, toKey } from '../tables/keys.ts';
import { unlessConflict } from '../tables/optimistic-retry.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { StoredRow, TableRow } from '../tables/row.ts';
import type { StorageTable } from '../tables/table.ts';

const cardColumns = z.object({
  conversationId: textColumn,
  activityId: textColumn,
  serviceUrl: textColumn,
  version: numberColumn,
  busyUntil: numberColumn,
});

/**
 * Partition: `PARTNERSHIP|live`. Rows: `shown|KIND|ID|CHAT`, the card of a subject in one
 * conversation, and `in|CHAT|KIND`, the subject that was last shown there. A conversation’s id is
 * as long as Teams likes, so keys have its digest.
 */
export function createShownCards(table: StorageTable): ShownCards {
  const toPartition = (partnership: string) => toKey(partnership, 'live');
  const keys = ({ partnership, kind, id }: LiveSubject, { conversationId }: ShownCard) => ({
    partitionKey: toPartition(partnership),
    rowKey: toKey('shown', kind, id, hashText(conversationId)),
  });
  const toRow = (subject: LiveSubject, card: ShownCard): TableRow => ({
    ...z.encode(cardColumns, card),
    ...keys(subject, card),
  });
  const fromRow = (row: StoredRow): ShownCard => parseRow(table.name, cardColumns, row);

  return {
    async remember(subject, card) {
      const place = card.conversationId.split(';messageid=')[0] ?? card.conversationId;
      const last = toKey('in', hashText(place), subject.kind);
      await table.commit([
        { put: toRow(subject, card) },
        { put: { partitionKey: toPartition(subject.partnership), rowKey: last, id: subject.id } },
      ]);
    },
    async list({ partnership, kind, id }) {
      return (await table.range(toPartition(partnership), prefixRange('shown', kind, id))).map(
        fromRow,
      );
    },
    async findLast(partnership, kind, conversationId) {
      const row = await table.point(
        toPartition(partnership),
        toKey('in', hashText(conversationId), kind),
      );
      return row && String(row.id);
    },
    async replace(subject, known, by) {
      const { partitionKey, rowKey } = keys(subject, known);
      const row = await table.point(partitionKey, rowKey);
      if (!row || !isSame(fromRow(row), known)) return false;
      return unlessConflict(table.commit([{ put: toRow(subject, by), etag: row.etag }]));
    },
    async forget(subject, card) {
      const { partitionKey, rowKey } = keys(subject, card);
      await table.remove(partitionKey, rowKey);
    },
  };
}

function isSame(a: ShownCard, b: ShownCard): boolean {
  return a.activityId === b.activityId && a.version === b.version && a.busyUntil === b.busyUntil;
}
