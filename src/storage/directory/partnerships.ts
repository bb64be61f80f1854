import { isDeepStrictEqual } from 'node:util';
import { lcsprStore } from '../../contract/lcspr-store.ts';
import { seatStore } from '../../contract/seat-store.ts';
import type { Imported, Key, OpenStores, Store } from '../../contract/store.ts';
import type { Action } from '../../domain/action.ts';
import { changedFields } from '../../domain/action-commands.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { identitiesOf } from '../../domain/find-person.ts';
import type { PartnershipRecords } from '../../domain/partnership-records.ts';
import type { Register } from '../../domain/register.ts';
import type { ReviewTableRow } from '../../domain/review-table.ts';
import type { ActionWrite } from '../actions/action-batch.ts';
import type { ActionRecords } from '../actions/actions.ts';
import type { ConversationRecords } from '../chats/conversations.ts';
import { registerStore } from '../meetings/meeting-stores.ts';
import type { MeetingRecords } from '../meetings/meetings.ts';
import type { ReviewRecords } from '../reviews/reviews.ts';
import { isHistoryStore, type KeptRecords } from './kept-records.ts';
import type { PartnershipLookup } from './partnership-lookup.ts';
import type { ReferenceRecords } from './reference-records.ts';
import { taughtWordsStore } from './taught-words.ts';

/**
 * What saving did with each list, and with what goes into declared stores; `stale` are actions that
 * somebody else changed meanwhile.
 */
export type ImportedPartnership = Record<keyof PartnershipRecords, Imported> & {
  readonly imported: readonly Imported[];
  readonly stale: readonly string[];
};

/** Records for a declared store. */
export interface StoreImport {
  readonly store: Store<unknown>;
  readonly records: readonly unknown[];
}

export interface Partnerships {
  /** Whether the last import of the partnership was completed. */
  isComplete(partnership: string): Promise<boolean>;
  /** The ids of all partnerships. */
  ids(): Promise<string[]>;
  load(partnership: string): Promise<PartnershipRecords | undefined>;
  /**
   * Writes what differs from what is stored and removes nothing. What names things is published
   * last: a first save that is cut off leaves a partnership that nobody can see, and saving again
   * mends it. `by` stands in the audit log and in the history of actions; `onProgress` hears how
   * many records are dealt with; `toLast` says what is written when all of that is. An action that
   * is no longer as it was `before`, when the records were compared, is left alone.
   */
  save(
    records: PartnershipRecords,
    by: string,
    onProgress?: (done: number) => void,
    imports?: readonly StoreImport[],
    toLast?: (stale: readonly string[]) => StoreImport,
    before?: PartnershipRecords,
    type?: string,
  ): Promise<ImportedPartnership>;
  /** Removes actions by reference. */
  removeActions(partnership: string, refs: readonly string[], by: string): Promise<void>;
  /** Removes records of a declared store. */
  removeRecords(
    partnership: string,
    store: Store<unknown>,
    records: readonly unknown[],
    event: ChangeEvent,
  ): Promise<void>;
  /** The meetings whose registers were kept here, and not only imported. */
  registersKeptHere(partnership: string): Promise<ReadonlySet<string>>;
  /** All records of a declared store, or those whose keys begin so. */
  list<Item>(partnership: string, store: Store<Item>, prefix?: Key): Promise<readonly Item[]>;
}

interface Parts {
  readonly lookup: PartnershipLookup;
  readonly reference: ReferenceRecords;
  readonly actions: ActionRecords;
  readonly meetings: MeetingRecords;
  readonly reviews: Pick<ReviewRecords, 'asTable' | 'listChanged' | 'track'>;
  readonly stores: OpenStores;
  readonly kept: KeptRecords;
  readonly conversations: Pick<ConversationRecords, 'adoptContacts'>;
  readonly now: () => Date;
}

/** What the directory is read from besides the tables of names. */
const READ_WITH_NAMES = [taughtWordsStore, seatStore, lcsprStore].map(({ kind }) => kind);

