import type { BankHolidays } from './bank-holidays.ts';
import { addDays, type Day, parseDay } from './dates.ts';
import { isWorkingDay } from './working-days.ts';

/** What agencies hold each other to: a dispute about a child goes by the practitioners' own procedure. */
export const ESCALATION_SUBJECTS = ['action', 'attendance', 'decision'] as const;
export type EscalationSubject = (typeof ESCALATION_SUBJECTS)[number];

export const ESCALATION_OUTCOMES = ['resolved', 'partly resolved', 'not resolved'] as const;
export type EscalationOutcome = (typeof ESCALATION_OUTCOMES)[number];

/** One agency asks another, above the level at which it was asked before, to put something right. */
export interface Escalation {
  readonly id: string;
  readonly about: EscalationSubject;
  /** Of an action its reference. */
  readonly subject?: string;
  readonly matter: string;
  readonly fromAgency: string;
  readonly toAgency: string;
  /** The group whose chair opened it. */
  readonly group?: string;
  readonly openedOn: Day;
  readonly openedBy: string;
  /** Working days that each level has, as they were set when it was opened. */
  readonly seniorDays: number;
  readonly partnersDays: number;
  /** Days on which the clock stands, first and last one of each time: `2026-12-21/2027-01-08`. */
  readonly holds: readonly string[];
  readonly holdReason?: string;
  readonly answer?: string;
  readonly answeredOn?: Day;
  readonly answeredBy?: string;
  readonly outcome?: EscalationOutcome;
  readonly changed?: string;
  readonly withdrawnOn?: Day;
  readonly withdrawnBecause?: string;
  readonly basis?: string;
}

/** Where an open escalation is; after the last level it is with the chair and the scrutineer. */
export type EscalationLevel = 'senior' | 'partners' | 'unanswered';

/** Working days of a level where the partnership sets none: a proposal, for no guidance sets them. */
export const DEFAULT_LEVEL_DAYS = 5;

export const isEscalationOpen = ({ answeredOn, withdrawnOn }: Escalation): boolean =>
  !answeredOn && !withdrawnOn;

/** The day on which it was answered or withdrawn. */
export const escalationClosedOn = ({ answeredOn, withdrawnOn }: Escalation): Day | undefined =>
  answeredOn ?? withdrawnOn;

/** What happens to an escalation that nobody answers. */
export const ESCALATION_STEPS = [
  'opened',
  'senior-half',
  'senior-eve',
  'partners',
  'partners-half',
  'partners-eve',
  'unanswered',
] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

/**
 * The day of each step. A level is half over, and ends, on a working day that counts from the day
 * after the opening; an unanswered escalation goes up on the next one. Days of a hold do not count.
 * @example escalationDays({ openedOn: day('2026-12-18'), seniorDays: 5, … }, england).partners // '2026-12-30': 25 and 28 December are bank holidays
 */
export function escalationDays(
  escalation: Escalation,
  bankHolidays: BankHolidays,
): Readonly<Record<EscalationStep, Day>> {
  const { openedOn, seniorDays, partnersDays } = escalation;
  const both = seniorDays + partnersDays;
  const days: Day[] = [openedOn];
  for (let on = addDays(openedOn, 1); days.length <= both + 1; on = addDays(on, 1))
    if (isWorkingDay(on, bankHolidays) && !isHeldOn(escalation, on)) days.push(on);
  const counted = (count: number) => days[count] as Day;
  return {
    opened: openedOn,
    'senior-half': counted(Math.ceil(seniorDays / 2)),
    'senior-eve': counted(seniorDays),
    partners: counted(seniorDays + 1),
    'partners-half': counted(seniorDays + Math.ceil(partnersDays / 2)),
    'partners-eve': counted(both),
    unanswered: counted(both + 1),
  };
}

/** Where an escalation is on a day, if nobody answered it until then. */
export function escalationLevel(
  escalation: Escalation,
  on: Day,
  bankHolidays: BankHolidays,
): EscalationLevel {
  const days = escalationDays(escalation, bankHolidays);
  if (on >= days.unanswered) return 'unanswered';
  return on >= days.partners ? 'partners' : 'senior';
}

/** The last day for an answer at the level that it is at; none once it is past the last. */
export function escalationDueOn(
  escalation: Escalation,
  today: Day,
  bankHolidays: BankHolidays,
): Day | undefined {
  const level = escalationLevel(escalation, today, bankHolidays);
  if (level === 'unanswered') return undefined;
  return escalationDays(escalation, bankHolidays)[`${level}-eve`];
}

/** Whether it was answered while a level still had days for it. */
export function isAnsweredInTime(
  escalation: Escalation,
  bankHolidays: BankHolidays,
  before: 'partners' | 'unanswered' = 'unanswered',
): boolean {
  const { answeredOn } = escalation;
  return answeredOn !== undefined && answeredOn < escalationDays(escalation, bankHolidays)[before];
}

/** The last day of the hold that a day lies in. */
export function heldUntil({ holds }: Escalation, on: Day): Day | undefined {
  return holds.map(parseHold).find((hold) => hold && hold.from <= on && on <= hold.until)?.until;
}

const isHeldOn = (escalation: Escalation, on: Day): boolean =>
  heldUntil(escalation, on) !== undefined;

/** @example parseHold('2026-12-21/2027-01-08') // { from: '2026-12-21', until: '2027-01-08' } */
export function parseHold(text: string): { readonly from: Day; readonly until: Day } | undefined {
  const [first, last] = text.split('/');
  const [from, until] = [parseDay(first), parseDay(last)];
  return from && until && from <= until ? { from, until } : undefined;
}
