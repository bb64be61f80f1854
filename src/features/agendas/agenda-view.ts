import type { ActionRow } from '../../answers/card-parts.ts';

/** `cards/agenda.json` */
export interface AgendaView {
  readonly source: string;
  readonly headline: string;
  readonly sentence: string;
  readonly items: readonly {
    readonly title: string;
    /** Who proposed it; empty for what stands on every agenda. */
    readonly line: string;
    readonly paper?: string;
    /** What the chair presses: what it says, and what that asks. */
    readonly presses: readonly { readonly label: string; readonly ask: string }[];
  }[];
  readonly proposals: readonly {
    readonly title: string;
    readonly line: string;
    /** With these the chair accepts or declines; empty for everybody else. Aloud each says of what. */
    readonly choices: readonly {
      readonly label: string;
      readonly aloud: string;
      readonly data: object;
    }[];
  }[];
  /** Actions carried forward. */
  readonly rows: readonly ActionRow[];
  /** What there is no room for, empty when all is shown. */
  readonly extent: string;
  readonly suggestions: readonly string[];
}
