import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Action, isOpen, isOverdue } from '../../domain/action.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import type { Day } from '../../domain/dates.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import { describeCondition, describeScope } from './describe-query.ts';
import type { FoundActions } from './find-actions.ts';

/** “12 of 113 actions are overdue, 4 of them with West Midlands Police.” */
export function describeList(
  request: Request,
  question: Question,
  query: ActionQuery,
  found: FoundActions,
): string {
  const isOwn = question.args.assignee === 'me';
  const scope = [isOwn && 'of yours', describeScope(query, request.directory, request.today)]
    .filter(Boolean)
    .join(' ');
  const condition = describeCondition(query, question, request.today);
  const sentences = [
    found.actions.length === 0
      ? nothingFound(scope, condition, found)
      : `${howMany(scope, condition, found)}${breakdown(request, query, condition, found)}.`,
    found.undated > 0 &&
      `${sentenceCase(formatCount(found.undated, found.actions.length > 0 ? 'more open action' : 'open action'))} there ${pluralVerb(found.undated, 'has', 'have')} no due date, so nobody can say when ${pluralVerb(found.undated, 'it is', 'they are')} due.`,
    isOwn && describeOwners(request, found.actions),
  ];
  return sentences.filter(Boolean).join(' ');
}

function howMany(scope: string, condition: string, { actions, outOf }: FoundActions): string {
  const number = actions.length;
  if (!condition)
    return `There ${pluralVerb(number, 'is', 'are')} ${formatCount(number, 'action')} ${scope}`.trim();
  const all =
    outOf === undefined || outOf === number
      ? formatCount(number, 'action')
      : `${number} of ${formatCount(outOf, 'action')}`;
  const whole = outOf === number && number > 1 ? `All ${all}` : all;
  return `${whole}${scope && ` ${scope}`} ${pluralVerb(number, 'is', 'are')} ${condition}`;
}

function nothingFound(scope: string, condition: string, { outOf }: FoundActions): string {
  const among = scope && ` ${scope}`;
  if (outOf === 0 || !condition) return `No action${among} is recorded.`;
  if (outOf === undefined) return `No action${among} is ${condition}.`;
  return outOf === 1
    ? `The only action${among} is not ${condition}.`
    : `None of the ${outOf} actions${among} is ${condition}.`;
}

function breakdown(
  request: Request,
  query: ActionQuery,
  condition: string,
  { actions }: FoundActions,
): string {
  if (!condition) return stateBreakdown(actions, request.today);
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
    `${open} open${overdue > 0 ? ` (${overdue} overdue)` : ''}`,
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
