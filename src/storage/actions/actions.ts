import type { Actions } from '../../contract/ports.ts';
import type { Imported } from '../../contract/store.ts';
import type { Action } from '../../domain/action.ts';
import { type ActionQuery, matchesQuery } from '../../domain/action-query.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import type { HistoryLine } from '../history.ts';
import { createBoundedCache } from '../tables/bounded-cache.ts';
import { createKeyedMutex } from '../tables/keyed-mutex.ts';
import { fromKey, prefixRange, toKey } from '../tables/keys.ts';
import { operationRange } from '../tables/operation-rows.ts';
import { type ActionWrite, nextRef } from './action-batch.ts';
import { importActionHistories, listActionHistories } from './action-history.ts';
import { findIndexes, type IndexEntry, toRanges, verifyRange, wantsOpen } from './action-index.ts';
import {
  actionKey,
  fromActionRow,
  fromChangeRow,
  fromHeadRow,
  HEAD,
  type Head,
  newHead,
  type VersionedAction,
} from './action-rows.ts';
import { type Tallies, tallyAt, toActionTallies } from './action-tallies.ts';
import { createActionTitles } from './action-titles.ts';
import { removeAction } from './remove-action.ts';
import { type ActionsSaved, writeActions } from './write-actions.ts';

/** So few rows come back about as fast as one. */
const MAX_FEW = 50;
/** The tallies of so many partnerships are remembered. */
const MAX_IN_MEMORY = 50;

export interface ActionRecords extends Actions {
  /** Deletes an action at the end of its retention period. */
  remove(partnership: string, ref: string, by: string): Promise<void>;
  /** All actions in the order of creation. */
  all(partnership: string): Promise<VersionedAction[]>;
  /** The histories of all actions. */
  listHistories(partnership: string): Promise<HistoryLine[]>;
  /** Adds lines to histories, where nothing went on otherwise here. */
  importHistories(
    partnership: string,
    lines: readonly HistoryLine[],
    by: string,
  ): Promise<Imported>;
  /** Saves actions with their history and tallies, each of them atomically. */
  save(
    partnership: string,
    writes: readonly ActionWrite[],
    onProgress?: (done: number) => void,
  ): Promise<ActionsSaved>;
}

/**
 * The actions of a partnership are one partition, `PARTNERSHIP|actions`, so that an action, its
 * copies and the tallies change in one transaction. Rows: `a|REF|` an action, `a|REF|h|VERSION` an
 * event of its history, `x|INDEX|VALUE|STATE|DUE|REF` and `verify|REF` copies in indexes,
 * `operation|OPERATION|action|REF` an applied operation, `head` version and tallies.
 */
