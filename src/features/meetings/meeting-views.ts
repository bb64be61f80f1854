/** A line of a list of meetings: when, then the group and what sort of meeting it is. */
export interface MeetingRow {
  readonly when: string;
  readonly line: string;
  /** What pressing it asks. */
  readonly ask: string;
}

/** `cards/meetings.json`: one meeting large, or only a list. */
export interface MeetingsView {
  readonly source: string;
  readonly headline: string;
  readonly sentence?: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** Stands above the list, empty when there is none. */
  readonly caption: string;
  readonly rows: readonly MeetingRow[];
  readonly suggestions: readonly string[];
}
