import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalDetail, isNhsNumber } from '../../src/domain/privacy-guard.ts';

describe('what looks personal is said with its article and with what to write instead', () => {
  it.each([
    [
      'nhs no 943 476 5919',
      'an NHS number',
      'Leave the NHS number out and use the reference of the review or action.',
    ],
    [
      'dob 14/02/2016',
      'a date of birth',
      'Leave the date of birth out and use the reference of the review or action.',
    ],
    [
      '14 Acacia Avenue',
      'an address',
      'Leave the address out; the name of an agency or a group is enough.',
    ],
    [
      'the boy is called Oberon',
      'a child’s name',
      'Leave the name out and use the reference of the review or action.',
    ],
  ])('“%s” looks like %s: %s', (text, looksLike, instead) => {
    expect(findPersonalDetail(text)).toEqual({
      kind: looksLike.replace(/^an? /, ''),
      looksLike,
      instead,
    });
  });

  it('of several kinds the plainest is said', () => {
    expect(
      findPersonalDetail('Oberon, aged 4, of 14 Acacia Avenue, dob 14/02/2016, 943 476 5919')?.kind,
    ).toBe('NHS number');
    expect(findPersonalDetail('Oberon, aged 4, of 14 Acacia Avenue, dob 14/02/2016')?.kind).toBe(
      'date of birth',
    );
    expect(findPersonalDetail('Oberon, aged 4, of 14 Acacia Avenue')?.kind).toBe('address');
  });
});

describe('an NHS number', () => {
  it.each(['9434765919', '4010232137', '2983396339', '1000000001', '1000000060'])(
    'can be %s',
    (digits) => {
      expect(isNhsNumber(digits)).toBe(true);
    },
  );

  it.each([
    ['its check digit is another', '9434765918'],
    ['its check would be ten, which nought is not', '1000000010'],
    ['it is too short', '943476591'],
    ['it is too long', '94347659190'],
    ['it begins with a nought', '0434765919'],
    ['all its digits are alike', '1111111111'],
    ['it has a letter', '943476591X'],
  ])('is not one when %s: %s', (_, digits) => {
    expect(isNhsNumber(digits)).toBe(false);
  });

  it.each([
    '9434765919',
    '943.476.5919',
    '943-476-5919',
    '943 476\n5919',
    '9 4 3 4 7 6 5 9 1 9',
    'x9434765919x',
    '(9434765919)',
    '９４３ ４７６ ５９１９',
    '943\u00ad476\u200b5919',
    '943\u2011476\u22125919',
    '943\u2003476\u00a05919',
    'not 1234567890 but 9434765919',
    'NHS no (943) 476 5919',
    '(943)476-5919',
    '943_476_5919',
    '943 - 476 - 5919',
  ])('is found in %j', (text) => {
    expect(findPersonalDetail(text)?.kind).toBe('NHS number');
  });

  it.each([
    '+9434765919',
    '19434765919',
    '94347659191',
    '943476591-9 1',
    '943/476/5919',
    '943,476,5919',
  ])('is not found in %j', (text) => {
    expect(findPersonalDetail(text)).toBeUndefined();
  });

  it('is found however the spaces in it are doubled by a paste', () => {
    expect(findPersonalDetail('943  476\t 5919')?.kind).toBe('NHS number');
  });

  it('has one check digit at most, whatever stands before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (nine) => {
        const valid = Array.from({ length: 10 }, (_, check) => `${nine}${check}`).filter(
          isNhsNumber,
        );
        const sum = [...String(nine)].reduce(
          (total, digit, at) => total + Number(digit) * (10 - at),
          0,
        );
        const alike =
          new Set(String(nine)).size === 1 && (11 - (sum % 11)) % 11 === Number(String(nine)[0]);
        const check = (11 - (sum % 11)) % 11;
        expect(valid).toEqual(check === 10 || alike ? [] : [`${nine}${check}`]);
      }),
    );
  });
});

