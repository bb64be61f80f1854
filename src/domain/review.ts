import type { Day } from './dates.ts';

/** A serious incident and its rapid review as the partnership's table has it. Reference and category only, no child. */
export interface ReviewTableRow {
  readonly ref: string;
  readonly year?: string;
  readonly category?: string;
  readonly awareOn?: Day;
  readonly notifiedOn?: Day;
  readonly decidedOn?: Day;
  readonly localDecision?: string;
  readonly panelResponse?: string;
  readonly panelRespondedOn?: Day;
  readonly outcome?: string;
  /** The LCSPR that the case became part of; several cases can share one. */
  readonly reviewName?: string;
  readonly basis?: string;
}
