import type { Args, Filters } from './question.ts';

/** Arguments that are found by their own grammar; `conversation/arguments.ts` has one for each. */
export type ArgumentName =
  | 'action'
  | 'assignee'
  | 'person'
  | 'evidence-flags'
  | 'grouping'
  | 'order'
  | 'field'
  | 'meeting-date'
  | 'meeting-time'
  | 'status-change'
  | 'note'
  | 'evidence-text'
  | 'new-action'
  | 'deputy'
  | 'agenda-item'
  | 'decision-text'
  | 'reminder'
  | 'since'
  | 'last-meetings'
  | 'drift-kind'
  | 'section';

/** How people ask for one thing, and what their words can fill in. A feature keeps it beside its code, in `phrases.ts`. */
export interface Spoken {
  /** How people say it; `{agency}`, `{group}`, `{priority}`, `{ref}`, `{review}`, `{title}`, `{year}`, `{month}`, `{date}`, `{n}`, `{person}`, `{name}` (a stranger's) stand for names; `[a|b]` for either, `[a|]` for a or nothing. */
  readonly said: readonly string[];
  /** Further ways of saying it that each settle some arguments: “remind me …” is mode `remind`. */
  readonly variants?: readonly {
    readonly args: Args;
    readonly filters?: Filters;
    readonly said: readonly string[];
  }[];
  /** The filters that mean something here; another name in the message is left out. */
  readonly takes?: readonly (keyof Filters)[];
  /** The arguments that mean something here. */
  readonly reads?: readonly ArgumentName[];
  /** What is meant when nothing is said: `{ year: 'current' }`; `board` stands for the partnership's board. */
  readonly defaults?: Filters;
  /** Nothing can be asked without one of these. */
  readonly needs?: 'action' | 'priority' | 'agency' | 'review';
  /** A reading that changes records or sends something: never guessed. */
  readonly writes?: boolean;
}
