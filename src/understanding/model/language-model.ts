import type { Outcome } from '../../domain/outcome.ts';

/** A language model, wherever it runs. */
export interface LanguageModel {
  /** What it says to a prompt. Stops as soon as the signal says so; never throws. */
  complete(prompt: ModelPrompt, signal: AbortSignal): Promise<Outcome<string, ModelFailure>>;
}

/** What a language model is given: what to do, the message as data, and how an answer looks. */
export interface ModelPrompt {
  readonly instructions: string;
  readonly message: string;
  /** A strict JSON schema of the answer, for endpoints that keep to one. */
  readonly schema: JsonSchema;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Why a language model gave nothing to read; `declined` is a content filter, or its own refusal. */
export type ModelFailure =
  | 'unreachable'
  | 'too late'
  | 'unreadable'
  | 'declined'
  | `status ${number}`;
