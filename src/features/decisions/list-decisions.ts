import { toDecisionRow } from '../../answers/decision-words.ts';
import { describeFirstFew } from '../../answers/first-few-words.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { shortName } from '../../answers/short-name.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import {
  addMonths,
  type Day,
  day,
  formatDay,
  formatDayWithYear,
  parseDay,
  toDay,
} from '../../domain/dates.ts';
import type { Decision } from '../../domain/decision.ts';
import { type Directory, groupName } from '../../domain/directory.ts';
import { findPriority } from '../../domain/find-priority.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { resolveYear, yearSpan } from '../../domain/partnership-year.ts';
import { formatMonth, parseMonthAsked } from '../../domain/period.ts';
import { takeFirst } from '../../domain/take-first.ts';
import { findMeetingsBetween, resolveMeeting } from '../meetings/queries.ts';
import { correctButton } from './buttons.ts';
import { findDecisions } from './queries.ts';
import { isAbout } from './search-decisions.ts';

const MAX_SHOWN = 10;
/** So far back one looks when no time is named. */
const DEFAULT_MONTHS = 12;
const BEGINNING = day('2000-01-01');

/** Which decisions are asked about: of one meeting, or of a time, each in words. */
interface Scope {
  readonly from: Day;
  readonly to: Day;
  readonly meeting?: Meeting;
  readonly words: string;
  /** A month in which several groups may have met. */
  readonly isMonth?: boolean;
}

/** Answers what was decided: at a meeting, since a day, in a year, on a priority; at meetings and between them. */
export async function listDecisions(request: Request, question: Question): Promise<Answer> {
  const { directory } = request;
  if (typeof question.args.decision === 'string') return showDecision(request, question);
  const listed = await findListedDecisions(request, question);
  if ('text' in listed) return listed;
  const { filters, scope, topic, wanted, inError } = listed;
  const suggestions: Suggestion[] = [
    THIS_YEAR,
    ...(filters.group
      ? [{ title: 'Next agenda', ...ask('agenda', { group: filters.group, meeting: 'next' }) }]
      : []),
  ];
  const { limit, order } = question.args;
  const isOldestFirst = order === 'oldest';
  const sorted = isOldestFirst ? wanted.toReversed() : wanted;
  const first = takeFirst(sorted, limit, ({ decidedOn }) => decidedOn);
  const all = wanted.length;
  const text =
    limit && all > 0
      ? describeFirstFew({
          name: isOldestFirst ? 'earliest' : 'latest',
          by: 'date',
          items: first.items.map(({ what, decidedOn }) => ({
            ref: `“${what}”`,
            value: formatDay(decidedOn, request.today),
          })),
          noun: (count) =>
            `${formatCount(count, 'decision')}${describeScope(scope, request, filters, topic)}`,
          unknown: 0,
          tied: first.tied,
          all,
          limit,
        })
      : describeDecisions(wanted, scope, request, filters, topic);
  if (all === 0) {
    const met = await describeHeld(request, scope);
    return { text: [text, met].filter(Boolean).join(' '), suggestions, thread: { question } };
  }
  const shown = first.items.slice(0, MAX_SHOWN);
  return {
    text,
    heading: sentenceCase(formatCount(first.items.length, 'decision')),
    sections: [
      {
        rows: shown.map((decision) => ({
          ...toDecisionRow(decision, directory),
          opens: ask('decisions_log', {}, { decision: decision.id }),
        })),
        note: [
          shown.length < first.items.length &&
            `Showing the ${isOldestFirst ? 'earliest' : 'latest'} ${MAX_SHOWN} of ${first.items.length}`,
          inError > 0 && `${formatCount(inError, 'decision')} recorded in error not counted`,
        ]
          .filter(Boolean)
          .join('. '),
      },
    ],
    suggestions,
    thread: { question },
  };
}

/** Where nothing was recorded: that the meeting took place, or which did in that month. */
async function describeHeld(request: Request, scope: Scope): Promise<string> {
  const { meeting, isMonth } = scope;
  if (meeting) return meeting.status === 'held' ? 'The meeting took place.' : '';
  if (!isMonth) return '';
  const held = (await findMeetingsBetween(request, undefined, scope)).filter(
    ({ status }) => status === 'held',
  );
  const names = held.map(
    ({ group, startsAt }) =>
      `${shortName(groupName(request.directory, group), request.directory.groups)} on ${formatDay(toDay(startsAt), request.today)}`,
  );
  return names.length > 0
    ? `${sentenceCase(formatCount(names.length, 'meeting'))} took place: ${formatList(names)}.`
    : 'No meeting of that month is recorded as held.';
}

/** The decisions that a question asks for; or what is said where no such meeting or year is known. */
export async function findListedDecisions(request: Request, question: Question) {
  const { directory, home } = request;
  const filters = { ...question.filters, group: question.filters.group ?? home };
  const scope = await findScope(request, { ...question, filters });
  if ('text' in scope) return scope;
  const { from, to, meeting } = scope;
  const group = meeting?.group ?? filters.group;
  const recorded = await findDecisions(request, { group, from, to, withErrors: true });
  const topic = typeof question.args.topic === 'string' ? question.args.topic : undefined;
  const found = recorded.filter(
    (decision) =>
      (!meeting || decision.meetingId === meeting.id) &&
      (!filters.priority || isOn(decision, filters.priority, directory)) &&
      (!topic || isAbout(decision, topic)),
  );
  const wanted = found.filter(({ inError }) => !inError);
  return { filters, scope, topic, wanted, inError: found.length - wanted.length };
}

