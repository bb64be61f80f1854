import type { Finding, FindingContext } from '../../contract/finding.ts';
import type { Action } from '../../domain/action.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { type Day, daysBetween } from '../../domain/dates.ts';
import { DRIFT } from '../../domain/drift.ts';

/** Whose findings an inspector would expect to see acted on. */
const LOOKED_AFTER = ['audit', 'inspection', 'review', 'rapid-review', 'scrutineer', 'scrutiny'];

/** The actions of a query on the day at which is looked. */
export const listFor = (
  { directory, today, ports }: FindingContext,
  query: ActionQuery,
): Promise<Action[]> => ports.actions.list(directory.partnership.id, query, today);

const kept = new WeakMap<FindingContext, Map<string, Promise<Action[]>>>();

/** What several rules look at together, read once for all of them. */
function listOnce(context: FindingContext, query: ActionQuery): Promise<Action[]> {
  const known = kept.get(context) ?? new Map<string, Promise<Action[]>>();
  kept.set(context, known);
  const key = `${query.status} ${query.sourceKind}`;
  const found = known.get(key) ?? listFor(context, query);
  known.set(key, found);
  return found;
}

export const listOpen = (context: FindingContext): Promise<Action[]> =>
  listOnce(context, { status: 'not complete' });

/**
 * Whether any action of the source of these open ones is closed. Looked for among those of its kind,
 * which have an index; what inspectors look at may have any of those kinds.
 */
export async function isAnyClosed(
  context: FindingContext,
  name: string,
  actions: readonly Action[],
): Promise<boolean> {
  const own = actions.map(({ source }) => source.kind);
  const kinds = new Set(actions.some(isLookedAfter) ? [...own, ...LOOKED_AFTER] : own);
  const closed = await Promise.all(
    [...kinds].map((sourceKind) =>
      listOnce(context, { status: 'complete', ...(sourceKind && { sourceKind }) }),
    ),
  );
  return closed.flat().some(({ source }) => source.name === name);
}

export const isLookedAfter = ({ source }: Action): boolean =>
  source.name !== undefined && LOOKED_AFTER.includes(source.kind ?? '');

/** Whether these open actions of one source count as untouched, where none of it is closed. */
export function isUntouched(actions: readonly Action[], today: Day): boolean {
  const own = actions.filter(isLookedAfter);
  return own.length >= DRIFT.sourceActions && (ageOf(own, today) ?? 0) > DRIFT.sourceDays;
}

/** The days since the oldest of them was raised. */
export const ageOf = (actions: readonly Action[], today: Day): number | undefined => {
  const days = actions.flatMap(({ raisedOn }) => (raisedOn ? [daysBetween(raisedOn, today)] : []));
  return days.length > 0 ? Math.max(...days) : undefined;
};

/** Whose actions they are, those who own one jointly included. */
export const ownersOf = (actions: readonly Action[]): string[] => [
  ...new Set(actions.flatMap(({ owner }) => [owner.agency ?? [], owner.with ?? []].flat())),
];

export const refsOf = (actions: readonly Action[]): string[] => actions.map(({ ref }) => ref);

/** A completion may have a month alone. */
const DAY_LENGTH = 10;

/** One finding about all of them since the first of these days, or none where there are none. */
export function aboutAll(
  actions: readonly Action[],
  parts: Pick<Finding, 'subject' | 'level' | 'sentence' | 'opens'>,
  days: readonly (string | undefined)[] = [],
): Finding[] {
  const [since] = days.filter((each) => each?.length === DAY_LENGTH).sort() as Day[];
  return actions.length > 0
    ? [
        {
          ...parts,
          ...(since && { since }),
          figure: actions.length,
          agencies: ownersOf(actions),
          rows: actions.map(({ ref }) => ref),
        },
      ]
    : [];
}
