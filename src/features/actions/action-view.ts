import type { Colour } from '../../answers/card-parts.ts';

export interface HistoryLine {
  readonly when: string;
  /** `moved by Sarah O’Neill, due day from Fri 26 February to Wed 30 June. Why: half term` */
  readonly what: string;
}

/** A button that opens a form for one action. */
export interface FormPress {
  readonly label: string;
  readonly data: { readonly verb: 'actions.form'; readonly ref: string; readonly form: string };
}

/** `cards/action.json`: one action with all its facts and its history. */
export interface ActionView {
  readonly source: string;
  /** What has just become of it: `Recorded.` */
  readonly news?: string;
  /** `SA-019` */
  readonly ref: string;
  readonly title: string;
  readonly standing: string;
  readonly colour: Colour;
  /** Owner, due, source, priority, review …; a fact that the records lack says so. */
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** What changed for children or practice, when known. */
  readonly evidence?: string;
  readonly notes?: string;
  /** Newest first; empty when nothing was changed since the import. */
  readonly history: readonly HistoryLine[];
  /** What the button for earlier lines sends; left out when all is shown. */
  readonly earlier?: { readonly label: string; readonly ref: string; readonly shown: number };
  /** What the asker may do now, in their personal chat; at most three. */
  readonly presses: readonly FormPress[];
  /** What could be asked next, where nothing is to be pressed. */
  readonly suggestions: readonly string[];
}
