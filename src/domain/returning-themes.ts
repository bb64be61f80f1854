import type { Action } from './action.ts';
import { sharedTitleWords, significantWords } from './alike.ts';
import { type Day, day, type Month, monthContaining } from './dates.ts';

/** An action that was raised although its theme had been closed before. */
export interface ReturnedTheme {
  readonly back: Action;
  /** What had been completed before it was raised; the latest where there are several. */
  readonly earlier: Action;
  /** The telling words that both titles share; none where it is the priority as a whole that came back. */
  readonly shared: readonly string[];
}

/** A priority counts as closed when at least so many of its actions were complete. */
const MIN_COMPLETED = 2;

/**
 * Themes that came back after their actions were “complete” (the brief, *Drift*). Two rules, both on records alone:
 *
 * 1. an action is raised after another one was completed, their titles are clearly alike ({@link sharedTitleWords}), and they do not
 *    serve different priorities;
 * 2. an action is raised on a priority all of whose earlier actions were closed by then, at least two of them complete.
 *
 * What is withdrawn has not come back. The latest return first.
 * @example an action raised on 2021-03-01 does not come back from one completed in `2021-03`, for that may have been later
 */
export function returningThemes(actions: readonly Action[]): ReturnedTheme[] {
  const completed = actions.filter(
    (action) => action.status === 'complete' && action.completedOn !== undefined,
  );
  const having = byTellingWord(completed);
  return actions
    .filter(({ raisedOn, status }) => raisedOn !== undefined && status !== 'withdrawn')
    .sort(
      (a, b) => (b.raisedOn as Day).localeCompare(a.raisedOn as Day) || a.ref.localeCompare(b.ref),
    )
    .flatMap((back) => byTitle(back, having) ?? byPriority(back, actions) ?? []);
}

function byTitle(
  back: Action,
  having: ReadonlyMap<string, readonly Action[]>,
): ReturnedTheme | undefined {
  const near = new Set(significantWords(back.title).flatMap((word) => having.get(word) ?? []));
  const alike = [...near].flatMap((earlier) => {
    const apart = back.priority && earlier.priority && back.priority !== earlier.priority;
    const shared =
      apart || !wasClosedBefore(earlier, back) ? [] : sharedTitleWords(back.title, earlier.title);
    return shared.length > 0 ? [{ back, earlier, shared }] : [];
  });
  return alike.sort(
    (a, b) =>
      b.shared.length - a.shared.length || lateness(b.earlier).localeCompare(lateness(a.earlier)),
  )[0];
}

function byPriority(back: Action, actions: readonly Action[]): ReturnedTheme | undefined {
  if (!back.priority) return undefined;
  const before = actions.filter(
    ({ priority, raisedOn, ref }) =>
      priority === back.priority &&
      ref !== back.ref &&
      (raisedOn === undefined || raisedOn < (back.raisedOn as Day)),
  );
  const closed = before.filter((action) => wasClosedBefore(action, back));
  const open = before.filter((action) => action.status !== 'withdrawn' && !closed.includes(action));
  const [earlier] = closed.sort((a, b) => lateness(b).localeCompare(lateness(a)));
  return earlier && open.length === 0 && closed.length >= MIN_COMPLETED
    ? { back, earlier, shared: [] }
    : undefined;
}

function wasClosedBefore({ status, completedOn, ref }: Action, back: Action): boolean {
  return (
    ref !== back.ref &&
    status === 'complete' &&
    completedOn !== undefined &&
    lastDayOf(completedOn) < (back.raisedOn as Day)
  );
}

const lateness = ({ completedOn }: Action): string => (completedOn ? lastDayOf(completedOn) : '');

/** A day, or the last day of a month of which no more is known. */
function lastDayOf(of: Day | Month): Day {
  return of.length === 'YYYY-MM'.length ? monthContaining(day(`${of}-01`)).to : (of as Day);
}

function byTellingWord(actions: readonly Action[]): Map<string, Action[]> {
  const having = new Map<string, Action[]>();
  for (const action of actions)
    for (const word of significantWords(action.title))
      having.set(word, [...(having.get(word) ?? []), action]);
  return having;
}
