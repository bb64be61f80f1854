import type { Day } from '../../domain/dates.ts';
import { formatDay, formatDayWithYear, parseDay } from '../../domain/dates.ts';
import { type Directory, personName } from '../../domain/directory.ts';
import type { ReviewEvent } from '../../domain/rapid-review-commands.ts';

/** What the fields of an LCSPR are called. */
const FIELDS: Readonly<Record<string, string>> = {
  decidedOn: 'day of the decision',
  reviewer: 'reviewer',
  scope: 'scope',
  familyOfferedOn: 'family offered a part',
  draftDueOn: 'draft due',
  advanceCopyOn: 'advance copy sent',
  where: 'where it can be read',
  availableUntil: 'available until',
};

/** A line of an LCSPR's history. */
export function describeLcsprEvent(
  event: ReviewEvent,
  { directory, today }: { readonly directory: Directory; readonly today: Day },
): string {
  const { type, by, ref, on, dueOn, what, reason, changes = {} } = event;
  const who = personName(directory, by);
  const later = dueOn ? formatDay(dueOn, today) : 'later';
  switch (type) {
    case 'started an LCSPR':
      return `LCSPR started: ${what}`;
    case 'joined an LCSPR':
      return `${ref ?? 'a case'} joined the LCSPR ${what}`;
    case 'delayed':
      return `publication of ${what} delayed until ${later}: ${reason}`;
    case 'told the Panel of a delay':
      return `the Panel was told that ${what} is delayed`;
    case 'published':
      return `${what} published${reason ? ` late: ${reason}` : ''}`;
    case 'withheld':
      return `${what} will not be published: ${reason}`;
    case 'set a milestone':
      return `milestone set: ${what}, by ${later}`;
    case 'reached a milestone':
      return `milestone reached: ${what}`;
    case 'noted of an LCSPR':
      return `recorded by ${who}: ${describeChanges(changes)}`;
    case 'amended an LCSPR':
      return `corrected by ${who}: ${describeChanges(changes)} (${reason})`;
    case 'reopened an LCSPR':
      return `what was recorded of the publication of ${what} taken back by ${who}: ${reason}`;
    case 'withdrew an LCSPR':
      return `${what} withdrawn by ${who}: ${reason}`;
    case 'reinstated an LCSPR':
      return `${what} taken up again by ${who}: ${reason}`;
    case 'undone of an LCSPR':
      return `taken back by ${who}: ${reason}`;
    default:
      return on ? `${type} on ${formatDay(on, today)}` : type;
  }
}

/** `reviewer (Dr A, now independent reviewer)` */
function describeChanges(changes: NonNullable<ReviewEvent['changes']>): string {
  const word = (value: string) => {
    const on = parseDay(value);
    return on ? formatDayWithYear(on) : value;
  };
  return Object.entries(changes)
    .map(([field, { from, to }]) => {
      const now = word(to ?? 'nothing');
      return `${FIELDS[field] ?? field} ${from ? `${word(from)}, now ${now}` : now}`;
    })
    .join('; ');
}
