import { addDays, type Day, daysBetween, isoWeekday, type LocalTime, toDay } from './dates.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { Hours, TimeOfDay } from './time-of-day.ts';

/** Nothing is said about one subject before a day. */
export interface Snooze {
  /** The reference of an action or a review: `SA-019`. */
  readonly subject: string;
  /** The first day on which it is spoken of again. */
  readonly until: Day;
}

/** When one person wants to hear from Convenor. It is theirs alone: nobody else changes it, and others learn only of a pause. */
export interface Preferences {
  readonly person: string;
  /** Days of the week without messages, Monday being 1 and Sunday 7. */
  readonly quietDays: readonly number[];
  readonly quietHours?: Hours;
  /** On leave: the first day on which messages come again, and the first on which they wait, when that is still to come. */
  readonly pausedUntil?: Day;
  readonly pausedFrom?: Day;
  readonly snoozes: readonly Snooze[];
}

/** What of a notice decides whether it can wait. */
export interface NoticeSubject {
  /** The reference of what it is about, where it is about one thing. */
  readonly subject?: string;
  /**
   * `statutory`: a time limit in law, which waits for nobody's quiet time, leave or snooze. `own`: a reminder that the person set
   * for that very day, so that their quiet days do not count against it.
   */
  readonly priorityClass: 'statutory' | 'own' | 'ordinary';
}

/** One wish about when to be told what. */
export type PreferenceChange =
  /** Quiet days and hours, in the place of those before. */
  | { readonly kind: 'quiet'; readonly days: readonly number[]; readonly hours?: Hours | undefined }
  | { readonly kind: 'pause'; readonly until: Day; readonly from?: Day | undefined }
  | { readonly kind: 'snooze'; readonly subject: string; readonly until: Day }
  | { readonly kind: 'wake'; readonly subject: string }
  /** Ends the pause and all snoozes; quiet days and hours stay. */
  | { readonly kind: 'resume' };

export type PreferenceRefusal = 'no-day-left' | 'no-hour-left' | 'not-after-today' | 'too-far-off';

/** A year of leave, and no longer: what is silent for ever is forgotten. */
export const MAX_PAUSE_DAYS = 366;
/** One thing can be put off for a quarter; after that it wants another date, not more silence. */
export const MAX_SNOOZE_DAYS = 92;
/** Of a working day from 8 to 18 so many minutes must remain, so that notices have a time to come in. */
const MIN_MINUTES_OPEN = 60;
const WORKING_HOURS = { from: 8 * 60, to: 18 * 60 };

/** What holds for somebody who never said anything about it: the partnership's own quiet hours, and no others. */
export function defaultPreferences(person: string): Preferences {
  return { person, quietDays: [], snoozes: [] };
}

/**
 * Whether a person does not want to be told this now. The partnership's own quiet hours, weekends and bank holidays are
 * not asked here.
 * @example isHushed({ ...usual, quietDays: [6, 7] }, { kind: 'ordinary' }, '2021-03-20T10:00' as LocalTime) // true: a Saturday
 */
export function isSuppressed(
  preferences: Preferences,
  announced: NoticeSubject,
  at: LocalTime,
): boolean {
  return earliestWantedTime(preferences, announced, at) > at;
}

/**
 * The first time, from now on, at which a person wants to be told this.
 * @example wantedFrom({ ...usual, pausedUntil: day('2021-04-14') }, { kind: 'ordinary' }, '2021-03-15T10:00' as LocalTime) // '2021-04-14T00:00'
 * @example wantedFrom({ ...usual, pausedUntil: day('2021-04-14') }, { kind: 'statutory' }, '2021-03-15T10:00' as LocalTime) // '2021-03-15T10:00'
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

/** A step towards the next time that is wanted; the same time when it is wanted already. */
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

/** A person's preferences after one wish; a wish for silence without end is refused. Snoozes that are over are let go. */
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

/** How many minutes of a working day these quiet hours leave open. */
function minutesOpen({ from, to }: Hours): number {
  const [begins, ends] = [toMinutes(from), toMinutes(to)];
  const overlap = (start: number, end: number) =>
    Math.max(0, Math.min(end, WORKING_HOURS.to) - Math.max(start, WORKING_HOURS.from));
  const quiet =
    begins <= ends ? overlap(begins, ends) : overlap(0, ends) + overlap(begins, 24 * 60);
  return WORKING_HOURS.to - WORKING_HOURS.from - quiet;
}

const toMinutes = (time: TimeOfDay) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether messages wait because the person is away: all that others may know of their preferences. */
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
