import type { Ports, SweepMark } from '../contract/ports.ts';
import { type Day, toLocalTime } from '../domain/dates.ts';
import type { Directory } from '../domain/directory.ts';
import { type ClockWatch, watchClocks } from '../domain/notices/clock-watch.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { type NoticeContext, noticeContext, noticesAbout } from '../domain/notices/notices.ts';
import { sweepWindow } from '../domain/notices/steps.ts';
import { type Suppression, suppressionReason } from '../domain/notices/suppression.ts';
import { omitUndefined } from '../domain/optional.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { type SubjectPorts, subjectsIn } from './subjects.ts';

export type FindPorts = SubjectPorts & Pick<Ports, 'calendar' | 'ledger'>;

export interface SweepFindings {
  readonly context: NoticeContext;
  readonly found: readonly Notice[];
  /** How the statutory clocks stand, whether anything is owed because of them or not. */
  readonly clocks: ClockWatch;
  /** The sweep as it is to be marked once all of it is claimed; left out where it is marked already. */
  readonly sweep?: SweepMark;
}

/** Everything that is owed now in one partnership. Only finds: nothing is claimed, nothing is sent. */
export async function findOwed(directory: Directory, ports: FindPorts): Promise<SweepFindings> {
  const { id, timeZone } = directory.partnership;
  const { bankHolidays } = ports.calendar;
  const today = ports.calendar.today(timeZone);
  const marked = await ports.ledger.lastSweep(id);
  const before = previousSweepDay(marked, today);
  const context = noticeContext(directory, sweepWindow(today, before, bankHolidays), bankHolidays);

  const subjects = await subjectsIn(context, ports);
  const notices = new Map(
    subjects.flatMap((subject) => noticesAbout(subject, context)).map((each) => [each.id, each]),
  );
  const clocks = watchClocks(subjects, context);
  return {
    context,
    found: [...notices.values()],
    clocks,
    ...(marked?.day !== today && { sweep: omitUndefined({ day: today, before }) }),
  };
}

/** A notice that is owed, and why it is not said just now, if it is not. */
export interface CheckedNotice {
  readonly notice: Notice;
  readonly suppression?: Suppression;
}

/** Which of these notices are not said just now. Each person’s preferences are asked, so leave out what was told already. */
export async function checkSuppression(
  notices: readonly Notice[],
  context: NoticeContext,
  { preferences, calendar }: Pick<Ports, 'preferences' | 'calendar'>,
): Promise<CheckedNotice[]> {
  const { id, timeZone } = context.directory.partnership;
  const at = toLocalTime(calendar.now(), timeZone);
  const people = [...new Set(notices.map(({ to }) => to))];
  const wishes = new Map(
    await mapConcurrently(
      people,
      async (person) => [person, await preferences.of(id, person)] as const,
    ),
  );
  return notices.map((notice) => {
    const known = wishes.get(notice.to);
    return omitUndefined({
      notice,
      suppression: known && suppressionReason(notice, known.preferences, at, context),
    });
  });
}

/** The last day before today that was swept. On a clock that was put back nothing is made up for: today. */
function previousSweepDay(marked: SweepMark | undefined, today: Day): Day | undefined {
  const before = marked && (marked.day < today ? marked.day : marked.before);
  if (!marked || (marked.day === today && !before)) return undefined;
  return before && before < today ? before : today;
}
