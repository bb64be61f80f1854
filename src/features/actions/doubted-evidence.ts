import { formatCount, formatList, pluralVerb } from '../../answers/words.ts';
import type { Request } from '../../contract/request.ts';
import type { Action } from '../../domain/action.ts';
import { type ActionQuery, matchesQuery } from '../../domain/action-query.ts';
import { doubtOf } from '../../domain/evidence-doubt.ts';

/** So many references stand in a sentence. */
const MAX_NAMED = 6;

/**
 * Beside the actions that are complete with nothing written: those with something written that is no
 * evidence by its own words. They are not counted among them until a person decides.
 */
export async function findDoubted(
  { directory, ports }: Request,
  query: ActionQuery,
): Promise<readonly Action[]> {
  const isAsked = query.status === 'complete' && query.hasEvidence === false && !query.asAt;
  if (!isAsked) return [];
  const waiting = await ports.actions.awaitingVerification(directory.partnership.id);
  const { isVerified: _, ...scope } = query;
  return waiting.filter(
    (action) => doubtOf(action) && matchesQuery(action, { ...scope, hasEvidence: true }),
  );
}

/** “Not counted: 2 others have something written that says there is none, or only that it was done: SA-046 and SA-054.” */
export function describeDoubted(doubted: readonly Action[]): string {
  if (doubted.length === 0) return '';
  const named = doubted.slice(0, MAX_NAMED).map(({ ref }) => ref);
  const left = doubted.length - named.length;
  const refs = formatList([...named, ...(left > 0 ? [`${left} more`] : [])]);
  return ` Not counted: ${formatCount(doubted.length, 'other')} ${pluralVerb(doubted.length, 'has', 'have')} something written that says there is none, or only that it was done: ${refs}.`;
}
