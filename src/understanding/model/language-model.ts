import type { Outcome } from '../../domain/outcome.ts';

/** A language model, wherever it runs. */
export interface LanguageModel {
  /** What it says to a prompt. Stops as soon as the signal says so; never throws. */
  complete(prompt: ModelPrompt, signal: AbortSignal): Promise<Outcome<string, ModelFailure>>;
}

/** What a language model is given: what to do, and the message as data. */
export interface ModelPrompt {
  readonly instructions: string;
  readonly message: string;
}

/** Why a language model gave nothing to read. */
export type ModelFailure = 'unreachable' | 'too late' | 'unreadable' | `status ${number}`;
