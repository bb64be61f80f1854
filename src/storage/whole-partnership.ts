import { isDeepStrictEqual } from 'node:util';
import type { OpenStores } from '../contract/store.ts';
import type { Action } from '../domain/action.ts';
import { changedFields } from '../domain/action-commands.ts';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import type { ActionWrite } from './action-batch.ts';
import type { ActionRecords } from './actions.ts';
import type { Doors } from './doors.ts';
import type { MeetingRecords } from './meetings.ts';
import type { Reference } from './reference.ts';
import type { ReviewRecords } from './reviews.ts';
import { riskStore } from './risks.ts';
import type { Saved } from './save-changed.ts';

/** What saving did with each list; `stale` are actions that somebody else changed meanwhile. */
export type SavedPartnership = Record<keyof PartnershipRecords, Saved> & {
  readonly stale: readonly string[];
};

export interface WholePartnership {
  /** Whether the last import of this partnership has arrived in full. */
  isComplete(partnership: string): Promise<boolean>;
  /** Ids of the partnerships kept here. */
  ids(): Promise<string[]>;
  load(partnership: string): Promise<PartnershipRecords | undefined>;
  /**
   * Writes what differs from what is stored and removes nothing. What names things is published last: a first save that
   * is cut off leaves a partnership that nobody can see, and saving again mends it. `by` stands in the trail and in the history of actions;
   * `onProgress` hears how many records are dealt with.
   */
  save(
    records: PartnershipRecords,
    by: string,
    onProgress?: (done: number) => void,
  ): Promise<SavedPartnership>;
}

interface Parts {
  readonly doors: Doors;
  readonly reference: Reference;
  readonly actions: ActionRecords;
  readonly meetings: MeetingRecords;
  readonly reviews: Pick<ReviewRecords, 'asTable' | 'track'>;
  readonly stores: OpenStores;
  readonly now: () => Date;
}

export function createWholePartnership({
  doors,
  reference,
  actions,
  meetings,
  reviews,
  stores,
  now,
}: Parts): WholePartnership {
  const saveActions = async (
    partnership: string,
    wanted: readonly Action[],
    by: string,
    onProgress: (done: number) => void,
  ) => {
    const stored = new Map(
      (await actions.all(partnership)).map((known) => [known.action.ref, known]),
    );
    const at = now().toISOString();
    const writes = wanted.flatMap((action): ActionWrite[] => {
      const known = stored.get(action.ref);
      if (!known) return [{ action, expectedVersion: 0 }];
      if (isDeepStrictEqual(known.action, action)) return [];
      const change = { at, by, type: 'imported', changes: changedFields(known.action, action) };
      return [{ action, expectedVersion: known.version, change }];
    });
    const unchanged = wanted.length - writes.length;
    const { saved, stale } = await actions.save(partnership, writes, (done) =>
      onProgress(unchanged + done),
    );
    return { saved: { written: saved.length, unchanged }, stale };
  };

  return {
    isComplete: reference.isComplete,
    ids: doors.partnerships,
    async load(partnership) {
      const [names, stored, held, risked] = await Promise.all([
        reference.load(partnership),
        actions.all(partnership),
        meetings.all(partnership),
        stores(partnership)(riskStore).list(),
      ]);
      if (!names) return undefined;
      const table = await reviews.asTable(partnership, names.reviews);
      const people = names.people.filter(({ erasedOn }) => !erasedOn);
      return {
        ...names,
        ...held,
        people,
        reviews: table,
        actions: stored.map(({ action }) => action),
        risks: risked,
      };
    },
    async save(records, by, onProgress = () => {}) {
      const { id } = records.partnership;
      const names = await reference.save(records, by);
      await reviews.track(id, records.reviews, by);
      const held = await meetings.save(id, records.meetings, records.attendance, by);
      const event = { type: 'imported', by, at: now().toISOString() };
      const rest = { risks: await stores(id)(riskStore).importAll(records.risks, event) };
      const done = recordsIn({ ...names, ...held, ...rest });
      onProgress(done);
      const { saved, stale } = await saveActions(id, records.actions, by, (more) =>
        onProgress(done + more),
      );
      await doors.open(id, [...new Set(records.people.map(({ tenantId }) => tenantId))]);
      await reference.publish(id, by);
      return { ...names, ...held, ...rest, actions: saved, stale };
    },
  };
}

function recordsIn(lists: Record<string, Saved>): number {
  return Object.values(lists).reduce((sum, { written, unchanged }) => sum + written + unchanged, 0);
}
