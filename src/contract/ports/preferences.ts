import type { Day } from '../../domain/dates.ts';
import type { Preferences } from '../../domain/preferences.ts';

/** When people want to hear from Convenor. One person's cost one point read. */
export interface PersonalPreferences {
  /**
   * What somebody chose, with the version that a save names; `version` is `''` while they never
   * chose anything.
   */
  load(
    partnership: string,
    person: string,
  ): Promise<{ readonly preferences: Preferences; readonly version: string }>;
  /** `stale` when the stored version is not the expected one: nothing was written. */
  save(
    partnership: string,
    preferences: Preferences,
    expectedVersion: string,
  ): Promise<'saved' | 'stale'>;
  /**
   * Who is away on a day. Reads one row for each person who ever chose anything, and of it nothing
   * else.
   */
  listAway(partnership: string, day: Day): Promise<PersonOnLeave[]>;
}

/** Somebody for whom notices wait: all that others may know of their preferences. */
export interface PersonOnLeave {
  readonly person: string;
  readonly until: Day;
}
