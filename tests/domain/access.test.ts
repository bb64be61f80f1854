import { describe, expect, it } from 'vitest';
import {
  grantsFor,
  isEverPermitted,
  isPermitted,
  isPermittedOn,
  PERMISSIONS,
  type Permission,
  ROLE_KINDS,
  type RoleKind,
} from '../../src/domain/access.ts';
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

/** Whoever has a role may read, and may put something on an agenda. */
const ALL = 'priorities.read actions.read meetings.read reviews.read agendas.propose';

/** What each role may do on any record, and what only on its own: written down once more, role by role. */
const OFFICES: Readonly<Record<RoleKind, { readonly anywhere: string; readonly own: string }>> = {
  // Keeps the records and decides nothing.
  administrator: {
    anywhere: `actions.raise actions.change actions.reopen actions.reopen-verified actions.change-several meetings.change
      registers.record agendas.decide decisions.record reviews.administer reviews.send-summary reviews.see-positions attendance.see-concerns audit.read
      vocabulary.change notices.administer yearly-report.record risks.read risks.add risks.review`,
    own: '',
  },
  chair: {
    anywhere: `actions.raise actions.change actions.reopen actions.reopen-verified actions.verify registers.record
      registers.proceed-inquorate agendas.decide decisions.record reviews.see-positions reviews.confirm attendance.see-concerns audit.read
      yearly-report.record risks.read risks.add risks.review`,
    own: '',
  },
  'group-chair': {
    anywhere: 'actions.raise risks.read risks.add',
    own: `risks.review actions.change actions.reopen actions.reopen-verified actions.verify registers.record registers.proceed-inquorate agendas.decide
      decisions.record reviews.confirm attendance.see-concerns audit.read`,
  },
  'partner-lead': {
    anywhere: 'actions.raise yearly-report.record risks.read risks.add',
    own: 'risks.review actions.change actions.reopen reviews.send-summary reviews.see-positions reviews.give-position reviews.advise audit.read',
  },
  // As the lead, but raises for its own alone and does not read the trail.
  deputy: {
    anywhere: 'risks.read',
    own: 'risks.review actions.raise actions.change actions.reopen reviews.send-summary reviews.see-positions reviews.give-position reviews.advise',
  },
  // Judges the work of others, and has a hand in none of it.
  scrutineer: {
    anywhere: `actions.raise actions.reopen actions.reopen-verified actions.verify reviews.see-positions reviews.advise
      attendance.see-concerns audit.read risks.read risks.add`,
    own: '',
  },
  member: {
    anywhere: 'risks.read',
    own: 'actions.raise actions.change actions.reopen reviews.send-summary',
  },
  observer: { anywhere: '', own: '' },
};
const verbsIn = (text: string) => text.split(/\s+/).filter((verb) => verb !== '');

describe('who may do what', () => {
  it.each(ROLE_KINDS)('is for one who is %s what the office says, and no more', (kind) => {
    const somebody = person(kind === 'group-chair' ? 'chair:QA' : kind);
    const { anywhere, own } = OFFICES[kind];
    const verbs = (allows: (verb: Permission) => boolean) => PERMISSIONS.filter(allows).sort();
    const onAll = verbsIn(`${ALL} ${anywhere}`);
    expect(verbs((verb) => isPermitted(somebody, verb))).toEqual(onAll.sort());
    expect(verbs((verb) => isEverPermitted(somebody, verb))).toEqual(
      [...onAll, ...verbsIn(own)].sort(),
    );
  });

  it('is allowed by any one of several roles', () => {
    expect(isPermitted(person('member', 'administrator'), 'meetings.change')).toBe(true);
    expect(isEverPermitted(person('observer', 'deputy'), 'reviews.give-position')).toBe(true);
    expect(isPermittedOn(person('observer', 'member'), 'actions.change', { agency: 'NPOL' })).toBe(
      true,
    );
  });

  it('is nobody’s own only because neither they nor it have an agency, nor by another’s name, agency or group', () => {
    const { agency: _, ...guest } = person('member');
    expect(isPermittedOn(guest, 'actions.change', {})).toBe(false);
    expect(isPermittedOn(person('member'), 'actions.change', { person: 'somebody-else' })).toBe(
      false,
    );
    expect(isPermittedOn(person('member'), 'actions.change', { agency: 'ICB' })).toBe(false);
    expect(isPermittedOn(person('chair:QA'), 'actions.change', { group: 'BRD' })).toBe(false);
    expect(isPermittedOn(person('chair:QA'), 'actions.change', {})).toBe(false);
    expect(isPermittedOn(person('chair'), 'actions.change', {})).toBe(true);
  });

  it('is one’s own by name, by agency, or by the group that one chairs, and not by a group one sits in', () => {
    expect(
      isPermittedOn(person('member'), 'actions.change', { person: 'somebody', agency: 'ICB' }),
    ).toBe(true);
    expect(isPermittedOn(person('member'), 'actions.change', { agency: 'NPOL' })).toBe(true);
    expect(isPermittedOn(person('member'), 'actions.change', { group: 'QA' })).toBe(false);
    expect(isPermittedOn(person('chair:QA'), 'actions.change', { group: 'QA' })).toBe(true);
    expect(
      isPermittedOn(person('chair:QA'), 'actions.change', { agency: 'NPOL', group: 'BRD' }),
    ).toBe(false);
    expect(
      isPermittedOn(person('chair:QA', 'member'), 'actions.change', {
        agency: 'NPOL',
        group: 'BRD',
      }),
    ).toBe(true);
  });

  it.each(PERMISSIONS)(
    '%s: nobody may on all records who never may, and without a role nobody may anything',
    (verb) => {
      for (const kind of ROLE_KINDS) {
        const somebody = person(kind === 'group-chair' ? 'chair:QA' : kind);
        const own = { person: 'somebody', agency: 'NPOL', group: 'QA' };
        expect(isPermitted(somebody, verb)).toBe(grantsFor(verb).includes(kind));
        expect(isEverPermitted(somebody, verb)).toBe(isPermittedOn(somebody, verb, own));
        if (!isEverPermitted(somebody, verb)) expect(isPermittedOn(somebody, verb, {})).toBe(false);
      }
      expect(isEverPermitted(person(), verb)).toBe(false);
    },
  );
});
