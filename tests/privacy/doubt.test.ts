import { describe, expect, it } from 'vitest';
import { isDoubtful, mayNameChild, weighText } from '../../src/privacy/doubt.ts';
import { knownNames } from '../../src/privacy/known-words.ts';

describe('what may name a child is in doubt', () => {
  it.each([
    ['a name with an age', 'Kayden Jones, 14, is back'],
    ['a name with words of a case, in small letters', 'oluwaseun adeyemi is on a cp plan'],
    ['a bare name', 'we failed Shanice'],
    ['a name that no list has', 'Suleyk’s foster carers rang'],
    ['a name with hyphens', 'Bobbi-Leigh was seen'],
    ['a name with accents', 'Oisín has been moved again'],
    ['a name that is a word', 'Grace didn’t come home last night'],
    ['a name in capitals', 'HEALTH TO EXPLAIN WHY KAYDEN WAS BRUISED'],
    ['a family of a surname', 'family liaison with the Goncalves family'],
    ['one boy, by what happened to him', 'the lad who jumped off the multi storey'],
    ['somebody’s parents', 'his dad is the PE teacher who was arrested'],
    ['a mother', 'mum gave birth in the car park'],
    ['initials', 'M.O’C., 16, supported lodgings'],
    ['a number of a case', 'Mosaic ID 774210, s47 outstanding'],
    ['a telephone of a family', 'nan can be reached on 01632 960418'],
    ['an address with a family', 'Jones family, 14 Beeches Rd, West Bromwich'],
    ['a date of birth in words', 'dob sixteenth of may'],
    ['a form', 'Forename: Suraya | Outcome: WNB'],
    ['a murder', 'was murdered by his parents'],
  ])('%s: “%s”', (_, text) => {
    expect(isDoubtful(text)).toBe(true);
  });
});

describe('what speaks of colleagues, venues and children in general passes', () => {
  it.each([
    ['a list', 'Lucy has been removed from the mailing list'],
    ['a venue', 'the meeting is at 22 Waterloo Road'],
    ['a deadline', 'Alex is at risk of missing the deadline'],
    ['slides', 'tell Ruby her slides are too long'],
    ['a title', 'Dr Patel presented the audit'],
    ['a role', 'Evie Marsh, consultant social worker, has joined the audit team'],
    ['apologies', 'Apologies from Hugh and from Professor Lyle'],
    ['a signature', 'Kind regards\nDebbie Nwosu\nDesignated Nurse'],
    ['the writer’s own family', 'my daughter has a hospital appointment, so I send my deputy'],
    ['a published name', 'Martha’s Rule briefing, 20 mins'],
    ['a place', 'Sandy Lane children’s centre closes for the summer'],
    ['a statistic', 'Girls 13-17 are the largest group in the self-harm data'],
    ['a policy', 'a child who self-harms should be seen the same week'],
    ['a telephone at work', 'Ring the MASH on 0121 496 0138 option 2'],
    ['a body', 'invite the youth council to grill us'],
    ['a case that was made up', 'the role play about Leo and his mum, for module 3'],
  ])('%s: “%s”', (_, text) => {
    expect(weighText(text).points).toBeLessThan(2.2);
    expect(isDoubtful(text)).toBe(false);
  });

  it('and whoever the partnership knows by all of their name', () => {
    const isKnown = knownNames(['Shanice Brown']);
    expect(isDoubtful('we failed Shanice', isKnown)).toBe(false);
    expect(isDoubtful('we failed Shanice Brown', isKnown)).toBe(false);
    expect(isDoubtful('we failed Shanice Green', isKnown)).toBe(true);
  });
});

describe('a text of any length', () => {
  const filler = 'The board agreed the audit plan and the chair thanked the team. ';

  it('is in doubt for one sentence of it, wherever that stands', () => {
    for (const at of [0, 1, 7, 60, 199]) {
      const sentences = Array<string>(200).fill(filler);
      sentences[at] = 'We failed Shanice, who was hurt at home. ';
      expect(isDoubtful(sentences.join(''))).toBe(true);
    }
    expect(isDoubtful(filler.repeat(200))).toBe(false);
  });

  it('is in doubt where nobody would read it through', () => {
    expect(isDoubtful('a '.repeat(20_001))).toBe(true);
  });
});

it('of a command only names are in doubt', () => {
  expect(mayNameChild('the lads = police')).toBe(false);
  expect(mayNameChild('Shanice = neglect')).toBe(true);
});