export function createPartnerships({
  lookup,
  reference,
  actions,
  meetings,
  reviews,
  stores,
  kept,
  conversations,
  now,
}: Parts): Partnerships {
  const saveActions = async (
    partnership: string,
    wanted: readonly Action[],
    by: string,
    onProgress: (done: number) => void,
    before: PartnershipRecords | undefined,
    type: string,
  ) => {
    const compared = before && new Map(before.actions.map((action) => [action.ref, action]));
    const changedMeanwhile: string[] = [];
    const stored = new Map(
      (await actions.all(partnership)).map((known) => [known.action.ref, known]),
    );
    const at = now().toISOString();
    const writes = wanted.flatMap((action): ActionWrite[] => {
      const known = stored.get(action.ref);
      if (!known) return [{ action, expectedVersion: 0, by }];
      if (isDeepStrictEqual(known.action, action)) return [];
      const last = compared?.get(action.ref);
      if (compared && !isDeepStrictEqual(known.action, last)) {
        if (!isDeepStrictEqual(action, last)) changedMeanwhile.push(action.ref);
        return [];
      }
      const change = { at, by, type, changes: changedFields(known.action, action) };
      return [{ action, expectedVersion: known.version, change }];
    });
    const unchanged = wanted.length - writes.length - changedMeanwhile.length;
    const { saved, stale } = await actions.save(partnership, writes, (done) =>
      onProgress(unchanged + done),
    );
    return {
      saved: { written: saved.length, unchanged },
      stale: [...changedMeanwhile, ...stale],
    };
  };

  /** A review that was changed here is read from what was changed; its imported row stays. */
  const keepChangedHere = async (partnership: string, rows: readonly ReviewTableRow[]) => {
    const changed = new Set((await reviews.listChanged(partnership)).map(({ ref }) => ref));
    if (changed.size === 0) return rows;
    const stored = await reference.load(partnership);
    const before = new Map((stored?.reviews ?? []).map((row) => [row.ref, row]));
    return rows.map((row) => (changed.has(row.ref) ? (before.get(row.ref) ?? row) : row));
  };

  return {
    isComplete: reference.isComplete,
    ids: lookup.list,
    async load(partnership) {
      const [names, stored, savedMeetings] = await Promise.all([
        reference.load(partnership),
        actions.all(partnership),
        meetings.all(partnership),
      ]);
      if (!names) return undefined;
      const table = await reviews.asTable(partnership, names.reviews);
      const people = names.people.filter(({ erasedOn }) => !erasedOn);
      const formerPeople = names.people.flatMap(({ id, displayName, erasedOn }) =>
        erasedOn ? [{ id, pseudonym: displayName, erasedOn }] : [],
      );
      return {
        ...names,
        ...savedMeetings,
        people,
        'former-people': formerPeople,
        reviews: table,
        actions: stored.map(({ action }) => action),
      };
    },
    async save(
      records,
      by,
      onProgress = () => {},
      imports = [],
      toLast,
      before,
      type = 'imported',
    ) {
      const { id } = records.partnership;
      const names = await reference.save(
        { ...records, reviews: await keepChangedHere(id, records.reviews) },
        by,
      );
      await reviews.track(id, records.reviews, by);
      const registers = imports.find(({ store }) => store.kind === registerStore.kind)?.records;
      const held = await meetings.save(
        id,
        records.meetings,
        records.attendance,
        by,
        registers as readonly Register[],
      );
      const event = { type, by, at: now().toISOString() };
      const imported: Imported[] = imports.map(() => ({ written: 0, unchanged: 0 }));
      // A history is added to records that are there.
      const storeImports = async (areHistories: boolean) => {
        for (const [at, { store, records: wanted }] of imports.entries())
          if (isHistoryStore(store) === areHistories)
            imported[at] = await kept.importAll(id, store, wanted, event);
      };
      await storeImports(false);
      const done = countRecords([...Object.values({ ...names, ...held }), ...imported]);
      onProgress(done);
      const { saved, stale } = await saveActions(
        id,
        records.actions,
        by,
        (more) => onProgress(done + more),
        before,
        type,
      );
      await storeImports(true);
      const last = toLast?.(stale);
      if (last && last.records.length > 0)
        await stores(id)(last.store).importAll(last.records, event);
      const tenants = [
        ...new Set(records.people.flatMap(identitiesOf).map(({ tenantId }) => tenantId)),
      ];
      await lookup.registerTenants(id, tenants);
      await conversations.adoptContacts(id, records.people);
      if (!(await reference.isComplete(id)))
        for (const other of await lookup.listSharing(id, tenants))
          await reference.raise(other, by, 'shares a tenant');
      const isRead = imports.some(
        ({ store }, at) => READ_WITH_NAMES.includes(store.kind) && imported[at]?.written,
      );
      if (isRead) await reference.raise(id, by, 'imported beside names');
      await reference.publish(id, by);
      return { ...names, ...held, actions: saved, imported, stale };
    },
    async removeActions(partnership, refs, by) {
      for (const ref of refs) await actions.remove(partnership, ref, by);
    },
    async removeRecords(partnership, store, records, event) {
      for (const record of records)
        await stores(partnership)(store).remove(store.key(record), event);
      if (READ_WITH_NAMES.includes(store.kind))
        await reference.raise(partnership, event.by, 'removed beside names');
    },
    registersKeptHere: meetings.registersKeptHere,
    list: <Item>(partnership: string, store: Store<Item>, prefix?: Key) =>
      kept.list(partnership, store as Store<unknown>, prefix) as Promise<readonly Item[]>,
  };
}

function countRecords(lists: readonly Imported[]): number {
  return lists.reduce((sum, { written, unchanged }) => sum + written + unchanged, 0);
}
