import type { Filters, Question, ShownList } from '../contract/question.ts';
import type { BankHolidays } from '../domain/bank-holidays.ts';
import type { Day } from '../domain/dates.ts';
import type { OutOfScope } from './classifier/out-of-scope.ts';
import type { TitleSearch } from './entities/find-title.ts';
import type { Lexicon } from './entities/lexicon.ts';
import type { Span } from './text/span.ts';

/** Reads a message, always alike in the same context. Throws only if titles cannot be searched. */
export type Reader = (text: string, lexicon: Lexicon, context: ReadContext) => Promise<Reading>;

/** What the meaning of a message depends on, other than its words. */
export interface ReadContext {
  readonly today: Day;
  /** Easter lies between two of them. */
  readonly bankHolidays: BankHolidays;
  /** Finds the action that is meant by words of its title. */
  readonly searchTitles: TitleSearch;
  /** The group that the chat is kept for. */
  readonly home?: string;
  /** What was asked before in this conversation, and what there was to choose between. */
  readonly previous?: {
    readonly question: Question;
    readonly choices?: readonly Question[];
    readonly lists?: readonly ShownList[];
  };
}

/** What a message was understood to be. */
export type Reading =
  | ({ readonly kind: 'question' } & Candidate)
  /** Several things are asked in one message; the first is answered first. */
  | { readonly kind: 'several'; readonly questions: readonly Candidate[] }
  /** Two or three readings are too close to choose between: ask back. */
  | { readonly kind: 'choice'; readonly readings: readonly Candidate[] }
  /** Somebody or something is named that no record knows: nothing is answered in its place. */
  | { readonly kind: 'unknown-name'; readonly name: UnknownName; readonly guess?: Candidate }
  /** A place in a list is named, and no list was shown, or none that has that place. */
  | ({ readonly kind: 'no-row' } & MissingRow)
  | { readonly kind: 'refused'; readonly refusal: OutOfScope }
  | { readonly kind: 'unknown'; readonly guess?: Candidate };

/** A row that was pointed at and is not there. */
export interface MissingRow {
  /** How many rows were shown; none where nothing was listed. */
  readonly shown: number;
  /** How many more the list has. */
  readonly left: number;
  /** The place lies behind the last row; otherwise there is a row that opens nothing. */
  readonly isBeyond: boolean;
}

/** A name that no record of the partnership bears, as it was typed: “Barnardo's”. */
export interface UnknownName {
  readonly words: string;
  /** What the words around it say that it is. */
  readonly kind: 'agency' | 'group' | 'person' | 'review' | 'day' | 'any';
  /** “Neglect group”: the priority that is called so, where no group is. */
  readonly priority?: string;
}

export interface Candidate {
  readonly question: Question;
  /** 0 to 1. */
  readonly confidence: number;
  readonly parts: readonly ReadingPart[];
  /** Words of the message that say something and gave no part of the question: “in the shed”. */
  readonly unused?: readonly string[];
  /** It is about no record: small talk, or what is kept elsewhere. */
  readonly isAboutNothing?: boolean;
  /** The message goes into a form as it stands. */
  readonly isFreeText?: boolean;
  /** Further actions of which the same is asked: “close SA-019 and SA-020”. */
  readonly otherRefs?: readonly string[];
  /** It was too unsure to answer until a language model took it for the same; the answer says so. */
  readonly isGuessed?: boolean;
  /** How many rows behind “the last one” were not shown. */
  readonly left?: number;
  /** Filters that come from the question before, which the answer names. */
  readonly inherited?: readonly (keyof Filters)[];
}

/** Which words of the message gave which part of the question. */
export interface ReadingPart {
  readonly words: string;
  /** `intent`, `filters.agency`, `args.actionRef` … */
  readonly field: string;
  readonly value: string;
  /** Where the words stand. */
  readonly span?: Span;
}
