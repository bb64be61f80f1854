/** How a state is coloured; each also has its words, for colour is never alone. Names are Adaptive Cards' own. */
export type Colour = 'attention' | 'warning' | 'good' | 'accent' | 'default';

/** A line of a list: reference and title, then owner and due day, then the standing in words. */
export interface ActionRow {
  readonly ref: string;
  readonly title: string;
  /** `West Midlands Police · due Fri 26 February` */
  readonly line: string;
  /** `overdue by 17 days` */
  readonly standing: string;
  readonly colour: Colour;
}

/** A number that matters, with its caption. */
export interface Figure {
  readonly number: string;
  readonly caption: string;
  readonly colour: Colour;
}

/** A part of a whole, for a chart and for the table that stands in for it. */
export interface Share {
  readonly label: string;
  readonly count: number;
  /** Adaptive Cards chart colour: `good`, `warning`, `attention`, `neutral`, `categoricalBlue` … */
  readonly colour: string;
}

/** A decision in a list. */
export interface DecisionRow {
  readonly title: string;
  /** `Tackling Neglect Subgroup · Wed 14 April 2021` */
  readonly line: string;
  /** Quorum, authority, options and dissent, as sentences without the last full stop. */
  readonly details: string;
}

/** The button of a row, so that what it opens stands below and does not take the place of the other rows. */
export function inNewMessage<Press extends { readonly data?: object }>(press: Press): Press {
  return { ...press, data: { ...press.data, inNewMessage: true } };
}
