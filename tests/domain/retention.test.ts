import { describe, expect, it } from 'vitest';
import { day, type Month } from '../../src/domain/dates.ts';
import {
  DEFAULT_RETENTION_RULES,
  isPastRetention,
  type RetainedKind,
  type RetentionRule,
  retentionRule,
} from '../../src/domain/retention.ts';

describe('a retention period', () => {
  it.each([
    ['two years to the day', '2019-03-15', 24, '2021-03-15', true],
    ['the day before', '2019-03-15', 24, '2021-03-14', false],
    ['a leap day, counted to the end of February', '2020-02-29', 12, '2021-02-28', true],
    ['a month only, within it', '2019-03', 24, '2021-03-31', false],
    ['a month only, behind it', '2019-03', 24, '2021-04-01', true],
  ])('%s', (_, since, months, today, over) => {
    const from = since.length === 7 ? (since as Month) : day(since);
    expect(isPastRetention({ months }, from, day(today))).toBe(over);
  });

  it.each<[RetainedKind, string, number, RegExp]>([
    ['action', 'closed', 120, /^deleted, with its history$/],
    ['agenda item', 'held', 84, /^deleted$/],
    ['roll-call', 'held', 24, /^reduced to the register: who pressed what, words with apologies/],
    ['refusal', 'refused', 24, /^deleted$/],
    ['notices', 'sent', 24, /^deleted, a month at a time: what was sent to whom/],
  ])('of what is usual: %s, from when it was %s, %i months', (kind, from, months, outcome) => {
    expect(retentionRule(kind, day('2020-01-01'))).toMatchObject({
      from,
      months,
      outcome: expect.stringMatching(outcome),
    });
    expect(retentionRule(kind, day('2019-12-31'))).toBeUndefined();
  });

  it('says for every rule whence it comes', () => {
    expect(DEFAULT_RETENTION_RULES.map(({ source }) => source.split(',')[0])).toEqual(
      DEFAULT_RETENTION_RULES.map(() => 'UK GDPR art. 5(1)(e)'),
    );
  });

  it('is that of the rule in force on the day', () => {
    const rule = { kind: 'refusal', from: 'refused', outcome: 'deleted', source: 'own' } as const;
    const rules: RetentionRule[] = [
      { ...rule, months: 24, validFrom: day('2020-01-01'), validTo: day('2021-12-31') },
      { ...rule, months: 12, validFrom: day('2022-01-01') },
    ];
    expect(retentionRule('refusal', day('2021-12-31'), rules)?.months).toBe(24);
    expect(retentionRule('refusal', day('2022-01-01'), rules)?.months).toBe(12);
    expect(retentionRule('refusal', day('2019-12-31'), rules)).toBeUndefined();
  });
});
