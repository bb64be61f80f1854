import type { Finding, FindingContext } from '../../contract/finding.ts';
import type { Action } from '../../domain/action.ts';
import { type Day, daysBetween } from '../../domain/dates.ts';
import { DRIFT } from '../../domain/drift.ts';

/** Whose findings an inspector would expect to see acted on. */
const LOOKED_AFTER = ['audit', 'inspection', 'review', 'rapid-review', 'scrutineer', 'scrutiny'];

/** The actions of a query on the day at which is looked. */
export const listFor = (
  { directory, today, ports }: FindingContext,
  query: Parameters<FindingContext['ports']['actions']['list']>[1],
): Promise<Action[]> => ports.actions.list(directory.partnership.id, query, today);

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
