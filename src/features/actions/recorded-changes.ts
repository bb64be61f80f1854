import { toActionRow } from '../../answers/action-words.ts';
import type { FindRecordedChanges, RecordedChange } from '../../contract/recorded-change.ts';
import type { Request } from '../../contract/request.ts';
import type { Action } from '../../domain/action.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { type Day, formatDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';
import { isWithin } from '../../domain/is-within.ts';
import { netChange } from '../../domain/net-change.ts';
import type { Period } from '../../domain/period.ts';

const RAISED = { one: 'action raised', many: 'actions raised' };
const COMPLETED = { one: 'action completed', many: 'actions completed' };
const VERIFIED = { one: 'action verified', many: 'actions verified' };
const MOVED = { one: 'due date moved', many: 'due dates moved' };
const DATED = { one: 'due date set', many: 'due dates set' };
const REASSIGNED = { one: 'action given to another owner', many: 'actions given to other owners' };
const WITHDRAWN = { one: 'action withdrawn', many: 'actions withdrawn' };
const REOPENED = { one: 'action reopened', many: 'actions reopened' };

/** One thing that became of an action, with what a row says of it. */
type Found = Pick<RecordedChange, 'kind' | 'on'> & { readonly details?: string };

/** What became of actions: by the days that their records hold, and by their histories. */
export const findActionChanges: FindRecordedChanges = async (request, period) => {
  const { directory, ports } = request;
  const { id, timeZone } = directory.partnership;
  const dayOf = ({ at }: ChangeEvent) => toDay(toLocalTime(new Date(at), timeZone));
  const all = await ports.actions.listWithHistory(id);
  return all.flatMap(({ action, history }) => {
    const events = history.filter((event) => isWithin(dayOf(event), period));
    const last = events.at(-1);
    const found = [
      ...fromDays(action, period),
      ...(last ? fromEvents(action, events, dayOf(last), request) : []),
    ];
    return found.map(({ kind, on, details }) => ({
      kind,
      on,
      row: { ...toActionRow(action, directory, request), ...(details && { details }) },
      owner: action.owner,
      priority: action.priority,
    }));
  });
};

function fromDays(
  { raisedOn, status, completedOn, verifiedOn, verifiedBy }: Action,
  period: Period,
): Found[] {
  const days = [
    [RAISED, raisedOn],
    // Of a month without its day nobody can tell whether it was since a meeting.
    [COMPLETED, status === 'complete' && completedOn?.length === 10 && (completedOn as Day)],
    [VERIFIED, verifiedBy && verifiedOn],
  ] as const;
  return days.flatMap(([kind, on]) => (on && isWithin(on, period) ? [{ kind, on }] : []));
}

function fromEvents(
  action: Action,
  events: readonly ChangeEvent[],
  on: Day,
  { directory, today }: Request,
): Found[] {
  const due = netChange(events, 'due');
  const status = netChange(events, 'status');
  const owner = (['person', 'agency', 'group'] as const).flatMap((part) => {
    const change = netChange(events, part);
    return change?.from ? [describeOwner(part, change.from, directory)] : [];
  });
  const isRaisedNow = events.some(({ type }) => type === 'raised');
  return [
    ...(due?.from && due.to
      ? [{ kind: MOVED, on, details: `Due date moved from ${formatDay(due.from as Day, today)}` }]
      : []),
    ...(due?.to && !due.from && !isRaisedNow ? [{ kind: DATED, on }] : []),
    ...(owner[0] && !isRaisedNow ? [{ kind: REASSIGNED, on, details: `Before: ${owner[0]}` }] : []),
    ...(action.status === 'withdrawn' && status ? [{ kind: WITHDRAWN, on }] : []),
    ...(events.some(({ type }) => type === 'reopened') && isReopened(action, status?.from)
      ? [{ kind: REOPENED, on }]
      : []),
  ];
}

const isReopened = ({ status }: Action, before: string | undefined): boolean =>
  (before === 'complete' || before === 'withdrawn') &&
  status !== 'complete' &&
  status !== 'withdrawn';

function describeOwner(
  part: 'person' | 'agency' | 'group',
  id: string,
  directory: Directory,
): string {
  if (part === 'person') return personName(directory, id);
  return part === 'agency' ? agencyName(directory, id) : groupName(directory, id);
}
