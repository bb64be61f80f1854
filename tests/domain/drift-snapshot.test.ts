import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import {
  compareToSnapshot,
  type SnapshotLine,
  toSnapshots,
} from '../../src/domain/drift-snapshot.ts';

const line = (parts: Partial<SnapshotLine & { countsDays: true }> = {}) => ({
  ...({ rule: 'risk-past-review', subject: 'register', level: 'warn', figure: 3 } as const),
  sentence: '3 risks are past their review day',
  ...parts,
});

describe('since a snapshot', () => {
  const since = (now: Partial<SnapshotLine & { countsDays: true }>) =>
    compareToSnapshot([line()], [line(now)], []).worse.length > 0;

  it.each([
    ['one fewer is not worse', false, since({ figure: 2 })],
    ['as many are not worse', false, since({ figure: 3 })],
    ['one more is worse', true, since({ figure: 4 })],
    ['a day more is not worse', false, since({ figure: 4, countsDays: true })],
    ['for long is worse', true, since({ level: 'alert', countsDays: true })],
  ])('%s', (_what, expected, got) => {
    expect(got).toBe(expected);
  });

  it('what was not there is new, and what is there no more is gone', () => {
    const other = line({ subject: 'other' });
    const { fresh, worse, gone } = compareToSnapshot([line()], [other], []);
    expect({ fresh, worse, gone }).toEqual({ fresh: [other], worse: [], gone: [line()] });
  });

  it('what was accepted meanwhile is not gone', () => {
    expect(compareToSnapshot([line()], [], [line()]).gone).toEqual([]);
  });
});

it.each([
  [0, [0]],
  [75, [75]],
  [76, [75, 1]],
])('%i lines are kept in parts of %j, each small enough for a row', (count, sizes) => {
  const findings = Array.from({ length: count }, (_, at) =>
    line({ subject: String(at), sentence: 'x'.repeat(400) }),
  );
  const parts = toSnapshots(day('2021-03-15'), findings);
  expect(parts.map(({ lines }) => lines.length)).toEqual(sizes);
  for (const { lines } of parts) expect(JSON.stringify(lines).length).toBeLessThan(32_000);
});
