import type { Filters } from './question.ts';

/** The slots that a message can fill, each by rules of its own in `understanding/`. */
export type SlotName =
  | 'action'
  | 'assignee'
  | 'person'
  | 'post'
  | 'presence-filters'
  | 'grouping'
  | 'order'
  | 'rank'
  | 'field'
  | 'meeting-date'
  | 'past-date'
  | 'tense'
  | 'day-range'
  | 'several'
  | 'own-agency'
  | 'asker-agency'
  | 'meeting-time'
  /** Who is here, and who sent apologies. */
  | 'attendees'
  /** How many meetings, and on which day of the week. */
  | 'recurrence'
  | 'status-change'
  | 'due-change'
  | 'note'
  | 'evidence-text'
  | 'new-action'
  | 'deputy'
  | 'agenda-item'
  | 'decision-text'
  | 'reminder'
  | 'since'
  | 'period'
  | 'review-days'
  | 'last-meetings'
  | 'drift-kind'
  | 'section'
  | 'topic'
  | 'source-name'
  | 'raised'
  | 'timeliness'
  | 'as-at'
  | 'except';

/**
 * How people say things, as data: under a heading, `list_actions hasOwner=false`, natural messages.
 * `{agency}`, `{group}`, `{priority}`, `{ref}`, `{review}`, `{risk}`, `{title}`, `{year}`, `{month}`,
 * `{date}`, `{n}`, `{person}`, `{name}` (a stranger's) stand for names; `> ` before a message says
 * that it follows another.
 */
export type Messages = Readonly<Record<string, readonly string[]>>;

/**
 * What the words for one thing can fill in. A feature keeps it beside its code, in `phrases.ts`,
 * and the words themselves in `messages.json`.
 */
export interface IntentGrammar {
  /**
   * The keys of its headings in `messages.json` that the choice of reading settles (`mode`,
   * `response`); any other key there is what the words fill in.
   */
  readonly settles?: readonly string[];
  /**
   * What headings say that people also say in words which no rule knows (“the naughty list” is what
   * is overdue). Each is learned apart, and stands where the words fill in none of its kind.
   */
  readonly infers?: readonly string[];
  /** The filters that mean something here; another name in the message is left out. */
  readonly filters?: readonly (keyof Filters)[];
  /** The slots that mean something here. */
  readonly slots?: readonly SlotName[];
  /**
   * Slots of this intent's own: what the first group of a pattern finds in the message as it was
   * typed.
   */
  readonly patterns?: Readonly<Record<string, RegExp>>;
  /** It is about no record: any words may stand beside those that ask for it, and none is unused. */
  readonly takesAnyWords?: boolean;
  /**
   * Arguments of the question before that hold on, whatever its intent, where a message names no
   * thing of its own: the source of “which of them are met”.
   */
  readonly keeps?: readonly string[];
  /**
   * What is meant when nothing is said: `{ year: 'current' }`; `board` stands for the partnership's
   * board.
   */
  readonly defaults?: Filters;
  /** Nothing can be asked without one of these; `several` stands for two things to compare, or words that compare; `order` for words that say what becomes of them. */
  readonly requires?: 'action' | 'priority' | 'agency' | 'review' | 'several' | 'order';
  /**
   * Whether days of the message lie behind or ahead: of what has happened, “12 march” is the last
   * one. `coming` where nothing is said.
   */
  readonly days?: 'past' | 'coming';
  /** It changes records or sends something, so it is never guessed. */
  readonly mutates?: boolean;
  /** Where no group is named it is about the asker's own, which “they” are not. */
  readonly isOfOneGroup?: boolean;
  /** It is about nothing: what holds a reference or a number asks for something else. */
  readonly isSmallTalk?: boolean;
  /** No record of it is kept: an action whose title has its words is likelier meant. */
  readonly isKeptElsewhere?: boolean;
}
