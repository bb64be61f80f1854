import type { Imported, Key, Store } from '../../contract/store.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import type { LearnedWords } from '../../domain/directory.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { Register } from '../../domain/register.ts';
import type { ActionRecords } from '../actions/actions.ts';
import type { HistoryLine, HistoryStore } from '../history.ts';
import { type MeetingStores, registerStore } from '../meetings/meeting-stores.ts';
import type { MeetingRecords } from '../meetings/meetings.ts';
import type { OpenRecordStores, RecordRepository } from '../repository.ts';
import { reviewStore } from '../reviews/review-stores.ts';
import type { ReviewRecords } from '../reviews/reviews.ts';
import { type TaughtWords, taughtWordsStore } from './taught-words.ts';

interface Parts {
  readonly stores: OpenRecordStores;
  readonly actions: ActionRecords;
  readonly meetings: MeetingRecords;
  readonly meetingStores: MeetingStores;
  readonly reviews: ReviewRecords;
  readonly taughtWords: TaughtWords;
}

/** Records that a file of the folder names by their store, wherever they are. */
export interface KeptRecords {
  list(partnership: string, store: Store<unknown>, prefix?: Key): Promise<readonly unknown[]>;
  importAll(
    partnership: string,
    store: Store<unknown>,
    records: readonly unknown[],
    event: ChangeEvent,
  ): Promise<Imported>;
}

export const isHistoryStore = (store: Store<unknown>): store is HistoryStore => 'of' in store;

export function createKeptRecords({
  stores,
  actions,
  meetings,
  meetingStores,
  reviews,
  taughtWords,
}: Parts): KeptRecords {
  /** The repositories with histories, by kind. */
  const withHistories = (
    partnership: string,
    { of }: HistoryStore,
  ): ReadonlyMap<string, Pick<RecordRepository<unknown>, 'listHistories' | 'importHistories'>> =>
    new Map([
      ['meeting', meetingStores.meetings(partnership)],
      ...of.map((store) => [store.kind, openFor(partnership, store)] as const),
    ]);

  function openFor(partnership: string, store: Store<unknown>) {
    if (store.kind === registerStore.kind) return meetingStores.registers(partnership);
    if (store.kind === reviewStore.kind) return reviews.repository(partnership);
    return stores(partnership)(store);
  }

  async function importHistories(
    partnership: string,
    store: HistoryStore,
    lines: readonly HistoryLine[],
    event: ChangeEvent,
  ): Promise<Imported> {
    const repositories = withHistories(partnership, store);
    const total = { written: 0, unchanged: 0 };
    for (const [kind, own] of Map.groupBy(lines, (line) => line.kind)) {
      const { written, unchanged } =
        kind === 'action'
          ? await actions.importHistories(partnership, own, event.by)
          : ((await repositories.get(kind)?.importHistories(own, event)) ?? {
              written: 0,
              unchanged: own.length,
            });
      total.written += written;
      total.unchanged += unchanged;
    }
    return total;
  }

  return {
    async list(partnership, store, prefix) {
      if (store.kind === registerStore.kind) return meetings.listKeptRegisters(partnership);
      if (store.kind === reviewStore.kind) return reviews.listChanged(partnership);
      if (store.kind === taughtWordsStore.kind) return taughtWords.list(partnership);
      if (!isHistoryStore(store)) return stores(partnership)(store).list(prefix);
      const all = [actions.listHistories(partnership)];
      for (const repository of withHistories(partnership, store).values())
        all.push(repository.listHistories());
      return (await Promise.all(all)).flat();
    },
    importAll(partnership, store, records, event) {
      if (store.kind === registerStore.kind)
        return meetings.importRegisters(partnership, records as Register[], event);
      if (store.kind === reviewStore.kind)
        return reviews.importChanged(partnership, records as RapidReview[], event);
      if (store.kind === taughtWordsStore.kind)
        return taughtWords.importAll(partnership, records as LearnedWords[], event.by);
      return isHistoryStore(store)
        ? importHistories(partnership, store, records as HistoryLine[], event)
        : stores(partnership)(store).importAll(records, event);
    },
  };
}
