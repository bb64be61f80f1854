import type { Args, Filters } from './question.ts';

/** The slots that a message can fill, each by rules of its own in `understanding/`. */
export type SlotName =
  | 'action'
  | 'assignee'
  | 'person'
  | 'presence-filters'
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

/**
 * The words in which people ask for one thing, and what those can fill in. A feature keeps it
 * beside its code, in `phrases.ts`.
 */
export interface IntentGrammar {
  /**
   * Ways of saying it; `{agency}`, `{group}`, `{priority}`, `{ref}`, `{review}`, `{title}`,
   * `{year}`, `{month}`, `{date}`, `{n}`, `{person}`, `{name}` (a stranger's) stand for names;
   * `[a|b]` for either, `[a|]` for a or nothing.
   */
  readonly utterances: readonly string[];
  /** Further ways of saying it that each settle some arguments: “remind me …” is mode `remind`. */
  readonly variants?: readonly {
    readonly args: Args;
    readonly filters?: Filters;
    readonly utterances: readonly string[];
  }[];
  /** The filters that mean something here; another name in the message is left out. */
  readonly filters?: readonly (keyof Filters)[];
  /** The slots that mean something here. */
  readonly slots?: readonly SlotName[];
  /**
   * Slots of this intent's own: what the first group of a pattern finds in the message as it was
   * typed.
   */
  readonly patterns?: Readonly<Record<string, RegExp>>;
  /**
   * What is meant when nothing is said: `{ year: 'current' }`; `board` stands for the partnership's
   * board.
   */
  readonly defaults?: Filters;
  /** Nothing can be asked without one of these. */
  readonly requires?: 'action' | 'priority' | 'agency' | 'review';
  /** It changes records or sends something, so it is never guessed. */
  readonly mutates?: boolean;
}
