import type { NoticePorts, NoticeSource } from '../contract/notice.ts';
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
import { valueOrDefect } from './value-or-defect.ts';

export interface SweepFindings {
  readonly context: SweepContext;
  readonly found: readonly Notice[];
  /** How the statutory clocks stand, whether anything is owed because of them or not. */
  readonly clocks: ClockWatch;
  /** Rules by which nothing could be reckoned, for a defect in what they read. */
  readonly failed: readonly { readonly rule: string; readonly error: string }[];
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
  const { sources } = parts.catalogue;
  const sharing = [...Map.groupBy(sources, ({ find }) => find).values()];
  const found = (await Promise.all(sharing.map((each) => findOf(each, context, parts)))).flat();
  const failed = found.flatMap(({ source, defect }) => (defect ? [{ source, defect }] : []));
  const labels = failed.map(({ source }) => source.label);
  const ofFailures = sources.flatMap((source) =>
    (failed.length > 0 ? (source.ofFailed?.(labels) ?? []) : []).flatMap((subject) =>
      owedNotices(source, subject, context),
    ),
  );
  const owed = [...found.flatMap((each) => each.owed), ...ofFailures];
  const deadlines = found.flatMap((each) => each.deadlines);
  return {
    context,
    found: [...new Map(owed.map((notice) => [notice.id, notice])).values()],
    clocks: watchClocks(deadlines, today, bankHolidays),
    failed: failed.map(({ source, defect }) => ({ rule: source.rule, error: defect.name })),
    // What a source that failed would have found is looked for again from the same day on.
    ...(marked?.day !== today &&
      failed.length === 0 && { sweep: omitUndefined({ day: today, before }) }),
  };
}

/** What one source found, or why it could not. */
interface SourceFindings {
  readonly source: NoticeSource;
  readonly owed: readonly Notice[];
  readonly deadlines: readonly Day[];
  readonly defect?: Error;
}

/**
 * What sources that share a way of finding owe; it is read once. A defect in what one of them reads
 * leaves the others standing.
 */
async function findOf(
  sources: readonly NoticeSource[],
  context: SweepContext,
  { ports }: EngineParts,
): Promise<SourceFindings[]> {
  const store = ports.stores(context.directory.partnership.id);
  const [first] = sources;
  const subjects = await valueOrDefect(
    async () => (await first?.find({ ...contextFor(first, context), store, ports })) ?? [],
  );
  return Promise.all(
    sources.map(async (source): Promise<SourceFindings> => {
      const nothing = { source, owed: [], deadlines: [] };
      if ('defect' in subjects) return { ...nothing, ...subjects };
      const reckoned = await valueOrDefect(async () => ({
        source,
        owed: subjects.value.flatMap((subject) => owedNotices(source, subject, context)),
        deadlines: subjects.value.flatMap((subject) => source.deadlines?.(subject) ?? []),
      }));
      return 'defect' in reckoned ? { ...nothing, ...reckoned } : reckoned.value;
    }),
  );
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
