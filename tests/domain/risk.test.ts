import { describe, expect, it, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { day } from '../../src/domain/dates.ts';
import {
  add,
  close,
  isPastReview,
  type Risk,
  review,
  riskLevel,
  worstFirst,
} from '../../src/domain/risk.ts';

const actor: Actor = { by: 'chair', at: '2021-03-15T09:00:00.000Z', today: day('2021-03-15') };
const risk: Risk = {
  id: 'CH-01',
  title: 'No analyst',
  ownerGroup: 'QPPA',
  likelihood: 4,
  impact: 5,
  nextReviewOn: day('2021-03-26'),
};
const judgement = {
  likelihood: 3,
  impact: 3,
  reason: 'Somebody was found',
  nextReviewOn: day('2021-03-16'),
};

test.each([
  [1, 1, 'green'],
  [2, 4, 'green'],
  [3, 3, 'amber'],
  [3, 5, 'amber'],
  [4, 4, 'red'],
  [5, 5, 'red'],
  [undefined, 5, 'unscored'],
] as const)('likelihood %s and impact %s are %s', (likelihood, impact, level) => {
  expect(riskLevel({ ...(likelihood && { likelihood }), impact })).toBe(level);
});

describe('reviewing a risk', () => {
  it('gives it a score and a next day, and keeps from what to what', () => {
    const reviewed = review(risk, judgement, actor);
    expect(reviewed).toMatchObject({
      ok: true,
      value: {
        record: { likelihood: 3, impact: 3, nextReviewOn: '2021-03-16' },
        event: {
          type: 'reviewed',
          reason: 'Somebody was found',
          changes: { score: { from: '20', to: '9' } },
        },
      },
    });
  });

  test.each([
    ['today', { nextReviewOn: day('2021-03-15') }, 'review-day-past'],
    ['no day', { nextReviewOn: undefined }, 'review-day-past'],
    ['no reason', { reason: '  ' }, 'reason-missing'],
  ])('is refused with %s', (_, change, refusal) => {
    expect(review(risk, { ...judgement, ...change }, actor)).toEqual({ ok: false, refusal });
  });

  it('is refused once it is closed', () => {
    const closed = close(risk, 'Dealt with', actor);
    if (!closed.ok) throw new Error('An open risk can be closed');
    expect(closed.value.record).not.toHaveProperty('nextReviewOn');
    expect(review(closed.value.record, judgement, actor)).toMatchObject({
      refusal: 'already-closed',
    });
  });
});

test.each([
  [{ title: ' ' }, 'title-missing'],
  [{ ownerGroup: undefined }, 'owner-missing'],
  [{ nextReviewOn: day('2021-03-14') }, 'review-day-past'],
] as const)('a risk with %j is not added: %s', (change, refusal) => {
  const { ownerGroup, ...rest } = { ...risk, ...change };
  const wanted = ownerGroup ? { ...rest, ownerGroup } : rest;
  expect(add(wanted, 'Seen', actor)).toMatchObject({ ok: false, refusal });
});

it('is past its review from the day after it', () => {
  expect(isPastReview(risk, day('2021-03-26'))).toBe(false);
  expect(isPastReview(risk, day('2021-03-27'))).toBe(true);
});

it('lists the worst first, of equal ones the longest due, and none that is closed', () => {
  const low = { ...risk, id: 'CH-02', likelihood: 1 };
  const due = { ...risk, id: 'CH-03', nextReviewOn: day('2021-03-02') };
  const closed = { ...risk, id: 'CH-04', closedOn: day('2021-03-01') };
  expect(worstFirst([low, risk, closed, due]).map(({ id }) => id)).toEqual([
    'CH-03',
    'CH-01',
    'CH-02',
  ]);
});
