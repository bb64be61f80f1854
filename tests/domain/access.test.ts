import { describe, expect, it } from 'vitest';
import { grantsOf, may, mayEver, mayOn, ROLE_KINDS, VERBS } from '../../src/domain/access.ts';
import type { Person, Role } from '../../src/domain/partnership.ts';

const person = (...roles: Role[]): Person => ({
  id: 'somebody',
  displayName: 'Somebody',
  agency: 'NPOL',
  roles,
  groups: ['QA'],
  tenantId: 'tenant',
  objectId: 'somebody',
});

describe('who may do what', () => {
  it('is one’s own by name, by agency, or by the group that one chairs, and not by a group one sits in', () => {
    expect(mayOn(person('member'), 'actions.change', { person: 'somebody', agency: 'ICB' })).toBe(true);
    expect(mayOn(person('member'), 'actions.change', { agency: 'NPOL' })).toBe(true);
    expect(mayOn(person('member'), 'actions.change', { group: 'QA' })).toBe(false);
    expect(mayOn(person('chair:QA'), 'actions.change', { group: 'QA' })).toBe(true);
    expect(mayOn(person('chair:QA'), 'actions.change', { agency: 'NPOL', group: 'BRD' })).toBe(false);
    expect(mayOn(person('chair:QA', 'member'), 'actions.change', { agency: 'NPOL', group: 'BRD' })).toBe(true);
  });

  it.each(VERBS)('%s: nobody may on all records who never may, and without a role nobody may anything', (verb) => {
    for (const kind of ROLE_KINDS) {
      const somebody = person(kind === 'group-chair' ? 'chair:QA' : kind);
      const own = { person: 'somebody', agency: 'NPOL', group: 'QA' };
      expect(may(somebody, verb)).toBe(grantsOf(verb).includes(kind));
      expect(mayEver(somebody, verb)).toBe(mayOn(somebody, verb, own));
      if (!mayEver(somebody, verb)) expect(mayOn(somebody, verb, {})).toBe(false);
    }
    expect(mayEver(person(), verb)).toBe(false);
  });
});
