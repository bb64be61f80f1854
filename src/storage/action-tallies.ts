import { z } from 'zod';
import { json, number, text } from '../contract/columns.ts';
import type { ActionTallies, ActionTally } from '../contract/ports.ts';
import { type Action, isOpen } from '../domain/action.ts';
import { type Place, placesOf, type Shelf } from './action-index.ts';

/** How many actions are open and closed in each place. */
export type Tallies = Readonly<Record<Shelf, ReadonlyMap<string, ActionTally>>>;

const SHELVES: readonly Shelf[] = [
  'all',
  'agency',
  'group',
  'person',
  'priority',
  'source',
  'review',
  'owner',
];
const NOTHING: ActionTally = { open: 0, closed: 0 };

const shelfColumn = json(z.array(z.tuple([text, number, number])));

/** One column for each shelf, a JSON list of value, open, closed. */
export const tallyColumns = z.object(
  Object.fromEntries(SHELVES.map((shelf) => [shelf, shelfColumn])) as Record<
    Shelf,
    typeof shelfColumn
  >,
);

export const noTallies: Tallies = byShelf(() => new Map());

export function toColumns(tallies: Tallies): z.input<typeof tallyColumns> {
  const lists = byShelf((shelf) =>
    [...tallies[shelf]].map(([value, { open, closed }]): [string, number, number] => [
      value,
      open,
      closed,
    ]),
  );
  return z.encode(tallyColumns, lists);
}

export function fromColumns(columns: z.output<typeof tallyColumns>): Tallies {
  return byShelf(
    (shelf) => new Map(columns[shelf].map(([value, open, closed]) => [value, { open, closed }])),
  );
}

/** The tallies after one action has come (`before` is `undefined`), has changed, or has gone (`after` is). */
export function recount(
  tallies: Tallies,
  before: Action | undefined,
  after: Action | undefined,
): Tallies {
  const counted = byShelf((shelf) => new Map(tallies[shelf]));
  const add = (action: Action, sign: 1 | -1) => {
    const step = isOpen(action) ? { open: sign, closed: 0 } : { open: 0, closed: sign };
    for (const { shelf, value } of placesOf(action)) {
      const { open, closed } = counted[shelf].get(value) ?? NOTHING;
      counted[shelf].set(value, { open: open + step.open, closed: closed + step.closed });
    }
  };
  if (before) add(before, -1);
  if (after) add(after, 1);
  return byShelf(
    (shelf) => new Map([...counted[shelf]].filter(([, { open, closed }]) => open + closed > 0)),
  );
}

export function tallyAt(tallies: Tallies, { shelf, value }: Place): ActionTally {
  return tallies[shelf].get(value) ?? NOTHING;
}

/** As features see them. */
export function talliesView(tallies: Tallies): ActionTallies {
  return {
    all: tallyAt(tallies, { shelf: 'all', value: '' }),
    of: (shelf, value) => tallyAt(tallies, { shelf, value }),
    by: (shelf) => tallies[shelf],
  };
}

function byShelf<Value>(make: (shelf: Shelf) => Value): Record<Shelf, Value> {
  return Object.fromEntries(SHELVES.map((shelf) => [shelf, make(shelf)])) as Record<Shelf, Value>;
}
