/** Where a change was written, or was going to be: what it takes to look for it later. */
export interface ChangeMark {
  readonly partnership: string;
  readonly table: string;
  readonly partition: string;
  /** Names this one change among all others of its place. */
  readonly writer: string;
  /** Its entry in the audit log. */
  readonly sequence?: number;
  /** The row of a record without an audit log. */
  readonly row?: string;
  /** The row is there no more after the change. */
  readonly isRemoval?: boolean;
}

/** What is known of the changes that some work made. */
export interface ChangesMade {
  readonly saved: readonly ChangeMark[];
  /** They were sent to storage, which did not say, or has not said yet, whether it took them. */
  readonly inDoubt: readonly ChangeMark[];
}

/** Work whose changes are watched. */
export interface WatchedWork<Result> {
  readonly done: Promise<Result>;
  /** Says what it has changed so far; from now on it changes nothing more. */
  stop(): ChangesMade;
}

/** What became of a change: `changed-since` where a later one hides whether it was saved. */
export type FoundChange =
  | { readonly state: 'not-saved' | 'changed-since' }
  | {
      readonly state: 'saved';
      /** Who changed which records, where the audit log says. */
      readonly events: readonly { readonly by: string; readonly id: string }[];
    };

/**
 * The changes of records, as storage sees them: so that whoever made one is never told that nothing
 * was changed when it was.
 */
export interface Changes {
  watch<Result>(work: () => Promise<Result>): WatchedWork<Result>;
  /** Looks whether a change of a partnership was saved. */
  find(partnership: string, mark: ChangeMark): Promise<FoundChange>;
}
