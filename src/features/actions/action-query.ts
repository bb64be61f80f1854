import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { ActionStatus, Timeliness } from '../../domain/action.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { type Day, parseDay, toDay } from '../../domain/dates.ts';
import { type DaySpan, resolveDueRange } from '../../domain/due-range.ts';
import { findBoard } from '../../domain/find-board.ts';
import { bareLcsprName } from '../../domain/lcspr.ts';
import type { NamedLcspr } from '../../domain/named-lcspr.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { resolveYear } from '../../domain/partnership-year.ts';
import { isNamedSource } from '../../domain/source.ts';
import { hasWords } from '../../domain/title-similarity.ts';
import { findLastHeld } from '../meetings/queries.ts';
import { listRecommendations } from '../recommendations/queries.ts';
import { findKeptSources } from '../sources/queries.ts';

/** Why a question about actions cannot be put to the records. */
export type QueryRefusal =
  | 'no-next-meeting'
  | 'no-last-meeting'
  | 'day-to-come'
  | 'unknown-due-range'
  | 'unknown-review'
  | 'unknown-year';

const STATUSES: Readonly<Record<string, ActionQuery['status']>> = {
  open: 'not complete',
  planned: 'not started',
};

/**
 * The query that a typed question means today. A question about when something is due asks for what is still open,
 * unless it names a status itself. “Mine” is not part of the query; whose that is, {@link forEachOwner} says.
 */
export async function toActionQuery(
  request: Request,
  question: Question,
): Promise<Outcome<ActionQuery, QueryRefusal>> {
  const { filters, args } = question;
  const { directory, today, person } = request;
  const { partnership, reviewRefs, lcsprs } = directory;
  const asAt = await findDayGone(request, question);
  if (!asAt.ok) return asAt;
  const due = await findDueSpan(request, question, asAt.value ?? today);
  if (!due.ok) return due;
  const year = filters.year && resolveYear(filters.year, today, partnership.yearStart);
  if (filters.year && !year) return refuse('unknown-year');
  const completed =
    args.completedRange === undefined ? {} : resolveDueRange(String(args.completedRange), today);
  if (!completed) return refuse('unknown-due-range');
  const raised = args.raisedRange === undefined ? {} : resolveDueRange(args.raisedRange, today);
  if (!raised) return refuse('unknown-due-range');
  const review = filters.reviewRef === 'latest' ? reviewRefs.at(-1) : filters.reviewRef;
  const lcspr = lcsprs.find(({ name }) => name === review);
  if (filters.reviewRef && !lcspr && !(review && reviewRefs.includes(review)))
    return refuse('unknown-review');
  const { sourceNames, sourceRefs = [] } = await findSourceNames(request, question, lcspr);
  const isOfSource = sourceNames.length + sourceRefs.length > 0;
  return accept({
    agency: filters.agency,
    group: filters.group,
    person: args.assignee === 'me' ? undefined : args.assignee,
    priority: filters.priority,
    sourceKind: args.sourceName && isOfSource ? undefined : filters.source,
    sourceNames: isOfSource || args.sourceName ? sourceNames : undefined,
    sourceRefs: sourceRefs.length > 0 ? sourceRefs : undefined,
    topic: args.topic,
    asAt: asAt.value,
    review: lcspr ? undefined : review,
    lcspr: isOfSource ? undefined : lcspr,
    except: args.except?.map((id) => (id === 'asker' ? (person.agency ?? person.id) : id)),
    year: year || undefined,
    status: toStatusQuery(question),
    dueFrom: due.value.from,
    dueTo: due.value.to,
    raisedFrom: raised.from,
    raisedTo: raised.to,
    completedFrom: completed.from,
    completedTo: completed.to,
    timeliness: toTimeliness(args.timeliness),
    hasOwner: args.hasOwner,
    hasAgency: args.hasAgency,
    hasGroup: args.hasGroup,
    hasPerson: args.hasPerson,
    hasDue: args.hasDue,
    hasEvidence: args.hasEvidence,
    isVerified: typeof args.isVerified === 'boolean' ? args.isVerified : undefined,
  });
}

/**
 * The queries that together mean “mine”: what is in the asker's own name, then what is with the agency they speak for.
 * Any other question stays the one query that it is.
 */
