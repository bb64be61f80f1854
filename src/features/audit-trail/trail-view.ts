export interface TrailView {
  /** Where this comes from, and as at which day. */
  readonly source: string;
  readonly headline: string;
  readonly sentence: string;
  /** The latest first: who did it and when, then what it was. */
  readonly rows: readonly { readonly title: string; readonly line: string }[];
  /** What is not shown, and where it can be found out. */
  readonly extent: string;
  readonly suggestions: readonly string[];
}
