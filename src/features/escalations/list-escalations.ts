import { ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { agencyName } from '../../domain/directory.ts';
import {
  type Escalation,
  escalationLevel,
  isAnsweredInTime,
  isEscalationOpen,
} from '../../domain/escalation.ts';
import { isWithin } from '../../domain/is-within.ts';
import { readPastPeriod } from '../meetings/queries.ts';
import { openNewEscalation } from './buttons.ts';
import { toEscalationRow } from './describe-escalation.ts';
import { CHILD_DISPUTES, mayNotRead } from './refusals.ts';
import { showEscalation } from './show-escalation.ts';
import { escalationStore } from './store.ts';

/** So many fit a phone; the others are counted. */
const MAX_ROWS = 20;

/** “which escalations are past their days”, “what did we escalate this year”, “how many were answered in time”. */
export async function listEscalations(request: Request, question: Question): Promise<Answer> {
  const { directory, person, store } = request;
  if (!isPermitted(person, 'escalations.read')) return mayNotRead();
  const { args, filters } = question;
  if (args.escalation) return showEscalation(request, question);
  const scope = readScope(request, question);
  const all = (await store(escalationStore).list()).filter(scope.fits).sort(latestLast);
  const wanted = readWanted(request, question, scope.isWhole);
  const found = all.filter(wanted.fits);
  const suggestions = [
    { title: 'Past their days', ...ask('list_escalations', filters, { past: 'past' }) },
    { title: 'Answered in time', ...ask('list_escalations', filters, { timely: 'in time' }) },
    { title: 'Open an escalation', ...openNewEscalation.press({}) },
  ];
  const text = args.timely
    ? describeTimeliness(request, all, scope.words)
    : describeFound(found, all, wanted.words, scope.words);
  const rows = (args.timely ? all.filter(({ answeredOn }) => answeredOn) : found).toReversed();
  if (rows.length === 0) return { text, suggestions, thread: { question } };
  return {
    text,
    heading: sentenceCase(
      [
        formatCount(rows.length, `${args.timely ? 'answered' : wanted.words} escalation`.trim()),
        scope.words,
      ]
        .filter(Boolean)
        .join(' '),
    ),
    sections: [
      {
        rows: rows.slice(0, MAX_ROWS).map((each) => toEscalationRow(each, directory, request)),
        note: [
          rows.length > MAX_ROWS && `The first ${MAX_ROWS} of ${rows.length} shown.`,
          CHILD_DISPUTES,
        ]
          .filter(Boolean)
          .join(' '),
      },
    ],
    suggestions,
    thread: { question },
  };
}

const latestLast = (a: Escalation, b: Escalation): number =>
  a.openedOn.localeCompare(b.openedOn) || a.id.localeCompare(b.id, 'en', { numeric: true });

interface Chosen {
  readonly words: string;
  readonly fits: (escalation: Escalation) => boolean;
}

/** Which agencies and which days: a year has all that was opened in it, whatever became of it. */
function readScope(
  request: Request,
  { filters, args }: Question,
): Chosen & { readonly isWhole: boolean } {
  const { agency } = filters;
  const period = readPastPeriod(request, { filters, args });
  const side = args.to ? 'to' : args.from ? 'from' : 'with';
  return {
    isWhole: Boolean(period),
    words: [
      agency && `${side} ${agencyName(request.directory, agency)}`,
      period && `opened ${period.words}`,
    ]
      .filter(Boolean)
      .join(' '),
    fits: ({ fromAgency, toAgency, openedOn }) =>
      (!period || isWithin(openedOn, period)) &&
      (!agency ||
        (side !== 'to' && fromAgency === agency) ||
        (side !== 'from' && toAgency === agency)),
  };
}

/** Which of them by how they stand: the open ones where nothing else is asked. */
function readWanted(
  { today, bankHolidays }: Request,
  { args }: Question,
  isWhole: boolean,
): Chosen {
  const isPast = (each: Escalation) =>
    isEscalationOpen(each) && escalationLevel(each, today, bankHolidays) !== 'senior';
  if (args.past) return { words: 'overdue', fits: isPast };
  if (args.unanswered)
    return {
      words: 'unanswered',
      fits: (each) =>
        isEscalationOpen(each) && escalationLevel(each, today, bankHolidays) === 'unanswered',
    };
  if (args.answered) return { words: 'answered', fits: ({ answeredOn }) => Boolean(answeredOn) };
  if (args.withdrawn)
    return { words: 'withdrawn', fits: ({ withdrawnOn }) => Boolean(withdrawnOn) };
  return isWhole || args.all
    ? { words: '', fits: () => true }
    : { words: 'open', fits: isEscalationOpen };
}

/** “2 of 5 escalations are past their days: ESC-01, ESC-04.” */
function describeFound(
  found: readonly Escalation[],
  all: readonly Escalation[],
  wanted: string,
  scope: string,
): string {
  const of = scope ? ` ${scope}` : '';
  const total = formatCount(all.length, 'escalation');
  if (all.length === 0) return `No escalation${of} is recorded.`;
  if (!wanted) {
    const answered = all.filter(({ answeredOn }) => answeredOn).length;
    const open = all.filter(isEscalationOpen).length;
    const withdrawn = all.length - answered - open;
    return `${total}${of}: ${open || 'none'} open, ${answered || 'none'} answered${withdrawn ? `, ${withdrawn} withdrawn` : ''}.`;
  }
  const words =
    wanted === 'overdue'
      ? 'past the days of a level'
      : wanted === 'unanswered'
        ? 'unanswered at the last level'
        : wanted;
  const names =
    found.length > 0 && found.length <= 5 ? `: ${formatList(found.map(({ id }) => id))}` : '';
  return `${found.length || 'None'} of ${total}${of} ${pluralVerb(found.length || 1, 'is', 'are')} ${words}${names}.`;
}

/** “3 of 4 answered escalations were answered in time, 2 of them by senior managers.” */
function describeTimeliness(
  { bankHolidays }: Request,
  all: readonly Escalation[],
  scope: string,
): string {
  const answered = all.filter(({ answeredOn }) => answeredOn);
  const inTime = answered.filter((each) => isAnsweredInTime(each, bankHolidays));
  const bySenior = inTime.filter((each) => isAnsweredInTime(each, bankHolidays, 'partners'));
  const of = scope ? ` ${scope}` : '';
  if (all.length === 0) return `No escalation${of} is recorded.`;
  const open = all.filter(isEscalationOpen).length;
  const stillOpen = open > 0 ? ` ${open} ${pluralVerb(open, 'is', 'are')} still open.` : '';
  return `${inTime.length || 'None'} of ${formatCount(answered.length, 'answered escalation')}${of} ${pluralVerb(inTime.length || 1, 'was', 'were')} answered in time, ${bySenior.length || 'none'} of them at the first level.${stillOpen}`;
}