describe('a date of birth', () => {
  it.each([
    'dob 14/02/2016',
    'DOB: 14.2.16',
    'd.o.b. 14-02-2016',
    'date of birth 2016-02-14',
    'birth date was on the 3rd of March 2019',
    'birthdate = 3 mar 19',
    'born 1st january 2015',
    'born on 14 02 2016',
    'birthday is 22nd Dec, 2014',
    'birthday 5 september 2014',
    'Born: 2016-02-14',
    'dob 14\u201102\u20132016',
    'dob (14/02/2016)',
    'DOB February 14th, 2016',
    '14/02/2016 DOB for the girl',
    '14 Feb 2016 (dob)',
    'Birth date: "2016-02-14"',
    'was born 14.II.2016',
  ])('is found in “%s”', (text) => {
    expect(findPersonalDetail(text)?.kind).toBe('date of birth');
  });

  it.each([
    '14/02/2016',
    'meeting on 14/02/2016',
    'dob not known',
    'stubborn 14/02/2016',
    'born before 14/02/2016',
    'born in 2016',
    'reborn on 3 March 2019',
    'born on 3 people in march',
    'SCSP was born on 14/02/2016 when the old board folded',
    '14/02/2016 was the day',
  ])('is not found in “%s”', (text) => {
    expect(findPersonalDetail(text)).toBeUndefined();
  });
});

describe('an address', () => {
  it.each([
    '14 Acacia Avenue',
    '14a acacia avenue',
    'flat 3, 22 Bromford Lane',
    'flat 3b 22 old mill road',
    '1 St Mary’s Gardens',
    'moved to 9 Queens Rd',
    'home: 9 Queens St',
    'they live at 9 Queens Rd',
    'they reside at 9 Queens Rd',
    'lives at 12 Long Acre Close',
    'the meeting heard that the family is at 22 Waterloo Road',
    'number 14, B70 8SD',
    'no. 14 B70 8SD',
    'no 14 B70 8SD',
    'flat 14b B70 8SD',
    'house 7 in the village, WS1 1AA',
    'flat 2 EC1A 1BB',
    '14 Acacia, b708sd',
    '14b, Acacia B70 8SD',
  ])('is found in “%s”', (text) => {
    expect(findPersonalDetail(text)?.kind).toBe('address');
  });

  it.each([
    '14 days in the street',
    '1 day at Bromford Lane',
    '1 week at Bromford Lane',
    '1 month at Bromford Lane',
    '1 year at Bromford Lane',
    '1 action for Bromford Lane',
    '1 meeting at Bromford Lane',
    '3 of the road',
    '12 actions in Bromford Lane',
    '9 Queens Rd',
    'Acacia Avenue',
    '14 acacia tree',
    '12345 Acacia Avenue',
    'home visits: 12 of them at Queens Rd',
    'B70 8SD',
    'the clinic at B70 8SD',
    'B70 8SD is the postcode, number 14',
    'number 14\nB70 8SD',
    `number 14 ${'and so on '.repeat(5)}B70 8SD`,
    '14 meetings lane',
    'the meeting is at 22 Waterloo Road',
    'the offices at 4 Cygnus Lane close at five',
    'Coroner’s Court, 50 Newton Street',
    'post the lanyards to Unit 3, 118 Oldbury Road, B66 1JE',
    'living with 9 others in Queens',
  ])('is not found in “%s”', (text) => {
    expect(findPersonalDetail(text)).toBeUndefined();
  });
});

describe('a child’s name', () => {
  it.each([
    'the girl named Ottoline',
    'a baby who is called oberon',
    'brother was called Caspian',
    'Ottoline is on a CP plan',
    'Ottoline Brandreth on the Child Protection plan',
    'Ottoline is subject to a child in need plan',
    'Ottoline has an injury',
    'Ottoline with her social worker',
    'Ottoline, aged 4',
    'Ottoline (age 4)',
    'Ottoline 11 yrs old',
    'Ottoline, 9 months old',
    'Ottoline was taken into care',
    'Ottoline is in foster care',
    'Ottoline told us that',
    'Ottoline has been neglected',
    'Ottoline died',
    'Ottoline Young died',
    'SA-019 Ottoline was hit',
    'RR-1:Ottoline died',
  ])('is found in “%s”', (text) => {
    expect(findPersonalDetail(text)?.kind).toBe('child’s name');
  });

  it.each([
    'ottoline has an injury',
    'The Trust is known to the police',
    'Police told us that',
    'Dr Brandreth told us that',
    'DI Brandreth was hit',
    'Health and Trust is in care',
    'the child is called in',
    'the plan is called Oberon',
    'Ottoline has been promoted',
    'Ottoline is on the CP audit',
    'the family called us',
    'Ottoline, 4 of them',
    'It died',
    'a.Ottoline died',
    'Lucy has been removed from the mailing list',
    'Ben is missing from the attendance sheet',
    'Karen disclosed an interest in item 6',
    'Daisy hit a snag with consent forms',
    'Alex is at risk of missing the deadline',
    'Ottoline has been removed from the group',
  ])('is not found in “%s”', (text) => {
    expect(findPersonalDetail(text)).toBeUndefined();
  });
});
