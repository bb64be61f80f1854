import type { Action } from './action.ts';
import { monthContaining } from './calendar-spans.ts';
import type { ChangeEvent } from './change-event.ts';
import { type Day, toDay, toLocalTime } from './dates.ts';
import type { Owner } from './partnership.ts';

/** How an action can have stood at the end of a day gone by. */
export interface PastState {
  /** One; or two where the records do not tell which; none before it was raised. */
  readonly possible: readonly Action[];
  /** Whether the records tell how it stood. */
  readonly isKnown: boolean;
}

/**
 * How an action stood at the end of a day, as far as its days and its history tell: what was
 * changed since is undone. Of what was imported as complete the day of completion counts.
 * @example actionAsAt({ ...action, status: 'complete', completedOn: day('2021-02-21') }, [], day('2021-02-01'), zone) // { possible: [{ …, status: 'open' }], isKnown: true }
 */
export function actionAsAt(
  action: Action,
  history: readonly ChangeEvent[],
  on: Day,
  timeZone: string,
): PastState {
  const isLater = ({ at }: ChangeEvent) => toDay(toLocalTime(new Date(at), timeZone)) > on;
  const [since, before] = [history.filter(isLater), history.filter((event) => !isLater(event))];
  const isRaisedLater =
    (action.raisedOn !== undefined && action.raisedOn > on) ||
    since.some(({ type }) => type === 'raised');
  if (isRaisedLater) return { possible: [], isKnown: true };
  const isRaisedBefore = action.raisedOn !== undefined || before.length > 0;
  const then = since.reduceRight(undo, action);
  const open: Action = { ...then, status: 'open', completedOn: undefined };
  const isClosed = isClosedThen(then, { since, before }, on);
  if (isClosed === undefined) return { possible: [open, then], isKnown: false };
  const state = isClosed || !CLOSED.has(then.status) ? then : open;
  return { possible: [state], isKnown: isClosed || isRaisedBefore };
}

const CLOSED: ReadonlySet<Action['status']> = new Set(['complete', 'withdrawn']);

/** An action as it was before an event. */
function undo(action: Action, { changes = {} }: ChangeEvent): Action {
  const { status, due, evidence, verified } = changes;
  return {
    ...action,
    ...(status?.from && { status: status.from as Action['status'] }),
    ...(due && { dueOn: due.from as Day | undefined }),
    ...(evidence && { impactEvidence: evidence.from }),
    ...(verified && { verifiedBy: verified.from }),
    owner: {
      ...Object.fromEntries(
        (['agency', 'group', 'person'] as const).map((part) => {
          const change = changes[part];
          return [part, change ? change.from : action.owner[part]];
        }),
      ),
      ...(changes.with
        ? changes.with.from && { with: changes.with.from.split(';') }
        : action.owner.with && { with: action.owner.with }),
    } satisfies Owner,
  };
}

interface SplitHistory {
  readonly since: readonly ChangeEvent[];
  readonly before: readonly ChangeEvent[];
}

/** Whether it was closed by the end of the day; `undefined` where the records do not tell. */
function isClosedThen(
  { status, completedOn }: Action,
  { since, before }: SplitHistory,
  on: Day,
): boolean | undefined {
  if (!CLOSED.has(status)) return false;
  if (before.some(({ changes }) => changes?.status?.to === status)) return true;
  // Once it was reopened, the day of its first completion is kept no longer.
  if (!completedOn || since.some(({ type }) => type === 'reopened')) return undefined;
  if (completedOn.length > 'YYYY-MM'.length) return completedOn <= on;
  const month = on.slice(0, 7);
  if (completedOn !== month) return completedOn < month;
  return on === monthContaining(on).to ? true : undefined;
}
