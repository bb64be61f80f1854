import { describe, expect, it } from 'vitest';
import type { Directory } from '../../../src/domain/directory.ts';
import { toNotice } from '../../../src/domain/notices/notice.ts';
import {
  type Addressee,
  type Concern,
  followingGroup,
  type Recipient,
  resolveRecipients,
} from '../../../src/domain/notices/recipients.ts';
import type { Person } from '../../../src/domain/partnership.ts';
import { findSource, northmoor, person } from './a-partnership.ts';

const hears = (person: string, reason: Recipient['reason']): Recipient => ({ person, reason });
const CHAIR = hears('chair', { kind: 'chair' });
const QA_CHAIR = hears('qa-chair', { kind: 'chair', group: 'QA' });
const POLICE = hears('police-lead', { kind: 'agency', agency: 'NPOL' });
const ADMINISTRATORS = [
  hears('manager', { kind: 'administrator' }),
  hears('coordinator', { kind: 'administrator' }),
];
const withPeople = (...people: Person[]): Directory => ({
  ...northmoor,
  people: [...northmoor.people, ...people],
});

describe('who hears, and on what ground', () => {
  it.each<[Addressee, Concern, Recipient[]]>([
    [
      'owner',
      { owner: { person: 'constable', agency: 'ICB' } },
      [hears('constable', { kind: 'owner' })],
    ],
    ['owner', { owner: { agency: 'NPOL' } }, [POLICE]],
    ['owner', { owner: { person: 'gone', agency: 'NPOL' } }, [POLICE]],
    ['owner', { owner: { agency: 'NPOL', group: 'QA' } }, [POLICE]],
    ['owner', { owner: { agency: 'NOBODY', group: 'QA' } }, [QA_CHAIR]],
    ['owner', { owner: { group: 'BRD' } }, [CHAIR]],
    ['owner', { owner: { agency: 'NOBODY' } }, ADMINISTRATORS],
    ['owner', {}, ADMINISTRATORS],
    ['agency-lead', { agency: 'NPOL', owner: { agency: 'ICB' } }, [POLICE]],
    ['agency-lead', { owner: { agency: 'NPOL' } }, [POLICE]],
    ['agency-lead', {}, ADMINISTRATORS],
    ['group-chair', { group: 'QA' }, [QA_CHAIR]],
    ['group-chair', { group: 'BRD' }, [CHAIR]],
    ['group-chair', {}, [CHAIR]],
    ['chair', {}, [CHAIR]],
    ['scrutineer', {}, [hears('scrutineer', { kind: 'scrutineer' })]],
    [
      'statutory-leads',
      {},
      [
        hears('police-lead', { kind: 'statutory', agency: 'NPOL' }),
        hears('health-deputy', { kind: 'statutory', agency: 'ICB' }),
        hears('council-lead', { kind: 'statutory', agency: 'NCC' }),
      ],
    ],
    ['administrators', {}, ADMINISTRATORS],
  ])('%s, of %j', (to, concern, expected) => {
    expect(resolveRecipients([to], concern, northmoor)).toEqual(expected);
  });

  it('for an agency are its leads, all of them; else its deputies; else who sits in groups for it, and no observer', () => {
    const leads = withPeople(
      person('second-lead', 'NPOL', 'partner-lead'),
      person('deputy', 'NPOL', 'deputy'),
    );
    const people = (agency: string, directory: Directory) =>
      resolveRecipients(['agency-lead'], { agency }, directory).map(({ person }) => person);
    expect(people('NPOL', leads)).toEqual(['police-lead', 'second-lead']);
    expect(people('SCHOOLS', withPeople(person('watcher', 'SCHOOLS', 'observer')))).toEqual([
      'teacher',
    ]);
    expect(people('WATCH', withPeople(person('watcher', 'WATCH', 'observer')))).toEqual([
      'manager',
      'coordinator',
    ]);
  });

  it('of the statutory partners are those alone that decide, and the administrators where none does', () => {
    const people = (directory: Directory) =>
      resolveRecipients(['statutory-leads'], {}, directory).map(({ person }) => person);
    const advising = withPeople(person('trust-lead', 'TRUST', 'partner-lead'));
    expect(people(advising)).toEqual(['police-lead', 'health-deputy', 'council-lead']);
    const none = { ...northmoor, partnership: { ...northmoor.partnership, statutoryPartners: [] } };
    expect(people(none)).toEqual(['manager', 'coordinator']);
  });

  it('are each named once, on the first ground', () => {
    const twice = withPeople(person('both', 'NPOL', 'chair', 'scrutineer'));
    expect(resolveRecipients(['scrutineer', 'chair'], {}, twice)).toEqual([
      hears('scrutineer', { kind: 'scrutineer' }),
      CHAIR,
      hears('both', { kind: 'scrutineer' }),
    ]);
  });

  it('are nobody where a partnership wants nobody, and the administrators where nobody is found', () => {
    expect(resolveRecipients([], { owner: { agency: 'NPOL' } }, northmoor)).toEqual([]);
    const without = {
      ...northmoor,
      people: northmoor.people.filter(({ id }) => id !== 'scrutineer'),
    };
    expect(resolveRecipients(['scrutineer'], {}, without)).toEqual(ADMINISTRATORS);
  });
});

describe('the group that follows something up', () => {
  const led = (year: string, leadGroup?: string) => ({
    id: 'NEGL',
    year,
    title: 'Neglect',
    alsoKnownAs: [],
    objectives: [],
    ...(leadGroup && { leadGroup }),
  });
  const priorities = [led('2019-20', 'OLD'), led('2020-21', 'QA'), led('2021-22', 'NEW')];
  const directory = { ...northmoor, priorities };

  it.each([
    ['its own', { group: 'EX', priority: 'NEGL', year: '2020-21' }, 'EX'],
    ['that of its priority in its year', { priority: 'NEGL', year: '2020-21' }, 'QA'],
    [
      'that of its priority in the latest plan, where its year has none',
      { priority: 'NEGL', year: '2018-19' },
      'NEW',
    ],
    ['the board, where its priority is unknown', { priority: 'GONE', year: '2020-21' }, 'BRD'],
    ['the board, where it has none', {}, 'BRD'],
  ])('is %s', (_, facts, group) => {
    expect(followingGroup(facts, directory)).toBe(group);
  });

  it('is none where the partnership has no groups', () => {
    expect(followingGroup({}, { ...northmoor, groups: [] })).toBeUndefined();
  });
});

it('a notice is made for each who hears, with all that is known of it', () => {
  const what = { about: 'SA-027', step: 'week-2021-03-15', group: 'QA' } as const;
  const source = findSource('verification');
  expect([CHAIR, QA_CHAIR].map((each) => toNotice(source, what, each))).toEqual(
    [CHAIR, QA_CHAIR].map(({ person, reason }) => ({
      ...what,
      rule: 'verification',
      id: `verification/SA-027/-/week-2021-03-15/${person}`,
      to: person,
      reason,
      priorityClass: 'ordinary',
    })),
  );
});
