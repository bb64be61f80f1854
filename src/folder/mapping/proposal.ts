import type { Fault, Sheet, SheetRow } from '../sheet.ts';

/** What a column of a sheet was taken for, and why. */
export interface ProposedColumn {
  readonly heading: string;
  /** Nothing for a column that is left out. */
  readonly column?: string;
  readonly by: 'own name' | 'known name' | 'similar name' | 'content' | 'mapping' | 'nothing';
}

/** A column of a table with the meetings across. */
export interface MeetingColumn {
  readonly at: number;
  readonly heading: string;
}

/** How an odd value was meant, and how often it is there. */
export interface ProposedValue {
  readonly column: string;
  readonly written: string;
  /** Empty where it says nothing. */
  readonly meaning: string;
  readonly rows: number;
  readonly firstLine: number;
  /** It follows from the rows that it stands in, and is not remembered. */
  readonly isRowSpecific?: boolean;
  /** What of it is not written. */
  readonly assumes?: 'year' | 'day';
  /** It stands in the notes as it was written. */
  readonly isKept?: true;
}

/** A sheet with what its columns were taken for. */
export interface PlacedSheet {
  /** `log.xlsx sheet Action Log`. */
  readonly file: string;
  /** The file of the partnership folder that it is read as: `actions`. */
  readonly kind: string;
  readonly headerLine: number;
  readonly columns: readonly ProposedColumn[];
}

/** How a sheet is read: what a person looks at, corrects, and lets be imported. */
export interface Proposal extends PlacedSheet {
  /** The columns that hold a mark for each agency, where the meetings are across. */
  readonly meetings: readonly MeetingColumn[];
  readonly values: readonly ProposedValue[];
  /** Rows that are not read until a person has answered. */
  readonly needPerson: readonly Fault[];
  /** Those rows, as far as they were read. */
  readonly waitingRows: readonly SheetRow[];
  /** Columns and rows that are not imported. */
  readonly leftOut: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** What is left to check and to store. */
  readonly sheet: Sheet;
}
