import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import { findDates } from '../../src/understanding/slots/dates.ts';
import { tokenise } from '../../src/understanding/text/tokenise.ts';

/** A Monday. */
const TODAY = day('2021-03-15');
const daysIn = (text: string, direction: 'past' | 'coming' = 'past') =>
  findDates(tokenise(text), TODAY, ENGLAND_BANK_HOLIDAYS, direction)
    .filter(({ isPeriod }) => !isPeriod)
    .map((found) => found.day);

describe('days of what has happened lie in the past', () => {
  it.each([
    ['12 march', '2021-03-12'],
    ['12th of march', '2021-03-12'],
    ['march 12', '2021-03-12'],
    ['march the 12th', '2021-03-12'],
    ['12/03', '2021-03-12'],
    ['12/3/21', '2021-03-12'],
    ['12.03', '2021-03-12'],
    ['fri 12 march', '2021-03-12'],
    ['20 april', '2020-04-20'],
    ['11/12', '2020-12-11'],
    ['last friday', '2021-03-12'],
    ['friday', '2021-03-12'],
    ['monday', '2021-03-15'],
    ['monday just gone', '2021-03-08'],
    ['yesterday', '2021-03-14'],
    ['the day before yesterday', '2021-03-13'],
    ['day before yesterday', '2021-03-13'],
    ['3 days ago', '2021-03-12'],
    ['a fortnight ago', '2021-03-01'],
    ['the 11th', '2021-03-11'],
    ['the 20th', '2021-02-20'],
    ['this morning', '2021-03-15'],
    ['2021-03-12', '2021-03-12'],
  ])('%s', (text, expected) => expect(daysIn(`aware on ${text}`)).toEqual([expected]));

  it.each([
    '31 february',
    '32 march',
    '3/21',
    '13/13',
    'the 31st',
    'last week',
    'saturday 12 march',
  ])('“%s” is no day', (text) =>
    expect(daysIn(`aware on ${text}, friday`)).toEqual(['2021-03-12']),
  );

  it('days to come stay as they were', () => {
    expect(daysIn('due 12 march', 'coming')).toEqual(['2022-03-12']);
    expect(daysIn('due on friday', 'coming')).toEqual(['2021-03-19']);
    expect(daysIn('due 12/04', 'coming')).toEqual(['2021-04-12']);
    expect(daysIn('due april 12', 'coming')).toEqual(['2021-04-12']);
  });
});
