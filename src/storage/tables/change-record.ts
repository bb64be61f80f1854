import type { Versioned } from '../../contract/store.ts';
import type { Change, ChangeEvent } from '../../domain/change-event.ts';
import { accept, type Outcome } from '../../domain/outcome.ts';
import { retryOnConflict } from './optimistic-retry.ts';

/** A record after a change was asked for, and how it stood before. */
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
  readonly decide: (before: Loaded | undefined) => Outcome<Change<Item, Event>, Refusal>;
  /** Whether it went in; `false` when somebody else was first, or this press was here before. */
  readonly save: (record: Item, event: Event, before: Loaded | undefined) => Promise<boolean>;
  /** Whether this press has had its effect. */
  readonly isRepeat: () => Promise<boolean>;
}

/**
 * Decides on a record as it stands and saves it; decides again when somebody else was first. A press that has had its effect
 * changes nothing more: it is looked for only where it matters, so one that comes once pays nothing for it.
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
