import { type Action, isOpen, isOverdue } from '../../domain/action.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { inFull } from '../../domain/dates.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import { actionRow, type Today } from '../action-words.ts';
import type { Asker, Card, Reply } from '../feature.ts';
import type { Ports } from '../ports.ts';
import type { Question } from '../question.ts';
import { counted, listed, sentenceCase, verb } from '../words.ts';
import type { ActionListView } from './action-list-view.ts';
import { countActions } from './count-actions.ts';
import { type Found, findActions } from './find-actions.ts';
import { queryOf } from './query-of.ts';
import { conditionInWords, scopeInWords } from './query-words.ts';
import { cannotAnswer } from './refusals.ts';

/** So many rows at a time, and never more than so many on one card: a phone scrolls, and cards stay under 25 KB. */
const PAGE = 10;
const MOST_ROWS = 30;

/** Answers which actions there are, by any mix of filters, the most pressing first. */
export async function listActions(asker: Asker, question: Question, ports: Ports): Promise<Reply> {
  return question.args.groupBy ? countActions(asker, question, ports) : listFrom(asker, question, 0, ports);
}

/**
 * The list again with its next page. `shown` rows have been seen; they stay on the card as long as there is room.
 */
export async function listFrom(asker: Asker, question: Question, shown: number, ports: Ports): Promise<Reply> {
  const query = await queryOf(asker, question, ports);
  if (!query.ok) return cannotAnswer(query.refusal, question);
  const { directory } = asker;
  const today: Today = {
    day: ports.calendar.today(directory.partnership.timeZone),
    bankHolidays: ports.calendar.bankHolidays,
  };
  const found = await findActions(asker, question, query.value, today.day, ports);
  const text = answerInWords(asker, question, query.value, found, today);
  const end = Math.min(shown + PAGE, found.actions.length);
  const rows = found.actions.slice(Math.max(0, end - MOST_ROWS), end);
  const view: ActionListView = {
    source: `${directory.partnership.shortName} · as at ${inFull(today.day)}`,
    headline: headlineOf(found, query.value, question, today),
    rows: rows.map((action) => actionRow(action, directory, today)),
    extent: extentOf(end, rows.length, found.actions.length),
    ...(end < found.actions.length && {
      more: { label: `Show ${Math.min(PAGE, found.actions.length - end)} more`, question, shown: end },
    }),
    suggestions: suggestionsAfter(question, found, today),
  };
  return {
    text,
    card: found.actions.length > 0 ? cardOf(text, view) : undefined,
    suggestions: view.suggestions,
    thread: { question, list: { question, shown: end, all: found.actions.length } },
  };
}

function headlineOf(found: Found, query: ActionQuery, question: Question, today: Today): string {
  return sentenceCase(`${counted(found.actions.length, 'action')} ${conditionInWords(query, question, today.day)}`.trim());
}

function extentOf(end: number, rows: number, all: number): string {
  return rows === all ? `All ${all} shown` : `Showing ${end - rows + 1} to ${end} of ${all}`;
}

function cardOf(text: string, view: ActionListView): Card<ActionListView> {
  const rows = view.rows.map((row) => `${row.ref}: ${row.title}. ${row.line}, ${row.standing}.`);
  return { name: 'action-list', view, plain: [text, ...rows, `${view.extent}.`].join('\n') };
}

/** “12 of 113 actions are overdue, 4 of them with West Midlands Police.” */
function answerInWords(asker: Asker, question: Question, query: ActionQuery, found: Found, today: Today): string {
  const mine = question.args.assignee === 'me';
  const scope = [mine && 'of yours', scopeInWords(query, asker.directory, today.day)].filter(Boolean).join(' ');
  const condition = conditionInWords(query, question, today.day);
  const sentences = [
    found.actions.length === 0
      ? nothingFound(scope, condition, found)
      : `${howMany(scope, condition, found)}${breakdown(asker, query, condition, found, today)}.`,
    found.undated > 0 &&
      `${sentenceCase(counted(found.undated, found.actions.length > 0 ? 'more open action' : 'open action'))} there ${verb(found.undated, 'has', 'have')} no due date, so nobody can say when ${verb(found.undated, 'it is', 'they are')} due.`,
    mine && ownersInWords(asker, found.actions),
  ];
  return sentences.filter(Boolean).join(' ');
}

function howMany(scope: string, condition: string, { actions, outOf }: Found): string {
  const number = actions.length;
  if (!condition) return `There ${verb(number, 'is', 'are')} ${counted(number, 'action')} ${scope}`.trim();
  const all =
    outOf === undefined || outOf === number ? counted(number, 'action') : `${number} of ${counted(outOf, 'action')}`;
  const whole = outOf === number && number > 1 ? `All ${all}` : all;
  return `${whole}${scope && ` ${scope}`} ${verb(number, 'is', 'are')} ${condition}`;
}

function nothingFound(scope: string, condition: string, { outOf }: Found): string {
  const among = scope && ` ${scope}`;
  if (outOf === 0 || !condition) return `No action${among} is recorded.`;
  if (outOf === undefined) return `No action${among} is ${condition}.`;
  return outOf === 1
    ? `The only action${among} is not ${condition}.`
    : `None of the ${outOf} actions${among} is ${condition}.`;
}

function breakdown(asker: Asker, query: ActionQuery, condition: string, { actions }: Found, today: Today): string {
  if (!condition) return stateBreakdown(actions, today);
  if (query.agency || actions.length < 3) return '';
  const [largest] = byAgency(actions, asker.directory);
  return largest && largest.count > 1 && largest.count < actions.length
    ? `, ${largest.count} of them with ${largest.name}`
    : '';
}

function stateBreakdown(actions: readonly Action[], { day }: Today): string {
  const open = actions.filter(isOpen).length;
  const overdue = actions.filter((action) => isOverdue(action, day)).length;
  const closed = actions.length - open;
  return `: ${listed([
    `${open} open${overdue > 0 ? ` (${overdue} overdue)` : ''}`,
    ...(closed > 0 ? [`${closed} closed`] : []),
  ])}`;
}

function byAgency(actions: readonly Action[], directory: Directory): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { owner } of actions) if (owner.agency) counts.set(owner.agency, (counts.get(owner.agency) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ name: agencyName(directory, id), count })).sort((a, b) => b.count - a.count);
}

function ownersInWords({ person, directory }: Asker, actions: readonly Action[]): string {
  const own = actions.filter(({ owner }) => owner.person === person.id).length;
  const name =
    own === 0 ? 'None is in your own name' : `${sentenceCase(counted(own, 'of them is', 'of them are'))} in your own name`;
  if (!person.agency) return `${name}.`;
  const agency = actions.length - own;
  return `${name}, ${agency === 0 ? 'none' : agency} with ${agencyName(directory, person.agency)}.`;
}

function suggestionsAfter({ filters, args }: Question, found: Found, { day }: Today): string[] {
  const first = found.actions[0];
  return [
    filters.dueRange === 'overdue' || !found.actions.some((action) => isOverdue(action, day))
      ? ''
      : 'which of those are overdue',
    !args.assignee && !filters.agency && found.actions.length > 3 ? 'how many by agency' : '',
    first ? `tell me about ${first.ref}` : 'what is overdue',
    filters.dueRange ? 'actions without a due date' : 'due next month',
  ]
    .filter(Boolean)
    .slice(0, 3);
}
