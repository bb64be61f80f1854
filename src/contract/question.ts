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
  /** `this`, `next`, `last`, or `month:03`. */
  readonly meeting?: string;
  /** `current`, `last`, `next`, or a year's name such as `2020-21`. */
  readonly year?: string;
}

/** What is not a filter. Each intent says which of them it reads. */
export interface Args {
  readonly actionRef?: string;
  /** The words by which an action was found, or looked for in vain. */
  readonly match?: string;
  /** `me`, or the id of a person. */
  readonly assignee?: string;
  readonly hasEvidence?: boolean;
  readonly hasOwner?: boolean;
  readonly hasDue?: boolean;
  readonly count?: boolean;
  readonly groupBy?: 'agency' | 'group' | 'priority' | 'status';
  /** When the actions asked for were completed; a {@link DueRange} in words. */
  readonly completedRange?: string;
  readonly field?: string;
  /** With `before-next-meeting`: the group whose meeting it is. */
  readonly beforeMeetingOf?: string;
  readonly mode?: string;
  readonly order?: string;
  readonly response?: string;
  /** Further arguments of intents that write, as they were typed. */
  readonly [name: string]: string | number | boolean | null | undefined;
}
