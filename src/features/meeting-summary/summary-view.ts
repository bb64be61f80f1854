import type { ActionRow, DecisionRow } from '../../answers/card-parts.ts';

/** `cards/meeting-summary.json` */
export interface SummaryView {
  readonly source: string;
  readonly headline: string;
  readonly sentence: string;
  readonly attendance: readonly { readonly standing: string; readonly who: string }[];
  /** Stands above the decisions: `2 decisions`, `No decision was recorded`. */
  readonly decided: string;
  readonly decisions: readonly DecisionRow[];
  /** Stands above the actions. */
  readonly raised: string;
  readonly rows: readonly ActionRow[];
  /** For the chair and the administrator: what to watch in the group’s attendance. */
  readonly watch: readonly string[];
  /** How to get it as a document, and what there is no room for. */
  readonly extent: string;
  readonly suggestions: readonly string[];
}
