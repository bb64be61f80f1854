import { ask } from '../../answers/questions.ts';
import { shortName } from '../../answers/short-name.ts';
import { formatCount, formatList, sentenceCase } from '../../answers/words.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { Filters, Question } from '../../contract/question.ts';
import type { FindRecordedChanges, RecordedChange } from '../../contract/recorded-change.ts';
import type { Request } from '../../contract/request.ts';
import { addDays, type Day, formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import { findPriority } from '../../domain/find-priority.ts';
import type { Role } from '../../domain/partnership.ts';
import type { Period } from '../../domain/period.ts';
import { readPastPeriod, resolveMeeting } from '../meetings/queries.ts';

/** So many of each kind fit a phone; the others are counted. */
const MAX_OF_EACH = 5;
/** So far back one looks when no time is named. */
const DEFAULT_DAYS = 7;

/** What is asked for: the days, and which records. */
interface Scope {
  readonly period: Period;
  /** `since the Board on Wed 10 March` */
  readonly when: string;
  /** `for Police` */
  readonly whose: string;
  readonly fits: (change: RecordedChange) => boolean;
}

/** “what changed this week”, “what has moved since the last board”, “… for police”: counted, each with its row. */
export const createListChanges =
  (sources: () => readonly FindRecordedChanges[]) =>
  async (request: Request, question: Question): Promise<Answer> => {
    const scope = await readScope(request, question);
    const suggestions = toSuggestions(question.filters, findBoard(request.directory)?.id);
    if (typeof scope === 'string') return { text: scope, suggestions, thread: { question } };
    const { period, when, whose } = scope;
    const all = await Promise.all(sources().map((find) => find(request, period)));
    const found = all.flat().filter(scope.fits);
    const kinds = [...Map.groupBy(found, ({ kind }) => kind.one).values()];
    const about = [sentenceCase(when), whose].filter(Boolean).join(' ');
    if (kinds.length === 0)
      return {
        text: `${about}: no action, decision or risk was recorded or changed.`,
        suggestions,
        thread: { question },
      };
    const counts = kinds.map((of) => formatKind(of));
    return {
      text: `${about}: ${formatList(counts)}.`,
      heading: `What changed ${when}`,
      ...(whose && { sentence: sentenceCase(whose) }),
      sections: kinds.map((of) => ({
        heading: sentenceCase(formatKind(of)),
        rows: of
          .toSorted((a, b) => b.on.localeCompare(a.on))
          .slice(0, MAX_OF_EACH)
          .map(({ row }) => row),
        note: of.length > MAX_OF_EACH ? `The latest ${MAX_OF_EACH} of ${of.length} shown` : '',
      })),
      suggestions,
      thread: { question },
    };
  };

function formatKind(of: readonly RecordedChange[]): string {
  const kind = of[0]?.kind ?? { one: 'change', many: 'changes' };
  return formatCount(of.length, kind.one, kind.many);
}

/** The time and whose records are asked for; or what is said of a meeting that the records do not have. */
async function readScope(request: Request, question: Question): Promise<Scope | string> {
  const { directory } = request;
  const { group, priority, meeting } = question.filters;
  const agency = question.filters.agency ?? ownAgency(request, question);
  const time = await readTime(request, question);
  if (typeof time === 'string') return time;
  // “Since the last QPPA” names a meeting, and asks of the whole partnership.
  const ofGroup = meeting ? undefined : (group ?? request.home);
  const title = priority && findPriority(directory, priority, request.today)?.title;
  const whose = [
    agency && `for ${shortName(agencyName(directory, agency), directory.agencies)}`,
    ofGroup && `for ${shortName(groupName(directory, ofGroup), directory.groups)}`,
    title && `on ${title}`,
  ];
  return {
    ...time,
    whose: whose.filter(Boolean).join(' '),
    fits: ({ owner, priority: on }) =>
      (!agency || owner.agency === agency || (owner.with ?? []).includes(agency)) &&
      (!ofGroup || owner.group === ofGroup) &&
      (!priority || on === priority),
  };
}

async function readTime(
  request: Request,
  { filters, args }: Question,
): Promise<Pick<Scope, 'period' | 'when'> | string> {
  const { directory, today } = request;
  const asked = readPastPeriod(request, { filters, args });
  // “today” may be a meeting of today as well as the day.
  if (filters.meeting && (filters.group || !asked)) {
    const group = filters.group ?? request.home ?? findBoard(directory)?.id;
    const wanted = filters.meeting === 'next' ? 'last' : filters.meeting;
    const last = await resolveMeeting(request, { ...(group && { group }), meeting: wanted });
    const from = last && toDay(last.startsAt);
    if (!last || !from || from > today)
      return 'I can’t tell since which meeting. Say the group, and the month: “what changed since the march board”.';
    const name = shortName(groupName(directory, last.group), directory.groups);
    return { period: { from, to: today }, when: `since ${name} on ${formatDay(from, today)}` };
  }
  if (!asked) return lastDays(today);
  const days = asked.days ? ` (${asked.days})` : '';
  return {
    period: { from: asked.from, to: asked.to < today ? asked.to : today },
    when: isOpenEnded(args.range)
      ? `since ${formatDay(asked.from, today)}`
      : `${asked.words}${days}`,
  };
}

const lastDays = (today: Day): Pick<Scope, 'period' | 'when'> => ({
  period: { from: addDays(today, 1 - DEFAULT_DAYS), to: today },
  when: `in the last ${DEFAULT_DAYS} days`,
});

/** “for us”: of who speaks for an agency that agency; of others the whole partnership. */
const ownAgency = ({ person }: Request, { args }: Question): string | undefined =>
  args.ours && person.roles.some((role) => SPEAKERS.includes(role)) ? person.agency : undefined;

const SPEAKERS: readonly Role[] = ['partner-lead', 'deputy', 'member'];

const isOpenEnded = (range: unknown): boolean => String(range).startsWith('from:');

const toSuggestions = ({ meeting }: Filters, group: string | undefined): Suggestion[] => [
  meeting || !group
    ? { title: 'This week', ...ask('list_changes', {}, { range: 'this-week' }) }
    : { title: 'Since the last Board', ...ask('list_changes', { group, meeting: 'last' }) },
  { title: 'Show overdue', ...ask('list_actions', { dueRange: 'overdue' }) },
];
