import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Action, timelinessOf } from '../../domain/action.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { toPercentage } from '../../domain/attendance-table.ts';
import { type Day, daysBetween } from '../../domain/dates.ts';
import { describeKind, describeOwnScope } from './describe-query.ts';
import { type FoundActions, findActions } from './find-actions.ts';

/**
 * “3 of 14 completed actions were finished late, by 4 to 35 days.” What lacks a due date or a
 * completion date is said, and is neither late nor on time.
 */
export async function describeTimeliness(
  request: Request,
  question: Question,
  query: ActionQuery,
  { actions }: FoundActions,
): Promise<string> {
  const { today } = request;
  const completed = { ...query, timeliness: undefined };
  const all = await findActions(request, question, completed);
  const known = all.actions.filter((action) => timelinessOf(action) !== undefined).length;
  const { one, many } = describeKind(completed, question, today);
  const scope = describeOwnScope(request, question, query);
  const noun = (count: number) => [formatCount(count, one, many), scope].filter(Boolean).join(' ');
  if (all.actions.length === 0) return `${sentenceCase(noun(0))} are recorded.`;
  return `${share(actions.length, known, all.actions.length)}${describeUnknown(all.actions)}`;

  function share(count: number, known: number, all: number): string {
    const was = `finished ${query.timeliness}`;
    if (known === 0) return `Of ${noun(all)} nobody can say which were ${was}.`;
    const not = count === 0 ? 'not ' : '';
    if (known === 1)
      return all === 1
        ? `The only ${noun(1).replace(/^1 /, '')} was ${not}${was}${describeDelay(actions)}.`
        : `The only one of ${noun(all)} with both dates was ${not}${was}${describeDelay(actions)}.`;
    const part =
      count === 0
        ? `None of the ${noun(known)} was`
        : `${count} of ${noun(known)}${percent(count, known)} ${pluralVerb(count, 'was', 'were')}`;
    return `${part} ${was}${describeDelay(actions)}.`;
  }
}

/** Of fewer a percentage says nothing. */
const MIN_FOR_PERCENTAGE = 5;

const percent = (count: number, of: number): string =>
  of < MIN_FOR_PERCENTAGE ? '' : ` (${toPercentage(count, of)}%)`;

/** The completed actions of which nobody can say whether they were late. */
export async function describeNotCounted(
  request: Request,
  question: Question,
  query: ActionQuery,
): Promise<string> {
  const all = await findActions(request, question, { ...query, timeliness: undefined });
  return describeUnknown(all.actions);
}

/** “, by 4 to 35 days” */
function describeDelay(actions: readonly Action[]): string {
  const days = actions.flatMap((action) => {
    const { dueOn, completedOn = '' } = action;
    const isLate = timelinessOf(action) === 'late' && completedOn.length === 10;
    return isLate && dueOn ? [daysBetween(dueOn, completedOn as Day)] : [];
  });
  if (days.length === 0) return '';
  const [least, most] = [Math.min(...days), Math.max(...days)];
  return `, by ${least === most ? formatCount(most, 'day') : `${least} to ${formatCount(most, 'day')}`}`;
}

/** “ 30 have no due date and 2 no completion date, so they are not counted.” */
function describeUnknown(actions: readonly Action[]): string {
  const unknown = actions.filter((action) => timelinessOf(action) === undefined);
  const lacking = [
    [unknown.filter(({ dueOn }) => !dueOn).length, 'no due date'],
    [
      unknown.filter(({ dueOn, completedOn }) => dueOn && !completedOn).length,
      'no completion date',
    ],
    [
      unknown.filter(({ dueOn, completedOn }) => dueOn && completedOn).length,
      'only the month of completion',
    ],
  ] as const;
  const said = lacking
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${pluralVerb(count, 'has', 'have')} ${what}`);
  if (said.length === 0) return '';
  return ` ${formatList(said)}, so ${pluralVerb(unknown.length, 'it is', 'they are')} not counted.`;
}
