import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { type Deputy, endDeputy, isDeputyOn, nameDeputy } from '../../src/domain/deputy.ts';
import type { Person } from '../../src/domain/partnership.ts';

const actor = { by: 'lead', at: '2021-05-12T13:00:00Z', today: day('2021-05-12') };
const person = (id: string, agency: string): Person => ({
  id,
  displayName: id,
  agency,
  roles: ['member'],
  groups: [],
  tenantId: 't',
  objectId: id,
});
const jo = person('jo', 'EDU');
const wanted = { agency: 'WMP', person: jo, from: day('2021-05-12') };

describe('a deputy named beforehand', () => {
  it.each([
    ['2021-05-11', false],
    ['2021-05-12', true],
    ['2021-06-30', true],
    ['2021-07-01', false],
  ])('is deputy on %s: %s', (on, is) => {
    const days = { from: day('2021-05-12'), to: day('2021-06-30') };
    expect(isDeputyOn(days, day(on))).toBe(is);
  });

  it('is named with who named them, and again only for other days', () => {
    const first = nameDeputy(undefined, wanted, actor);
    if (!first.ok) throw new Error(first.refusal);
    expect(first.value).toMatchObject({
      record: { agency: 'WMP', person: 'jo', from: '2021-05-12', namedBy: 'lead' },
      event: { type: 'named', by: 'lead', changes: { from: { to: '2021-05-12' } } },
    });
    expect(nameDeputy(first.value.record, wanted, actor)).toMatchObject({
      value: { record: first.value.record },
    });
    const longer = nameDeputy(first.value.record, { ...wanted, to: day('2021-06-30') }, actor);
    expect(longer).toMatchObject({
      value: { event: { changes: { to: { to: '2021-06-30' } } } },
    });
  });

  it.each([
    ['themselves', { person: person('lead', 'EDU') }, 'own-naming'],
    ['one of the agency', { person: person('x', 'WMP') }, 'own-agency'],
    ['until a day before the first', { to: day('2021-05-11') }, 'days-disagree'],
    ['until a day that is over', { from: day('2021-04-01'), to: day('2021-05-11') }, 'day-past'],
  ])('is not named: %s', (_, parts, refusal) => {
    expect(nameDeputy(undefined, { ...wanted, ...parts }, actor)).toEqual({ ok: false, refusal });
  });

  it('ends with the day before, once', () => {
    const deputy: Deputy = {
      agency: 'WMP',
      person: 'jo',
      from: day('2021-04-01'),
      namedBy: 'lead',
    };
    const ended = endDeputy(deputy, actor);
    if (!ended.ok) throw new Error(ended.refusal);
    expect(ended.value.record.to).toBe('2021-05-11');
    expect(isDeputyOn(ended.value.record, actor.today)).toBe(false);
    expect(endDeputy(ended.value.record, actor)).toEqual({
      ok: true,
      value: { record: ended.value.record },
    });
  });
});
