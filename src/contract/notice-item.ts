import type { Day } from '../domain/dates.ts';

/** What is owed to somebody, and on which ground they are told of it. Names are already in words; days are days. */
export interface NoticeItem {
  /** The reference that people know: `SA-019`, `RR-2021-01`. Of a group or a year, a short name of it. */
  readonly subject: string;
  /** The action's title; of a review its category and nothing of the case. */
  readonly title: string;
  readonly matter: Matter;
  readonly why: Why;
  /** Of an action, its status with what else is worth knowing at once: `in progress, moved twice`. */
  readonly standing?: string;
  /** Owner, source and what else says what it is about; at most four. */
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
}

/** What has to happen. */
export type Matter =
  /** An open action, before, on or after its due day. */
  | { readonly kind: 'action'; readonly dueOn: Day }
  /** Complete with evidence: a chair or the scrutineer verifies it or sends it back. */
  | { readonly kind: 'verification'; readonly completedOn?: Day }
  /** Complete, but nothing says what changed for children or for practice. */
  | { readonly kind: 'evidence'; readonly completedOn?: Day }
  /** A time limit in law or guidance: `what` is what has to be done, “send the rapid review to the Panel”. `report` is the year of a yearly report, `review` one that an LCSPR covers. */
  | {
      readonly kind: 'clock';
      readonly what: string;
      readonly dueOn: Day;
      readonly source: string;
      readonly report?: string;
      readonly review?: string;
    }
  /** A register that nobody closed. */
  | {
      readonly kind: 'register';
      readonly group: string;
      readonly heldOn: Day;
      readonly meeting: string;
    }
  /** An agency that missed so many meetings of a group in a row without a deputy. */
  | {
      readonly kind: 'absence';
      readonly agency: string;
      readonly group: string;
      readonly meetings: number;
    }
  /** What somebody asked to be reminded of, in their own words where it is no record. */
  | { readonly kind: 'reminder'; readonly words?: string };

/** On which ground somebody is told. */
export type Why =
  | { readonly kind: 'owner' }
  | { readonly kind: 'lead'; readonly agency: string }
  /** Speaks for an agency that it is about, but that does not own it. */
  | { readonly kind: 'agency'; readonly agency: string }
  /** The group owns it or follows it up, and this person chairs it. */
  | { readonly kind: 'group'; readonly group: string }
  /** It has been overdue so long that the chair hears too. `group` is left out for the partnership's chair. */
  | { readonly kind: 'escalation'; readonly group?: string; readonly workingDaysOverdue: number }
  | { readonly kind: 'verifier'; readonly as: 'chair' | 'scrutineer'; readonly group?: string }
  /** Speaks for a statutory partner, whom every time limit in law concerns. */
  | { readonly kind: 'statutory'; readonly agency: string }
  | { readonly kind: 'chair'; readonly group?: string }
  | { readonly kind: 'administrator' }
  | { readonly kind: 'asked'; readonly on: Day };

/** Somebody else, who could not be told: then it is said in the chat of a group. */
export interface Instead {
  readonly of: string;
}
