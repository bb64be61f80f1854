import type { ActionRow, Colour, Figure, Share } from '../../answers/card-parts.ts';

/** `cards/review-list.json`: the rapid reviews of a year, with what became of them and how long they took. */
export interface ReviewListView {
  readonly source: string;
  readonly headline: string;
  readonly sentence?: string;
  readonly figures: readonly Figure[];
  readonly rows: readonly ActionRow[];
  /** Working days that each took, against its own clock; empty when nothing is finished. */
  readonly shares: readonly Share[];
  readonly extent: string;
  readonly suggestions: readonly string[];
}

/** One agency and what it says, or that it has answered. */
export interface PositionRow {
  readonly agency: string;
  readonly answer: string;
  readonly colour: Colour;
  /** Rationale and who gave it; empty where it is not to be seen. */
  readonly detail: string;
}

export interface Choice {
  readonly title: string;
  readonly id: string;
}

/** `cards/review.json`: one rapid review from becoming aware to today. */
export interface ReviewView {
  readonly source: string;
  readonly ref: string;
  readonly headline: string;
  readonly standing: string;
  readonly colour: Colour;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** One for each round, the latest first; empty for those who may not know. */
  readonly rounds: readonly { readonly title: string; readonly rows: readonly PositionRow[] }[];
  /** Oldest first. */
  readonly timeline: readonly { readonly when: string; readonly what: string }[];
  /** What an administrator can record next. */
  readonly steps: readonly Choice[];
  readonly suggestions: readonly string[];
}

/** `cards/review-decision.json`. Without `mine` and `positions` it is the card that everybody sees. */
export interface DecisionView {
  readonly source: string;
  readonly headline: string;
  readonly standing: { readonly standing: string; readonly colour: Colour };
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly returns: string;
  readonly considerations: readonly string[];
  /** How the asker’s agency stands, said to them. */
  readonly mine?: string;
  /** Every partner with its position, or whether it has answered. */
  readonly partners: readonly PositionRow[];
  readonly advice: readonly { readonly who: string; readonly text: string }[];
  readonly asAt: string;
  /** What every button sends. */
  readonly review: string;
  readonly round: number;
  readonly version: number;
  readonly may: { readonly answer: boolean; readonly advise: boolean; readonly object: boolean };
  readonly chair?: {
    readonly mayReveal: boolean;
    readonly decision: string;
    readonly mayEscalate: boolean;
    readonly dueOn: string;
  };
  /** For administrators: the partners whose position they can record. */
  readonly phone: readonly Choice[];
  readonly refresh: object;
}
