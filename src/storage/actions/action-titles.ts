import { z } from 'zod';
import { jsonColumn, textColumn } from '../../contract/columns.ts';
import type { FoundTitle } from '../../contract/ports.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { createBoundedCache } from '../tables/bounded-cache.ts';
import { prefixRange } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import { createTitleSearch, type TitleSearch } from './title-search.ts';

const titleColumns = z.object({ ref: textColumn, title: textColumn });
const titlesPayload = jsonColumn(z.array(titleColumns).readonly());

interface Titles {
  version: number;
  readonly search: TitleSearch;
}

const MAX_IN_MEMORY = 20;

/**
 * Finds actions by words of their titles, which are cached in memory. Each search reads the number
 * of audit entries and the payloads of new ones; when a payload was erased, it reads all titles
 * again.
 */
export function createActionTitles(table: AuditedTable) {
  const cache = createBoundedCache<Promise<Titles>>(MAX_IN_MEMORY);

  const load = async (partition: string, version: number): Promise<Titles> => {
    const search = createTitleSearch();
    const rows = await table.range(partition, prefixRange('x', 'all'), { only: ['ref', 'title'] });
    for (const { ref, title } of rows.map((row) => parseRow(table.name, titleColumns, row)))
      search.addOrReplace(ref, title);
    return { version, search };
  };

  const catchUp = async (partition: string, titles: Titles, version: number): Promise<boolean> => {
    if (titles.version >= version) return true;
    const newer = await table.listPayloads(partition, titles.version);
    for (const payload of newer) {
      if (payload === undefined) return false;
      for (const { ref, title } of z.decode(titlesPayload, payload))
        titles.search.addOrReplace(ref, title);
    }
    titles.version = Math.max(titles.version, version);
    return true;
  };

  const current = async (partition: string): Promise<TitleSearch> => {
    const version = await table.entryCount(partition);
    const cached = cache.get(partition);
    const titles = cached ?? load(partition, version);
    if (!cached) cache.set(partition, titles);
    titles.catch(() => cache.delete(partition));
    if (await catchUp(partition, await titles, version)) return (await titles).search;
    const loading = load(partition, version);
    cache.set(partition, loading);
    return (await loading).search;
  };

  return {
    search: async (partition: string, words: string, most: number): Promise<FoundTitle[]> =>
      (await current(partition)).find(words, most),
    /** The reference that is spelled so, however it was typed. */
    findRef: async (partition: string, typed: string): Promise<string | undefined> =>
      (await current(partition)).findRef(typed),
  };
}
