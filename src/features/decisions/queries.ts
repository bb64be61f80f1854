import type { Context } from '../../contract/request.ts';
import type { Day } from '../../domain/dates.ts';
import type { Decision } from '../../domain/decision.ts';
import { decisionStore } from './store.ts';

/**
 * The decisions of a group, or of all groups, taken on the days from one to another, both included;
 * the latest first. What was recorded in error is left out, but where it is asked for.
 */
export async function findDecisions(
  { store }: Pick<Context, 'store'>,
  {
    group,
    from,
    to,
    withErrors = false,
  }: {
    readonly group?: string | undefined;
    readonly from: Day;
    readonly to: Day;
    readonly withErrors?: boolean;
  },
): Promise<Decision[]> {
  const decisions = store(decisionStore);
  const found = group
    ? await decisions.range('key', [group, from], [group, to])
    : await decisions.range('byDay', from, to);
  return found
    .filter(({ inError }) => withErrors || !inError)
    .sort(
      (a, b) => b.decidedOn.localeCompare(a.decidedOn) || b.recordedAt.localeCompare(a.recordedAt),
    );
}
