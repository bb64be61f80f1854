import { expect, it } from 'vitest';
import type { Day } from '../../src/domain/dates.ts';
import { riskMove } from '../../src/domain/risk.ts';

const reviews = [
  { at: '2021-02-01', likelihood: 3, impact: 4 },
  { at: '2021-03-09T10:00:00Z', likelihood: 5, impact: 4 },
];
const now = { likelihood: 5, impact: 4 };
const since = (day: string) => ({ since: day as Day });

it.each([
  ['from the review before that day', reviews, since('2021-03-01'), { from: 12, to: 20 }],
  ['not at all where none came after it', reviews, since('2021-03-10'), { from: 20, to: 20 }],
  ['from the review before the last, without a day', reviews, {}, { from: 12, to: 20 }],
  [
    'from the score before any review',
    reviews,
    { ...since('2021-01-01'), first: 9 },
    { from: 9, to: 20 },
  ],
  ['unknown, where nothing is recorded from before', reviews, since('2021-01-01'), undefined],
  ['unknown, where it was never reviewed', [], { ...since('2021-01-01'), first: 9 }, undefined],
])('a score moved %s', (_, some, { since: day, first }: { since?: Day; first?: number }, move) => {
  expect(riskMove(now, some, { since: day, first })).toEqual(move);
});
