import { formatList } from '../../answers/words.ts';
import type { Presence, Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { monthContaining } from '../../domain/calendar-spans.ts';
import { type Day, formatDay, type Month } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';
import { findPriority } from '../../domain/find-priority.ts';
import { yearContaining } from '../../domain/partnership-year.ts';

/**
 * Whose actions a query speaks of: `with West Midlands Police`, `on Tackling Child Neglect`; empty for all of them.
 * @example describeScope({ agency: 'WMP', dueTo: day('2021-03-14') }, directory, today) // 'with West Midlands Police'
 */
export function describeScope(query: ActionQuery, directory: Directory, today: Day): string {
  const year = yearContaining(today, directory.partnership.yearStart);
  const priority =
    query.priority && (findPriority(directory, query.priority, year)?.title ?? query.priority);
  const parts = [
    query.person && `assigned to ${personName(directory, query.person)}`,
    query.agency && `with ${agencyName(directory, query.agency)}`,
    query.group && `of ${groupName(directory, query.group)}`,
    priority && `on ${priority}`,
    describeSource(query),
    query.topic && `mentioning “${query.topic}”`,
    query.review && `from ${query.review}`,
    query.lcspr && `from ${query.lcspr.name}`,
    query.year && `of ${query.year}`,
    query.except &&
      `without ${formatList(
        query.except.map((id) => nameOfRecord(id, directory, year)),
        'or',
      )}`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** The same with `of yours`, where the asker's own are asked for. */
export const describeOwnScope = (
  { directory, today }: Pick<Request, 'directory' | 'today'>,
  { args }: Question,
  query: ActionQuery,
): string =>
  [args.assignee === 'me' && 'of yours', describeScope(query, directory, today)]
    .filter(Boolean)
    .join(' ');

const nameOfRecord = (id: string, directory: Directory, year: string): string =>
  directory.agencies.find((agency) => agency.id === id)?.name ??
  directory.groups.find((group) => group.id === id)?.name ??
  findPriority(directory, id, year)?.title ??
  personName(directory, id);

/** The one or two sources by name where the question named them, else the kind. */
function describeSource({ sourceKind, sourceNames = [] }: ActionQuery): string | undefined {
  if (sourceNames.length === 1 || sourceNames.length === 2)
    return `from ${formatList(sourceNames.map((name) => `“${name}”`))}`;
  return sourceKind && `from ${SOURCES[sourceKind] ?? sourceKind}`;
}

/** What must be true of them: `overdue`, `complete without evidence of impact`; empty when any will do. */
export function describeCondition(query: ActionQuery, question: Question, today: Day): string {
  const { filters } = question;
  const due = filters.dueRange && describeDueRange(filters.dueRange, query, today);
  const wasDue = due && !query.asAt && isPast(query, question, today);
  const parts = [
    query.timeliness
      ? `finished ${query.timeliness}`
      : query.status === 'not complete'
        ? !due && 'open'
        : !wasDue && query.status,
    describePast(query.completedFrom, query.completedTo, today),
    due,
    wasDue && query.status && describeOutcome(query.status),
    describePresence(query),
    query.asAt && `on ${formatDay(query.asAt, today)}`,
  ];
  const verified =
    query.isVerified === undefined ? '' : query.isVerified ? 'verified' : 'not yet verified';
  const raised = describeRaised(query, today);
  return [parts.filter(Boolean).join(' '), verified, raised].filter(Boolean).join(', ');
}

/** What became of that which was due: `and not completed since`. */
const describeOutcome = (status: NonNullable<ActionQuery['status']>): string =>
  status === 'not complete' ? 'and not completed since' : `and now ${status}`;

/** Whether a condition is of days gone by: things “were overdue”, “were due in june”. */
export const isPast = (
  { asAt, dueTo, timeliness }: ActionQuery,
  { filters, args }: Question,
  today: Day,
): boolean =>
  asAt !== undefined ||
  timeliness !== undefined ||
  args.tense === 'past' ||
  (filters.dueRange !== 'overdue' && dueTo !== undefined && dueTo < today);

/** Those that share a state: `open actions`, `overdue actions`, `actions due this week`. */
export function describeKind(
  query: ActionQuery,
  { filters }: Question,
  today: Day,
): { readonly one: string; readonly many: string } {
  const isOverdue = filters.dueRange === 'overdue';
  const due = filters.dueRange && !isOverdue && describeDueRange(filters.dueRange, query, today);
  const then = query.asAt && `on ${formatDay(query.asAt, today)}`;
  const status =
    query.status && !isOverdue && !query.timeliness ? ADJECTIVES[query.status] : undefined;
  const behind = [
    query.timeliness
      ? `finished ${query.timeliness}`
      : query.status && !isOverdue && !status && query.status,
    describePast(query.completedFrom, query.completedTo, today),
    due,
    then,
  ];
  const name = (noun: string) =>
    [isOverdue && 'overdue', status, noun, ...behind].filter(Boolean).join(' ');
  return { one: name('action'), many: name('actions') };
}

/** What can stand before “actions”; the other states stand behind: `actions in progress`. */
const ADJECTIVES: Partial<Record<NonNullable<ActionQuery['status']>, string>> = {
  'not complete': 'open',
  open: 'open',
  complete: 'completed',
  blocked: 'blocked',
  withdrawn: 'withdrawn',
};

const SOURCES: Readonly<Record<string, string>> = {
  scrutineer: 'the scrutineer',
  inspection: 'inspection',
  'national panel': 'the national Panel',
  review: 'reviews',
  'rapid review': 'rapid reviews',
  board: 'the board',
  'sub-group': 'sub-groups',
  'annual report': 'the annual report',
  'business plan': 'the business plan',
};

const DUE_RANGES: Readonly<Record<string, string>> = {
  overdue: 'overdue',
  today: 'due today',
  tomorrow: 'due tomorrow',
  'this-week': 'due this week',
  'next-week': 'due next week',
  'this-month': 'due this month',
  'next-month': 'due next month',
  'by:month-end': 'due by the end of this month',
};

function describeDueRange(range: string, { dueFrom, dueTo }: ActionQuery, today: Day): string {
  const days = /^next-(\d+)-days$/.exec(range);
  if (days) return `due in the next ${days[1]} days`;
  const from = dueFrom && formatDay(dueFrom, today);
  const to = dueTo && formatDay(dueTo, today);
  const month = formatMonth(dueFrom, dueTo, today);
  if (range === 'before-next-meeting') return `due before the meeting on ${to}`;
  if (DUE_RANGES[range]) return DUE_RANGES[range];
  if (month) return `due in ${month}`;
  if (from && to) return from === to ? `due on ${from}` : `due between ${from} and ${to}`;
  return from ? `due from ${from}` : `due by ${to}`;
}

/** `raised since Mon 1 March`, `raised in June 2020`; after anything else that is said of them. */
function describeRaised({ raisedFrom, raisedTo }: ActionQuery, today: Day): string | undefined {
  const month = formatMonth(raisedFrom, raisedTo, today);
  const when = month ? `in ${month}` : describePast(raisedFrom, raisedTo, today);
  return when && `raised ${when}`;
}

/** `June 2020` where that is what lies between two days. */
function formatMonth(from: Day | undefined, to: Day | undefined, today: Day): string | undefined {
  const month = from && monthContaining(from);
  return month && from === month.from && to === month.to
    ? formatDay(from.slice(0, 7) as Month, today)
    : undefined;
}

/** `since 1 March`, `between 1 and 31 March`: after “complete” or “raised”. */
function describePast(
  first: Day | undefined,
  last: Day | undefined,
  today: Day,
): string | undefined {
  const from = first && formatDay(first, today);
  const to = last && formatDay(last, today);
  if (!from && to) return `by ${to}`;
  if (from && to) return from === to ? `on ${from}` : `between ${from} and ${to}`;
  return from && `since ${from}`;
}

/** What the records of an action can have or lack, as it is written. */
export const PRESENCE: Readonly<Record<Presence, string>> = {
  hasOwner: 'an owner',
  hasAgency: 'an agency',
  hasGroup: 'a group',
  hasPerson: 'a named person',
  hasDue: 'a due date',
  hasEvidence: 'evidence of impact',
};

/** `with an owner`, `without an agency or a group`; empty when any will do. */
export function describePresence(query: ActionQuery): string {
  const names = (wanted: boolean) =>
    (Object.keys(PRESENCE) as Presence[])
      .filter((part) => query[part] === wanted)
      .map((part) => PRESENCE[part]);
  const [has, lacks] = [formatList(names(true)), formatList(names(false), 'or')];
  return [has && `with ${has}`, lacks && `without ${lacks}`].filter(Boolean).join(', ');
}
