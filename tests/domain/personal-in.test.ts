import { describe, expect, it } from 'vitest';
import { personalIn } from '../../src/domain/personal-in.ts';

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
    expect(personalIn(data)).toMatchObject({ instead: expect.stringMatching(/^Leave/) });
  });

  it('are not seen in the random ids of cards', () => {
    expect(personalIn({ operation: '94347659-1900-4000-8000-000000000000' })).toBeUndefined();
    expect(personalIn({ operation: '00000000-9434-7659-19aa-000000000000' })).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['a very long text', 'x'.repeat(10_001)],
    ['very many parts', Array(2_001).fill(1)],
  ])('are not looked for in %s, which no form has', (_, data) => {
    expect(personalIn(data)).toBe('too-much');
  });
});
