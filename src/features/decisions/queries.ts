import type { Context } from '../../contract/request.ts';
import type { Day } from '../../domain/dates.ts';
import type { Decision } from '../../domain/decision.ts';
import { decisionStore } from './store.ts';

/**
 * The decisions of a group, or of all groups, taken on the days from one to another, both included;
 * the latest first.
 */
export async function findDecisions(
  { store }: Pick<Context, 'store'>,
  {
    group,
    from,
    to,
  }: { readonly group?: string | undefined; readonly from: Day; readonly to: Day },
): Promise<Decision[]> {
  const decisions = store(decisionStore);
  const found = group
    ? await decisions.range('key', [group, from], [group, to])
    : await decisions.range('byDay', from, to);
  return found.sort(
    (a, b) => b.decidedOn.localeCompare(a.decidedOn) || b.recordedAt.localeCompare(a.recordedAt),
  );
}
