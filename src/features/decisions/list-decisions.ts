import { decisionRow } from '../../answers/decision-words.ts';
import { meetingInWords } from '../../answers/meeting-words.ts';
import { counted, sentenceCase, verb } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { addMonths, type Day, formatDayWithYear, parseDay, toDay } from '../../domain/dates.ts';
import type { Decision } from '../../domain/decision.ts';
import { findPriority, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { resolveYear, yearSpan } from '../../domain/partnership-year.ts';
import { whichMeeting } from '../which-meeting.ts';
import type { DecisionsView } from './decisions-view.ts';

const MAX_SHOWN = 10;
/** So far back one looks when no time is named. */
const DEFAULT_MONTHS = 12;

/** Which decisions are asked about: of one meeting, or of a time, each in words. */
interface Scope {
  readonly from: Day;
  readonly to: Day;
  readonly meeting?: Meeting;
  readonly words: string;
}

/** Answers what was decided: at a meeting, since a day, in a year, on a priority; at meetings and between them. */
export async function listDecisions(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const { directory } = asker;
  const { partnership } = directory;
  const { filters } = question;
  const group = filters.group ?? asker.home;
  const scope = await scopeOf(asker, { ...question, filters: { ...filters, group } }, ports);
  if ('text' in scope) return scope;
  const { from, to, meeting } = scope;
  const found = await ports.decisions.between(partnership.id, {
    group: meeting?.group ?? group,
    from,
    to,
  });
  const wanted = found.filter(
    (decision) =>
      (!meeting || decision.meetingId === meeting.id) &&
      (!filters.priority || decision.priority === filters.priority),
  );
  const today = ports.calendar.today(partnership.timeZone);
  const text = inWords(wanted, scope, asker, { ...filters, group }, today);
  const view: DecisionsView = {
    source: `${partnership.shortName} · as at ${formatDayWithYear(today)}`,
    headline: sentenceCase(counted(wanted.length, 'decision')),
    decisions: wanted.slice(0, MAX_SHOWN).map((decision) => decisionRow(decision, directory)),
    extent: wanted.length > MAX_SHOWN ? `Showing the latest ${MAX_SHOWN} of ${wanted.length}` : '',
    suggestions: [
      'decisions this year',
      ...(group ? [`agenda for ${groupName(directory, group)}`] : []),
    ],
  };
  const plain = [
    text,
    ...view.decisions.map(({ title, line, details }) => `${title}. ${line}. ${details}.`),
  ].join('\n');
  return {
    text,
    ...(wanted.length > 0 && { card: { name: 'decisions', view, plain } }),
    suggestions: view.suggestions,
    thread: { question },
  };
}

async function scopeOf(
  asker: Asker,
  { filters, args }: Question,
  ports: Ports,
): Promise<Scope | Answer> {
  const { timeZone, yearStart } = asker.directory.partnership;
  const today = ports.calendar.today(timeZone);
  const since = typeof args.fromDay === 'string' ? parseDay(args.fromDay) : undefined;
  if (since)
    return {
      from: since > today ? addMonths(since, -12) : since,
      to: today,
      words: `since ${formatDayWithYear(since > today ? addMonths(since, -12) : since)}`,
    };
  if (filters.meeting && filters.meeting !== 'next') {
    const meeting = await whichMeeting(asker, filters, ports);
    if (!meeting) return noSuchMeeting(asker, filters.group);
    const on = toDay(meeting.startsAt);
    return {
      from: on,
      to: on > today ? on : today,
      meeting,
      words: `at ${meetingInWords(meeting, asker.directory)}`,
    };
  }
  if (filters.year) {
    const year = resolveYear(filters.year, today, yearStart);
    if (!year)
      return { text: `I do not know the year “${filters.year}”. Years are written like 2020-21.` };
    return { ...yearSpan(year, yearStart), words: `in ${year}` };
  }
  return {
    from: addMonths(today, -DEFAULT_MONTHS),
    to: today,
    words: `in the last ${DEFAULT_MONTHS} months`,
  };
}

function inWords(
  decisions: readonly Decision[],
  { words, meeting }: Scope,
  { directory }: Asker,
  { group, priority }: Question['filters'],
  today: Day,
): string {
  const by = group && !meeting ? ` of ${groupName(directory, group)}` : '';
  const on = priority ? ` on ${findPriority(directory, priority, today)?.title ?? priority}` : '';
  if (decisions.length === 0) return `No decision${by}${on} ${words} is recorded here.`;
  const between = decisions.filter(({ meetingId }) => !meetingId).length;
  const apart = between > 0 ? `, ${between} of them between meetings` : '';
  const [latest] = decisions;
  const first = decisions.length === 1 ? `: “${latest?.what}”` : `. The latest: “${latest?.what}”`;
  return `${decisions.length} decision${decisions.length === 1 ? '' : 's'}${by}${on} ${words} ${verb(decisions.length, 'is', 'are')} recorded${apart}${first}.`;
}

function noSuchMeeting({ directory }: Asker, group: string | undefined): Answer {
  const whose = group ? ` of ${groupName(directory, group)}` : '';
  return {
    text: `The records have no such meeting${whose}, so I cannot tell what was decided there.`,
    suggestions: ['decisions this year', 'all meetings'],
  };
}
