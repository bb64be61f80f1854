import { expect, test } from 'vitest';
import { nextReference } from '../../src/domain/next-reference.ts';

test.each([
  [[], 'R-001'],
  [['CH-01', 'CH-18', 'CH-09'], 'CH-19'],
  [['R-099'], 'R-100'],
])('after %j comes %s', (refs, next) => {
  expect(nextReference(refs, 'R-001')).toBe(next);
});
