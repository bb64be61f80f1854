import type { Action } from './action.ts';
import { monthContaining } from './calendar-spans.ts';
import { type Day, day, type Month } from './dates.ts';
import { sharedTitleWords, significantWords } from './title-similarity.ts';

/** An action that was raised after its theme had been closed. */
export interface ReturnedTheme {
  readonly action: Action;
  /** The action that had been completed before; the latest where there are several. */
  readonly earlier: Action;
  /** The significant words that both titles share; none where the priority as a whole came back. */
  readonly sharedWords: readonly string[];
}

/** A priority counts as closed only when at least this many of its actions were completed. */
const MIN_COMPLETED = 2;

/**
 * Themes that came back after their actions were “complete” (the brief, *Drift*), latest first.
 * There are two rules, both on records alone:
 *
 * 1. an action is raised after another one was completed, their titles are similar
 *    ({@link sharedTitleWords}), and they do not serve different priorities;
 * 2. an action is raised on a priority all of whose earlier actions were closed by then, at least
 *    two of them complete.
 *
 * A withdrawn action has not come back.
 * @example an action raised on 2021-03-01 does not follow one completed in `2021-03`, possibly later
 */
export function returningThemes(actions: readonly Action[]): ReturnedTheme[] {
  const completed = actions.filter(
    (action) => action.status === 'complete' && action.completedOn !== undefined,
  );
  const byWord = indexByWord(completed);
  return actions
    .filter(({ raisedOn, status }) => raisedOn !== undefined && status !== 'withdrawn')
    .sort(
      (a, b) => (b.raisedOn as Day).localeCompare(a.raisedOn as Day) || a.ref.localeCompare(b.ref),
    )
    .flatMap((action) => returnByTitle(action, byWord) ?? returnByPriority(action, actions) ?? []);
}

function returnByTitle(
  returned: Action,
  byWord: ReadonlyMap<string, readonly Action[]>,
): ReturnedTheme | undefined {
  const candidates = new Set(
    significantWords(returned.title).flatMap((word) => byWord.get(word) ?? []),
  );
  const similar = [...candidates].flatMap((earlier) => {
    const isOtherPriority =
      returned.priority && earlier.priority && returned.priority !== earlier.priority;
    const shared =
      isOtherPriority || !wasClosedBefore(earlier, returned)
        ? []
        : sharedTitleWords(returned.title, earlier.title);
    return shared.length > 0 ? [{ action: returned, earlier, sharedWords: shared }] : [];
  });
  return similar.sort(
    (a, b) =>
      b.sharedWords.length - a.sharedWords.length ||
      completionDay(b.earlier).localeCompare(completionDay(a.earlier)),
  )[0];
}

function returnByPriority(returned: Action, actions: readonly Action[]): ReturnedTheme | undefined {
  if (!returned.priority) return undefined;
  const earlierActions = actions.filter(
    ({ priority, raisedOn, ref }) =>
      priority === returned.priority &&
      ref !== returned.ref &&
      (raisedOn === undefined || raisedOn < (returned.raisedOn as Day)),
  );
  const closed = earlierActions.filter((action) => wasClosedBefore(action, returned));
  const open = earlierActions.filter(
    (action) => action.status !== 'withdrawn' && !closed.includes(action),
  );
  const [earlier] = closed.sort((a, b) => completionDay(b).localeCompare(completionDay(a)));
  return earlier && open.length === 0 && closed.length >= MIN_COMPLETED
    ? { action: returned, earlier, sharedWords: [] }
    : undefined;
}

function wasClosedBefore({ status, completedOn, ref }: Action, later: Action): boolean {
  return (
    ref !== later.ref &&
    status === 'complete' &&
    completedOn !== undefined &&
    lastPossibleDay(completedOn) < (later.raisedOn as Day)
  );
}

const completionDay = ({ completedOn }: Action): string =>
  completedOn ? lastPossibleDay(completedOn) : '';

/** The day, or the last day of a month of which no more is known. */
function lastPossibleDay(of: Day | Month): Day {
  return of.length === 'YYYY-MM'.length ? monthContaining(day(`${of}-01`)).to : (of as Day);
}

function indexByWord(actions: readonly Action[]): Map<string, Action[]> {
  const byWord = new Map<string, Action[]>();
  for (const action of actions)
    for (const word of significantWords(action.title))
      byWord.set(word, [...(byWord.get(word) ?? []), action]);
  return byWord;
}
