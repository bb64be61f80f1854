import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalDetail, isNhsNumber } from '../../src/domain/privacy-guard.ts';
import { loadQuestions } from './ask.ts';

describe('What looks like personal details is kept out', () => {
  it.each([
    ['nhs no 943 476 5919', 'NHS number'],
    ['look up 9434765919 for me', 'NHS number'],
    ['943-476-5919 was seen again', 'NHS number'],
    ['dob 14/02/2016', 'date of birth'],
    ['the child was born on 3 March 2019', 'date of birth'],
    ['D.O.B: 2016-02-14', 'date of birth'],
    ['she lives at 14 Acacia Avenue', 'address'],
    ['family at flat 3, 22 Bromford Lane', 'address'],
    ['living at 9 Queens Rd', 'address'],
    ['number 14, B70 8SD', 'address'],
    ['the boy is called Oberon', 'child’s name'],
    ['Ottoline Brandreth, aged 4, has a bruise on her arm', 'child’s name'],
    ['Ottoline Brandreth is on a CP plan', 'child’s name'],
    ['SA-019 Ottoline was hit by her stepfather', 'child’s name'],
    ['is jayden on a cp plan', 'child’s name'],
    ['does maisie have a social worker', 'child’s name'],
    ['tylers mum rang again', 'child’s name'],
    ['ellie-mae is known to social care', 'child’s name'],
    ['kayden 4 years old', 'child’s name'],
  ])('“%s” holds a %s', (text, kind) => {
    expect(findPersonalDetail(text)?.kind).toBe(kind);
    expect(findPersonalDetail(text)?.instead).toMatch(/reference|agency/);
  });

  it.each([
    'sending DI Ahmed instead',
    'sending a deputy for qppa tmrw - Jo from quality team',
    'ring me on 0121 496 0000',
    'my number is 07700 900123',
    'tell me about SA-019 and RR-2020-04',
    'board on 12/05/2021 at 2pm',
    'due by 30 june 2021',
    'decisions since 1 April 2020',
    'attendance 2020-21',
    'close SA-028. evidence: 4 practitioner forums held, feedback report on file',
    '12 actions in the next 14 days',
    'West Midlands Police is on the plan',
    'DI Ahmed was taken off the list',
    'The Trust is known to the police',
    'evidence: 169 families surveyed by the School Road clinic',
    'sarah will chair, james sends apologies',
    'dr khan is on the child protection plan audit',
    'ask lewis in the business unit for the care plan template',
    'grace period for the new plan',
    '1234567890',
    '0000000000',
  ])('“%s” may pass', (text) => {
    expect(findPersonalDetail(text)).toBeUndefined();
  });

  it('lets every legitimate open question pass', () => {
    const all = ['open.json', 'sandwell-dev.json', 'fenmarsh-dev.json'].flatMap((file) =>
      loadQuestions(file),
    );
    const legitimate = all.filter(({ expected }) => expected.intent !== 'out_of_scope');
    expect(
      legitimate.filter(({ text }) => findPersonalDetail(text)).map(({ text }) => text),
    ).toEqual([]);
  });

  it('finds any NHS number, however it is spaced, in any sentence', () => {
    const nhs = fc
      .array(fc.nat(9), { minLength: 9, maxLength: 9 })
      .map((digits) => [Math.max(1, digits[0] ?? 1), ...digits.slice(1)])
      .map(
        (digits) =>
          `${digits.join('')}${(11 - (digits.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11)) % 11}`,
      )
      .filter(isNhsNumber);
    fc.assert(
      fc.property(
        nhs,
        fc.constantFrom('', ' ', '-'),
        fc.constantFrom('nhs ', 'see ', ''),
        (number, gap, before) => {
          const spaced = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(gap);
          expect(findPersonalDetail(`${before}${spaced} please`)?.kind).toBe('NHS number');
        },
      ),
    );
  });

  it('takes no number whose check digit is wrong for an NHS number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }), (number) => {
        fc.pre(!isNhsNumber(String(number)));
        expect(findPersonalDetail(`reference ${number}`)).toBeUndefined();
      }),
    );
  });
});