export function createActions(table: AuditedTable): ActionRecords {
  const titles = createActionTitles(table);
  const withLock = createKeyedMutex();
  /**
   * Writers of one instance take turns, for otherwise they would only cause one another's
   * conflicts.
   */
  const write = (
    partition: string,
    writes: readonly ActionWrite[],
    onProgress?: (done: number) => void,
  ) => withLock(partition, () => writeActions(table, partition, writes, onProgress));
  const toPartition = (partnership: string) => toKey(partnership, 'actions');

  /** The tallies as they were read last: they tell how much to read, never what is so. */
  const lastTallies = createBoundedCache<Tallies>(MAX_IN_MEMORY);
  const loadHead = async (partition: string): Promise<Head> => {
    const row = await table.point(partition, HEAD);
    const head = row ? fromHeadRow(table.name, row) : newHead;
    lastTallies.set(partition, head.tallies);
    return head;
  };

  /**
   * The candidate index entry with the fewest actions. Reads the tallies only when there are
   * several candidates.
   */
  const mostSelectiveIndex = async (partition: string, query: ActionQuery): Promise<IndexEntry> => {
    const candidates = findIndexes(query);
    if (candidates.length === 1) return candidates[0] as IndexEntry;
    const { tallies } = await loadHead(partition);
    const open = wantsOpen(query);
    const size = (entry: IndexEntry) => {
      const tally = tallyAt(tallies, entry);
      return (open === false ? 0 : tally.open) + (open === true ? 0 : tally.closed);
    };
    return candidates.reduce((best, entry) => (size(entry) < size(best) ? entry : best));
  };

  return {
    async list(partnership, query) {
      const partition = toPartition(partnership);
      const ranges = toRanges(await mostSelectiveIndex(partition, query), query);
      const rows = await Promise.all(ranges.map((range) => table.range(partition, range)));
      return rows
        .flat()
        .map((row) => fromActionRow(table.name, row).action)
        .filter((action) => matchesQuery(action, query));
    },
    async listIfFew(partnership, scope) {
      const partition = toPartition(partnership);
      const tallies = lastTallies.get(partition);
      const [entry] = findIndexes(scope);
      if (!tallies || !entry) return undefined;
      const { open, closed } = tallyAt(tallies, entry);
      if (open + closed > MAX_FEW) return undefined;
      const rows = await table.range(partition, prefixRange('x', entry.index, entry.value), {
        most: MAX_FEW + 1,
      });
      if (rows.length > MAX_FEW) return undefined;
      return rows.map((row) => fromActionRow(table.name, row).action);
    },
    async awaitingVerification(partnership) {
      const rows = await table.range(toPartition(partnership), verifyRange);
      return rows.map((row) => fromActionRow(table.name, row).action);
    },
    tallies: async (partnership) =>
      toActionTallies((await loadHead(toPartition(partnership))).tallies),
    async listWithHistory(partnership) {
      const found: { action: Action; history: ChangeEvent[] }[] = [];
      // The history of an action stands behind it.
      for (const row of await table.range(toPartition(partnership), prefixRange('a'))) {
        const isEvent = fromKey(row.rowKey)[2] === 'h';
        if (isEvent) found.at(-1)?.history.push(fromChangeRow(table.name, row));
        else found.push({ action: fromActionRow(table.name, row).action, history: [] });
      }
      return found;
    },
    async find(partnership, ref) {
      const partition = toPartition(partnership);
      const rows = await table.range(partition, prefixRange('a', ref));
      const spelled = rows.length > 0 ? undefined : await titles.findRef(partition, ref);
      const [first, ...changes] = spelled
        ? await table.range(partition, prefixRange('a', spelled))
        : rows;
      if (!first) return undefined;
      const { action, version } = fromActionRow(table.name, first);
      return { action, version, history: changes.map((row) => fromChangeRow(table.name, row)) };
    },
    async findCurrent(partnership, ref) {
      const row = await table.point(toPartition(partnership), actionKey(ref));
      return row && fromActionRow(table.name, row).action;
    },
    async record(partnership, { record: action, event: change }, expectedVersion) {
      const partition = toPartition(partnership);
      const { saved } = await write(partition, [{ action, change, expectedVersion }]);
      return saved.length > 0 ? 'saved' : 'stale';
    },
    async add(partnership, { record: action, event: change }) {
      const partition = toPartition(partnership);
      const { saved } = await write(partition, [
        { action, change, expectedVersion: 0, orNextRef: true },
      ]);
      if (saved[0]) return saved[0];
      const [raised] = await table.range(partition, operationRange(change.operation ?? ''));
      return fromKey(raised?.rowKey ?? '').at(-1) ?? '';
    },
    remove: (partnership, ref, by) => removeAction(table, toPartition(partnership), ref, by),
    nextRef: async (partnership) => nextRef((await loadHead(toPartition(partnership))).lastRef),
    searchTitles: (partnership, words, most) =>
      titles.search(toPartition(partnership), words, most),
    async all(partnership) {
      const rows = await table.range(toPartition(partnership), prefixRange('x', 'all'));
      return rows.map((row) => fromActionRow(table.name, row)).sort((a, b) => a.order - b.order);
    },
    listHistories: (partnership) => listActionHistories(table, toPartition(partnership)),
    importHistories(partnership, lines, by) {
      const partition = toPartition(partnership);
      return withLock(partition, () => importActionHistories(table, partition, lines, by));
    },
    save: (partnership, writes, onProgress) => write(toPartition(partnership), writes, onProgress),
  };
}
