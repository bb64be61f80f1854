import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Action, isOpen, isOverdue, mostUrgentFirst } from '../../domain/action.ts';
import { actionAsAt } from '../../domain/action-as-at.ts';
import { type ActionQuery, matchesQuery } from '../../domain/action-query.ts';
import type { Day } from '../../domain/dates.ts';
import { forEachOwner } from './action-query.ts';

/**
 * The actions that a query would have found on a day gone by, as they stand now, with how many of
 * them are still in that state and how many more may have been.
 */
export async function findActionsAsAt(
  request: Request,
  question: Question,
  query: ActionQuery & { readonly asAt: Day },
) {
  const { directory, today, ports } = request;
  const { id, timeZone } = directory.partnership;
  const queries = forEachOwner(request, question, query);
  const { status: _, dueFrom: __, dueTo: ___, ...scope } = query;
  const scopes = forEachOwner(request, question, scope);
  const isIn = (action: Action, wanted: readonly ActionQuery[]) =>
    wanted.some((each) => matchesQuery(action, each));
  const stored = await ports.actions.listWithHistory(id);
  const states = stored.map(({ action, history }) => ({
    action,
    ...actionAsAt(action, history, query.asAt, timeZone),
  }));
  const matching = states.filter(({ possible }) => possible.some((then) => isIn(then, queries)));
  const found = matching.filter(({ isKnown }) => isKnown).map(({ action }) => action);
  return {
    actions: mostUrgentFirst(found, today),
    outOf: states.filter(
      ({ possible, isKnown }) => isKnown && possible.some((then) => isIn(then, scopes)),
    ).length,
    undated: 0,
    past: {
      unknown: matching.length - found.length,
      stillSo: found.filter((action) => isStillSo(action, question, today)).length,
    },
  };
}

/** Whether what was overdue, or open, on a day is so today. */
function isStillSo(action: Action, { filters }: Question, today: Day): boolean {
  if (filters.dueRange === 'overdue') return isOverdue(action, today);
  return filters.status === 'open' ? isOpen(action) : action.status === filters.status;
}
