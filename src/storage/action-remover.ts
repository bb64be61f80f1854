import {
  actionKey,
  fromActionRow,
  fromChangeRow,
  fromHeadRow,
  HEAD,
  pressKey,
  toActionRows,
  toHeadRow,
} from './action-rows.ts';
import { recount } from './action-tallies.ts';
import { type AuditedTable, removals } from './audited-table.ts';
import { decideAgain, unlessConflict } from './decide-again.ts';
import { startingWith } from './keys.ts';
import type { Step } from './table.ts';

/** A longer history is removed before its action, for a transaction has room for so much only. */
const MOST_CHANGES = 60;

/** Removes an action with its history, its copies, its tallies, and its title beside the trail. Nothing when it is gone already. */
export async function removeAction(
  table: AuditedTable,
  partition: string,
  ref: string,
  by: string,
): Promise<void> {
  const deed = { by, type: 'deleted', kind: 'action', id: ref };
  await decideAgain(ref, async () => {
    const head = await table.point(partition, HEAD);
    const [row, ...changes] = await table.range(partition, startingWith('a', ref));
    if (!head || row?.rowKey !== actionKey(ref)) return true;
    const kept = fromActionRow(table.name, row);
    const { version, ...rest } = fromHeadRow(table.name, head);
    const tallies = recount(rest.tallies, kept.action, undefined);
    if (changes.length > MOST_CHANGES) {
      await table.appendAll(partition, removals(changes), deed);
      return undefined;
    }
    const press = changes[0] && fromChangeRow(table.name, changes[0]).operation;
    const raised = press ? await table.point(partition, pressKey(press)) : undefined;
    const steps: Step[] = [
      { put: toHeadRow(partition, { ...rest, version: version + 1, tallies }), etag: head.etag },
      ...toActionRows(partition, kept).map((remove) => ({ remove })),
      ...removals([...changes, ...(raised ? [raised] : [])]),
    ];
    return (await unlessConflict(table.append(partition, steps, [deed]))) || undefined;
  });
  await table.forgetBesides(partition, (titles) => titles.includes(`"ref":${JSON.stringify(ref)}`));
}
