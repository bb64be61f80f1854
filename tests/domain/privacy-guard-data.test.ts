import { describe, expect, it } from 'vitest';
import { findPersonalDetailInData } from '../../src/domain/privacy-guard.ts';

describe('Personal details in data of any shape', () => {
  it.each<[string, unknown]>([
    ['a text', 'nhs 943 476 5919'],
    ['a number', { a: 9434765919 }],
    ['the name of a key', { 'dob 14/02/2016': true }],
    ['lists in lists', [[[['family at 14 Acacia Avenue']]]]],
    ['wide digits', { a: '９４３４７６５９１９' }],
    ['invisible characters', { a: '943\u200b476\u20605919' }],
    ['other hyphens and spaces', { a: '943–476\u00a05919' }],
    ['lines', { a: '943\n476\n5919' }],
  ])('are found in %s', (_, data) => {
    expect(findPersonalDetailInData(data)).toMatchObject({
      instead: expect.stringMatching(/^Leave/),
    });
  });

  it('are not seen in the random ids of cards', () => {
    expect(
      findPersonalDetailInData({ operation: '94347659-1900-4000-8000-000000000000' }),
    ).toBeUndefined();
    expect(
      findPersonalDetailInData({ operation: '00000000-9434-7659-19aa-000000000000' }),
    ).toBeUndefined();
    expect(
      findPersonalDetailInData({ operation: 'ABCDEF00-9434-7659-19AA-000000000000' }),
    ).toBeUndefined();
    expect(findPersonalDetailInData('94347659-19aa-4000-8000-00000000000f')).toBeUndefined();
  });

  it.each([
    'see 94347659-19aa-4000-8000-000000000000',
    '94347659-19aa-4000-8000-000000000000 again',
    '94347659-19zz-4000-8000-000000000000',
    '94347659-19aa-4000-8000-00000000000',
    '94347659-19aa-4000-800-000000000000',
    '94347659-19aa-4000-000000000000',
    '94347659-19',
  ])('are seen in what is not quite such an id: %s', (text) => {
    expect(findPersonalDetailInData({ operation: text })).toMatchObject({ kind: 'NHS number' });
  });

  it.each([
    ['nothing', undefined],
    ['nothing at all', null],
    ['yes and no', [true, false]],
    [
      'an ordinary form',
      { title: 'Agree the audit plan', due: '2021-03-31', count: 12, tags: ['neglect', null] },
    ],
    ['the place in a list', Array(10).fill('fine')],
  ])('are not found in %s', (_, data) => {
    expect(findPersonalDetailInData(data)).toBeUndefined();
  });

  it('are looked for in as long a text and in as many parts as a form can have', () => {
    expect(findPersonalDetailInData('x'.repeat(10_000))).toBeUndefined();
    expect(findPersonalDetailInData(Array(1_999).fill(1))).toBeUndefined();
    expect(findPersonalDetailInData([...Array(1_998).fill(1), 'dob 14/02/2016'])).toMatchObject({
      kind: 'date of birth',
    });
  });

  it.each<[string, unknown]>([
    ['a very long text', 'x'.repeat(10_001)],
    ['very many parts', Array(2_000).fill(1)],
  ])('are not looked for in %s, which no form has', (_, data) => {
    expect(findPersonalDetailInData(data)).toBe('too-much');
  });
});
