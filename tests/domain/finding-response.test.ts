import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { day } from '../../src/domain/dates.ts';
import type { Directory } from '../../src/domain/directory.ts';
import {
  type FindingMeasure,
  type FindingResponse,
  latestResponses,
  ownFinding,
  respondToFinding,
  stillAnswers,
} from '../../src/domain/finding-response.ts';
import type { Person } from '../../src/domain/partnership.ts';

const actor: Actor = { by: 'chair', at: '2021-03-15T09:00:00Z', today: day('2021-03-15') };
const measure: FindingMeasure = {
  level: 'warn',
  figure: 3,
  since: day('2021-03-01'),
  rows: ['CH-01', 'CH-02', 'CH-03'],
};
const said = { id: 'DRF-01', rule: 'risk-past-review', subject: 'register' } as const;
const accepted: FindingResponse = {
  ...said,
  ...measure,
  state: 'accepted',
  words: 'The review is in April',
  until: day('2021-04-30'),
  by: 'chair',
  on: day('2021-03-15'),
};

describe('accepting something until a day', () => {
  const accept = (until: string | undefined, words = 'The review is in April') =>
    respondToFinding(
      { ...said, state: 'accepted', words, until: until ? day(until) : undefined },
      measure,
      actor,
    );

  it('keeps why, until when, by whom, and how bad it was', () => {
    const done = accept('2021-04-30');
    expect(done.ok && done.value.record).toEqual(accepted);
  });

  it.each([
    ['the day before today', '2021-03-14', 'until-passed'],
    ['today', '2021-03-15', undefined],
    ['365 days on', '2022-03-15', undefined],
    ['366 days on', '2022-03-16', 'until-too-far'],
    ['no day', undefined, 'until-missing'],
  ])('until %s', (_what, until, refusal) => {
    const done = accept(until);
    expect(done.ok ? undefined : done.refusal).toBe(refusal);
  });

  it('wants a reason', () => {
    expect(accept('2021-04-30', '  ')).toEqual({ ok: false, refusal: 'words-missing' });
  });
});

it('looked into holds for 90 days', () => {
  const done = respondToFinding({ ...said, state: 'looked into', words: 'Fine' }, measure, actor);
  expect(done.ok && done.value.record.until).toBe('2021-06-13');
});

describe('a response stands', () => {
  const stands = (now: Partial<FindingMeasure>, today = '2021-04-30', countsDays = false) =>
    stillAnswers(accepted, { ...measure, ...now }, { today: day(today), countsDays });

  it.each([
    ['on its last day', true, stands({})],
    ['not the day after', false, stands({}, '2021-05-01')],
    ['while the figure is one lower', true, stands({ figure: 2, rows: ['CH-01', 'CH-03'] })],
    ['not when the figure is one higher', false, stands({ figure: 4 })],
    ['not when another row is behind it', false, stands({ rows: ['CH-01', 'CH-02', 'CH-09'] })],
    ['not when it is for long', false, stands({ level: 'alert' })],
    [
      'though days go by, where the figure counts them',
      true,
      stands({ figure: 4 }, undefined, true),
    ],
    [
      'not when those days began anew',
      false,
      stands({ since: day('2021-03-02') }, undefined, true),
    ],
  ])('%s', (_when, expected, got) => {
    expect(got).toBe(expected);
  });
});

it('the latest of what was said to one thing stands', () => {
  const later = { ...accepted, id: 'DRF-02', words: 'Once more' };
  const other = { ...accepted, id: 'DRF-10', subject: 'other' };
  expect([...latestResponses([other, later, accepted]).values()]).toEqual([later, other]);
});

describe('nobody says something to what is about', () => {
  const directory = {
    groups: [
      { id: 'BOARD', name: 'Board', kind: 'board', alsoKnownAs: [] },
      { id: 'QPPA', name: 'QPPA', kind: 'sub-group', reportsTo: 'BOARD', alsoKnownAs: [] },
    ],
  } as unknown as Directory;
  const person = (roles: Person['roles'], agency?: string) => ({ roles, agency }) as Person;

  it.each([
    ['the board that they chair as the chair', person(['chair']), { group: 'BOARD' }, 'group'],
    ['a group that they chair', person(['scrutineer', 'chair:QPPA']), { group: 'QPPA' }, 'group'],
    ['their own agency', person(['chair'], 'POL'), { agencies: ['ICB', 'POL'] }, 'agency'],
    ['another group: they may', person(['chair'], 'POL'), { group: 'QPPA' }, undefined],
    ['another agency: they may', person(['scrutineer'], 'SCR'), { agencies: ['POL'] }, undefined],
    ['no agency, having none: they may', person(['chair']), { agencies: [] }, undefined],
  ])('%s', (_what, who, finding, expected) => {
    expect(ownFinding(who, finding, directory)).toBe(expected);
  });
});
