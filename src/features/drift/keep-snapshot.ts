import type { FindingContext, FindingSource } from '../../contract/finding.ts';
import type { StoreContext } from '../../contract/notice.ts';
import { type Day, toDay } from '../../domain/dates.ts';
import { toSnapshots } from '../../domain/drift-snapshot.ts';
import { findBoard } from '../../domain/find-board.ts';
import { collectFindings } from './queries.ts';
import { driftSnapshotStore } from './store.ts';

/**
 * Keeps what drifts on the morning of a weekly letter and of a board, so that later ones say what
 * has changed since. What is kept of a day is never kept again.
 */
export async function keepDriftSnapshot(
  context: StoreContext,
  sources: readonly FindingSource[],
): Promise<void> {
  const { directory, bankHolidays, window, steps, store, ports } = context;
  const { today } = window;
  const isDue = steps.week === today || (await boardMeetsOn(context, today));
  if (!isDue || (await store(driftSnapshotStore).list(today)).length > 0) return;
  const asked: FindingContext = { directory, today, bankHolidays, store, ports };
  const { findings } = await collectFindings(asked, sources);
  const at = ports.calendar.now().toISOString();
  for (const snapshot of toSnapshots(today, findings))
    await store(driftSnapshotStore).add(snapshot, { type: 'kept', by: 'convenor', at });
}

async function boardMeetsOn({ directory, ports }: StoreContext, day: Day): Promise<boolean> {
  const board = findBoard(directory);
  if (!board) return false;
  const meetings = await ports.meetings.list(directory.partnership.id, board.id, day, day);
  return meetings.some(({ status, startsAt }) => status !== 'cancelled' && toDay(startsAt) === day);
}
