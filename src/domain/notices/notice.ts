import type { Day } from '../dates.ts';
import { omitUndefined } from '../optional.ts';
import type { Recipient, RecipientReason } from './recipients.ts';

/**
 * When a notice can wait. `statutory`: a time limit in law, which no quiet time holds back. `own`: a reminder for a day that
 * the person chose, held back by hours alone. `ordinary`: working days, outside the quiet hours, unless snoozed.
 */
export type PriorityClass = 'statutory' | 'own' | 'ordinary';

/** What is the same for all notices that are owed by one rule. */
export interface NoticeRule {
  /** The first part of their ids: `escalation`. */
  readonly rule: string;
  readonly priorityClass: PriorityClass;
  /**
   * What follows when nobody can know whether one arrived: it is sent again, for a reminder is never lost; or a person looks
   * into it, for a request to decide is never sent twice.
   */
  readonly whenInDoubt: 'repeat' | 'ask-a-person';
  /** Somebody asked for it just now: it makes a message of its own beside that of the day. */
  readonly isAskedFor?: boolean;
}

/** Finds the rule of a notice by its id; a ledger may still hold some of a rule that is no more. */
export type FindRule = (noticeId: string) => NoticeRule | undefined;

/** Something that is owed now because of a record, to whoever it concerns. */
export interface OwedStep {
  /** The reference of an action or review, the name of an LCSPR, a meeting’s or reminder’s id, a year, the day of a week. */
  readonly about: string;
  /** Which of the rule’s steps was reached: `day-14`, `overdue-10`, `week-2021-03-15`, `late-3`. */
  readonly step: string;
  readonly dueOn?: Day | undefined;
  /** The group in whose chat it is said when the person cannot be reached. */
  readonly group?: string | undefined;
}

/** A message owed to one person because of a deadline. Who it is owed to and when follows from the records alone. */
export interface Notice extends OwedStep {
  /** The same for the same thing at the same step, whoever finds it: see {@link noticeId}. */
  readonly id: string;
  readonly rule: string;
  readonly priorityClass: PriorityClass;
  /** Person id. */
  readonly to: string;
  readonly reason: RecipientReason;
}

/**
 * What a step of a rule makes for one recipient.
 * @example toNotice(actionDue, { about: 'SA-019', step: 'day-14', dueOn }, { person: 'chair', reason: { kind: 'chair' } })
 */
export function toNotice(
  { rule, priorityClass }: NoticeRule,
  step: OwedStep,
  { person: to, reason }: Recipient,
): Notice {
  const id = noticeId({ rule, ...step, to });
  return omitUndefined({ id, rule, ...step, to, reason, priorityClass });
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

/** By which rule a notice is owed and what it is about, by its id alone. */
export function parseNoticeId(id: string): { readonly rule: string; readonly about: string } {
  const [rule = '', about = ''] = id.split('/').map(decodeURIComponent);
  return { rule, about };
}
