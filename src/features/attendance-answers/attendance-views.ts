import type { Colour, Figure, Share } from '../../answers/card-parts.ts';

/** `cards/attendance-table.json`: how often each agency came, over the meetings of a year. */
export interface AttendanceTableView {
  readonly source: string;
  readonly headline: string;
  readonly figures: readonly Figure[];
  readonly rows: readonly {
    readonly agency: string;
    /** `5/6` */
    readonly share: string;
    /** `83 %` */
    readonly percentage: string;
    /** `1 by deputy, 1 with apologies` */
    readonly details: string;
  }[];
  /** Which rows are left out; empty when none is. */
  readonly extent: string;
  /** Each agency's percentage, for the chart. */
  readonly shares: readonly Share[];
  /** Meetings that took place on another day or not at all, and those without a register. */
  readonly notCounted: readonly string[];
  readonly corrections: readonly string[];
  /** What to watch, for those who chair or run the meetings. */
  readonly watch: readonly string[];
  readonly basis: string;
  readonly suggestions: readonly string[];
}

/** `cards/attendance-list.json`: who came to a meeting, who did not, or how one agency came. */
export interface AttendanceListView {
  readonly source: string;
  readonly headline: string;
  readonly figures: readonly Figure[];
  readonly rows: readonly {
    readonly title: string;
    /** `present`, `5/7 · 71 %` */
    readonly standing: string;
    readonly colour: Colour;
    /** ` · Police Deputy for Police Partner Lead`; empty when there is no more to say. */
    readonly line: string;
  }[];
  readonly corrections: readonly string[];
  readonly watch: readonly string[];
  /** How it was counted; empty where nothing was. */
  readonly basis: string;
  readonly suggestions: readonly string[];
}
