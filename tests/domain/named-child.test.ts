import { describe, expect, it } from 'vitest';
import {
  asksAboutReviewedChild,
  asksAfterChild,
  namesChild,
} from '../../src/domain/named-child.ts';

describe('a text speaks of a child by name', () => {
  it.each([
    'kayden has a social worker',
    'kayden social worker visits but kayden got a bruise',
    'Kayden is still on a child protection plan',
    'kayden is subject to section 47 enquiry',
    'kayden under supervision order',
    'kayden off the cin plan',
    'kayden into foster care',
    'kayden was looked after',
    'kayden with bruising',
    'kayden had fractures',
    'kayden been hit',
    'kayden known to camhs',
    'kayden disclosed',
    'kayden gone missing from home',
    'kayden missing since friday',
    'kayden safe at home',
    'kayden died',
    'kayden little was excluded',
    'kayden aged 4',
    'kayden age 4',
    'kayden 4 years old',
    'kayden 11 yr old',
    'kayden 6months old',
    'tyler’s mum rang again',
    'tylers step dad',
    "Tyler's core group",
    'ellie-mae is known to social care',
    'ellie-mae smith is known to social care',
    'RR4-kayden has a social worker',
    'dr khan says kayden has a social worker',
    'the boy called tyler',
    'a child named tyler',
    'pupil tyler',
    'her daughter is tyler',
    'the case of tyler',
    'we are worried about tyler',
    'tyler is coming, and kayden has a social worker',
  ])('“%s”', (text) => {
    expect(namesChild(text)).toBe(true);
  });

  it.each([
    ['somebody at work', 'kayden has a plan for the audit'],
    ['what is no case', 'kayden has social media training'],
    ['a colleague with a title', 'dr kayden has a social worker in the team'],
    ['a colleague with a title, asked after', 'the case of pc tyler'],
    ['a word that is no usual name', 'oberon has a social worker'],
    ['a name in the midst of a longer word', 'tylersville mum'],
    ['an age that is no child’s', 'kayden 4 years ago'],
    ['ages without a number', 'kayden aged well'],
    ['case words far behind the name', 'kayden who chairs the board has a social worker'],
    ['family of nobody', 'tyler mum'],
    ['what belongs to people at work', 'governors case file'],
    ['a word that only begins like a name', 'tylerx mum'],
    ['family words that only begin so', 'tylers caseload'],
    ['case words that only begin so', 'kayden hitherto'],
    ['the name before the word that says it', 'tyler the boy’s school'],
    ['a name behind other words', 'the boy called me about tyler'],
  ])('not %s: “%s”', (_, text) => {
    expect(namesChild(text)).toBe(false);
  });

  it('whatever signs stand around the name, and wherever', () => {
    for (const text of [
      '(Kayden) – has a social worker!',
      'SA-019:kayden,has a social worker',
      'KAYDEN  has\na Social Worker',
    ])
      expect(namesChild(text)).toBe(true);
    expect(namesChild(`${'x '.repeat(1_900)}kayden has a social worker`)).toBe(true);
    expect(namesChild(`${'x '.repeat(2_000)}kayden has a social worker`)).toBe(false);
  });
});

