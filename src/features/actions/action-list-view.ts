import type { ActionRow, Share } from '../../answers/card-parts.ts';

/** `cards/action-list.json` */
export interface ActionListView {
  /** Small line above: where this comes from. */
  readonly source: string;
  readonly headline: string;
  /** How to read the list, where it needs saying. */
  readonly sentence?: string;
  readonly rows: readonly ActionRow[];
  /** `Showing 10 of 43` */
  readonly extent: string;
  /** What the *Show more* button sends; left out when all is shown. */
  readonly more?: { readonly label: string; readonly question: object; readonly shown: number };
  /** What *Change several…* sends: the rows that are shown. Left out for those who may not. */
  readonly several?: { readonly question: object; readonly from: number; readonly to: number };
  readonly suggestions: readonly string[];
}

/** `cards/action-counts.json`: “how many … by …” */
export interface ActionCountsView {
  readonly source: string;
  readonly headline: string;
  /** What the chart and the table divide: `Open actions by agency`. */
  readonly caption: string;
  readonly shares: readonly Share[];
  readonly suggestions: readonly string[];
}
