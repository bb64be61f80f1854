import type { ActionTally, Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Action, mostUrgentFirst } from '../../domain/action.ts';
import { type ActionQuery, namedDimensions } from '../../domain/action-query.ts';
import { forEachOwner } from './action-query.ts';

/** What a question about actions found. */
export interface FoundActions {
  /** Most pressing first. */
  readonly actions: readonly Action[];
  /** How many there are in the whole scope (“of 113”), when a tally knows. */
  readonly outOf?: number;
  /** Open actions of the same scope without due date: a question about dates cannot speak of them. */
  readonly undated: number;
}

/** Finds the actions that a query wants for this asker, with the numbers that put the answer in proportion. */
export async function findActions(
  request: Request,
  question: Question,
  query: ActionQuery,
): Promise<FoundActions> {
  const { directory, today, ports } = request;
  const { id } = directory.partnership;
  const queries = forEachOwner(request, question, query);
  const asksForDates = query.dueFrom !== undefined || query.dueTo !== undefined;
  const [lists, undated, outOf] = await Promise.all([
    Promise.all(queries.map((each) => ports.actions.list(id, each, today))),
    asksForDates
      ? Promise.all(queries.map((each) => ports.actions.list(id, withoutDueDate(each), today)))
      : [],
    countScope(queries, id, ports),
  ]);
  return {
    actions: mostUrgentFirst(unique(lists.flat()), today),
    undated: unique(undated.flat()).length,
    outOf,
  };
}

function withoutDueDate(query: ActionQuery): ActionQuery {
  return {
    ...query,
    dueFrom: undefined,
    dueTo: undefined,
    hasDue: false,
    status: query.status ?? 'not complete',
  };
}

/** How many there are in a scope of one dimension, or of all; `undefined` where no single tally can answer. */
async function countScope(
  queries: readonly ActionQuery[],
  partnership: string,
  ports: Ports,
): Promise<number | undefined> {
  const [query, ...others] = queries;
  if (!query || others.length > 0 || query.year !== undefined) return undefined;
  const [only, ...more] = namedDimensions(query);
  if (more.length > 0) return undefined;
  const tallies = await ports.actions.tallies(partnership);
  return sumTally(only ? tallies.get(only.dimension, only.value) : tallies.all);
}

const sumTally = ({ open, closed }: ActionTally): number => open + closed;

function unique(actions: readonly Action[]): Action[] {
  return [...new Map(actions.map((action) => [action.ref, action])).values()];
}