describe('a child is asked after by a bare first name', () => {
  const nobody = () => false;

  it.each([
    'whats happening with ellie',
    'what is going on with ellie',
    'anything new on ellie',
    'so, what’s up with little ellie?',
    'how is ellie doing',
    'hows baby ellie today?',
    'how old is ellie',
    'where is ellie now',
    'wheres ellie',
    'who is ellie',
    'whos ellie',
    'tell me about ellie',
    'what about ellie',
    'any update on ellie',
    'update on ellie',
    'any news about ellie smith',
    'do we know ellie',
    'do you know ellie',
    'look up ellie',
    'what happened to poor ellie',
    'has tyler been to camhs',
    'is tyler ok',
    'is tyler still in hospital',
    'tyler still missing',
    'did tyler go missing',
    'and why was tyler in court',
    'when was tyler placed',
    'is tyler with his dad',
    'whos tyler living with',
    'tell me about child k',
    'child k',
    'what did child b say',
  ])('“%s”', (text) => {
    expect(asksAfterChild(text, nobody)).toBe(true);
  });

  it.each([
    'is Kayleigh Brown getting a review',
    'who did Kayleigh’s rapid review',
    'Is Liam Carter’s case going to review?',
    'how is Jayden Smith at St Mary’s school',
    'is ellie in the rapid review',
    'when does tyler have a review',
    'did kayden need an lcspr',
    'has liam had a serious case review',
    'is there a case review about kayleigh brown',
    'the rapid review of Jayden Smith',
    'any review for tyler yet',
    'which school does ellie go to',
    'whats liam carters care plan',
    'where does tyler go to school',
    'hows jayden getting on at school',
    'whos kayleigh browns mum',
    'has ellies school been told',
  ])('with words of a review, a plan, a school or a family: “%s”', (text) => {
    expect(asksAfterChild(text, nobody)).toBe(true);
    expect(asksAfterChild(text, () => true)).toBe(false);
  });

  it.each([
    'has tyler sent the rapid review in',
    'is ellie on the rapid review panel',
    'is ellie in the review group',
    'did tyler write the review',
    'did sarah send the plan',
    'the review for ellie to sign',
    'is St Thomas school on the list',
    'how many reviews are open',
  ])('not of a colleague’s work: “%s”', (text) => {
    expect(asksAfterChild(text, nobody)).toBe(false);
  });

  it.each([
    ['of who somebody with a surname is', 'who is Ellie Brown'],
    ['of work', 'how is ellie doing with the audit'],
    ['of a meeting', 'is tyler coming'],
    ['of a colleague with a title', 'where is dr ellie'],
    ['of an action', 'whats happening with ellie’s actions'],
    ['of who owns something', 'is tyler ok that he owns it'],
    ['of no usual name', 'whats happening with neglect'],
    ['of more than the name', 'whats happening with ellie and the strategy'],
    ['of something of theirs', 'whats happening with ellies'],
    ['in words that ask nothing', 'please ask ellie'],
    ['of something that a child is only near to', 'whats happening with the plan of ellie'],
    ['of what they said, and not of them', 'has tyler said it is ok'],
    ['of something else that tyler may do', 'has tyler written the plan'],
    ['of words that only begin like those of a child', 'is tyler okayed'],
    ['in words that only end like a question', 'this tyler missing'],
    ['of whom the letter is a word', 'what did child protection say'],
    ['of a letter that is no child’s', 'is this a child a plan is for'],
    ['in words where children are not meant', 'grandchild k'],
    ['of whom a published review is called', 'child c recommendation 6 was handed over'],
    ['of what becomes of a list', 'jamie has been placed on the distribution list'],
  ])('not when it is asked %s: “%s”', (_, text) => {
    expect(asksAfterChild(text, nobody)).toBe(false);
  });

  it.each(
    `action actions meeting meetings board agenda apologies apologise deputy deputising attend attending chair chairing minutes
      report training lead team cover covering register priority priorities audit invite invited email role own owns overdue
      due`.split(/\s+/),
  )('not where words of work stand beside the name: %s', (word) => {
    expect(asksAfterChild('is tyler ok', nobody)).toBe(true);
    expect(asksAfterChild(`is tyler ok with the ${word}`, nobody)).toBe(false);
  });

  it('not by a name that somebody of the partnership has', () => {
    const known = (name: string) => name === 'ellie';
    expect(asksAfterChild('whats happening with ellie', known)).toBe(false);
    expect(asksAfterChild('has tyler been to camhs', known)).toBe(true);
  });
});

describe('the child of a review is asked after', () => {
  it.each([
    'who is the child in RR-2021-01',
    'whos the dad in rr4',
    'rr4: what happened to that boy',
    'how old was the girl of RR-2021-01?',
    'how are the twins in rr4',
    'where does the family in rr4 live',
    'what did the mother say in rr4',
    'who was this young victim',
  ])('“%s”', (text) => {
    expect(asksAboutReviewedChild(text)).toBe(true);
  });

  it.each([
    'who is the chair of rr4',
    'what did the panel say about the child in rr4',
    'how many children are in rr4',
    'what is the panel’s view of rr4',
    'somewho is the child',
    'who is the childminder lead for rr4',
  ])('not in “%s”', (text) => {
    expect(asksAboutReviewedChild(text)).toBe(false);
  });
});
