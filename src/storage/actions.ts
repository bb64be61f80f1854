import type { Actions } from '../contract/ports.ts';
import { awaitsVerification } from '../domain/action.ts';
import { type ActionQuery, matchesQuery } from '../domain/action-query.ts';
import { type ActionWrite, refAfter } from './action-batch.ts';
import { type Place, placesFor, rangesFor, verifyRange, wantsOpen } from './action-index.ts';
import { removeAction } from './action-remover.ts';
import {
  actionKey,
  fromActionRow,
  fromChangeRow,
  fromHeadRow,
  HEAD,
  type Head,
  type KeptAction,
  newHead,
  pressKey,
} from './action-rows.ts';
import { talliesView, tallyAt } from './action-tallies.ts';
import { createActionTitles } from './action-titles.ts';
import { type ActionsSaved, writeActions } from './action-writer.ts';
import type { AuditedTable } from './audited-table.ts';
import { createTurns } from './in-turn.ts';
import { keyOf, startingWith } from './keys.ts';

export interface ActionRecords extends Actions {
  /** Deletes one, which only its retention period does. */
  remove(partnership: string, ref: string, by: string): Promise<void>;
  /** Every action, in the order in which they came. */
  all(partnership: string): Promise<KeptAction[]>;
  /** Saves actions with their history and tallies, each wholly or not at all. */
  save(
    partnership: string,
    writes: readonly ActionWrite[],
    onProgress?: (done: number) => void,
  ): Promise<ActionsSaved>;
}

/**
 * Partition: `PARTNERSHIP|actions`, all of a partnership's actions, so that one transaction keeps them together.
 * Rows: `a|REF|` the action, `a|REF|h|VERSION` its changes, `x|SHELF|VALUE|STATE|DUE|REF` its copies by which it is found,
 * `verify|REF` one more while its evidence waits, `o|OPERATION` the action that a press raised, `head` the version and the
 * tallies.
 */
export function createActions(table: AuditedTable): ActionRecords {
  const search = createActionTitles(table);
  const inTurn = createTurns();
  /** An instance's own writers would only make one another read and reckon again. */
  const write = (
    partition: string,
    writes: readonly ActionWrite[],
    onProgress?: (done: number) => void,
  ) => inTurn(partition, () => writeActions(table, partition, writes, onProgress));
  const partitionOf = (partnership: string) => keyOf(partnership, 'actions');

  const headOf = async (partition: string): Promise<Head> => {
    const row = await table.point(partition, HEAD);
    return row ? fromHeadRow(table.name, row) : newHead;
  };

  /** The place with the fewest actions that a query could want; the tallies are read only when there is a choice. */
  const bestPlace = async (partition: string, query: ActionQuery): Promise<Place> => {
    const places = placesFor(query);
    if (places.length === 1) return places[0] as Place;
    const { tallies } = await headOf(partition);
    const open = wantsOpen(query);
    const size = (place: Place) => {
      const tally = tallyAt(tallies, place);
      return (open === false ? 0 : tally.open) + (open === true ? 0 : tally.closed);
    };
    return places.reduce((best, place) => (size(place) < size(best) ? place : best));
  };

  return {
    async list(partnership, query) {
      const partition = partitionOf(partnership);
      const ranges = rangesFor(await bestPlace(partition, query), query);
      const rows = await Promise.all(ranges.map((range) => table.range(partition, range)));
      return rows
        .flat()
        .map((row) => fromActionRow(table.name, row).action)
        .filter((action) => matchesQuery(action, query));
    },
    async awaitingVerification(partnership) {
      const partition = partitionOf(partnership);
      const [head, rows] = await Promise.all([
        headOf(partition),
        table.range(partition, verifyRange),
      ]);
      const kept = head.indexed ? rows : await table.range(partition, startingWith('x', 'all'));
      return kept.map((row) => fromActionRow(table.name, row).action).filter(awaitsVerification);
    },
    tallies: async (partnership) => talliesView((await headOf(partitionOf(partnership))).tallies),
    async find(partnership, ref) {
      const [first, ...changes] = await table.range(
        partitionOf(partnership),
        startingWith('a', ref),
      );
      if (!first) return undefined;
      const { action, version } = fromActionRow(table.name, first);
      return { action, version, history: changes.map((row) => fromChangeRow(table.name, row)) };
    },
    async named(partnership, ref) {
      const row = await table.point(partitionOf(partnership), actionKey(ref));
      return row && fromActionRow(table.name, row).action;
    },
    async record(partnership, { record: action, event: change }, expectedVersion) {
      const partition = partitionOf(partnership);
      const { saved } = await write(partition, [{ action, change, expectedVersion }]);
      return saved.length > 0 ? 'saved' : 'stale';
    },
    async add(partnership, { record: action, event: change }) {
      const partition = partitionOf(partnership);
      const { saved } = await write(partition, [
        { action, change, expectedVersion: 0, orNextRef: true },
      ]);
      const raisedBefore = saved[0]
        ? undefined
        : await table.point(partition, pressKey(change.operation ?? ''));
      return saved[0] ?? String(raisedBefore?.ref);
    },
    remove: (partnership, ref, by) => removeAction(table, partitionOf(partnership), ref, by),
    nextRef: async (partnership) => refAfter((await headOf(partitionOf(partnership))).lastRef),
    titled: (partnership, words, most) => search(partitionOf(partnership), words, most),
    async all(partnership) {
      const rows = await table.range(partitionOf(partnership), startingWith('x', 'all'));
      return rows.map((row) => fromActionRow(table.name, row)).sort((a, b) => a.order - b.order);
    },
    save: (partnership, writes, onProgress) => write(partitionOf(partnership), writes, onProgress),
  };
}
