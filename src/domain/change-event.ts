import type { Actor } from './actor.ts';
import { accept } from './outcome.ts';

/** Fields of a record that changed, in the words of its history. */
export type Changes = Readonly<Record<string, { readonly from?: string; readonly to?: string }>>;

/** One change of a record: who made it, when and why. A noun whose history says more extends it. */
export interface ChangeEvent {
  /** What was done, as its history says it: `raised`, `moved`, `published`. */
  readonly type: string;
  /** Person id; `import`, `convenor` … for what nobody pressed. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  /** The agency for which they spoke, where it is not their own. */
  readonly onBehalf?: string;
  readonly reason?: string;
  /** Names the press that made it, so that a repeat is known. */
  readonly operation?: string;
  readonly changes?: Changes;
}

/** A record as it is after a change, with the line for its history. */
export interface Change<Item, Event extends ChangeEvent = ChangeEvent> {
  readonly record: Item;
  readonly event: Event;
}

/** What a command comes to that may find nothing to change: then there is no event. */
export interface PossibleChange<Item, Event extends ChangeEvent = ChangeEvent> {
  readonly record: Item;
  readonly event?: Event;
}

/** Accepts a change by an actor: the record after it, with the event for its history. */
export function acceptChange<Item, const Details extends Omit<ChangeEvent, 'by' | 'at'>>(
  record: Item,
  details: Details,
  { by, at }: Actor,
) {
  return accept({ record, event: { ...details, by, at } });
}
