import type { ActionTally, Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Action, mostUrgentFirst } from '../../domain/action.ts';
import { type ActionQuery, matchesQuery, namedDimensions } from '../../domain/action-query.ts';
import { forEachOwner } from './action-query.ts';
import { findActionsAsAt } from './find-as-at.ts';

/** What a question about actions found. */
export interface FoundActions {
  /** Most pressing first. */
  readonly actions: readonly Action[];
  /** How many there are in the whole scope (“of 113”), or of that state (“of 31 completed”). */
  readonly outOf?: number;
  /** Open actions of the same scope without due date: a question about dates cannot speak of them. */
  readonly undated: number;
  /** Of what was so on a day gone by: how many are still, and how many more may have been. */
  readonly past?: { readonly stillSo: number; readonly unknown: number };
}

/** Finds the actions that a query wants for this asker, with the numbers that put the answer in proportion. */
export async function findActions(
  request: Request,
  question: Question,
  query: ActionQuery,
): Promise<FoundActions> {
  const { asAt } = query;
  if (asAt) return findActionsAsAt(request, question, { ...query, asAt });
  const queries = forEachOwner(request, question, query);
  const isOne = queries.length === 1;
  const share = question.args.count === true ? withoutPresence(query) : undefined;
  const [found, whole] = await Promise.all([
    Promise.all(queries.map((each) => findInScope(request, each, isOne))),
    share &&
      request.ports.actions
        .list(request.directory.partnership.id, share, request.today)
        .then(({ length }) => length),
  ]);
  return {
    actions: mostUrgentFirst(unique(found.flatMap(({ actions }) => actions)), request.today),
    undated: unique(found.flatMap(({ undated }) => undated)).length,
    outOf: whole ?? (isOne ? found[0]?.outOf : undefined),
  };
}

interface FoundInScope {
  readonly actions: readonly Action[];
  readonly undated: readonly Action[];
  readonly outOf: number | undefined;
}

/** Where a scope has few actions they are read at once and counted; otherwise no more of them are read than are wanted. */
async function findInScope(
  { directory, today, ports: { actions } }: Request,
  query: ActionQuery,
  isCounted: boolean,
): Promise<FoundInScope> {
  const { id } = directory.partnership;
  const scope = toScope(query);
  const asksForDates = query.dueFrom !== undefined || query.dueTo !== undefined;
  const undatedQuery = withoutDueDate(query);
  const isTallied = isCounted && isTalliedBy(query);
  const few = scope && (await actions.listIfFew(id, scope));
  if (few)
    return {
      actions: few.filter((action) => matchesQuery(action, query)),
      undated: asksForDates ? few.filter((action) => matchesQuery(action, undatedQuery)) : [],
      outOf: isTallied ? few.length : undefined,
    };
  const [list, undated, outOf] = await Promise.all([
    actions.list(id, query, today),
    asksForDates ? actions.list(id, undatedQuery, today) : [],
    scope && isTallied ? countScope(scope, id, actions) : undefined,
  ]);
  return { actions: list, undated, outOf };
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

/** All that a query would be about if it named nothing but its one dimension, or none; `undefined` where it names several. */
function toScope(query: ActionQuery): ActionQuery | undefined {
  if (namedDimensions(query).length > 1) return undefined;
  const { agency, group, person, priority, sourceKind, review } = query;
  return { agency, group, person, priority, sourceKind, review };
}

/** Of a number of actions in some state that lack something, the whole: all in that state. */
export function withoutPresence(query: ActionQuery): ActionQuery | undefined {
  const { hasOwner, hasAgency, hasGroup, hasPerson, hasDue, hasEvidence, ...whole } = query;
  const presence = [hasOwner, hasAgency, hasGroup, hasPerson, hasDue, hasEvidence];
  return whole.status !== undefined && presence.some((each) => each !== undefined)
    ? whole
    : undefined;
}

async function countScope(
  scope: ActionQuery,
  partnership: string,
  actions: Ports['actions'],
): Promise<number> {
  const [only] = namedDimensions(scope);
  const tallies = await actions.tallies(partnership);
  return sumTally(only ? tallies.get(only.dimension, only.value) : tallies.all);
}

/** What the tallies do not count by. */
const isTalliedBy = ({ year, topic, sourceNames, except }: ActionQuery): boolean =>
  year === undefined && topic === undefined && sourceNames === undefined && except === undefined;

const sumTally = ({ open, closed }: ActionTally): number => open + closed;

function unique(actions: readonly Action[]): Action[] {
  return [...new Map(actions.map((action) => [action.ref, action])).values()];
}
