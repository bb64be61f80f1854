import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import type { Directory } from '../../src/domain/directory.ts';
import type { Person, Role } from '../../src/domain/partnership.ts';
import {
  directoryOn,
  endSeat,
  listVacancies,
  type Seat,
  startSeat,
} from '../../src/domain/seat.ts';
import { aDirectory } from '../support/a-directory.ts';

const actor = { by: 'hill-g', at: '2021-04-01T09:00:00Z', today: day('2021-04-01') };
const seat = (id: string, more: Partial<Seat>): Seat => ({ id, role: 'member', ...more });
const withPerson = (id: string, roles: Role[], groups: string[]): Directory => ({
  ...aDirectory,
  people: aDirectory.people.map((each) => (each.id === id ? { ...each, roles, groups } : each)),
});
const find = ({ people }: Directory, id: string) => people.find((each) => each.id === id) as Person;

describe('what somebody may do', () => {
  const directory = withPerson('oneill-s', ['partner-lead', 'chair:QA'], ['BRD', 'QA']);
  const chair = seat('S-1', {
    role: 'chair',
    group: 'QA',
    person: 'oneill-s',
    to: day('2021-03-31'),
  });

  it.each([
    ['2021-03-30', true],
    ['2021-03-31', true],
    ['2021-04-01', false],
  ])('ends with the last day of the role: on %s they are chair, %s', (on, is) => {
    const then = directoryOn(directory, [chair], day(on));
    expect(find(then, 'oneill-s').roles.includes('chair:QA')).toBe(is);
    expect(find(then, 'oneill-s').roles).toContain('partner-lead');
  });

  it.each([
    ['2021-03-31', false],
    ['2021-04-01', true],
  ])('begins with the first: on %s %s', (on, is) => {
    const next = seat('S-2', {
      role: 'chair',
      group: 'QA',
      person: 'patel-r',
      from: day('2021-04-01'),
    });
    const then = directoryOn(directory, [chair, next], day(on));
    expect(find(then, 'patel-r').roles.includes('chair:QA')).toBe(is);
  });

  it('is over where nothing is left, with the day on which it was', () => {
    const sits = withPerson('patel-r', ['member'], ['BRD']);
    const left = seat('S-3', { group: 'BRD', person: 'patel-r', to: day('2021-03-31') });
    expect(find(directoryOn(sits, [left], day('2021-04-01')), 'patel-r')).toMatchObject({
      roles: [],
      groups: [],
      endedOn: '2021-03-31',
    });
  });

  it('is chair of the partnership where the group is the board, however it is written', () => {
    const ofBoard = withPerson('oneill-s', ['chair', 'partner-lead'], ['BRD']);
    const ended = seat('S-4', {
      role: 'chair',
      group: 'BRD',
      person: 'oneill-s',
      to: day('2021-03-31'),
    });
    expect(find(directoryOn(ofBoard, [ended], day('2021-04-01')), 'oneill-s').roles).toEqual([
      'partner-lead',
    ]);
  });

  it('is what people.csv says where seats.csv says nothing of it', () => {
    expect(directoryOn(directory, [], day('2021-04-01'))).toBe(directory);
    const other = seat('S-5', { role: 'contact', agency: 'NPOL', person: 'oneill-s' });
    expect(find(directoryOn(directory, [other], day('2021-04-01')), 'oneill-s').roles).toEqual([
      'partner-lead',
      'chair:QA',
    ]);
  });
});

describe('a vacancy', () => {
  const on = day('2021-04-01');
  const held = { group: 'QA', agency: 'ICB', name: 'Jo Field', to: day('2021-02-28') };
  it.each<[string, Seat[], string | undefined | null]>([
    ['begins the day after the last holder’s last day', [seat('S-1', held)], '2021-03-01'],
    ['is none while somebody holds it', [seat('S-1', { ...held, to: on })], null],
    [
      'is none where somebody else has begun',
      [seat('S-1', held), seat('S-2', { ...held, name: 'Al Bee', from: on, to: undefined })],
      null,
    ],
    [
      'is recorded by a row with nobody',
      [seat('S-1', { group: 'QA', agency: 'ICB', from: on })],
      on,
    ],
    ['has no day where none is known', [seat('S-1', { group: 'QA', agency: 'ICB' })], undefined],
    [
      'is none where the seat is no longer there',
      [seat('S-1', held), seat('S-2', { group: 'QA', agency: 'ICB', to: day('2021-03-15') })],
      null,
    ],
    ['is none before a seat begins', [seat('S-1', { ...held, from: day('2021-04-02') })], null],
  ])('%s', (_, seats, since) => {
    const expected =
      since === null
        ? []
        : [{ role: 'member', group: 'QA', agency: 'ICB', ...(since && { since }) }];
    expect(listVacancies(aDirectory, seats, on)).toEqual(expected);
  });

  it('is none where people.csv has somebody for the seat', () => {
    const sits = withPerson('patel-a', ['deputy'], ['QA']);
    expect(listVacancies(sits, [seat('S-1', held)], on)).toEqual([]);
  });

  it('makes the agency not expected at meetings of the group', () => {
    const memberships = [
      { group: 'QA', agency: 'ICB', expectation: 'core' as const },
      { group: 'QA', agency: 'NCC', expectation: 'core' as const },
    ];
    const then = directoryOn({ ...aDirectory, memberships }, [seat('S-1', held)], on);
    expect(then.memberships.map(({ agency, isVacant }) => [agency, isVacant])).toEqual([
      ['ICB', true],
      ['NCC', undefined],
    ]);
  });
});

describe('a seat that is recorded', () => {
  it.each<[string, Partial<Seat> & { isVacant?: boolean }, string]>([
    ['nobody in it', { group: 'QA' }, 'holder-missing'],
    ['no group', { name: 'Jo' }, 'group-missing'],
    ['no agency', { role: 'lead-partner', name: 'Jo' }, 'agency-missing'],
    [
      'days that disagree',
      { group: 'QA', name: 'Jo', from: day('2021-04-02'), to: day('2021-04-01') },
      'days-disagree',
    ],
    ['its own recorder in it', { group: 'QA', person: 'hill-g' }, 'own-seat'],
  ])('is refused with %s', (_, wanted, refusal) => {
    expect(startSeat(seat('S-1', wanted), actor)).toEqual({ ok: false, refusal });
  });

  it('may be vacant', () => {
    const vacant = startSeat(
      { ...seat('S-1', { group: 'QA', name: 'Jo' }), isVacant: true },
      actor,
    );
    expect(vacant).toMatchObject({ ok: true, value: { record: { id: 'S-1', group: 'QA' } } });
  });

  it('is not ended where it is the last administrator’s', () => {
    const last = seat('S-1', { role: 'administrator', person: 'hill-g' });
    const end = { to: day('2021-04-30'), directory: aDirectory, seats: [last] };
    expect(endSeat(last, end, actor)).toEqual({ ok: false, refusal: 'last-administrator' });
    const two = [last, seat('S-2', { role: 'administrator', person: 'patel-r' })];
    expect(endSeat(last, { ...end, seats: two }, actor)).toMatchObject({
      ok: true,
      value: { record: { to: '2021-04-30' }, event: { type: 'ended' } },
    });
  });
});
