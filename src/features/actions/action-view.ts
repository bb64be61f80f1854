import type { Colour } from '../card-parts.ts';

/** `cards/action.json`: one action with all its facts and its history. */
export interface ActionView {
  readonly source: string;
  /** `SA-019` */
  readonly ref: string;
  readonly title: string;
  readonly standing: string;
  readonly colour: Colour;
  /** Owner, due, source, priority, review …; a fact that the records lack says so. */
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** What changed for children or practice, when known. */
  readonly evidence?: string;
  readonly notes?: string;
  /** Newest first; empty when nothing was changed since the import. */
  readonly history: readonly { readonly when: string; readonly what: string }[];
  readonly suggestions: readonly string[];
}
