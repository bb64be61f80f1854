import type { DecisionRow } from '../../answers/card-parts.ts';

/** `cards/decisions.json` */
export interface DecisionsView {
  readonly source: string;
  readonly headline: string;
  readonly sentence?: string;
  readonly decisions: readonly DecisionRow[];
  /** `Showing the latest 10 of 14`; empty when all are shown. */
  readonly extent: string;
  readonly suggestions: readonly string[];
}