export function forEachOwner(
  { person }: Pick<Request, 'person'>,
  question: Question,
  query: ActionQuery,
): ActionQuery[] {
  if (question.args.assignee !== 'me') return [query];
  const { id, agency } = person;
  return [{ ...query, person: id }, ...(agency && !query.agency ? [{ ...query, agency }] : [])];
}

/**
 * The names by which actions call the source that somebody said: those of the one that is kept as a
 * source, else those that have the words, of the kind they said, or the name of a local review; of a
 * short one, “LCSPR-A”, the whole of it.
 */
async function findSourceNames(
  request: Request,
  question: Question,
  lcspr: NamedLcspr | undefined,
): Promise<{ readonly sourceNames: readonly string[]; readonly sourceRefs?: readonly string[] }> {
  const { filters, args } = question;
  const bare = lcspr && bareLcsprName(lcspr.name);
  const words = args.sourceName ?? (bare && bare.length > 3 ? bare : lcspr?.name);
  if (!words) return { sourceNames: [] };
  const [names, sources] = await Promise.all([
    listSourceNames(request, filters.source),
    findKeptSources(request, question),
  ]);
  if (sources.length === 0) return { sourceNames: names.filter((name) => hasWords(name, words)) };
  const all = filters.source ? await listSourceNames(request, undefined) : names;
  const asked = (await listRecommendations(request)).filter((each) =>
    sources.some(({ id }) => id === each.source.id),
  );
  const named = all.filter((name) => sources.some((source) => isNamedSource(source, name)));
  const sourceRefs = asked.flatMap(({ recommendation }) => recommendation.actions);
  const isServed = named.length === 0 && sourceRefs.length > 0;
  return { sourceNames: isServed ? sources.map(({ name }) => name) : named, sourceRefs };
}

/** The names of the sources of a kind, or of all, as the actions have them. */
export async function listSourceNames(
  { directory, today, ports }: Request,
  sourceKind: string | undefined,
): Promise<readonly string[]> {
  const actions = await ports.actions.list(directory.partnership.id, { sourceKind }, today);
  return [...new Set(actions.flatMap(({ source }) => source.name ?? []))];
}

const toTimeliness = (word: string | undefined): Timeliness | undefined =>
  word === 'late' || word === 'on time' || word === 'early' ? word : undefined;

function toStatusQuery({ filters: { status, dueRange }, args }: Question): ActionQuery['status'] {
  const isOpenMeant = dueRange !== undefined && args.tense !== 'past';
  if (!status) return isOpenMeant ? 'not complete' : undefined;
  return STATUSES[status] ?? (status as ActionStatus);
}

/** The day as at which a state is asked for: the day itself, or that of a group's last meeting. */
async function findDayGone(
  request: Request,
  { args }: Question,
): Promise<Outcome<Day | undefined, QueryRefusal>> {
  if (args.asAt === undefined) return accept(undefined);
  if (args.asAt !== 'last-meeting') {
    const day = parseDay(args.asAt);
    if (!day) return refuse('unknown-due-range');
    if (day > request.today) return refuse('day-to-come');
    // Today things are as they are.
    return accept(day < request.today ? day : undefined);
  }
  const group = args.asAtMeetingOf ?? findBoard(request.directory)?.id;
  const last = group === undefined ? undefined : await findLastHeld(request, group);
  return last ? accept(toDay(last.startsAt)) : refuse('no-last-meeting');
}

async function findDueSpan(
  { directory, ports }: Request,
  { filters, args }: Question,
  today: Day,
): Promise<Outcome<DaySpan, QueryRefusal>> {
  if (!filters.dueRange) return accept({});
  const group = args.beforeMeetingOf ?? filters.group ?? findBoard(directory)?.id;
  const next =
    filters.dueRange === 'before-next-meeting' && group
      ? await ports.meetings.findNext(directory.partnership.id, group, today)
      : undefined;
  const span = resolveDueRange(filters.dueRange, today, next && toDay(next.startsAt));
  if (span) return accept(span);
  return refuse(
    filters.dueRange === 'before-next-meeting' ? 'no-next-meeting' : 'unknown-due-range',
  );
}