/** One of a list, with what else is known of it. */
async function showDecision(request: Request, question: Question): Promise<Answer> {
  const { directory, today } = request;
  const all = await findDecisions(request, { from: BEGINNING, to: today, withErrors: true });
  const decision = all.find(({ id }) => id === question.args.decision);
  if (!decision) return { text: 'That decision is not in the records any more.' };
  const { what, group, decidedOn } = decision;
  const { title, line, details } = toDecisionRow(decision, directory);
  return {
    text: `“${what}” was decided by ${groupName(directory, group)} on ${formatDayWithYear(decidedOn)}.`,
    heading: title,
    sentence: line,
    sections: [
      {
        text: details,
        buttons:
          !decision.inError && isPermittedOn(request.person, 'decisions.record', { group })
            ? [correctButton(decision)]
            : [],
      },
    ],
    suggestions: [THIS_YEAR],
    thread: { question },
  };
}

/** Recorded under a priority, or naming it in its text: not everybody ticks the box. */
function isOn(decision: Decision, priority: string, { priorities }: Directory): boolean {
  const names = priorities
    .filter(({ id }) => id === priority)
    .flatMap(({ title, alsoKnownAs }) => [title, ...alsoKnownAs]);
  return decision.priority === priority || names.some((name) => isAbout(decision, name));
}

const THIS_YEAR: Suggestion = {
  title: 'Decisions this year',
  ...ask('decisions_log', { year: 'current' }),
};

async function findScope(request: Request, { filters, args }: Question): Promise<Scope | Answer> {
  const { directory, today } = request;
  const since = parseDay(args.fromDay);
  if (since) {
    const from = since > today ? addMonths(since, -12) : since;
    return { from, to: today, words: `since ${formatDayWithYear(from)}` };
  }
  if (filters.meeting && filters.meeting !== 'next') {
    const meeting = await resolveMeeting(request, filters);
    const month = parseMonthAsked(filters.meeting, today, 'last');
    if (!meeting && !filters.group && month)
      return { ...month, words: `in ${formatMonth(month)}`, isMonth: true };
    if (!meeting) return noSuchMeeting(directory, filters.group);
    const on = toDay(meeting.startsAt);
    const words = `at ${formatMeeting(meeting, directory)}`;
    return { from: on, to: on > today ? on : today, meeting, words };
  }
  if (filters.year) {
    const { yearStart } = directory.partnership;
    const year = resolveYear(filters.year, today, yearStart);
    if (!year)
      return { text: `I do not know the year “${filters.year}”. Years are written like 2020-21.` };
    return { ...yearSpan(year, yearStart), words: `in ${year}` };
  }
  // “did we ever agree anything about …” asks of all time.
  if (args.topic || args.ever || args.limit || args.order)
    return { from: BEGINNING, to: today, words: '' };
  const from = addMonths(today, -DEFAULT_MONTHS);
  return { from, to: today, words: `in the last ${DEFAULT_MONTHS} months` };
}

/** ` of the board on Neglect in 2020-21` */
function describeScope(
  { words, meeting }: Scope,
  { directory, today }: Request,
  { group, priority }: Question['filters'],
  topic: string | undefined,
): string {
  const ofGroup = group && !meeting ? ` of ${groupName(directory, group)}` : '';
  const onPriority = priority
    ? ` on ${findPriority(directory, priority, today)?.title ?? priority}`
    : '';
  const about = topic ? ` about “${topic}”` : '';
  return `${ofGroup}${onPriority}${about}${words && ` ${words}`}`;
}

function describeDecisions(
  decisions: readonly Decision[],
  scope: Scope,
  request: Request,
  filters: Question['filters'],
  topic: string | undefined,
): string {
  const what = describeScope(scope, request, filters, topic);
  const [latest] = decisions;
  if (!latest)
    return `No decision${what} is recorded here.${topic ? ' I looked for these words in the text of each decision.' : ''}`;
  const countBetween = decisions.filter(({ meetingId }) => !meetingId).length;
  const betweenClause = countBetween > 0 ? `, ${countBetween} of them between meetings` : '';
  const first = decisions.length === 1 ? `: “${latest.what}”` : `. The latest: “${latest.what}”`;
  return `${formatCount(decisions.length, 'decision')}${what} ${pluralVerb(decisions.length, 'is', 'are')} recorded${betweenClause}${first}.`;
}

function noSuchMeeting(directory: Directory, group: string | undefined): Answer {
  const whose = group ? ` of ${groupName(directory, group)}` : '';
  return {
    text: `The records have no such meeting${whose}, so I cannot tell what was decided there.`,
    suggestions: [THIS_YEAR, { title: 'All meetings', ...ask('list_meetings') }],
  };
}
