import { z } from 'zod';
import type { WaitingFiles } from '../../contract/ports/waiting-files.ts';
import { fromKey, prefixRange, toKey, toOrdinal } from '../tables/keys.ts';
import { removeRows, type TableRow } from '../tables/row.ts';
import { MAX_CHARACTERS_IN_TEXT, packTransactions } from '../tables/sizes.ts';
import type { StorageTable } from '../tables/table.ts';

const TEXTS_IN_ROW = 14;

const columns = z.looseObject({ until: z.iso.datetime(), rows: z.number() });

/**
 * Files in as many rows as they need. The instance that saved one removes it when it expires; where
 * that instance has ended, the next one to save a file does.
 */
export function createWaitingFiles(table: StorageTable, now: () => Date): WaitingFiles {
  const toPartition = (partnership: string) => toKey(partnership, 'waiting-files');

  async function removeAll(rows: readonly TableRow[]): Promise<void> {
    for (const batch of packTransactions(removeRows(rows))) await table.commit(batch);
  }

  async function removeExpired(partition: string): Promise<void> {
    const rows = await table.range(partition, undefined, { only: ['until'] });
    const expired = rows.filter(({ until }) => String(until) <= now().toISOString());
    const ids = new Set(expired.map(({ rowKey }) => fromKey(rowKey)[0] ?? ''));
    for (const id of ids)
      await removeAll(
        expired
          .filter(({ rowKey }) => fromKey(rowKey)[0] === id)
          .map(({ rowKey }) => ({ partitionKey: partition, rowKey })),
      ).catch(() => undefined); // another instance has removed them
  }

  const remove: WaitingFiles['remove'] = async (partnership, id) => {
    const partitionKey = toPartition(partnership);
    const rows = await table.range(partitionKey, prefixRange(id), { only: ['until'] });
    await removeAll(rows.map(({ rowKey }) => ({ partitionKey, rowKey })));
  };

  return {
    async save(partnership, id, sealed, until) {
      const partitionKey = toPartition(partnership);
      await removeExpired(partitionKey);
      const texts = Buffer.from(sealed).toString('base64').match(TEXT) ?? [];
      const rows = Math.ceil(texts.length / TEXTS_IN_ROW);
      await table.putAll(
        Array.from({ length: rows }, (_, at) => ({
          partitionKey,
          rowKey: toKey(id, toOrdinal(at)),
          until: until.toISOString(),
          rows,
          ...Object.fromEntries(
            texts
              .slice(at * TEXTS_IN_ROW, (at + 1) * TEXTS_IN_ROW)
              .map((text, place) => [`text${place}`, text]),
          ),
        })),
      );
      const ms = until.getTime() - now().getTime();
      setTimeout(() => void remove(partnership, id).catch(() => {}), ms).unref();
    },
    async load(partnership, id) {
      const found = await table.range(toPartition(partnership), prefixRange(id));
      const rows = found.map((row) => columns.parse(row));
      const [first] = rows;
      if (!first || first.until <= now().toISOString() || rows.length < first.rows)
        return undefined;
      const text = rows
        .slice(0, first.rows)
        .flatMap((row) => Array.from({ length: TEXTS_IN_ROW }, (_, at) => row[`text${at}`] ?? ''))
        .join('');
      return Buffer.from(text, 'base64');
    },
    remove,
  };
}

const TEXT = new RegExp(`.{1,${MAX_CHARACTERS_IN_TEXT}}`, 'g');
