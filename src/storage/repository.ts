import { z } from 'zod';
import { changeEventColumns } from '../contract/columns.ts';
import type { Imported, Key, OpenStores, Repository, Store, Versioned } from '../contract/store.ts';
import type { ChangeEvent, Changes, PossibleChange } from '../domain/change-event.ts';
import { omitUndefined } from '../domain/optional.ts';
import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import type { AuditEvent } from './audit/audit-entry.ts';
import type { RecordTable } from './audit/audited-table.ts';
import { type HistoryLine, mergeHistories } from './history.ts';
import { type Changed, changeRecord } from './tables/change-record.ts';
import { createKeyedMutex, type WithLock } from './tables/keyed-mutex.ts';
import { type KeyRange, prefixEnd, prefixRange, toKey, toOrdinal } from './tables/keys.ts';
import { additionRow, findAddition, isRepeat, operationRow } from './tables/operation-rows.ts';
import { retryOnConflict, unlessConflict } from './tables/optimistic-retry.ts';
import { parseRow } from './tables/parse-row.ts';
import { type RowOperation, removeRows, type StoredRow, type TableRow } from './tables/row.ts';

interface Parts {
  /** The tables for records, which are audited, and for personal settings, which are not. */
  readonly records: RecordTable;
  readonly settings: RecordTable;
}

/**
 * Opens declared stores. The records of a store and a partnership are one partition,
 * `PARTNERSHIP|KIND`, with rows `KIND|KEY` for a record, `KIND.INDEX|PARTS|KEY` for its copy in an
 * index, `KIND.history|KEY|VERSION` for an event of its history, `operation|OPERATION|KIND|KEY` for an
 * operation that was applied to it, and `operation|OPERATION|KIND` for the one that added it.
 */
export function createOpenStores({ records, settings }: Parts): OpenRecordStores {
  const withLock = createKeyedMutex();
  return (partnership, operation) => (store) =>
    createRepository(store, {
      table: store.audited === false ? settings : records,
      partition: toKey(partnership, store.kind),
      operation,
      withLock,
    });
}

/** {@link OpenStores} with what only the storage itself uses. */
export type OpenRecordStores = (
  partnership: string,
  operation?: string,
) => <Item, Event extends ChangeEvent>(store: Store<Item, Event>) => RecordRepository<Item, Event>;

/** Where a repository stores its records, and what belongs to its transactions. */
export interface RepositoryOptions<Item, Event> {
  readonly table: RecordTable;
  readonly partition: string;
  /** The idempotency key of the press that causes the changes. */
  readonly operation?: string | undefined;
  readonly withLock: WithLock;
  /** Further operations for the transaction of a change. */
  readonly alongside?: (
    after: Item,
    before: Item | undefined,
    event: Event,
  ) => Promise<RowOperation[]>;
  /** Further changes for the audit log, which may contain ids, days and states only. */
  readonly auditChanges?: (event: Event) => Changes;
}

/** A repository with what only the storage itself uses. */
export interface RecordRepository<Item, Event extends ChangeEvent = ChangeEvent>
  extends Repository<Item, Event> {
  /** Like {@link Repository.addOrChange}; also returns the new version and the record before. */
  changeFrom<Refusal extends string>(
    key: Key,
    decide: (before: Item | undefined) => Outcome<PossibleChange<Item, Event>, Refusal>,
  ): Promise<Outcome<Changed<Item>, Refusal>>;
  /**
   * The operations that edit a record, for another transaction of its partition; none when the
   * record is missing or unchanged.
   */
  editOperations(key: Key, edit: (record: Item) => Item): Promise<RowOperation[]>;
  /** The histories of all records; a store without any has none. */
  listHistories(): Promise<HistoryLine[]>;
  /** Adds lines to histories, as {@link mergeHistories} says. */
  importHistories(lines: readonly HistoryLine[], event: ChangeEvent): Promise<Imported>;
}

type Known<Item> = Versioned<Item> & { readonly order?: number; readonly etag: string };

