import { CLOCKS, clockDeadline, clockInForce, reviewDeadlines } from '../clocks.ts';
import { type Day, daysBetween } from '../dates.ts';
import { findBoard } from '../directory.ts';
import type { Lcspr } from '../lcspr.ts';
import { omitUndefined } from '../optional.ts';
import { finishedOn, type RapidReview } from '../rapid-review.ts';
import { reportDueOn, reportedYear } from '../yearly-report.ts';
import { makeNotices, type NoticeContext } from './make-notices.ts';
import type { Notice } from './notice.ts';
import { resolveRecipients } from './recipients.ts';
import { isInSpan, isInWindow } from './steps.ts';

/** A serious incident as far as its clocks go. */
export interface Incident {
  readonly ref: string;
  readonly awareOn?: Day;
  readonly notifiedOn?: Day;
  /** Its rapid review went to the Panel. */
  readonly isFinished: boolean;
}

/** An LCSPR that is neither published nor withheld. */
export interface RunningLcspr {
  readonly name: string;
  readonly startedOn?: Day;
  /** Until when its publication was put off last. */
  readonly delayedUntil?: Day;
  /** A review that it covers, on whose card its publication is recorded. */
  readonly review?: string;
}

/** A rapid review as far as its clocks go. */
export function incidentOf(review: RapidReview): Incident {
  const { ref, awareOn, notifiedOn } = review;
  return omitUndefined({ ref, awareOn, notifiedOn, isFinished: finishedOn(review) !== undefined });
}

/** Whether any of its clocks runs: it is not with the Panel, and it is known when it began. */
export function isRunning({ awareOn, notifiedOn, isFinished }: Incident): boolean {
  return !isFinished && (awareOn ?? notifiedOn) !== undefined;
}

/** An LCSPR as far as its clock goes; `undefined` when none runs. */
export function runningLcspr({
  name,
  startedOn,
  delays,
  published,
  withheld,
  cases,
}: Lcspr): RunningLcspr | undefined {
  const delayedUntil = delays.at(-1)?.until;
  if (published || withheld || !(startedOn || delayedUntil)) return undefined;
  return omitUndefined({ name, startedOn, delayedUntil, review: cases[0] });
}

/** So many days a missed time limit is spoken of daily; then weekly, or nobody listens any more. */
const MAX_DAILY_DAYS = 30;

/** Notify the Panel, and send it the rapid review: by the clocks in force when the council became aware. */
export function incidentNotices(incident: Incident, context: NoticeContext): Notice[] {
  const { notify, review } = incidentDeadlines(incident, context);
  return [
    ...(notify ? clockNotices('notify', incident.ref, notify, context) : []),
    ...(review ? clockNotices('review', incident.ref, review, context) : []),
  ];
}

/** The last days of those clocks of an incident that still run. */
function incidentDeadlines(
  incident: Incident,
  { directory, bankHolidays }: NoticeContext,
): { notify?: Day; review?: Day } {
  if (!isRunning(incident)) return {};
  const deadlines = reviewDeadlines(incident, directory.partnership.clocks, bankHolidays);
  if (!deadlines.ok) return {};
  const { notifyBy, due } = deadlines.value;
  return omitUndefined({ notify: incident.notifiedOn ? undefined : notifyBy, review: due?.on });
}

/** An LCSPR is published within six months of its start (Working Together), or by the day to which it was put off with a reason. */
export function lcsprNotices(lcspr: RunningLcspr, context: NoticeContext): Notice[] {
  const due = lcsprDeadline(lcspr, context);
  return due ? clockNotices('lcspr', lcspr.name, due, context) : [];
}

function lcsprDeadline(
  { startedOn, delayedUntil }: RunningLcspr,
  { directory, bankHolidays }: NoticeContext,
): Day | undefined {
  const clock = startedOn && clockInForce(directory.partnership.clocks, CLOCKS.publish, startedOn);
  const limit = clock && clockDeadline(clock, startedOn, bankHolidays);
  return delayedUntil ?? (limit?.ok ? limit.value : undefined);
}

/** The last days of all clocks of these incidents and LCSPRs that still run. */
export function runningDeadlines(
  running: { readonly incidents: readonly Incident[]; readonly lcsprs: readonly RunningLcspr[] },
  context: NoticeContext,
): Day[] {
  const incidents = running.incidents.flatMap((incident) =>
    Object.values(incidentDeadlines(incident, context)),
  );
  return [...incidents, ...running.lcsprs.map((lcspr) => lcsprDeadline(lcspr, context))].filter(
    (due) => due !== undefined,
  );
}

/**
 * The yearly report, up to a month after its last day: by then it is likelier that nobody recorded its publication than that
 * nobody knows that it is late.
 */
export function reportNotices(context: NoticeContext): Notice[] {
  const { directory, bankHolidays, window } = context;
  const year = reportedYear(window.today, directory.partnership.yearStart);
  const due = reportDueOn(year, directory.partnership, bankHolidays);
  if (!due || daysBetween(due, window.today) > MAX_DAILY_DAYS) return [];
  return clockNotices('report', year, due, context);
}

type ClockRule = 'notify' | 'review' | 'lcspr' | 'report';

function clockNotices(
  rule: ClockRule,
  about: string,
  dueOn: Day,
  context: NoticeContext,
): Notice[] {
  const step = clockStep(dueOn, context);
  if (!step) return [];
  const { settings, directory } = context;
  const group = findBoard(directory)?.id;
  return makeNotices(resolveRecipients(settings.clockTo, {}, directory), {
    rule,
    about,
    dueOn,
    step,
    group,
  });
}

/** The latest step that was reached: before the day, on the day whatever day it is, and daily after it. */
function clockStep(dueOn: Day, { settings, window, steps }: NoticeContext): string | undefined {
  const late = daysBetween(dueOn, window.today);
  if (late > MAX_DAILY_DAYS) return steps.week && `week-${steps.week}`;
  if (late > 0) return `late-${late}`;
  const isReached = (days: number) =>
    days === 0 ? isInWindow(window, dueOn) : isInSpan(steps.before(days), dueOn);
  const days = settings.clockSteps.filter(isReached);
  return days.length > 0 ? `day-${Math.min(...days)}` : undefined;
}
