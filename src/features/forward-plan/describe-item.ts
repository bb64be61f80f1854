import { shortName } from '../../answers/short-name.ts';
import type { AnswerRow, Colour, State } from '../../contract/answer.ts';
import type { Moment } from '../../contract/request.ts';
import { type Day, formatDay, formatDayWithYear, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';
import { type PlanItem, type PlanState, paperDueOn } from '../../domain/forward-plan.ts';
import { aboutPlanItem } from './buttons.ts';
import type { KnownPlanItem } from './queries.ts';

const COLOURS: Readonly<Record<PlanState, Colour>> = {
  missed: 'attention',
  late: 'warning',
  awaited: 'default',
  received: 'good',
  withdrawn: 'default',
};

/** `received Fri 4 September`, `paper was due Wed 9 September`, `did not come` */
export function describePlanState(
  { item, meeting, state }: KnownPlanItem,
  { today, bankHolidays }: Moment,
): State {
  const due = paperDueOn(item, meeting, bankHolidays);
  const day = (on: Day | undefined) => (on ? ` ${formatDay(on, today)}` : '');
  const words: Readonly<Record<PlanState, string>> = {
    missed: 'did not come',
    late: `paper was due${day(due)}`,
    awaited: due ? `paper due${day(due)}` : 'awaited',
    received: `received${day(item.receivedOn)}`,
    withdrawn: 'taken off the plan',
  };
  return { words: words[state], colour: COLOURS[state] };
}

/** Whose paper it is; nothing is supposed where nobody is recorded. */
export function formatPlanOwner(
  { ownerPerson, ownerAgency }: PlanItem,
  directory: Directory,
): string {
  if (ownerPerson) return personName(directory, ownerPerson);
  return ownerAgency ? agencyName(directory, ownerAgency) : 'No paper owner recorded';
}

/** `Board, Wed 16 September 2026`, `Board, September 2026`, `Board, by Wed 30 September 2026` */
export function describeWhere(
  { item: { group, month, dueOn }, meeting }: Pick<KnownPlanItem, 'item' | 'meeting'>,
  directory: Directory,
): string {
  const name = shortName(groupName(directory, group), directory.groups);
  if (meeting) return `${name}, ${formatDayWithYear(toDay(meeting.startsAt))}`;
  if (month) return `${name}, ${formatDayWithYear(month)}`;
  return dueOn ? `${name}, by ${formatDayWithYear(dueOn)}` : name;
}

/** An item in a list: pressing it opens it. */
export function toPlanRow(known: KnownPlanItem, directory: Directory, moment: Moment): AnswerRow {
  const { item } = known;
  return {
    ref: item.id,
    title: item.title,
    state: describePlanState(known, moment),
    line: `${describeWhere(known, directory)} · ${formatPlanOwner(item, directory)}`,
    opens: aboutPlanItem(item.id),
  };
}