export function createRepository<Item, Event extends ChangeEvent>(
  store: Store<Item, Event>,
  {
    table,
    partition,
    operation,
    withLock,
    alongside,
    auditChanges,
  }: RepositoryOptions<Item, Event>,
): RecordRepository<Item, Event> {
  const { kind, columns, key, indexes = {}, history: historyOption, audited, auditId } = store;
  const eventColumns = (
    typeof historyOption === 'object' ? historyOption : changeEventColumns
  ) as typeof changeEventColumns;
  const toRowKey = (of: Key) => toKey(kind, ...toParts(of));

  const fromRow = (row: StoredRow): Item => parseRow(table.name, columns, row);
  const known = (row: StoredRow): Known<Item> => ({
    record: fromRow(row),
    version: Number(row.recordVersion),
    ...(row.recordOrder !== undefined && { order: Number(row.recordOrder) }),
    etag: row.etag,
  });

  /** The row of a record and its index copies. */
  function toRows({
    record,
    version,
    order,
  }: Omit<Known<Item>, 'etag'>): [TableRow, ...TableRow[]] {
    const own = z.encode(columns, record);
    const shared = { ...own, recordVersion: version, recordOrder: order, partitionKey: partition };
    const copies = Object.entries(indexes).flatMap(([name, partsIn]) => {
      const parts = partsIn(record);
      const rowKey = parts && toKey(`${kind}.${name}`, ...toParts(parts), ...toParts(key(record)));
      return rowKey ? [{ ...shared, rowKey }] : [];
    });
    return [{ ...shared, rowKey: toRowKey(key(record)) }, ...copies];
  }

  /**
   * The operations that replace a record with its index copies, history and operation; its own row
   * is the first.
   */
  function toIndexOperations(
    after: Omit<Known<Item>, 'etag'>,
    before?: Known<Item>,
    event?: Event,
  ): RowOperation[] {
    const [row, ...copies] = toRows(after);
    const current = new Set(copies.map(({ rowKey }) => rowKey));
    const outdated = before ? toRows(before).slice(1) : [];
    const own = key(after.record);
    const line: TableRow[] =
      historyOption && event
        ? [
            {
              ...(z.encode(eventColumns, event) as object),
              partitionKey: partition,
              rowKey: toKey(`${kind}.history`, ...toParts(own), toOrdinal(after.version)),
            },
          ]
        : [];
    return [
      { put: row, etag: before?.etag ?? '' },
      ...removeRows(outdated.filter(({ rowKey }) => !current.has(rowKey))),
      ...[...copies, ...line].map((put) => ({ put })),
      ...operationRow(partition, event?.operation, kind, ...toParts(own)),
    ];
  }

  function toAuditEvent(
    { type, by, onBehalf, operation: press }: ChangeEvent,
    of: Key,
  ): AuditEvent {
    return omitUndefined({
      by,
      onBehalf,
      type,
      kind,
      id: toParts(of).at(-1) ?? '',
      operation: press,
    });
  }

  /** The changed columns, with values only where the audit log may keep them. */
  function toChanges(before: Item | undefined, after: Item): Changes {
    const [from, to] = [before ? z.encode(columns, before) : {}, z.encode(columns, after)];
    const names = Object.keys({ ...from, ...to }).filter((name) => from[name] !== to[name]);
    const toText = (value: unknown) => (value === undefined ? undefined : String(value));
    return Object.fromEntries(
      names.map((name) => [
        name,
        audited !== false && audited?.includes(name)
          ? omitUndefined({ from: toText(from[name]), to: toText(to[name]) })
          : {},
      ]),
    );
  }

  const addOperation = (event: Event): Event => ({
    ...event,
    operation: event.operation ?? operation,
  });

  /** Saves a record; `false` when another writer was first or the operation was applied before. */
  async function save(
    record: Item,
    event: Event,
    before?: Known<Item>,
    more: readonly RowOperation[] = [],
  ): Promise<boolean> {
    const version = (before?.version ?? 0) + 1;
    const after = { record, version, order: before?.order };
    const changes = { ...toChanges(before?.record, record), ...auditChanges?.(event) };
    const id = auditId?.(record) ?? key(record);
    const auditEvent = { ...toAuditEvent(event, id), version, changes };
    const others = (await alongside?.(record, before?.record, event)) ?? [];
    const operations = [...toIndexOperations(after, before, event), ...others, ...more];
    return unlessConflict(table.append(partition, operations, [auditEvent]));
  }

  async function findRow(rowKey: string): Promise<Known<Item> | undefined> {
    const row = await table.point(partition, rowKey);
    return row && known(row);
  }
  const find = (of: Key) => findRow(toRowKey(of));

  /** Whether the operation was already applied to a record. */
  const wasPressed = (of: Key): Promise<boolean> =>
    isRepeat(table, partition, operation, kind, ...toParts(of));

  const readRange = async (range: KeyRange, limit?: number): Promise<StoredRow[]> =>
    table.range(partition, range, limit ? { most: limit } : {});

  const decideOn = <Refusal extends string>(
    of: Key,
    decide: (before: Known<Item> | undefined) => Outcome<PossibleChange<Item, Event>, Refusal>,
  ): Promise<Outcome<Changed<Item>, Refusal>> =>
    withLock(`${table.name}/${partition}/${toRowKey(of)}`, () =>
      changeRecord<Item, Event, Known<Item>, Refusal>(`${kind} ${toParts(of).join(' ')}`, {
        load: () => find(of),
        decide,
        save: (record, event, before) => save(record, addOperation(event), before),
        isRepeat: () => wasPressed(of),
      }),
    );

  async function listHistories(): Promise<HistoryLine[]> {
    const rows = historyOption ? await readRange(prefixRange(`${kind}.history`)) : [];
    return rows.map((row) => {
      const parts = row.rowKey.split('|').slice(1);
      return {
        kind,
        record: parts.slice(0, -1).join('|'),
        number: Number(parts.at(-1)),
        event: parseRow(table.name, eventColumns, row) as ChangeEvent,
      };
    });
  }

  return {
    get: async (of) => (await find(of))?.record,
    getVersioned: find,
    async list(prefix = []) {
      const rows = await readRange(prefixRange(kind, ...toParts(prefix)));
      const toOrder = ({ recordOrder }: StoredRow) => Number(recordOrder ?? Number.MAX_VALUE);
      return rows.sort((a, b) => toOrder(a) - toOrder(b)).map(fromRow);
    },
    async range(index, from, to, limit) {
      const prefix = index === 'key' ? kind : `${kind}.${index}`;
      const keyRange = {
        from: toKey(prefix, ...toParts(from)),
        below: prefixEnd(prefix, ...toParts(to)),
      };
      return (await readRange(keyRange, limit)).map(fromRow);
    },
    async add(record, wanted) {
      const event = addOperation(wanted);
      const added = additionRow(partition, event.operation, kind, toRowKey(key(record)));
      if (await save(record, event, undefined, added)) return accept(record);
      const rowKey = await findAddition(table, partition, event.operation, kind);
      const stored = rowKey && (await findRow(rowKey));
      return stored ? accept(stored.record) : refuse('exists');
    },
    async change<Refusal extends string>(
      of: Key,
      decide: (record: Item) => Outcome<PossibleChange<Item, Event>, Refusal>,
      version?: number,
    ) {
      const changed = await decideOn<Refusal | 'not-found' | 'changed-meanwhile'>(of, (before) => {
        if (!before) return refuse('not-found');
        const isOther = version !== undefined && version !== before.version;
        return isOther ? refuse('changed-meanwhile') : decide(before.record);
      });
      return changed.ok ? accept(changed.value.record) : changed;
    },
    async addOrChange(of, decide) {
      const changed = await decideOn(of, (before) => decide(before?.record));
      return changed.ok ? accept(changed.value.record) : changed;
    },
    changeFrom: (of, decide) => decideOn(of, (before) => decide(before?.record)),
    async editOperations(of, edit) {
      const before = await find(of);
      const record = before && edit(before.record);
      if (!record || record === before.record) return [];
      return toIndexOperations({ ...before, record, version: before.version + 1 }, before);
    },
    async remove(of, event) {
      const [row, lines] = await Promise.all([
        table.point(partition, toRowKey(of)),
        historyOption ? readRange(prefixRange(`${kind}.history`, ...toParts(of))) : [],
      ]);
      const rows = row ? removeRows(toRows(known(row))) : [];
      await table.appendAll(partition, [...removeRows(lines), rows], toAuditEvent(event, of));
    },
    async removeHistory(of, event) {
      const lines = await readRange(prefixRange(`${kind}.history`, ...toParts(of)));
      await table.appendAll(partition, [removeRows(lines)], toAuditEvent(event, of));
    },
    async history(of) {
      const rows = await readRange(prefixRange(`${kind}.history`, ...toParts(of)));
      return rows.map((row) => parseRow(table.name, eventColumns, row) as ChangeEvent as Event);
    },
    importAll: (records, event) =>
      retryOnConflict(partition, async () => {
        const rows = await readRange(prefixRange(kind));
        const stored = new Map(rows.map((row) => [row.rowKey, known(row)]));
        let last = Math.max(0, ...[...stored.values()].map(({ order }) => order ?? 0));
        const groups = records.flatMap((record) => {
          const before = stored.get(toRowKey(key(record)));
          const order = before?.order ?? ++last;
          const isSame = before && Object.keys(toChanges(before.record, record)).length === 0;
          if (isSame) return [];
          const version = (before?.version ?? 0) + 1;
          return [toIndexOperations({ record, version, order }, before, before && event)];
        });
        const isSaved = await unlessConflict(
          table.appendAll(partition, groups, toAuditEvent(event, partition)),
        );
        return isSaved
          ? { written: groups.length, unchanged: records.length - groups.length }
          : undefined;
      }),
    listHistories,
    importHistories: (lines, event) =>
      retryOnConflict(partition, async () => {
        const [rows, stored] = await Promise.all([readRange(prefixRange(kind)), listHistories()]);
        const records = new Map(rows.map((row) => [row.rowKey.slice(kind.length + 1), known(row)]));
        const merged = mergeHistories(stored, lines).filter(({ record }) => records.has(record));
        const groups = merged.flatMap(({ record, added, last }) => {
          const before = records.get(record) as Known<Item>;
          const put = added.map(({ number, event: line }): RowOperation[] => {
            const rowKey = `${kind}.history|${record}|${toOrdinal(number)}`;
            const row = { ...(z.encode(eventColumns, line as never) as object), rowKey };
            return [{ put: { ...row, partitionKey: partition } }];
          });
          // The next change has a number of its own.
          const version = Math.max(before.version, last);
          const raised =
            version > before.version ? [toIndexOperations({ ...before, version }, before)] : [];
          return [...put, ...raised];
        });
        const isSaved = await unlessConflict(
          table.appendAll(partition, groups, toAuditEvent(event, partition)),
        );
        const written = merged.reduce((sum, { added }) => sum + added.length, 0);
        return isSaved ? { written, unchanged: lines.length - written } : undefined;
      }),
  };
}

const toParts = (key: Key): readonly string[] => (typeof key === 'string' ? [key] : key);
