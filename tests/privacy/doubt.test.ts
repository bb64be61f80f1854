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
    ['what was learnt from a name', 'agenda: the learning from Zuriel'],
    ['a name behind “of”', 'the case of Sorcha comes back to us'],
    ['a name with a worker', 'Evidence: Zainab Jama now has an allocated social worker'],
    ['a name on a plan', 'Lola-Mai is on a plan'],
    ['a name let down', 'msg for chair only: we let Kyron down'],
    ['a name that no list has, in small letters', 'letter to oluwatobi’s headteacher sent'],
    ['a name with a year', 'when planning the visit, note that Jolanta, in Y5, is mute'],
    ['one name in capitals', 're JAXON PRITCHARD - no charge'],
    ['a review by its name', 'Amara’s review: positions due Friday'],
    ['whoever belongs to initials', 'KJ’s mum wants to see the draft'],
    ['kin by itself', 'Sister says he hadn’t eaten since Friday'],
    ['kin somewhere', 'the grandparents in Cork need to be told before publication'],
    ['a family somewhere', 'family on Wattle Green estate with eight kids'],
    ['the one of a story', 'little one with the feeding tube died before the panel could meet'],
    ['sisters', 'three sisters on the coach from Heathrow, stopped at the border'],
    ['an NHS number that is wrong', 'nhs number is 618 183 9764 i think'],
    ['a number that was dictated', 'it’s nine two nine seven one eight nine three six nine'],
    ['a number by its groups', 'Number given by ambulance crew was 703/176/7261'],
    ['a hospital’s number', 'Hospital number W448120, seen three times'],
    ['a date of birth in words', 'birth date twenty third of june twenty thirteen'],
    ['a birthday to come', 'he’ll be five on the 2nd of June'],
    ['a telephone of a carer', 'ring the foster carer on 01632 960555'],
    ['a neighbour’s child', 'it is my neighbour’s lad we are reviewing'],
    ['a child whose …', 'the child whose teacher was on the news'],
    ['a family of five', 'family of five in one room at the Albion, with scabies'],
    ['one of an age', 'a three week old with eleven broken bones came in on Sunday night'],
    ['a row of a table', 'Tamzin|F|12|Y8|CSE|high'],
    ['labels without colons', 'NAME Gruffydd SEX m AGE 2 PLAN none'],
    ['two with initials', 'GS and LS are sisters, both on plans'],
    ['his telephone', 'his mobile’s 07700 900221, he only answers texts'],
    ['a post mortem', 'Blessing Adeyinka: post mortem due Thursday'],
    ['a name of a topic', 'agenda 5b Sufyan - timeline and gaps'],
    ['a murder', 'was murdered by his parents'],
    ['an account', 'her snapchat is kezza.bby09 and that is where the pictures went'],
    ['an e-mail of kin', 'step-dad’s email is big.trev1979@mailbox.example'],
    ['a number of a case', 'case 20447 stepped down to early help after the last visit'],
    ['a log', 'log 4471 from Sunday refers, kids in the car'],
    ['a number of a court', 'court number WV22C50117, final hearing next week'],
    ['a trial', 'trial of the nursery worker from Cherry Lane begins Monday, the victim was two'],
    ['a prosecution', 'R v Okonjo, sentence on 14 July, the child gives evidence behind a screen'],
    ['the press', 'Reporter from the Mail knows which school and which street, wants a line'],
    ['a dwelling', 'static van on the lane to Ashmole Farm, new baby, no water'],
    ['a house of an event', 'house on the corner of Elm Road with the police tape'],
    ['an unborn child', 'mum is 34 weeks, nobody has opened the pre-birth assessment'],
    ['earlier children', 'Baby arrives in May, previous three removed'],
    ['a nickname', 'Peanut, as nan calls her, still has the tube in'],
    ['what is owed', 'we owe it to Jamie-Leigh to get this right'],
    ['initials with an age', 're KT aged 9, excluded again'],
    ['a name with a month', 'Daisy-May eats with staff every lunchtime'],
    ['a masked name', 'T*ler from the flats'],
    ['a surname in the plural', 'Six calls about the Ormerods since Christmas, all closed'],
    ['proceedings', 'cannot come Thursday, giving evidence in the Maddox care proceedings'],
    ['initials that were discussed', 'PB discussed, agreed to step down'],
    ['a meeting on initials', 'RV strategy discussion was held without health'],
    ['initials of somebody ill', 'LT is back in hospital'],
    ['one of a school year', 'the Year 7 with the tracheostomy whose taxi never came'],
    ['an age with harm', '2 week old with a skull fracture, notified last night'],
    ['a carer', 'special guardian is 74 and can’t cope'],
    ['what is recognised', 'it will be obvious to anyone in Cradley which girl this is'],
    ['a plan of somebody', 'Leon Adeyinka’s plan ended without a review'],
    ['a worker of somebody', 'action for Tomasz’s key worker to take him to the dentist'],
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
    ['a count', '29 children found a place within six weeks of the list starting'],
    ['a share', 'monthly contact kept for 29 of 30 babies; two referred earlier as a result'],
    ['a rise', 'Referrals of bruised babies from minor injuries units rose from 3 to 11'],
    ['a procedure', 'Write one unborn baby procedure for both maternity units'],
    ['a film', 'Show the crying baby film in every antenatal class'],
    ['training', 'Train community midwives to look at where the baby sleeps'],
    ['a practice', 'Two thirds of interviews now quote the young person'],
    ['a group', 'put county lines down for our next adolescent sub-group'],
    ['a basket', 'Give Moses baskets to families placed in hotels'],
    ['a former body', 'NHS Brackenshire CCG'],
    ['a thing under way', 'T25-11 is under way now'],
    ['an age of all', 'Safer sleep messages to the first birthday; runs to March 2026'],
    ['a field', 'DoB field on the form should be dd/mm/yyyy, please fix by 1/5'],
    ['an office', 'the charity, Weston House, 42 Curtain Road, is where the invoice goes'],
    ['a hub', 'the family hub at 6 Church Lane takes referrals on a Tuesday'],
    ['a question of the threshold', 'how old does a child have to be to be left at home'],
    ['a question after a colleague', 'Has Priti answered for the ICB or are we still waiting?'],
    ['one’s own way', 'stuck behind a crash on the M6, Ellen will start without me'],
    ['one’s own child', 'Got to collect my little girl from nursery'],
    ['an age of a pathway', '16 year old pathway from paediatric to adult wards'],
    ['a policy about siblings', 'does the policy cover siblings'],
    ['a number of an order', 'Order number 4409182736 for the banners'],
    ['a request', 'Can Helen sit in for me, I am at the dentist'],
    ['a grown-up’s name', 'Yvette has been stuck with the invoices for weeks'],
    ['somebody of an agency', 'has Ayesha from housing answered'],
    ['a writer’s baby', 'sorry on paternity leave until the 9th, my wife had the baby'],
    ['an author', 'The Independent Review by Josh MacAlister'],
    ['who leads', 'Petra Lindqvist is leading the peer review'],
    ['a helpdesk', 'log 4471 on the helpdesk is still open, teams keeps crashing'],
    ['an account of ours', 'our twitter handle is @sscp_news, please follow for baby safety week'],
    ['a trial of a form', 'trial of the new referral form begins Monday in two schools'],
    ['a line for the press', 'Press office wants a line on the child poverty figures'],
    ['initials of colleagues', 'LB and CM discussed, agreed to merge the two training plans'],
    ['a policy about kin', 'Does the plan cover fathers and grandparents'],
    ['who has not replied', 'Noah Pickersgill has not replied about abuse'],
    ['who comes', 'is Marek coming on Thursday'],
    ['who retires', 'Could we say a few words for Maggie, who retires in May'],
    ['somebody of a service', 'Bogdan from the interpreting service had his slot moved to 3'],
    ['who may speak first', 'could you let Mrs Abara go first'],
    [
      'a published report',
      'link to the overview report about the two brothers, for the learning page',
    ],
    ['our own case', 'what did the Panel say about our baby case'],
    ['a family room', 'I have moved the board to the fire station, not the family room'],
    ['a tool', 'pre-birth assessment tool due in three weeks, who holds the draft'],
    ['lists of LCSPRs', 'which jobs have we got from the LCSPRs'],
    [
      'a condition',
      'If the hospital moves its burns unit, doctors who examined the child could be late',
    ],
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

it.each(['HAL/25/001', 'nudge me about HAL/25/009 on thursday', 'close MAX-12', 'T4-142P done'])(
  'a reference is no name: “%s”',
  (text) => expect(isDoubtful(text)).toBe(false),
);

it('of a command only names are in doubt', () => {
  expect(mayNameChild('the lads = police')).toBe(false);
  expect(mayNameChild('Shanice = neglect')).toBe(true);
});
