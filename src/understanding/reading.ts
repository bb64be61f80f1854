import type { Question } from '../contract/question.ts';
import type { Day } from '../domain/dates.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import type { OutOfScope } from './classifier/out-of-scope.ts';
import type { TitleSearch } from './entities/find-title.ts';
import type { Lexicon } from './entities/lexicon.ts';

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
  readonly previous?: { readonly question: Question; readonly choices?: readonly Question[] };
}

/** What a message was understood to be. */
export type Reading =
  | ({ readonly kind: 'question' } & Candidate)
  /** Two or three readings are too close to choose between: ask back. */
  | { readonly kind: 'choice'; readonly readings: readonly Candidate[] }
  | { readonly kind: 'refused'; readonly refusal: OutOfScope }
  | { readonly kind: 'unknown'; readonly guess?: Candidate };

export interface Candidate {
  readonly question: Question;
  /** 0 to 1. */
  readonly confidence: number;
  readonly parts: readonly ReadingPart[];
}

/** Which words of the message gave which part of the question. */
export interface ReadingPart {
  readonly words: string;
  /** `intent`, `filters.agency`, `args.actionRef` … */
  readonly field: string;
  readonly value: string;
}
