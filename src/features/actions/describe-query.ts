import type { Question } from '../../contract/question.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import {
  agencyName,
  type Directory,
  findPriority,
  groupName,
  personName,
} from '../../domain/directory.ts';
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
    query.person && `of ${personName(directory, query.person)}`,
    query.agency && `with ${agencyName(directory, query.agency)}`,
    query.group && `of ${groupName(directory, query.group)}`,
    priority && `on ${priority}`,
    query.sourceKind && `from ${SOURCES[query.sourceKind] ?? query.sourceKind}`,
    query.review && `from ${query.review}`,
    query.year && `of ${query.year}`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** What must be true of them: `overdue`, `complete without evidence of impact`; empty when any will do. */
export function describeCondition(query: ActionQuery, { filters }: Question, today: Day): string {
  const due = filters.dueRange && describeDueRange(filters.dueRange, query, today);
  const parts = [
    query.status === 'not complete' ? !due && 'open' : query.status,
    describeCompleted(query, today),
    due,
    describePresence(query.hasOwner, 'an owner'),
    describePresence(query.hasDue, 'a due date'),
    describePresence(query.hasEvidence, 'evidence of impact'),
  ];
  const verified =
    query.isVerified === undefined ? '' : query.isVerified ? 'verified' : 'not yet verified';
  return [parts.filter(Boolean).join(' '), verified].filter(Boolean).join(', ');
}

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
  if (range === 'before-next-meeting') return `due before the meeting on ${to}`;
  if (DUE_RANGES[range]) return DUE_RANGES[range];
  if (from && to) return from === to ? `due on ${from}` : `due between ${from} and ${to}`;
  return from ? `due from ${from}` : `due by ${to}`;
}

/** `since 1 March`, `between 1 and 31 March`: after “complete”. */
function describeCompleted(
  { completedFrom, completedTo }: ActionQuery,
  today: Day,
): string | undefined {
  const from = completedFrom && formatDay(completedFrom, today);
  const to = completedTo && formatDay(completedTo, today);
  if (from && to) return from === to ? `on ${from}` : `between ${from} and ${to}`;
  return from && `since ${from}`;
}

function describePresence(wanted: boolean | undefined, what: string): string | undefined {
  return wanted === undefined ? undefined : `${wanted ? 'with' : 'without'} ${what}`;
}
