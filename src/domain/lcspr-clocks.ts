import type { BankHolidays } from './bank-holidays.ts';
import { CLOCKS, clockDeadline, clockInForce } from './clocks.ts';
import { addMonths, type Day } from './dates.ts';
import { isUnderWay, type Lcspr, type Milestone } from './lcspr.ts';
import { workingDaysFrom } from './notices/steps.ts';
import type { Clock, Partnership } from './partnership.ts';

const IN_FORCE = '2018-06-29' as Day;

/**
 * What holds of an LCSPR beside its six months in a partnership that sets nothing of its own in
 * `clocks`. Of SI 2018/789 the text of reg. 14 was read (legislation.gov.uk: the partners monitor
 * time and quality “at regular intervals”), and of the paragraphs on the report and its publication
 * none: so they are cited without a number, and the days are to be checked against them and the
 * Working Together in force.
 */
export const LCSPR_CLOCKS: readonly Clock[] = [
  {
    id: CLOCKS.advanceCopy,
    fromEvent: 'before publication',
    workingDays: 7,
    validFrom: IN_FORCE,
    source: 'Working Together; SI 2018/789, to the Panel and the Secretary of State',
  },
  // How regular is not said: six weeks is a proposal.
  {
    id: CLOCKS.milestone,
    fromEvent: 'last milestone',
    workingDays: 30,
    validFrom: IN_FORCE,
    source: 'SI 2018/789 reg. 14(1) says “at regular intervals”; six weeks is our proposal',
  },
  {
    id: CLOCKS.available,
    fromEvent: 'lcspr_published_on',
    months: 12,
    validFrom: IN_FORCE,
    source: 'Working Together; SI 2018/789: publicly available for at least a year',
  },
];

/** What is needed to count an LCSPR’s days. */
export interface LcsprCalendar {
  readonly partnership: Pick<Partnership, 'clocks'>;
  readonly bankHolidays: BankHolidays;
}

/** The version of an LCSPR's clock in force on a day: the partnership's own, else the usual one. */
export function lcsprClock(id: string, on: Day, { partnership }: LcsprCalendar): Clock | undefined {
  return clockInForce(partnership.clocks, id, on) ?? clockInForce(LCSPR_CLOCKS, id, on);
}

/** The last day on which it can be published in time; `undefined` where its start is not known. */
export function publicationDue(
  { decidedOn }: Pick<Lcspr, 'decidedOn'>,
  calendar: LcsprCalendar,
): Day | undefined {
  const clock = decidedOn && lcsprClock(CLOCKS.publish, decidedOn, calendar);
  const due = clock && clockDeadline(clock, decidedOn, calendar.bankHolidays);
  return due?.ok ? due.value : undefined;
}

/** The day on which it is to be published as things are: the one to which it was put off, or the last of the law. */
export function plannedPublication(
  lcspr: Pick<Lcspr, 'decidedOn' | 'delays'>,
  calendar: LcsprCalendar,
): Day | undefined {
  return lcspr.delays.at(-1)?.until ?? publicationDue(lcspr, calendar);
}

/**
 * The last day on which the Panel and the Secretary of State can be sent the report in time, by the
 * day on which it is to be published; `undefined` once they have it.
 */
export function advanceCopyDue(
  { advanceCopyOn }: Pick<Lcspr, 'advanceCopyOn'>,
  planned: Day | undefined,
  calendar: LcsprCalendar,
): Day | undefined {
  if (advanceCopyOn || !planned) return undefined;
  const days = lcsprClock(CLOCKS.advanceCopy, planned, calendar)?.workingDays;
  return days ? workingDaysFrom(planned, -days, calendar.bankHolidays) : undefined;
}

/**
 * The milestone that comes next: the earliest that is not done; where none is set, a look at the
 * time taken and the quality at a regular interval after the last one.
 */
export function nextMilestone(
  { decidedOn, milestones = [] }: Pick<Lcspr, 'decidedOn' | 'milestones'>,
  calendar: LcsprCalendar,
): (Milestone & { readonly isSet: boolean }) | undefined {
  const byDay = (a: Day, b: Day) => a.localeCompare(b);
  const [next] = milestones
    .filter(({ doneOn }) => !doneOn)
    .toSorted((a, b) => byDay(a.dueOn, b.dueOn));
  if (next) return { ...next, isSet: true };
  const last =
    milestones
      .flatMap(({ doneOn }) => doneOn ?? [])
      .toSorted(byDay)
      .at(-1) ?? decidedOn;
  const clock = last && lcsprClock(CLOCKS.milestone, last, calendar);
  const due = clock && clockDeadline(clock, last, calendar.bankHolidays);
  return due?.ok
    ? { what: 'look at the time taken and the quality', dueOn: due.value, isSet: false }
    : undefined;
}

/** Until when a report that is published on a day stays where everybody can read it. */
export function availableUntil(on: Day, calendar: LcsprCalendar): Day | undefined {
  const months = lcsprClock(CLOCKS.available, on, calendar)?.months;
  return months ? addMonths(on, months) : undefined;
}

/** How an LCSPR stands: `late` when its six months are over, whatever the reason. */
export type LcsprState = 'under way' | 'late' | 'published' | 'not published' | 'withdrawn';

export function lcsprState(lcspr: Lcspr, today: Day, calendar: LcsprCalendar): LcsprState {
  if (lcspr.withdrawn) return 'withdrawn';
  if (lcspr.published) return 'published';
  if (!isUnderWay(lcspr)) return 'not published';
  const due = publicationDue(lcspr, calendar);
  return due && due < today ? 'late' : 'under way';
}
