import type { NoticePorts } from '../contract/notice.ts';
import { QUIET_SETTINGS, settingValues } from '../contract/notice-settings.ts';
import type { SweepMark } from '../contract/ports.ts';
import { type Day, toLocalTime } from '../domain/dates.ts';
import type { Directory } from '../domain/directory.ts';
import { type ClockWatch, watchClocks } from '../domain/notices/clock-watch.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { createSweepContext, type SweepContext } from '../domain/notices/notice-context.ts';
import { sweepWindow } from '../domain/notices/steps.ts';
import { type Suppression, suppressionReason } from '../domain/notices/suppression.ts';
import { omitUndefined } from '../domain/optional.ts';
import { contextFor, type EngineParts, owedNotices } from './catalogue.ts';
import { mapConcurrently } from './map-concurrently.ts';

export interface SweepFindings {
  readonly context: SweepContext;
  readonly found: readonly Notice[];
  /** How the statutory clocks stand, whether anything is owed because of them or not. */
  readonly clocks: ClockWatch;
  /** The sweep as it is to be marked once all of it is claimed; left out where it is marked already. */
  readonly sweep?: SweepMark;
}

/** Everything that is owed now in one partnership. Only finds: nothing is claimed, nothing is sent. */
export async function findOwed(directory: Directory, parts: EngineParts): Promise<SweepFindings> {
  const { ports } = parts;
  const { id, timeZone } = directory.partnership;
  const { bankHolidays } = ports.calendar;
  const today = ports.calendar.today(timeZone);
  const marked = await ports.ledger.lastSweep(id);
  const before = previousSweepDay(marked, today);
  const window = sweepWindow(today, before, bankHolidays);
  const context = createSweepContext(directory, window, bankHolidays);
  const nearby = await findSubjects(context, parts);
  const owed = nearby.flatMap(({ source, subject }) => owedNotices(source, subject, context));
  const deadlines = nearby.flatMap(({ source, subject }) => source.deadlines?.(subject) ?? []);
  return {
    context,
    found: [...new Map(owed.map((notice) => [notice.id, notice])).values()],
    clocks: watchClocks(deadlines, today, bankHolidays),
    ...(marked?.day !== today && { sweep: omitUndefined({ day: today, before }) }),
  };
}

/** What is near, with the sources that it may be owed by; those that share a way of finding read it once. */
async function findSubjects(context: SweepContext, { ports, catalogue }: EngineParts) {
  const store = ports.stores(context.directory.partnership.id);
  const sharing = [...Map.groupBy(catalogue.sources, ({ find }) => find).values()];
  const found = await Promise.all(
    sharing.map(async (sources) => {
      const [first] = sources;
      const subjects = first
        ? await first.find({ ...contextFor(first, context), store, ports })
        : [];
      return sources.flatMap((source) => subjects.map((subject) => ({ source, subject })));
    }),
  );
  return found.flat();
}

/** A notice that is owed, and why it is not said just now, if it is not. */
export interface CheckedNotice {
  readonly notice: Notice;
  readonly suppression?: Suppression;
}

/** Which of these notices are not said just now. Each person’s preferences are asked, so leave out what was told already. */
export async function checkSuppression(
  notices: readonly Notice[],
  { directory, bankHolidays }: SweepContext,
  { preferences, calendar }: Pick<NoticePorts, 'preferences' | 'calendar'>,
): Promise<CheckedNotice[]> {
  const { id, timeZone, notices: set } = directory.partnership;
  const rules = { settings: settingValues(QUIET_SETTINGS, set), bankHolidays };
  const at = toLocalTime(calendar.now(), timeZone);
  const people = [...new Set(notices.map(({ to }) => to))];
  const wishes = new Map(
    await mapConcurrently(
      people,
      async (person) => [person, await preferences.load(id, person)] as const,
    ),
  );
  return notices.map((notice) => {
    const known = wishes.get(notice.to);
    return omitUndefined({
      notice,
      suppression: known && suppressionReason(notice, known.preferences, at, rules),
    });
  });
}

/** The last day before today that was swept. On a clock that was put back nothing is made up for: today. */
function previousSweepDay(marked: SweepMark | undefined, today: Day): Day | undefined {
  const before = marked && (marked.day < today ? marked.day : marked.before);
  if (!marked || (marked.day === today && !before)) return undefined;
  return before && before < today ? before : today;
}
