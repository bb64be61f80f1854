import type { Asker, Thread } from '../contract/feature.ts';
import type { Question } from '../contract/question.ts';

/** A message with all that helps to understand it. */
export interface Hearing {
  readonly text: string;
  readonly asker: Asker;
  /** What this person and Convenor were speaking about here, if it was less than 30 minutes ago. */
  readonly thread?: Thread;
}

/** Which words of the message gave which part of the question. */
export interface Reason {
  readonly words: string;
  /** `intent`, `filters.agency`, `args.actionRef` … */
  readonly gave: string;
  readonly value: string;
}

export interface Candidate {
  readonly question: Question;
  /** 0 to 1. */
  readonly confidence: number;
  readonly because: readonly Reason[];
}

/** Why a message is declined without being looked up, stored or sent on. */
export type Refusal = 'child identity' | 'named child case data' | 'personal details' | 'unrelated';

/** What a message was understood to be. */
export type Reading =
  | ({ readonly kind: 'question' } & Candidate)
  /** Two or three readings are too close to choose between: ask back. */
  | { readonly kind: 'choice'; readonly readings: readonly Candidate[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly because: readonly Reason[] }
  | { readonly kind: 'unknown'; readonly guess?: Candidate };

/** Reads messages. Deterministic: the same hearing over the same records is always read the same. Never throws. */
export interface Reader {
  read(hearing: Hearing): Promise<Reading>;
}
