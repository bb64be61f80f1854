import type { Question, ShownList } from './question.ts';

/** Where something was said: in a personal chat, a group or meeting chat, or a channel. */
export interface ConversationPlace {
  readonly kind: 'personal' | 'group' | 'channel';
  readonly conversationId: string;
}

/** What somebody recorded last in a conversation, and the press that takes it back. */
export interface Undo {
  /** `SA-113 was raised` */
  readonly what: string;
  readonly press: { readonly action: string; readonly data: object };
}

/** What a person and Convenor were last speaking about in one conversation. */
export interface Thread {
  readonly question: Question;
  /**
   * The last list that was answered, how many of its rows have been shown, and how many it has: for
   * “show more”.
   */
  readonly list?: { readonly question: Question; readonly shown: number; readonly all: number };
  /** The readings between which the asker was asked to choose. */
  readonly choices?: readonly Question[];
  /**
   * The rows that were last shown, for “the second one”; behind them those of the list from which
   * the record that shows them was picked.
   */
  readonly lists?: readonly ShownList[];
  /** For “undo”: forgotten with the thread, though the button on its card stays. */
  readonly undo?: Undo;
}
