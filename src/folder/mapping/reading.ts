import type { Day } from '../../domain/dates.ts';
import type { FindNamed, NamedRecords } from './find-named.ts';

/** What the values of a sheet are read against. */
export interface ValueContext {
  readonly records: NamedRecords;
  readonly find: FindNamed;
  readonly today?: Day;
  /** All that is written in the column, in small letters: an “a” means another thing where there is an “ap”. */
  readonly columnValues: ReadonlySet<string>;
  /** What a person has said of a part of a cell; empty where it says nothing. */
  readonly meaningOf?: (part: string) => string | undefined;
}

/** What a value means: cells of columns, words to keep in the notes, or a question for a person. */
export interface Reading {
  readonly cells?: Readonly<Record<string, string>>;
  /** What is no value of the column, and is kept in the notes as it was written. */
  readonly keep?: string;
  readonly ask?: string;
  /** The part of the cell that is asked about, where it is not the whole. */
  readonly askedOf?: string;
  /** Why the whole row says nothing, and is left out. */
  readonly leaveOut?: string;
  /** What is asked about names nothing that is known: a file of ours says so in its own words. */
  readonly isUnknown?: boolean;
  readonly warning?: string;
  /** What is not written and was assumed: it is said, and never changes what is stored. */
  readonly assumes?: 'year' | 'day';
  /** A letter of several that the column has for its words: they are said together. */
  readonly isLetter?: boolean;
  /** It is so in this row for what else the row says, and is not remembered. */
  readonly isRowSpecific?: boolean;
}

export type ReadValue = (written: string, known: ValueContext, cells: Cells) => Reading | undefined;
export type Cells = Readonly<Record<string, string>>;
