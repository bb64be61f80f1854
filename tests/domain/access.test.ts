import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  grantsFor,
  isPermitted,
  isPermittedOn,
  PERMISSIONS,
  type Permission,
  ROLE_KINDS,
  type RoleKind,
} from '../../src/domain/access.ts';
import { isEverPermitted } from '../../src/domain/ever-permitted.ts';
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

/** What each role may on any record and on its own, as docs/access.md has it: `any`, `own`, `group` or `–`. */
const onPage = readFileSync('docs/access.md', 'utf8')
  .matchAll(/^\| `([\w.-]+)` \|(.*)\|.*\|$/gm)
  .map(([, permission = '', cells = '']) => [
    permission,
    cells.split('|').map((cell) => cell.trim()),
  ])
  .toArray() as [Permission, string[]][];
const bearerOf = (kind: RoleKind) => person(kind === 'group-chair' ? 'chair:QA' : kind);
const permitted = (kind: RoleKind) =>
  PERMISSIONS.filter((permission) => isPermitted(bearerOf(kind), permission));
const everPermitted = (kind: RoleKind) =>
  PERMISSIONS.filter((permission) => isEverPermitted(bearerOf(kind), permission));

describe('who may do what', () => {
  it.each(ROLE_KINDS)('is for one who is %s what docs/access.md says, and no more', (kind) => {
    const saying = (...words: string[]) =>
      onPage
        .filter(([, cells]) => words.includes(cells[ROLE_KINDS.indexOf(kind)] ?? ''))
        .map(([permission]) => permission);
    expect(onPage.map(([permission]) => permission)).toEqual(PERMISSIONS);
    expect(permitted(kind)).toEqual(saying('any'));
    expect(everPermitted(kind)).toEqual(saying('any', 'own', 'group'));
  });

  it('is for observers to read and to propose, and for the administrator to keep records and decide nothing', () => {
    const looksOn = /\.(read|propose)$/;
    expect(everPermitted('observer').filter((each) => !looksOn.test(each))).toEqual([]);
    const decides = /\.(verify|confirm|advise|give-position|proceed-inquorate)$/;
    expect(everPermitted('administrator').filter((each) => decides.test(each))).toEqual([]);
    expect(permitted('administrator')).toEqual(
      expect.arrayContaining(PERMISSIONS.filter((each) => /administer|vocabulary/.test(each))),
    );
  });

  it('is for the chair on every record whatever the chair of a group may on its own', () => {
    expect(permitted('chair')).toEqual(expect.arrayContaining(everPermitted('group-chair')));
  });

  it('is for the lead whatever a deputy may, and for a deputy whatever a member may', () => {
    expect(everPermitted('partner-lead')).toEqual(expect.arrayContaining(everPermitted('deputy')));
    expect(everPermitted('deputy')).toEqual(expect.arrayContaining(everPermitted('member')));
    expect(everPermitted('deputy')).not.toContain('audit.read');
  });

  it('is for the scrutineer to judge the work of others, and to have a hand in none of it', () => {
    expect(everPermitted('scrutineer')).toEqual(permitted('scrutineer'));
    expect(permitted('scrutineer').filter((each) => /\.(change|record)$/.test(each))).toEqual([]);
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
        const somebody = bearerOf(kind);
        const own = { person: 'somebody', agency: 'NPOL', group: 'QA' };
        expect(isPermitted(somebody, verb)).toBe(grantsFor(verb).includes(kind));
        expect(isEverPermitted(somebody, verb)).toBe(isPermittedOn(somebody, verb, own));
        if (!isEverPermitted(somebody, verb)) expect(isPermittedOn(somebody, verb, {})).toBe(false);
      }
      expect(isEverPermitted(person(), verb)).toBe(false);
    },
  );
});
