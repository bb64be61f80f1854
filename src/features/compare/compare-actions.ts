import { formatCount, formatList, sentenceCase } from '../../answers/words.ts';
import type { Request } from '../../contract/request.ts';
import { isOpen, isOverdue } from '../../domain/action.ts';
import { formatShare } from '../attendance/queries.ts';
import { type ComparedPart, type Subject, type Subjects, withMost } from './subjects.ts';

interface Counted {
  readonly subject: Subject;
  readonly open: number;
  readonly overdue: number;
  readonly complete: number;
  /** Open and complete; what was withdrawn does not count. */
  readonly all: number;
}

/** How many actions are open, overdue and complete: of the agencies or groups compared, or of the plans of the years. */
export async function compareActions(
  request: Request,
  { kind, all }: Subjects,
): Promise<ComparedPart> {
  const counts = await Promise.all(all.map((subject) => countActions(request, subject, kind)));
  const name = ({ subject }: Counted) =>
    kind === 'year' ? `the ${subject.name} plan` : subject.name;
  const each = counts.map((one) =>
    one.all === 0
      ? `${name(one)} has no actions`
      : `${name(one)} has ${formatCount(one.open, 'open action')}, ${one.overdue} of them overdue, and ${formatShare(one.complete, one.all)} complete`,
  );
  const known = counts.filter((one) => one.all > 0);
  return {
    text: `${sentenceCase(each.join('; '))}.${known.length > 1 ? ` ${describeMost(known)}` : ''}`,
    section: {
      heading: 'Actions',
      table: {
        columns: ['open', 'overdue', 'complete'],
        rows: counts.map((one) => ({
          title: one.subject.name,
          line: one.all > 0 ? `${formatShare(one.complete, one.all)} complete` : 'no actions',
          cells: [String(one.open), String(one.overdue), String(one.complete)],
        })),
      },
      note: 'By the agency or group that owns them; withdrawn ones are not counted',
    },
  };
}

/** “More overdue: ICB. Larger part complete: a tie.” */
function describeMost(known: readonly Counted[]): string {
  const describe = (value: (each: Counted) => number) => {
    const most = withMost(known, value);
    const names = formatList(most.map(({ subject }) => subject.name));
    return most.length === known.length ? 'a tie' : names;
  };
  const isTwo = known.length === 2;
  const late = describe(({ overdue }) => overdue);
  const done = describe(({ complete, all }) => complete / all);
  return `${isTwo ? 'More' : 'Most'} overdue: ${late}. ${isTwo ? 'Larger' : 'Largest'} part complete: ${done}.`;
}

async function countActions(
  { directory, today, ports }: Request,
  subject: Subject,
  kind: Subjects['kind'],
): Promise<Counted> {
  const query = {
    ...(subject.agency && { agency: subject.agency }),
    ...(subject.group && { group: subject.group }),
    ...(kind === 'year' && { year: subject.year }),
  };
  const found = await ports.actions.list(directory.partnership.id, query, today);
  const counted = found.filter(({ status }) => status !== 'withdrawn');
  const open = counted.filter(isOpen);
  return {
    subject,
    open: open.length,
    overdue: open.filter((action) => isOverdue(action, today)).length,
    complete: counted.length - open.length,
    all: counted.length,
  };
}
