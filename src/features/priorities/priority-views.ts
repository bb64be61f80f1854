import type { ActionRow, Figure, Share } from '../../answers/card-parts.ts';

/** `cards/priority-list.json`: the priorities of a year. */
export interface PriorityListView {
  readonly source: string;
  readonly headline: string;
  /** Each opens the priority when pressed: `ask` is what the press says. */
  readonly rows: readonly { readonly title: string; readonly line: string; readonly ask: string }[];
  readonly suggestions: readonly string[];
}

/** `cards/priority.json`: one priority, its objectives and how far it has got. */
export interface PriorityView {
  readonly source: string;
  readonly headline: string;
  /** Open, overdue, done with evidence, done without. */
  readonly figures: readonly Figure[];
  readonly lead: string;
  readonly objectives: readonly string[];
  /** Counts by status; empty when the priority has no actions. */
  readonly shares: readonly Share[];
  readonly chartTitle: string;
  /** The actions that matter most, five at most. */
  readonly rows: readonly ActionRow[];
  readonly suggestions: readonly string[];
}
