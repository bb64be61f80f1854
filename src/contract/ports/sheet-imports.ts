import type { Actor } from '../../domain/actor.ts';

/** What somebody has said of the sheets of a file: which sheet is what, what columns and values mean. */
export interface SheetWords {
  /** By the name of a sheet, the file of the partnership folder; empty for one to leave out. */
  readonly sheets: Readonly<Record<string, string>>;
  /** By file and heading; empty for a column to leave out. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By file, column and what is written. */
  readonly values: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
  >;
}

/** A file whose tables were opened, and what was said of them. */
export interface SentSheets {
  /** As `open` gave it: nothing of it is kept by whoever gave it. */
  readonly content: Uint8Array;
  readonly said: SheetWords;
  /** Somebody has looked at what may name a child, and says that it names none. */
  readonly namesNoChild: boolean;
}

/** A word of a sheet, and how it may be shown: what may name a child is not quoted. */
export interface QuotedText {
  readonly text: string;
  readonly shown: string;
}

/** How one sheet is read. */
export interface SheetReading {
  readonly name: QuotedText;
  /** The file of the partnership folder; nothing for a sheet that nobody can place. */
  readonly kind?: string;
  /** The fields that its columns can be. */
  readonly fields: readonly string[];
  readonly columns: readonly { readonly heading: QuotedText; readonly field?: string }[];
  /** How odd values were meant. */
  readonly values: readonly {
    readonly field: string;
    readonly written: string;
    /** Empty where it says nothing. */
    readonly meaning: string;
    readonly rows: number;
    /** What of it is not written. */
    readonly assumes?: 'year' | 'day';
    /** It stands in the notes as it was written. */
    readonly isKept?: true;
  }[];
  /** Rows that can be imported. */
  readonly ready: number;
  /** Rows that wait for an answer, or for a correction in the sheet. */
  readonly waiting: number;
}

/** What can be answered: one of these, a day, or words. */
export type ValueAnswers =
  | readonly { readonly title: string; readonly value: string }[]
  | 'day'
  | 'words';

/** What is written in a sheet and cannot be told. */
export interface ValueQuestion {
  readonly kind: string;
  readonly field: string;
  readonly written: string;
  readonly lines: readonly number[];
  readonly answers: ValueAnswers;
}

/** What has to be put right in the sheet itself. */
export interface SheetFault {
  readonly sheet: string;
  readonly line?: number;
  readonly column?: string;
  readonly reason: string;
}

/** What a file says otherwise, and an import leaves as it is here. */
export interface KeptField {
  readonly kind: string;
  readonly field: string;
  /** What names the record: `SA-002`. */
  readonly name: string;
  readonly line?: number;
  readonly inFile: string;
  readonly here: string;
  /** An import never changes it; otherwise both have changed it since the last import. */
  readonly isSettled: boolean;
}

/** How a file would be imported, against the records as they are now. */
export interface ImportPreview {
  /** As it may be shown. */
  readonly fileName: string;
  readonly sheets: readonly SheetReading[];
  readonly questions: readonly ValueQuestion[];
  readonly faults: readonly SheetFault[];
  /** The lines of rows that may name a child; whoever sent the file looks at them. */
  readonly doubtfulLines: readonly number[];
  readonly notes: readonly SheetFault[];
  readonly kept: readonly KeptField[];
  /** What would become of the rows. */
  readonly changes: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
  };
  /** Whether anything can be imported. */
  readonly canImport: boolean;
  /** The same for the same preview: what is imported is what was looked at. */
  readonly digest: string;
}

/** What an import did. */
export interface ImportOutcome {
  readonly kinds: readonly string[];
  readonly written: number;
  readonly unchanged: number;
  readonly waiting: number;
  /** References of what somebody changed meanwhile; those were left alone. */
  readonly stale: readonly string[];
}

/** Why a record stays when the import that wrote it is taken back. */
export type StayReason = 'changed since' | 'kept' | 'named by others';

/** An import that is taken back: how many records are as they were, and gone, by file; what stays. */
export interface UndoPlan {
  readonly importId: string;
  readonly reverted: readonly { readonly kind: string; readonly rows: number }[];
  readonly removed: readonly { readonly kind: string; readonly rows: number }[];
  readonly staying: readonly {
    readonly kind: string;
    readonly name: string;
    readonly why: StayReason;
  }[];
}

/** Reads spreadsheets that somebody sent, for a partnership that is stored. */
export interface SheetImports {
  /** The tables of a file; or why it cannot be read, as the end of a sentence: `is a picture: …`. */
  open(
    fileName: string,
    bytes: Uint8Array,
  ): Promise<{ readonly content: Uint8Array } | { readonly reason: string }>;
  preview(partnership: string, sent: SentSheets): Promise<ImportPreview>;
  /** Imports what is ready, and remembers how it was read. */
  store(partnership: string, sent: SentSheets, actor: Actor, id: string): Promise<ImportOutcome>;
  /** What taking back the last import comes to; nothing where there is none. */
  planUndo(partnership: string): Promise<UndoPlan | undefined>;
  undo(partnership: string, actor: Actor): Promise<UndoPlan | undefined>;
  /** Resolves when nothing is being stored. */
  whenIdle(): Promise<void>;
}
