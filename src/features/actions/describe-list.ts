import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Action, isOpen, isOverdue } from '../../domain/action.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import {
  describeCondition,
  describeKind,
  describeOwnScope,
  describePresence,
  isPast,
} from './describe-query.ts';
import { type FoundActions, withoutPresence } from './find-actions.ts';

/** “12 of 113 actions are overdue, 4 of them with West Midlands Police.” */
export function describeList(
  request: Request,
  question: Question,
  query: ActionQuery,
  found: FoundActions,
): string {
  const isOwn = question.args.assignee === 'me';
  const scope = describeOwnScope(request, question, query);
  const isShare = question.args.count === true && withoutPresence(query) !== undefined;
  if (isShare) return describeShare(request, question, query, { scope, found });
  const condition = describeCondition(query, question, request.today);
  const state = { scope, condition, isPast: isPast(query, question, request.today) };
  const sentences = [
    found.actions.length === 0
      ? nothingFound(state, found, query, request.today)
      : `${howMany(state, found)}${breakdown(request, question, query, found)}.`,
    found.past && describeSince(found.past, found.actions.length),
    found.undated > 0 &&
      `${sentenceCase(formatCount(found.undated, found.actions.length > 0 ? 'more open action' : 'open action'))} there ${pluralVerb(found.undated, 'has', 'have')} no due date, so nobody can say when ${pluralVerb(found.undated, 'it is', 'they are')} due.`,
    isOwn && describeOwners(request, found.actions),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** “12 of 31 completed actions are without evidence of impact.” */
function describeShare(
  { today }: Request,
  question: Question,
  query: ActionQuery,
  { scope, found }: { readonly scope: string; readonly found: FoundActions },
): string {
  const { actions, outOf = 0 } = found;
  const { one, many } = describeKind(query, question, today);
  const whole = [formatCount(outOf, one, many), scope].filter(Boolean).join(' ');
  if (outOf === 0) return `${sentenceCase(whole)} are recorded.`;
  const presence = describePresence(query);
  return actions.length === 0
    ? `None of the ${whole} is ${presence}.`
    : `${actions.length} of ${whole} ${pluralVerb(actions.length, 'is', 'are')} ${presence}.`;
}

/** What a list is of: `with the police`, `overdue`, and whether it is so or was. */
interface ListState {
  readonly scope: string;
  readonly condition: string;
  readonly isPast: boolean;
}

function howMany(state: ListState, { actions, outOf }: FoundActions): string {
  const { scope, condition } = state;
  const number = actions.length;
  if (!condition)
    return `There ${pluralVerb(number, 'is', 'are')} ${formatCount(number, 'action')} ${scope}`.trim();
  const all =
    outOf === undefined || outOf === number
      ? formatCount(number, 'action')
      : `${number} of ${formatCount(outOf, 'action')}`;
  const whole = outOf !== number || number < 2 ? all : number === 2 ? 'Both actions' : `All ${all}`;
  return `${whole}${scope && ` ${scope}`} ${verb(number, state)} ${condition}`;
}

/** They “are overdue”, but “were raised in June”. */
const verb = (
  count: number,
  { condition, isPast }: Pick<ListState, 'condition' | 'isPast'>,
): string =>
  isPast || condition.startsWith('raised')
    ? pluralVerb(count, 'was', 'were')
    : pluralVerb(count, 'is', 'are');

function nothingFound(
  state: ListState,
  { outOf }: FoundActions,
  { asAt }: ActionQuery,
  today: Day,
): string {
  const { scope, condition } = state;
  const among = scope && ` ${scope}`;
  if (outOf === 0 && asAt)
    return `No action${among} is recorded as raised by ${formatDay(asAt, today)}.`;
  if (outOf === 0 || !condition) return `No action${among} is recorded.`;
  if (outOf === undefined) return `No action${among} ${verb(1, state)} ${condition}.`;
  return outOf === 1
    ? `The only action${among} ${verb(1, state)} not ${condition}.`
    : `None of the ${outOf} actions${among} ${verb(1, state)} ${condition}.`;
}

/** “9 still are. For 2 more the records do not say.” */
function describeSince(
  { stillSo, unknown }: NonNullable<FoundActions['past']>,
  count: number,
): string {
  const still =
    stillSo === count && count > 1
      ? `All ${count} still are.`
      : `${stillSo || 'None'} still ${pluralVerb(stillSo || 1, 'is', 'are')}.`;
  return [
    count > 0 && (count === 1 ? (stillSo ? 'It still is.' : 'It no longer is.') : still),
    unknown > 0 &&
      `Of ${count > 0 ? formatCount(unknown, 'other', 'others') : formatCount(unknown, 'action')} the records do not say how ${pluralVerb(unknown, 'it', 'they')} stood then.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function breakdown(
  request: Request,
  question: Question,
  query: ActionQuery,
  { actions }: FoundActions,
): string {
  const wasDue = question.args.tense === 'past' && query.status === undefined;
  if (wasDue || !describeCondition(query, question, request.today))
    return stateBreakdown(actions, request.today);
  if (query.agency || actions.length < 3) return '';
  const [largest] = byAgency(actions, request.directory);
  return largest && largest.count > 1 && largest.count < actions.length
    ? `, ${largest.count} of them with ${largest.name}`
    : '';
}

function stateBreakdown(actions: readonly Action[], today: Day): string {
  const open = actions.filter(isOpen).length;
  const overdue = actions.filter((action) => isOverdue(action, today)).length;
  const closed = actions.length - open;
  return `: ${formatList([
    ...(open > 0 || closed === 0
      ? [`${open} open${overdue > 0 ? ` (${overdue} overdue)` : ''}`]
      : []),
    ...(closed > 0 ? [`${closed} closed`] : []),
  ])}`;
}

function byAgency(
  actions: readonly Action[],
  directory: Directory,
): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { owner } of actions)
    if (owner.agency) counts.set(owner.agency, (counts.get(owner.agency) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ name: agencyName(directory, id), count }))
    .sort((a, b) => b.count - a.count);
}

function describeOwners({ person, directory }: Request, actions: readonly Action[]): string {
  const own = actions.filter(({ owner }) => owner.person === person.id).length;
  const name =
    own === 0
      ? 'None is in your own name'
      : `${sentenceCase(formatCount(own, 'of them is', 'of them are'))} in your own name`;
  if (!person.agency) return `${name}.`;
  const agency = actions.length - own;
  return `${name}, ${agency === 0 ? 'none' : agency} with ${agencyName(directory, person.agency)}.`;
}
