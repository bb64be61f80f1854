import { z } from 'zod';
import { json, text } from '../contract/columns.ts';
import type { FoundTitle } from '../contract/ports.ts';
import type { AuditedTable } from './audited-table.ts';
import { hold } from './held.ts';
import { startingWith } from './keys.ts';
import { parseRow } from './parse-row.ts';
import { createTitleSearch, type TitleSearch } from './title-search.ts';

const titleColumns = z.object({ ref: text, title: text });
const titlesBeside = json(z.array(titleColumns).readonly());

interface Titles {
  version: number;
  readonly search: TitleSearch;
}

const MOST_IN_MEMORY = 20;

/**
 * Finds actions by words of their titles. The titles stay in memory; each search asks how long the trail is, and of the trail reads
 * only what is newer. Where titles were forgotten since, all are read again.
 */
export function createActionTitles(table: AuditedTable) {
  const held = new Map<string, Promise<Titles>>();

  const load = async (partition: string, version: number): Promise<Titles> => {
    const search = createTitleSearch();
    const rows = await table.range(partition, startingWith('x', 'all'), { only: ['ref', 'title'] });
    for (const { ref, title } of rows.map((row) => parseRow(table.name, titleColumns, row)))
      search.put(ref, title);
    return { version, search };
  };

  const catchUp = async (partition: string, titles: Titles, version: number): Promise<boolean> => {
    if (titles.version >= version) return true;
    const newer = await table.besides(partition, titles.version);
    for (const beside of newer) {
      if (beside === undefined) return false;
      for (const { ref, title } of z.decode(titlesBeside, beside)) titles.search.put(ref, title);
    }
    titles.version = Math.max(titles.version, version);
    return true;
  };

  return async (partition: string, words: string, most: number): Promise<FoundTitle[]> => {
    const version = await table.lengthOf(partition);
    const titles = held.get(partition) ?? load(partition, version);
    if (!held.has(partition)) hold(held, partition, titles, MOST_IN_MEMORY);
    titles.catch(() => held.delete(partition));
    if (await catchUp(partition, await titles, version))
      return (await titles).search.find(words, most);
    const anew = load(partition, version);
    hold(held, partition, anew, MOST_IN_MEMORY);
    return (await anew).search.find(words, most);
  };
}
