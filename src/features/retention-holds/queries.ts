import { holdStore } from '../../contract/hold-store.ts';
import type { Request } from '../../contract/request.ts';
import { isHeld, type RetentionHold } from '../../domain/retention.ts';

/** The hold that keeps a record today. */
export async function findHold(
  { store, today }: Pick<Request, 'store' | 'today'>,
  kind: string,
  id: string,
): Promise<RetentionHold | undefined> {
  const hold = await store(holdStore).get([kind, id]);
  return hold && isHeld(hold, today) ? hold : undefined;
}
