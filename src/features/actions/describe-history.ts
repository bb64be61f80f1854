import type { Action } from '../../domain/action.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { type Day, formatDay, parseDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';

export interface HistoryLine {
  readonly when: string;
  /** `moved by Sarah O’Neill, due date from Fri 26 February to Wed 30 June. Why: half term` */
  readonly what: string;
}

/** What became of an action, newest first: who, when, from what to what, and why. */
export function describeHistory(
  action: Action,
  changes: readonly ChangeEvent[],
  directory: Directory,
  today: Day,
): HistoryLine[] {
  const { timeZone } = directory.partnership;
  const recorded = changes.map((change) => ({
    on: toDay(toLocalTime(new Date(change.at), timeZone)),
    what: describeChange(change, directory, today),
  }));
  const has = (verb: string) => changes.some((change) => change.type === verb);
  const known = [
    ...(action.raisedOn && !has('raised') ? [{ on: action.raisedOn, what: 'raised' }] : []),
    ...(action.completedOn && !has('completed')
      ? [{ on: action.completedOn, what: 'completed' }]
      : []),
  ];
  return [...known, ...recorded]
    .map((line, at) => ({ ...line, at }))
    .sort((a, b) => b.on.localeCompare(a.on) || b.at - a.at)
    .map(({ on, what }) => ({ when: formatDay(on, today), what }));
}

/**
 * One change as a sentence without its last full stop.
 * @example describeChange(moved, directory, today) // 'moved by Sarah O’Neill, due day from Fri 26 February to Wed 30 June. Why: half term'
 */
function describeChange(
  { by, type, changes = {}, reason }: ChangeEvent,
  directory: Directory,
  today: Day,
): string {
  const fields = Object.entries(changes).flatMap(
    ([field, change]) => describeField(field, change, directory, today) ?? [],
  );
  const done = [`${type} by ${personName(directory, by)}`, ...fields].join(', ');
  return reason
    ? `${done}. ${type === 'updated' || type === 'verified' ? 'Note' : 'Why'}: ${reason}`
    : done;
}

type Change = NonNullable<ChangeEvent['changes']>[string];

const FIELDS: Readonly<Record<string, string>> = {
  status: 'status',
  due: 'due day',
  agency: 'agency',
  with: 'joint owners',
  group: 'group',
  person: 'person',
};

function describeField(
  field: string,
  { from, to }: Change,
  directory: Directory,
  today: Day,
): string | undefined {
  if (field === 'evidence')
    return to ? 'with evidence of impact' : `evidence taken back: “${from ?? ''}”`;
  if (field === 'verified') return to ? undefined : 'no longer verified';
  const say = (value: string) => describeValue(field, value, directory, today);
  const what = FIELDS[field] ?? field;
  if (!from) return `${what} ${say(to ?? '')}`;
  return to
    ? `${what} from ${say(from)} to ${say(to)}`
    : `no ${what} any more, before it was ${say(from)}`;
}

function describeValue(field: string, value: string, directory: Directory, today: Day): string {
  switch (field) {
    case 'agency':
      return agencyName(directory, value);
    case 'with':
      return value
        .split(';')
        .map((agency) => agencyName(directory, agency))
        .join(' and ');
    case 'group':
      return groupName(directory, value);
    case 'person':
      return personName(directory, value);
    case 'due': {
      const on = parseDay(value);
      return on ? formatDay(on, today) : value;
    }
    default:
      return value;
  }
}

/**
 * How often a due day was moved.
 * @example describeMoves(2) // 'moved twice'
 */
export function describeMoves(times: number): string | undefined {
  if (times === 0) return undefined;
  return `moved ${times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`}`;
}
