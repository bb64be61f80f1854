import type { Colour, Figure } from '../../answers/card-parts.ts';

/** A button of a row; aloud it says whose row that is, for the same two buttons stand under each. */
export interface RowPress {
  readonly title: string;
  readonly aloud: string;
  readonly verb: string;
  readonly data: object;
}

/** A message that is not plainly with its person. */
export interface DeliveryRow {
  readonly who: string;
  /** References of what it says: `SA-019, SA-024 and 3 more`. */
  readonly what: string;
  readonly why: string;
  readonly colour: Colour;
  readonly since: string;
  /** *Send again* and *Dismiss*, where a person decides. */
  readonly presses: readonly RowPress[];
}

/** `cards/deliveries.json`: how the day's notices went, for an administrator. */
export interface DeliveriesView {
  readonly source: string;
  readonly headline: string;
  readonly sentence: string;
  /** Two rows of two, so that a phone shows them whole. */
  readonly numbers: readonly { readonly figures: readonly Figure[] }[];
  readonly lists: readonly {
    readonly title: string;
    readonly rows: readonly DeliveryRow[];
    readonly extent: string;
  }[];
  /** Who is away and until when; of others' settings nothing else is ever shown. */
  readonly away: readonly string[];
}
