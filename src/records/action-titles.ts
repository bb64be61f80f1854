import { z } from 'zod';
import type { FoundTitle } from '../features/ports.ts';
import { feedKey, fromFeedRow, fromHeadRow, HEAD } from './action-rows.ts';
import { text } from './columns.ts';
import { hold } from './held.ts';
import { behind, startingWith } from './keys.ts';
import { parseRow } from './parse-row.ts';
import type { Table } from './table.ts';
import { createTitleSearch, type TitleSearch } from './title-search.ts';

const titleColumns = z.object({ ref: text, title: text });

interface Titles {
  version: number;
  readonly search: TitleSearch;
}

const MOST_IN_MEMORY = 20;

/** Finds actions by words of their titles. The titles stay in memory; each search asks for the version and reads what is newer. */
export function createActionTitles(table: Table) {
  const held = new Map<string, Promise<Titles>>();

  const versionOf = async (partition: string) => {
    const row = await table.point(partition, HEAD);
    return row ? fromHeadRow(table.name, row).version : 0;
  };

  const load = async (partition: string, version: number): Promise<Titles> => {
    const search = createTitleSearch();
    const rows = await table.range(partition, startingWith('x', 'all'), { only: ['ref', 'title'] });
    for (const { ref, title } of rows.map((row) => parseRow(table.name, titleColumns, row))) search.put(ref, title);
    return { version, search };
  };

  const catchUp = async (partition: string, titles: Titles, version: number): Promise<void> => {
    if (titles.version >= version) return;
    const newer = { from: feedKey(titles.version + 1), below: behind('v') };
    const entries = (await table.range(partition, newer)).map((row) => fromFeedRow(table.name, row));
    for (const { saved } of entries) for (const { ref, title } of saved) titles.search.put(ref, title);
    titles.version = Math.max(titles.version, version);
  };

  return async (partition: string, words: string, most: number): Promise<FoundTitle[]> => {
    const version = await versionOf(partition);
    const titles = held.get(partition) ?? load(partition, version);
    if (!held.has(partition)) hold(held, partition, titles, MOST_IN_MEMORY);
    titles.catch(() => held.delete(partition));
    const { search } = await titles;
    await catchUp(partition, await titles, version);
    return search.find(words, most);
  };
}
