import { describe, expect, it } from 'vitest';
import {
  agencyName,
  coreAgencies,
  type Directory,
  groupName,
  personName,
} from '../../src/domain/directory.ts';
import { findBoard } from '../../src/domain/find-board.ts';
import { findPerson, findPersonByObject } from '../../src/domain/find-person.ts';
import { findPriority } from '../../src/domain/find-priority.ts';
import type { Group, Person, Priority } from '../../src/domain/partnership.ts';
import { aDirectory } from '../support/a-directory.ts';

const group = (id: string, kind: string, reportsTo?: string): Group => ({
  id,
  name: id,
  alsoKnownAs: [],
  kind,
  ...(reportsTo && { reportsTo }),
});
const withGroups = (...groups: Group[]): Directory => ({ ...aDirectory, groups });
const edition = (id: string, year: string, title: string): Priority => ({
  id,
  year,
  title,
  alsoKnownAs: [],
  objectives: [],
});

describe('somebody who writes to Convenor', () => {
  it('is known by tenant and directory object together, and by nothing else', () => {
    expect(findPerson(aDirectory, { tenantId: 'tenant', objectId: 'hill-g' })?.displayName).toBe(
      'Grace Hill',
    );
    expect(findPerson(aDirectory, { tenantId: 'another', objectId: 'hill-g' })).toBeUndefined();
    expect(findPerson(aDirectory, { tenantId: 'tenant', objectId: 'nobody' })).toBeUndefined();
  });

  const [sarah, grace, ...others] = aDirectory.people as [Person, Person, ...Person[]];
  const guests: Directory = {
    ...aDirectory,
    people: [
      { ...sarah, tenantId: 'police', otherIdentities: [{ tenantId: 'council', objectId: 'g-1' }] },
      { ...grace, tenantId: 'council' },
      ...others,
    ],
  };
  it.each([
    ['their own account', 'police', 'oneill-s', 'oneill-s'],
    ['a guest’s account that was joined to it', 'council', 'g-1', 'oneill-s'],
    ['their own account by the chat’s tenant', 'council', 'oneill-s', 'oneill-s'],
    ['a guest’s account by their own tenant', 'police', 'g-1', 'oneill-s'],
    ['an account of nobody', 'council', 'g-2', undefined],
    ['no account', 'council', '', undefined],
    ['an account by a tenant that nobody is of', 'elsewhere', 'oneill-s', undefined],
  ])('is found by %s', (_, tenantId, objectId, id) => {
    expect(findPerson(guests, { tenantId, objectId })?.id).toBe(id);
  });

  it('is not found by an object that two people have, but by its tenant', () => {
    const twins = {
      ...guests,
      people: [sarah, { ...grace, tenantId: 'council', objectId: 'oneill-s' }, ...others],
    };
    expect(findPerson(twins, { tenantId: 'council', objectId: 'oneill-s' })?.id).toBe('hill-g');
    expect(findPersonByObject(twins, 'oneill-s')).toBeUndefined();
  });
});

describe('what is listed has its name, and what is listed no longer has its id', () => {
  it.each([
    ['an agency', agencyName, 'ICB', 'NHS Northmoor Integrated Care Board'],
    ['a group', groupName, 'QA', 'Quality Assurance Group'],
    ['a person', personName, 'patel-r', 'Ravi Patel'],
  ])('%s', (_, findName, id, name) => {
    expect(findName(aDirectory, id)).toBe(name);
    expect(findName(aDirectory, 'GONE')).toBe('GONE');
  });
});

describe('“the board”', () => {
  it.each<[string, Group[], string | undefined]>([
    [
      'is the board that reports to nobody',
      [group('QA', 'sub-group'), group('BRD', 'board')],
      'BRD',
    ],
    [
      'is not one that reports to another',
      [group('ONE', 'board', 'TOP'), group('TOP', 'board')],
      'TOP',
    ],
    [
      'is whoever reports to nobody, where none is called a board',
      [group('QA', 'sub-group', 'EX'), group('EX', 'executive')],
      'EX',
    ],
    ['is nobody where all report to another', [group('QA', 'sub-group', 'EX')], undefined],
    ['is nobody where there are no groups', [], undefined],
  ])('%s', (_, groups, id) => {
    expect(findBoard(withGroups(...groups))?.id).toBe(id);
  });
});

describe('a priority in a year', () => {
  const priorities = [
    edition('NEGL', '2019-20', 'Neglect'),
    edition('NEGL', '2021-22', 'Neglect and the early years'),
    edition('NEGL', '2020-21', 'Neglect again'),
    edition('DADS', '2022-23', 'Fathers'),
  ];
  const titleIn = (id: string, year: string) =>
    findPriority({ ...aDirectory, priorities }, id, year)?.title;

  it('is as that year’s plan has it, else as the latest plan that has it', () => {
    expect(titleIn('NEGL', '2019-20')).toBe('Neglect');
    expect(titleIn('NEGL', '2020-21')).toBe('Neglect again');
    expect(titleIn('NEGL', '2022-23')).toBe('Neglect and the early years');
    expect(titleIn('GONE', '2020-21')).toBeUndefined();
  });

  it('leaves the order of the plans as it was', () => {
    const before = priorities.map(({ year }) => year);
    titleIn('NEGL', '2020-21');
    expect(priorities.map(({ year }) => year)).toEqual(before);
  });
});

it('the agencies always expected at a group’s meetings are its core members alone', () => {
  const memberships = [
    { group: 'QA', agency: 'NPOL', expectation: 'core' },
    { group: 'QA', agency: 'ICB', expectation: 'when-required' },
    { group: 'BRD', agency: 'NCC', expectation: 'core' },
  ] as const;
  expect(coreAgencies({ ...aDirectory, memberships }, 'QA')).toEqual(['NPOL']);
});
