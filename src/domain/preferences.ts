import { isoWeekday } from './calendar-spans.ts';
import { addDays, type Day, daysBetween, type LocalTime, toDay } from './dates.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { Hours, TimeOfDay } from './time-of-day.ts';

/** A wish to hear nothing about one subject before a day. */
export interface Snooze {
  /** The reference of an action or a review, such as `SA-019`. */
  readonly subject: string;
  /** The first day on which notices about it come again. */
  readonly until: Day;
}

/**
 * When one person wants to hear from Convenor. Nobody else changes it, and others learn only of a
 * pause.
 */
export interface Preferences {
  readonly person: string;
  /** Weekdays without messages, Monday being 1 and Sunday 7. */
  readonly quietDays: readonly number[];
  readonly quietHours?: Hours;
  /**
   * A leave: the first day on which messages come again, and, when it is still to come, the first
   * on which they wait.
   */
  readonly pausedUntil?: Day;
  readonly pausedFrom?: Day;
  readonly snoozes: readonly Snooze[];
}

/** The part of a notice that decides whether it can wait. */
export interface NoticeSubject {
  /** The reference of its subject, where it is about one record. */
  readonly subject?: string;
  /**
   * `statutory` is a time limit in law, which waits for nobody's quiet time, leave or snooze. `own`
   * is a reminder that the person set for that very day, so that their quiet days do not delay it.
   */
  readonly priorityClass: 'statutory' | 'own' | 'ordinary';
}

/** One change of a person’s preferences. */
export type PreferenceChange =
  /** Replaces quiet days and hours. */
  | { readonly kind: 'quiet'; readonly days: readonly number[]; readonly hours?: Hours | undefined }
  | { readonly kind: 'pause'; readonly until: Day; readonly from?: Day | undefined }
  | { readonly kind: 'snooze'; readonly subject: string; readonly until: Day }
  | { readonly kind: 'wake'; readonly subject: string }
  /** Ends the pause and all snoozes; quiet days and hours stay. */
  | { readonly kind: 'resume' };

export type PreferenceRefusal = 'no-day-left' | 'no-hour-left' | 'not-after-today' | 'too-far-off';

/** The longest leave, a year: what is silent for ever is forgotten. */
export const MAX_PAUSE_DAYS = 366;
/** The longest snooze, a quarter: after that a record needs another date, not more silence. */
export const MAX_SNOOZE_DAYS = 92;
/**
 * Quiet hours must leave at least this much of a working day from 8 to 18, so that notices have a
 * time to arrive.
 */
const MIN_MINUTES_OPEN = 60;
const WORKING_HOURS = { from: 8 * 60, to: 18 * 60 };

/** The preferences of somebody who has set none: only the partnership’s quiet hours apply. */
export function defaultPreferences(person: string): Preferences {
  return { person, quietDays: [], snoozes: [] };
}

/**
 * Whether a person does not want to hear of a subject now. The partnership’s quiet hours, weekends
 * and bank holidays are checked elsewhere.
 * @example isSuppressed({ ...usual, quietDays: [6, 7] }, { kind: 'ordinary' }, '2021-03-20T10:00' as LocalTime) // true: a Saturday
 */
export function isSuppressed(
  preferences: Preferences,
  announced: NoticeSubject,
  at: LocalTime,
): boolean {
  return earliestWantedTime(preferences, announced, at) > at;
}

/**
 * The first time, from now on, at which a person wants to hear of a subject.
 * @example earliestWantedTime({ ...usual, pausedUntil: day('2021-04-14') }, { kind: 'ordinary' }, '2021-03-15T10:00' as LocalTime) // '2021-04-14T00:00'
 * @example earliestWantedTime({ ...usual, pausedUntil: day('2021-04-14') }, { kind: 'statutory' }, '2021-03-15T10:00' as LocalTime) // '2021-03-15T10:00'
 */
export function earliestWantedTime(
  preferences: Preferences,
  announced: NoticeSubject,
  at: LocalTime,
): LocalTime {
  if (announced.priorityClass === 'statutory') return at;
  for (let from = at; ; ) {
    const later = notBefore(preferences, announced, from);
    if (later <= from) return from;
    from = later;
  }
}

