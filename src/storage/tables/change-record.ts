import type { Versioned } from '../../contract/store.ts';
import type { ChangeEvent, PossibleChange } from '../../domain/change-event.ts';
import { accept, type Outcome } from '../../domain/outcome.ts';
import { retryOnConflict } from './optimistic-retry.ts';

/** A record after a requested change, and before it. */
export interface Changed<Item> extends Versioned<Item> {
  readonly before?: Item;
}

interface Steps<
  Item,
  Event extends ChangeEvent,
  Loaded extends Versioned<Item>,
  Refusal extends string,
> {
  readonly load: () => Promise<Loaded | undefined>;
  readonly decide: (before: Loaded | undefined) => Outcome<PossibleChange<Item, Event>, Refusal>;
  /**
   * Saves the record; `false` when another writer was first or the operation was applied before.
   */
  readonly save: (record: Item, event: Event, before: Loaded | undefined) => Promise<boolean>;
  /** Whether the operation was already applied. */
  readonly isRepeat: () => Promise<boolean>;
}

/**
 * Loads a record, decides and saves; starts again when another writer was first. A repeated
 * operation changes nothing. It is looked up only after a refusal or a conflict, so that a first
 * press costs no extra read.
 */
export function changeRecord<
  Item,
  Event extends ChangeEvent,
  Loaded extends Versioned<Item>,
  Refusal extends string,
>(
  what: string,
  { load, decide, save, isRepeat }: Steps<Item, Event, Loaded, Refusal>,
): Promise<Outcome<Changed<Item>, Refusal>> {
  return retryOnConflict(what, async () => {
    const known = await load();
    const outcome = decide(known);
    if (!outcome.ok) return known && (await isRepeat()) ? unchanged(known) : outcome;
    const { record, event } = outcome.value;
    const before = known && { before: known.record };
    const version = known?.version ?? 0;
    if (!event) return accept({ record, version, ...before });
    if (await save(record, event, known))
      return accept({ record, version: version + 1, ...before });
    const now = (await isRepeat()) ? await load() : undefined;
    return now && unchanged(now);
  });
}

function unchanged<Item>({ record, version }: Versioned<Item>): { ok: true; value: Changed<Item> } {
  return accept({ record, version, before: record });
}
