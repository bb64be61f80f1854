import type { ChangeMark, Changes, FoundChange } from '../../contract/ports.ts';
import { toKey } from '../tables/keys.ts';
import type { StorageTable } from '../tables/table.ts';
import { entryKey, fromEntryRow } from './audit-entry.ts';

/**
 * Watches changes, and finds them again in the tables of records: by the entry in the audit log, or
 * by the writer that the row of a personal setting names.
 */
export function createChanges(watch: Changes['watch'], tables: readonly StorageTable[]): Changes {
  return {
    watch,
    async find(partnership, mark) {
      const table = tables.find(({ name }) => name === mark.table);
      const [own] = mark.partition.split('|');
      if (!table || own !== toKey(partnership)) return { state: 'not-saved' };
      return mark.sequence === undefined ? findSetting(table, mark) : findEntry(table, mark);
    },
  };
}

async function findEntry(
  table: StorageTable,
  { partition, writer, sequence = 0 }: ChangeMark,
): Promise<FoundChange> {
  const row = await table.point(partition, entryKey(sequence));
  const entry = row && fromEntryRow(table.name, row).entry;
  if (entry?.writer !== writer) return { state: 'not-saved' };
  return { state: 'saved', events: entry.events.map(({ by, id }) => ({ by, id })) };
}

async function findSetting(
  table: StorageTable,
  { partition, writer, row = '', isRemoval }: ChangeMark,
): Promise<FoundChange> {
  const stored = await table.point(partition, row);
  if (isRemoval ? !stored : stored?.writer === writer) return { state: 'saved', events: [] };
  return { state: stored && !isRemoval ? 'changed-since' : 'not-saved' };
}