/** A later time to try when the person does not want to hear of it yet, else the same time. */
function notBefore(
  preferences: Preferences,
  { priorityClass: kind, subject }: NoticeSubject,
  at: LocalTime,
): LocalTime {
  const { pausedUntil, quietDays, quietHours, snoozes } = preferences;
  const today = toDay(at);
  if (pausedUntil && isPaused(preferences, today)) return startOfDay(pausedUntil);
  if (kind === 'ordinary') {
    const snooze = snoozes.find((each) => each.subject === subject);
    if (snooze && today < snooze.until) return startOfDay(snooze.until);
    if (quietDays.includes(isoWeekday(today))) return startOfDay(addDays(today, 1));
  }
  return quietHours ? endOfQuietHours(quietHours, at) : at;
}

function endOfQuietHours({ from, to }: Hours, at: LocalTime): LocalTime {
  const time = at.slice('YYYY-MM-DDT'.length);
  const today = toDay(at);
  if (from <= to) return time >= from && time < to ? (`${today}T${to}` as LocalTime) : at;
  if (time < to) return `${today}T${to}` as LocalTime;
  return time >= from ? (`${addDays(today, 1)}T${to}` as LocalTime) : at;
}

const startOfDay = (day: Day) => `${day}T00:00` as LocalTime;

/**
 * A person's preferences after one change. Silence without end is refused, and snoozes that have
 * ended are dropped.
 */
export function changePreferences(
  preferences: Preferences,
  change: PreferenceChange,
  today: Day,
): Outcome<Preferences, PreferenceRefusal> {
  const others = (subject?: string) =>
    preferences.snoozes.filter((snooze) => snooze.until > today && snooze.subject !== subject);
  const kept = { ...preferences, snoozes: others() };
  switch (change.kind) {
    case 'quiet': {
      const days = [1, 2, 3, 4, 5, 6, 7].filter((each) => change.days.includes(each));
      if ([1, 2, 3, 4, 5].every((each) => days.includes(each))) return refuse('no-day-left');
      if (change.hours && minutesOpen(change.hours) < MIN_MINUTES_OPEN)
        return refuse('no-hour-left');
      return accept({ ...kept, quietDays: days, quietHours: change.hours });
    }
    case 'pause':
      return pauseAfter(kept, change, today);
    case 'snooze': {
      const { subject, until } = change;
      const snoozes = [...others(subject), { subject, until }];
      return silenceRefusal(until, today, MAX_SNOOZE_DAYS) ?? accept({ ...kept, snoozes });
    }
    case 'wake':
      return accept({ ...kept, snoozes: others(change.subject) });
    case 'resume':
      return accept({ ...kept, pausedUntil: undefined, pausedFrom: undefined, snoozes: [] });
  }
}

function pauseAfter(
  kept: Preferences,
  { until, from }: { readonly until: Day; readonly from?: Day | undefined },
  today: Day,
): Outcome<Preferences, PreferenceRefusal> {
  const begins = from && from > today ? from : undefined;
  const refusal = silenceRefusal(until, begins ?? today, MAX_PAUSE_DAYS);
  return refusal ?? accept({ ...kept, pausedUntil: until, pausedFrom: begins });
}

function silenceRefusal(until: Day, today: Day, most: number) {
  if (until <= today) return refuse('not-after-today');
  return daysBetween(today, until) > most ? refuse('too-far-off') : undefined;
}

/** The minutes of a working day that quiet hours leave open. */
function minutesOpen({ from, to }: Hours): number {
  const [begins, ends] = [toMinutes(from), toMinutes(to)];
  const overlap = (start: number, end: number) =>
    Math.max(0, Math.min(end, WORKING_HOURS.to) - Math.max(start, WORKING_HOURS.from));
  const quiet =
    begins <= ends ? overlap(begins, ends) : overlap(0, ends) + overlap(begins, 24 * 60);
  return WORKING_HOURS.to - WORKING_HOURS.from - quiet;
}

const toMinutes = (time: TimeOfDay) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * Whether messages wait because the person is away. Others may know this of their preferences and
 * nothing else.
 */
export function isPaused(
  { pausedFrom, pausedUntil }: Pick<Preferences, 'pausedFrom' | 'pausedUntil'>,
  today: Day,
): boolean {
  return (
    pausedUntil !== undefined &&
    today < pausedUntil &&
    (pausedFrom === undefined || today >= pausedFrom)
  );
}
