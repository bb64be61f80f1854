import { ask } from '../../answers/questions.ts';
import type { RecordHistory } from '../../contract/feature.ts';
import type { Request } from '../../contract/request.ts';
import { seatStore } from '../../contract/seat-store.ts';
import { seatTitle } from './queries.ts';

/** What became of a seat, for “who changed S-003”. */
export async function seatHistory(
  request: Request,
  ref: string,
): Promise<RecordHistory | undefined> {
  const store = request.store(seatStore);
  const seat = await store.get(ref);
  if (!seat) return undefined;
  const { group, agency } = seat;
  return {
    ref,
    owner: { ...(group && { group }), ...(agency && { agency }) },
    events: await store.history(ref),
    record: {
      title: seatTitle(seat, request.directory),
      ...ask('list_seats', { ...(group && { group }), ...(agency && { agency }) }),
    },
  };
}
