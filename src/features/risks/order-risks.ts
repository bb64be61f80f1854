import { describeFirstFew, describeSorting } from '../../answers/first-few-words.ts';
import type { Args } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, formatDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { type Risk, riskScore } from '../../domain/risk.ts';
import { takeFirst } from '../../domain/take-first.ts';
import { riskReviewStore, riskStore } from './store.ts';

/** What risks are sorted by, and what the first of them are. */
interface RiskOrder {
  readonly name: string;
  readonly by: 'score' | 'date added' | 'last review' | 'review day';
  readonly isLargestFirst: boolean;
  readonly keyOf: (risk: Risk) => number | string | undefined;
}

/** Risks in the order that was asked for, as many as were asked for. */
export interface OrderedRisks {
  readonly order: RiskOrder;
  readonly risks: readonly Risk[];
  /** How many there are to choose from. */
  readonly all: number;
  /** How many more than were wanted, for they tie with the last. */
  readonly tied: number;
  /** How many have nothing to sort by: left out of the first few, else they come last. */
  readonly unknown: number;
}

/** Sorts open risks, which come the worst first, and takes as many as are wanted. */
export async function orderRisks(
  request: Request,
  args: Args,
  worstFirst: readonly Risk[],
): Promise<OrderedRisks> {
  const order = await findOrder(request, args, worstFirst);
  const { keyOf } = order;
  const known = worstFirst.filter((risk) => keyOf(risk) !== undefined);
  const unknown = worstFirst.filter((risk) => keyOf(risk) === undefined);
  const sorted = known.toSorted((a, b) => {
    const [first, second] = order.isLargestFirst ? [b, a] : [a, b];
    return String(keyOf(first)).localeCompare(String(keyOf(second)), 'en', { numeric: true });
  });
  const { items, tied } = takeFirst(sorted, args.limit, keyOf);
  const risks = args.limit === undefined ? [...items, ...unknown] : items;
  return { order, risks, all: known.length, tied, unknown: unknown.length };
}

async function findOrder(request: Request, args: Args, risks: readonly Risk[]): Promise<RiskOrder> {
  const isLargestFirst = args.order === 'newest';
  if (args.order === 'soonest')
    return {
      name: 'next due',
      by: 'review day',
      isLargestFirst,
      keyOf: (risk) => risk.nextReviewOn,
    };
  if (args.order === 'oldest' || args.order === 'newest') {
    const days = await (args.reviewed ? loadLastReviews(request) : loadDaysAdded(request, risks));
    return {
      name: `${isLargestFirst ? 'latest' : 'first'} ${args.reviewed ? 'reviewed' : 'added'}`,
      by: args.reviewed ? 'last review' : 'date added',
      isLargestFirst,
      keyOf: ({ id }) => days.get(id),
    };
  }
  return {
    name: args.lowest ? 'lowest' : 'worst',
    by: 'score',
    isLargestFirst: !args.lowest,
    keyOf: riskScore,
  };
}

const toLocalDay = (at: string, { directory }: Request): Day =>
  at.includes('T') ? toDay(toLocalTime(new Date(at), directory.partnership.timeZone)) : (at as Day);

async function loadLastReviews(request: Request): Promise<Map<string, Day>> {
  const reviews = await request.store(riskReviewStore).list();
  const sorted = reviews.toSorted((a, b) => a.at.localeCompare(b.at));
  return new Map(sorted.map(({ risk, at }) => [risk, toLocalDay(at, request)]));
}

/** When a risk that came with an import was added, no record says. */
async function loadDaysAdded(request: Request, risks: readonly Risk[]): Promise<Map<string, Day>> {
  const days = await Promise.all(
    risks.map(async ({ id }) => {
      const events = await request.store(riskStore).history(id);
      const added = events.find(({ type }) => type === 'added');
      return added ? [[id, toLocalDay(added.at, request)] as const] : [];
    }),
  );
  return new Map(days.flat());
}

/** “The 3 worst of 18 risks by score: CH-03 (20), CH-07 (20) and CH-01 (20).” */
export function describeFirstRisks(
  { order, risks, ...counts }: OrderedRisks,
  limit: number,
  noun: (count: number) => string,
  today: Day,
): string {
  const { name, by, keyOf } = order;
  const items = risks.map((risk) => {
    const value = keyOf(risk);
    return { ref: risk.id, value: by === 'score' ? String(value) : formatDay(value as Day, today) };
  });
  return describeFirstFew({ name, by, items, noun, limit, ...counts });
}

/** How a list was sorted, unless as usual. */
export const describeRiskOrder = ({ order, unknown }: OrderedRisks): string =>
  order.name === 'worst'
    ? ''
    : order.by === 'score'
      ? ' The lowest score first.'
      : describeSorting({ by: order.by, unknown }, order.isLargestFirst);
