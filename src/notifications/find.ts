import { type Day, localTimeAt } from '../domain/dates.ts';
import type { Directory } from '../domain/directory.ts';
import { given } from '../domain/given.ts';
import { type ClockWatch, clockWatch } from '../domain/notices/clock-watch.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { type NoticeContext, noticeContext, noticesAbout } from '../domain/notices/notices.ts';
import { type Hush, hushOf } from '../domain/notices/quiet-time.ts';
import { windowOf } from '../domain/notices/steps.ts';
import type { Ports, Swept } from '../features/ports.ts';
import { inParallel } from './in-parallel.ts';
import { type SubjectPorts, subjectsIn } from './subjects.ts';

export type FindPorts = SubjectPorts & Pick<Ports, 'preferences' | 'calendar' | 'ledger'>;

/** A notice that is owed today, and why it is not said just now, if it is not. */
export interface Found {
  readonly notice: Notice;
  readonly hush?: Hush;
}

export interface FoundToday {
  readonly context: NoticeContext;
  readonly found: readonly Found[];
  /** How the statutory clocks stand, whether anything is owed because of them or not. */
  readonly clocks: ClockWatch;
  /** The sweep as it is to be marked once all of it is claimed; left out where it is marked already. */
  readonly swept?: Swept;
}

/** Everything that is owed now in one partnership. Only finds: nothing is claimed, nothing is sent. */
export async function findOwed(directory: Directory, ports: FindPorts): Promise<FoundToday> {
  const { id, timeZone } = directory.partnership;
  const { bankHolidays } = ports.calendar;
  const today = ports.calendar.today(timeZone);
  const marked = await ports.ledger.swept(id);
  const before = sweptBefore(marked, today);
  const context = noticeContext(directory, windowOf(today, before, bankHolidays), bankHolidays);

  const subjects = await subjectsIn(context, ports);
  const notices = new Map(subjects.flatMap((subject) => noticesAbout(subject, context)).map((each) => [each.id, each]));
  const people = [...new Set([...notices.values()].map(({ to }) => to))];
  const wishes = new Map(
    await inParallel(people, async (person) => [person, (await ports.preferences.of(id, person)).preferences] as const),
  );
  const at = localTimeAt(ports.calendar.now(), timeZone);
  const found = [...notices.values()].map((notice): Found => {
    const preferences = wishes.get(notice.to);
    const hush = preferences && hushOf(notice, preferences, at, context);
    return { notice, ...(hush && { hush }) };
  });
  const clocks = clockWatch(subjects, context);
  return { context, found, clocks, ...(marked?.day !== today && { swept: given({ day: today, before }) }) };
}

/** The last day before today that was swept. On a clock that was put back nothing is made up for: today. */
function sweptBefore(marked: Swept | undefined, today: Day): Day | undefined {
  const before = marked && (marked.day < today ? marked.day : marked.before);
  if (!marked || (marked.day === today && !before)) return undefined;
  return before && before < today ? before : today;
}
