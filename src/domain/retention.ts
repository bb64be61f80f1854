import { addMonths, type Day, type Month } from './dates.ts';

/**
 * The kinds of record that are kept for a limited time. Everything else is the record of the
 * partnership and stays.
 */
export type RetainedKind = 'action' | 'agenda item' | 'roll-call' | 'refusal' | 'notices';

/** How long one kind of record is kept, as dated configuration: the rule in force today applies. */
export interface RetentionRule {
  /** A {@link RetainedKind}, or what a feature calls the records of its store: `risk`. */
  readonly kind: string;
  /** The event from which the time counts, as the operator reads it: `closed`, `withdrawn`. */
  readonly from: string;
  readonly months: number;
  readonly outcome: string;
  readonly validFrom: Day;
  readonly validTo?: Day;
  readonly source: string;
}

export const VALID_FROM = '2020-01-01' as Day;
export const OWN_SCHEDULE =
  'UK GDPR art. 5(1)(e), storage limitation; the partnership’s own schedule, to be confirmed by its data protection officer';

/**
 * The retention periods of a partnership that has decided nothing else. No statute sets one for the
 * business records of a safeguarding partnership, so each is an assumption
 * (docs/decisions/0017-backup-retention-erasure.md).
 */
export const DEFAULT_RETENTION_RULES: readonly RetentionRule[] = [
  {
    kind: 'action',
    from: 'closed',
    months: 120,
    outcome: 'deleted, with its history',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  {
    kind: 'agenda item',
    from: 'held',
    months: 84,
    outcome: 'deleted',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  {
    kind: 'roll-call',
    from: 'held',
    months: 24,
    outcome:
      'reduced to the register: who pressed what, words with apologies and who was seen joining are deleted',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  {
    kind: 'refusal',
    from: 'refused',
    months: 24,
    outcome: 'deleted',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  {
    kind: 'notices',
    from: 'sent',
    months: 24,
    outcome: 'deleted, a month at a time: what was sent to whom, and what became of it',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
];

/** The rule for a kind of record that is in force on a day. */
export function retentionRule(
  kind: string,
  today: Day,
  rules: readonly RetentionRule[] = DEFAULT_RETENTION_RULES,
): RetentionRule | undefined {
  return rules.find(
    (rule) =>
      rule.kind === kind &&
      rule.validFrom <= today &&
      (rule.validTo === undefined || today <= rule.validTo),
  );
}

/**
 * Whether a record has been kept for as long as its rule says. Where only the month is known, the
 * time counts from its end.
 * @example isPastRetention({ months: 24, … }, '2019-03-15', '2021-03-15') // true: two years to the day
 * @example isPastRetention({ months: 24, … }, '2019-03', '2021-03-31') // false: it may have been the 31st
 */
export function isPastRetention(
  { months }: Pick<RetentionRule, 'months'>,
  since: Day | Month,
  today: Day,
): boolean {
  const from = since.length === 7 ? addMonths(`${since}-01` as Day, 1) : (since as Day);
  return addMonths(from, months) <= today;
}

/**
 * A single record that is kept beyond its time: an inquest, an inspection or a criminal case may
 * need it.
 */
export interface RetentionHold {
  /** The kind of record, as its rule calls it. */
  readonly kind: string;
  readonly id: string;
  readonly reason: string;
  /** The last day of the hold; until it is released where there is none. */
  readonly until?: Day;
  readonly releasedOn?: Day;
}

/** Whether a hold keeps its record on a day. */
export const isHeld = (
  { until, releasedOn }: Pick<RetentionHold, 'until' | 'releasedOn'>,
  today: Day,
): boolean => releasedOn === undefined && (until === undefined || today <= until);

/** A record whose retention has ended, and the rule that says so. */
export interface ExpiredRecord {
  readonly kind: string;
  readonly id: string;
  /** The day or month of the event from which the rule counts. */
  readonly since: Day | Month;
  readonly rule: RetentionRule;
}
