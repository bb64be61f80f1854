import type { Day } from '../dates.ts';

/** Which rule makes a notice owed. */
export type Rule =
  /** An open action, some working days before its due day or on it. */
  | 'action'
  /** An open action that is overdue, once a week. */
  | 'overdue'
  /** An action overdue for so long that somebody above hears too. */
  | 'escalation'
  /** The Panel has to be notified of a serious incident. */
  | 'notify'
  /** A rapid review has to be with the Panel. */
  | 'review'
  /** An LCSPR has to be published. */
  | 'lcspr'
  /** The yearly report has to be published. */
  | 'report'
  /** The register of a meeting was not closed. */
  | 'register'
  /** An agency was absent from meetings running. */
  | 'absence'
  /** Evidence of impact waits for somebody to verify it. */
  | 'verification'
  /** The week’s letter to a chair. */
  | 'weekly'
  /** What somebody asked to be reminded of. */
  | 'reminder';

/** On which ground somebody hears of it. */
export type RecipientReason =
  | { readonly kind: 'owner' }
  /** Speaks for the agency: the one that owns it, or that was absent. */
  | { readonly kind: 'agency'; readonly agency: string }
  | { readonly kind: 'statutory'; readonly agency: string }
  /** Chairs the group; the partnership where none is named. */
  | { readonly kind: 'chair'; readonly group?: string }
  | { readonly kind: 'scrutineer' }
  | { readonly kind: 'administrator' }
  | { readonly kind: 'asked' };

/**
 * When a notice can wait. `statutory`: a time limit in law, which no quiet time holds back. `own`: a reminder for a day that
 * the person chose, held back by hours alone. `ordinary`: working days, outside the quiet hours, unless snoozed.
 */
export type PriorityClass = 'statutory' | 'own' | 'ordinary';

/**
 * What follows when nobody can know whether it arrived. A `reminder` is never lost: it is said again. A `decision-prompt` is
 * never said twice: a person looks into it.
 */
export type NoticeClass = 'reminder' | 'decision-prompt';

/** A message owed to one person because of a deadline. Who it is owed to and when follows from the records alone. */
export interface Notice {
  /** The same for the same thing at the same step, whoever finds it: see {@link noticeId}. */
  readonly id: string;
  readonly rule: Rule;
  /** The reference of an action or review, the name of an LCSPR, a meeting’s or reminder’s id, a year, the day of a week. */
  readonly about: string;
  readonly dueOn?: Day;
  /** Which of the rule’s steps was reached: `day-14`, `overdue-10`, `week-2021-03-15`, `late-3`. */
  readonly step: string;
  /** Person id. */
  readonly to: string;
  readonly reason: RecipientReason;
  /** The group in whose chat it is said when the person cannot be reached. */
  readonly group?: string;
  readonly priorityClass: PriorityClass;
  readonly class: NoticeClass;
}

/**
 * The due day is part of the id: when it moves, what was owed for the old day falls silent and new steps are owed.
 * @example noticeId({ rule: 'action', about: 'SA-019', dueOn: day('2021-03-31'), step: 'day-14', to: 'police-partner-lead' })
 * // 'action/SA-019/2021-03-31/day-14/police-partner-lead'
 */
export function noticeId({
  rule,
  about,
  dueOn,
  step,
  to,
}: Pick<Notice, 'rule' | 'about' | 'dueOn' | 'step' | 'to'>): string {
  return [rule, about, dueOn ?? '-', step, to].map(encodeURIComponent).join('/');
}

const STATUTORY: readonly Rule[] = ['notify', 'review', 'lcspr', 'report'];
const PROMPTS: readonly Rule[] = ['verification'];

export function priorityClassOf(rule: Rule): PriorityClass {
  if (rule === 'reminder') return 'own';
  return STATUTORY.includes(rule) ? 'statutory' : 'ordinary';
}

export function classOf(rule: Rule): NoticeClass {
  return PROMPTS.includes(rule) ? 'decision-prompt' : 'reminder';
}

/** What a notice is about, by its id alone. */
export function parseNoticeId(id: string): { rule: Rule; about: string } {
  const [rule = '', about = ''] = id.split('/').map(decodeURIComponent);
  return { rule: rule as Rule, about };
}
