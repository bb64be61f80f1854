/**
 * What somebody asked, typed: the intent with its filters and arguments. Ids are those of the
 * partnership's own records; words that depend on the day (`overdue`, `current`, `next`) stay words
 * until a feature resolves them against its clock.
 */
export interface Question {
  /** A name that a feature declares, such as `list_actions`. */
  readonly intent: string;
  readonly filters: Filters;
  readonly args: Args;
}

/** Which records the question is about. */
export interface Filters {
  readonly agency?: string;
  readonly group?: string;
  readonly priority?: string;
  /**
   * An action status; `open` for all that are not complete. On rapid reviews also `LCSPR`, `no
   * LCSPR`.
   */
  readonly status?: string;
  /** A {@link DueRange} in words; `domain/due-range.ts` says which there are. */
  readonly dueRange?: string;
  /** Kind of source: `scrutineer`, `inspection`, `sub-group` … */
  readonly source?: string;
  /** A reference such as `RR-2020-04`, or `latest`. */
  readonly reviewRef?: string;
  /** `this`, `next`, `last`, `month:03`, or `month:2020-07`. */
  readonly meeting?: string;
  /** `current`, `last`, `next`, or a year's name such as `2020-21`. */
  readonly year?: string;
}

/** The rows of an answer in their order, each by the question that opens it. */
export interface ShownList {
  /** `null` for a row that opens nothing. */
  readonly rows: readonly (Question | null)[];
  /** How many more the list has that were not shown. */
  readonly left: number;
}

/** What actions can be asked for by having or lacking it. */
export type Presence =
  | 'hasOwner'
  | 'hasAgency'
  | 'hasGroup'
  | 'hasPerson'
  | 'hasDue'
  | 'hasEvidence';

/** What is not a filter. Each intent says which of them it reads. */
export interface Args {
  readonly actionRef?: string;
  /** The words by which an action was found, or looked for in vain. */
  readonly match?: string;
  /** `me`, or the id of a person. */
  readonly assignee?: string;
  readonly hasEvidence?: boolean;
  readonly hasOwner?: boolean;
  /** Whether that part of the owner is recorded. */
  readonly hasAgency?: boolean;
  readonly hasGroup?: boolean;
  readonly hasPerson?: boolean;
  readonly hasDue?: boolean;
  /** Which of these a message negates twice, so that it has to be asked back. */
  readonly unsure?: Presence;
  readonly count?: boolean;
  readonly groupBy?: 'agency' | 'group' | 'priority' | 'status';
  /** When the actions asked for were completed; a {@link DueRange} in words. */
  readonly completedRange?: string;
  /** How completed ones kept to their due date: `late`, `on time`, or `early`. */
  readonly timeliness?: string;
  /** When they were raised; a {@link DueRange} in words. */
  readonly raisedRange?: string;
  /** Words of their titles, where the message says what they are about. */
  readonly topic?: string;
  /** Words of their source's name: “2019” for “the 2019 inspection”. */
  readonly sourceName?: string;
  readonly field?: string;
  /** With `before-next-meeting`: the group whose meeting it is. */
  readonly beforeMeetingOf?: string;
  /** The day gone by as at which a state is asked for, or `last-meeting`. */
  readonly asAt?: string;
  /** With `last-meeting`: the group whose meeting it is. */
  readonly asAtMeetingOf?: string;
  /** `past`: what was due then is asked for, whatever became of it. */
  readonly tense?: string;
  readonly mode?: string;
  /** `oldest`, `newest`, `soonest`, `furthest` by time; `highest`, `lowest` or `none` by number. */
  readonly order?: string;
  /** So many of the first are wanted, with all that tie with the last of them. */
  readonly limit?: number;
  readonly response?: string;
  /** Further agencies, groups or years, where several of a kind are asked about together. */
  readonly others?: readonly string[];
  /** Agencies, groups and priorities that a list of actions leaves out. */
  readonly except?: readonly string[];
  /** `asker`: the agency of whoever asks, “our agency”; `we`: theirs, or the whole partnership. */
  readonly agencyOf?: string;
  /** Further arguments of intents that write, as they were typed. */
  readonly [name: string]: string | number | boolean | null | readonly string[] | undefined;
}
