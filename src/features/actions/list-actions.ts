import { actionRow, type Moment } from '../../answers/action-words.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker, Card } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { isPermitted } from '../../domain/access.ts';
import { isOverdue } from '../../domain/action.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import type { ActionListView } from './action-list-view.ts';
import { countActions } from './count-actions.ts';
import { type Found, findActions } from './find-actions.ts';
import { listInWords } from './list-in-words.ts';
import { isMyWork, showMyWork } from './my-work.ts';
import { queryOf } from './query-of.ts';
import { conditionInWords } from './query-words.ts';
import { cannotAnswer } from './refusals.ts';

/** So many rows at a time, and never more than so many on one card: a phone scrolls, and cards stay under 25 KB. */
const PAGE = 10;
const MAX_ROWS = 30;

/** Answers which actions there are, by any mix of filters, the most pressing first. */
export async function listActions(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  if (question.args.groupBy) return countActions(asker, question, ports);
  return isMyWork(question)
    ? showMyWork(asker, question, ports)
    : listFrom(asker, question, 0, ports);
}

/**
 * The list again with its next page. `shown` rows have been seen; they stay on the card as long as there is room.
 */
export async function listFrom(
  asker: Asker,
  question: Question,
  shown: number,
  ports: Ports,
): Promise<Answer> {
  const query = await queryOf(asker, question, ports);
  if (!query.ok) return cannotAnswer(query.refusal, question);
  const { directory } = asker;
  const today: Moment = {
    today: ports.calendar.today(directory.partnership.timeZone),
    bankHolidays: ports.calendar.bankHolidays,
  };
  const found = await findActions(asker, question, query.value, today.today, ports);
  const text = listInWords(asker, question, query.value, found, today);
  const end = Math.min(shown + PAGE, found.actions.length);
  const from = Math.max(0, end - MAX_ROWS);
  const rows = found.actions.slice(from, end);
  const view: ActionListView = {
    source: `${directory.partnership.shortName} · as at ${formatDayWithYear(today.today)}`,
    headline: headlineOf(found, query.value, question, today),
    rows: rows.map((action) => actionRow(action, directory, today)),
    extent: extentOf(end, rows.length, found.actions.length),
    ...(end < found.actions.length && {
      more: {
        label: `Show ${Math.min(PAGE, found.actions.length - end)} more`,
        question,
        shown: end,
      },
    }),
    ...(mayChangeSeveral(asker) && rows.length > 1 && { several: { question, from, to: end } }),
    suggestions: suggestionsAfter(question, found, today),
  };
  return {
    text,
    card: found.actions.length > 0 ? cardOf(text, view) : undefined,
    suggestions: view.suggestions,
    thread: { question, list: { question, shown: end, all: found.actions.length } },
  };
}

/** An administrator changes several at once from their own chat; in a chat of many the button would stand before everybody. */
function mayChangeSeveral({ person, place }: Asker): boolean {
  return place.kind === 'personal' && isPermitted(person, 'actions.change-several');
}

function headlineOf(found: Found, query: ActionQuery, question: Question, today: Moment): string {
  return sentenceCase(
    `${formatCount(found.actions.length, 'action')} ${conditionInWords(query, question, today.today)}`.trim(),
  );
}

function extentOf(end: number, rows: number, all: number): string {
  return rows === all ? `All ${all} shown` : `Showing ${end - rows + 1} to ${end} of ${all}`;
}

function cardOf(text: string, view: ActionListView): Card<ActionListView> {
  const rows = view.rows.map((row) => `${row.ref}: ${row.title}. ${row.line}, ${row.standing}.`);
  return { name: 'action-list', view, plain: [text, ...rows, `${view.extent}.`].join('\n') };
}

function suggestionsAfter(
  { filters, args }: Question,
  found: Found,
  { today: day }: Moment,
): string[] {
  const first = found.actions[0];
  return [
    filters.dueRange === 'overdue' || !found.actions.some((action) => isOverdue(action, day))
      ? ''
      : 'which of those are overdue',
    !args.assignee && !filters.agency && found.actions.length > 3 ? 'how many by agency' : '',
    first
      ? `${args.isVerified === false ? 'verify' : 'tell me about'} ${first.ref}`
      : 'what is overdue',
    filters.dueRange ? 'actions without a due date' : 'due next month',
  ]
    .filter(Boolean)
    .slice(0, 3);
}
