import { z } from 'zod';
import { jsonColumn, numberColumn, textColumn } from '../../contract/columns.ts';
import type { ActionTallies, ActionTally } from '../../contract/ports.ts';
import { type Action, isOpen } from '../../domain/action.ts';
import { type IndexEntry, type IndexName, indexEntries } from './action-index.ts';

/** The numbers of open and closed actions for each value of each index. */
export type Tallies = Readonly<Record<IndexName, ReadonlyMap<string, ActionTally>>>;

const INDEX_NAMES: readonly IndexName[] = [
  'all',
  'agency',
  'group',
  'person',
  'priority',
  'source',
  'review',
  'owner',
];
const NO_TALLY: ActionTally = { open: 0, closed: 0 };

const tallyColumn = jsonColumn(z.array(z.tuple([textColumn, numberColumn, numberColumn])));

/** One column for each index: a JSON list of value, open, closed. */
export const tallyColumns = z.object(
  Object.fromEntries(INDEX_NAMES.map((index) => [index, tallyColumn])) as Record<
    IndexName,
    typeof tallyColumn
  >,
);

export const noTallies: Tallies = byIndex(() => new Map());

export function toColumns(tallies: Tallies): z.input<typeof tallyColumns> {
  const lists = byIndex((index) =>
    [...tallies[index]].map(([value, { open, closed }]): [string, number, number] => [
      value,
      open,
      closed,
    ]),
  );
  return z.encode(tallyColumns, lists);
}

export function fromColumns(columns: z.output<typeof tallyColumns>): Tallies {
  return byIndex(
    (index) => new Map(columns[index].map(([value, open, closed]) => [value, { open, closed }])),
  );
}

/** The tallies after an action was added (no `before`), changed, or removed (no `after`). */
export function recount(
  tallies: Tallies,
  before: Action | undefined,
  after: Action | undefined,
): Tallies {
  const counted = byIndex((index) => new Map(tallies[index]));
  const add = (action: Action, sign: 1 | -1) => {
    const operation = isOpen(action) ? { open: sign, closed: 0 } : { open: 0, closed: sign };
    for (const { index, value } of indexEntries(action)) {
      const { open, closed } = counted[index].get(value) ?? NO_TALLY;
      counted[index].set(value, { open: open + operation.open, closed: closed + operation.closed });
    }
  };
  if (before) add(before, -1);
  if (after) add(after, 1);
  return byIndex(
    (index) => new Map([...counted[index]].filter(([, { open, closed }]) => open + closed > 0)),
  );
}

export function tallyAt(tallies: Tallies, { index, value }: IndexEntry): ActionTally {
  return tallies[index].get(value) ?? NO_TALLY;
}

/** The tallies as features read them. */
export function toActionTallies(tallies: Tallies): ActionTallies {
  return {
    all: tallyAt(tallies, { index: 'all', value: '' }),
    get: (index, value) => tallyAt(tallies, { index, value }),
    getAll: (index) => tallies[index],
  };
}

function byIndex<Value>(make: (index: IndexName) => Value): Record<IndexName, Value> {
  return Object.fromEntries(INDEX_NAMES.map((index) => [index, make(index)])) as Record<
    IndexName,
    Value
  >;
}
