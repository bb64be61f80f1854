import { toActionRow } from '../../answers/action-words.ts';
import { describeFirstFew, describeSorting } from '../../answers/first-few-words.ts';
import { formatCount } from '../../answers/words.ts';
import type { AnswerRow } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Action, mostUrgentFirst } from '../../domain/action.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { formatDay } from '../../domain/dates.ts';
import { takeFirst } from '../../domain/take-first.ts';
import { describeKind, describePresence, describeScope } from './describe-query.ts';

/** The day by which actions are sorted, and which end comes first. */
interface ActionOrder {
  readonly by: 'raisedOn' | 'dueOn' | 'completedOn';
  readonly isLatestFirst: boolean;
  /** What the first of them are: the “oldest”. */
  readonly name: string;
}

const ORDERS: Readonly<Record<string, ActionOrder>> = {
  oldest: { by: 'raisedOn', isLatestFirst: false, name: 'oldest' },
  newest: { by: 'raisedOn', isLatestFirst: true, name: 'newest' },
  'oldest overdue': { by: 'dueOn', isLatestFirst: false, name: 'longest overdue' },
  'newest overdue': { by: 'dueOn', isLatestFirst: true, name: 'latest to go overdue' },
  'oldest complete': { by: 'completedOn', isLatestFirst: false, name: 'first completed' },
  'newest complete': { by: 'completedOn', isLatestFirst: true, name: 'last completed' },
  soonest: { by: 'dueOn', isLatestFirst: false, name: 'soonest due' },
  due: { by: 'dueOn', isLatestFirst: false, name: 'first due' },
  furthest: { by: 'dueOn', isLatestFirst: true, name: 'last due' },
};

const DAYS: Readonly<Record<ActionOrder['by'], string>> = {
  raisedOn: 'date raised',
  dueOn: 'due date',
  completedOn: 'completion date',
};

/** The order that a question asks for; `undefined` for the usual one, the most pressing first. */
export function findOrder({ filters, args }: Question): ActionOrder | undefined {
  const order = args.order ?? '';
  const state = filters.dueRange === 'overdue' ? 'overdue' : filters.status;
  return ORDERS[`${order} ${state}`] ?? ORDERS[order];
}

/**
 * What waits longest, or is due next, is still to do, unless a status is named; what is due next
 * is due from today on.
 */
export function withOrder(
  query: ActionQuery,
  { filters, args }: Question,
  { today }: Pick<Request, 'today'>,
): ActionQuery {
  const isOfOpen = /^(oldest|soonest|furthest|due)$/.test(args.order ?? '') && !query.status;
  const isComing = args.order === 'soonest' && !filters.dueRange;
  return {
    ...query,
    ...(isOfOpen && { status: 'not complete' }),
    ...(isComing && { dueFrom: today }),
  };
}

/** Actions in the order that was asked for, as many as were asked for. */
export interface OrderedActions {
  readonly actions: readonly Action[];
  /** How many there are to choose from. */
  readonly all: number;
  /** How many more than were wanted, for they tie with the last. */
  readonly tied: number;
  /** How many have no day to sort by: left out of the first few, else they come last. */
  readonly unknown: number;
}

/** Sorts what was found by the day that the question names, and takes as many as it wants. */
export function orderActions(
  found: readonly Action[],
  question: Question,
  { today }: Pick<Request, 'today'>,
): OrderedActions {
  const order = findOrder(question);
  const { limit } = question.args;
  if (!order) {
    const first = takeFirst(found, limit, ({ ref }) => ref);
    return { actions: first.items, tied: 0, all: found.length, unknown: 0 };
  }
  const dayOf = (action: Action): string => action[order.by] ?? '';
  const dated = mostUrgentFirst(found, today)
    .filter(dayOf)
    .sort((a, b) => dayOf(a).localeCompare(dayOf(b)) * (order.isLatestFirst ? -1 : 1));
  const undated = found.filter((action) => !dayOf(action));
  const { items, tied } = takeFirst(dated, limit, dayOf);
  return {
    actions: limit === undefined ? [...items, ...undated] : items,
    all: dated.length,
    tied,
    unknown: undated.length,
  };
}

const SAID: Readonly<Record<ActionOrder['by'], string>> = {
  raisedOn: 'raised',
  dueOn: '',
  completedOn: 'completed',
};

/** A row with the day by which it was sorted, or by which it kept to its due day. */
export function orderedRow(action: Action, question: Question, request: Request): AnswerRow {
  const plain = toActionRow(action, request.directory, request);
  // Who asks what is blocked wants to know by what.
  const row =
    question.filters.status === 'blocked' && action.notes
      ? { ...plain, line: `${plain.line} · “${action.notes}”` }
      : plain;
  const by = question.args.timeliness ? 'completedOn' : findOrder(question)?.by;
  const on = by && action[by];
  return by && on && SAID[by]
    ? { ...row, line: `${row.line} · ${SAID[by]} ${formatDay(on, request.today)}` }
    : row;
}

/** “The 3 oldest of 82 open actions by date raised: SA-016 (Thu 7 May 2020), …” */
export function describeFirst(
  { directory, today }: Request,
  question: Question,
  query: ActionQuery,
  { actions, ...counts }: OrderedActions,
): string {
  const order = findOrder(question);
  const { one, many } = describeKind(query, question, today);
  const scope = [describePresence(query), describeScope(query, directory, today)];
  return describeFirstFew({
    ...counts,
    name: order?.name ?? 'most pressing',
    by: order && DAYS[order.by],
    items: actions.map((action) => {
      const on = order && action[order.by];
      return { ref: action.ref, value: on && formatDay(on, today) };
    }),
    noun: (count) => [formatCount(count, one, many), ...scope].filter(Boolean).join(' '),
    limit: question.args.limit ?? actions.length,
  });
}

/** How a list was sorted, unless as usual. */
export function describeOrder(question: Question, { actions, unknown }: OrderedActions): string {
  const order = findOrder(question);
  return order && actions.length > 0
    ? describeSorting({ by: DAYS[order.by], unknown }, order.isLatestFirst)
    : '';
}
