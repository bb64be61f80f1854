import type { Passage } from './passage.ts';
import type { Sign } from './sign.ts';

/** Words that lead to one child by themselves, with what they add. */
interface Hint {
  readonly sign: Sign;
  readonly pattern: RegExp;
  /** What else must hold. */
  readonly when?: (passage: Passage) => boolean;
}

const HINTS: readonly Hint[] = [
  // “Princess (thats her real name)”, “as everyone calls him”
  {
    sign: ['nickname', 2.5],
    pattern:
      /\bcalling (?:him|her)self [\w.]{3}|\b(?:his|her|their) (?:real|actual|street|nick|pet|middle|road)[ -]?name\b|\b(?:as )?(?:everyone|everybody|nan|mum|mom|dad|family|friends|they all|they) calls? (?:him|her)\b|\(\W*(?:yes,? )?that['’]?s? (?:is )?(?:on|in) the birth certificate/i,
  },
  // “T*ler”, “C-a-s-e-y”, “Dest1ny”
  {
    sign: ['masked name', 2.3],
    pattern:
      /(?<![\w*])[A-Z][a-z]{0,2}\*{1,5}[a-z]{1,10}\b|(?<![\w-])(?:[A-Za-z]-){3,12}[A-Za-z](?![\w-])|\b[A-Z][a-z]{0,4}[0134][a-z]{2,10}\b/,
  },
  // “the Year 7 with the tracheostomy”, “the two Year 9s”
  {
    sign: ['one child of a school year', 2.3],
    pattern:
      /\b(?:the|a|that|our|only) (?:year|yr|y) ?\d{1,2} (?:who|whose|with|that|from)\b|\b(?:the|both|those) (?:two |three )?(?:year|yr|y) ?\d{1,2}s (?!in|from|are|will|have)/i,
  },
  // “the 6 week old from the flat above”
  {
    sign: ['the child of a stated age', 2.3],
    pattern:
      /\b(?:the|that|this|our) (?:\d{1,2}|\w{3,9})[ -](?:day|week|month|year|yr)s?[ -]old (?:from|who|with|in|at|whose|on|that|is|was)\b/i,
  },
  // “jun hao’s form tutor”, not “the child’s social worker”
  {
    sign: ['worker of one child', 2.3],
    pattern:
      /(?<!\b(?:a|an|each|every|any|the|of) )\b(?!child|pupil|student|young|person|school|trust|council|police|parent|today|yesterday)[a-z]{2,12}['’]s (?:form (?:tutor|teacher)|class teacher|social worker|health visitor|key ?worker|foster carer|school nurse|head of year)\b/i,
    when: ({ isGeneral }) => !isGeneral,
  },
  // “half brother aged 7”
  {
    sign: ['age of kin', 2.3],
    pattern:
      /\b(?:brother|sister|cousin|sibling|daughter|son|nephew|niece|boyfriend),? (?:is |was |only |who is |aged |\()+\d{1,2}\b(?! (?:of|in)\b)/i,
  },
  {
    sign: ['missed by services', 2.3],
    pattern:
      /\b(?:practices|schools|services|agencies|hospitals|teams|surgeries|of us|of them) (?:all |each )?(?:had|saw|missed|lost) (?:her|him)\b/i,
  },
  {
    sign: ['conditions at a home', 1.6],
    pattern:
      /\b(?:home|house) conditions (?:at|in|are|have|were|got|remain|there)\b|\bconditions (?:at|in) (?:the|their|her|his) (?:home|house|flat|property)\b/i,
    when: ({ isGeneral }) => !isGeneral,
  },
  // “Mr Ferreira complained about how his children’s conference was run”
  {
    sign: ['family of mr or mrs', 2.5],
    pattern:
      /\b(?:mr|mrs|ms|miss) [a-z][\w'’-]{1,20}\b[^.!?\n]{0,60}\b(?:his|her|their) (?:\w{1,10} )?(?:children|kids|child|baby|sons?|daughters?|boys?|girls?|grand\w{3,9})\b/i,
    when: ({ isOfOffice }) => !isOfOffice,
  },
  {
    sign: ['child has told', 1.5],
    pattern:
      /\ba (?:girl|boy|lad|pupil|student|teenager|child)\b.{0,40}\b(?:named|disclosed|alleged|accused|made an? (?:allegation|disclosure))\b/i,
  },
  {
    sign: ['review of one child', 2.2],
    pattern:
      /\b(?:review|case|lcspr|one) (?:about|of|on|into|with) the (?:baby|girl|boy|toddler|twins|child|lad|teenager) (?:in|who|with|from|whose|at|on|that)\b/i,
  },
  { sign: ['buried', 2.3], pattern: /\b(?:buried|bury|cremated|resuscitated) (?:him|her|them)\b/i },
  {
    sign: ['written about', 1.3],
    pattern: /\b(?:write|wrote|written|say|said|read) (?:\w{1,10} )?about (?:him|her)\b/i,
  },
  {
    sign: ['known to health services', 1.2],
    pattern:
      /\bregistered with (?:a|the) (?:dentist|gp|doctor|optician)\b|\bhas (?:glasses|hearing aids)\b/i,
  },
  // “it will be obvious to anyone which girl this is”, not “so nobody can tell which school it is”
  {
    sign: ['recognisable', 2.3],
    pattern:
      /(?<!\b(?:nobody|no one|not|cannot|can['’]t) (?:can |could |be )?)\b(?:can tell|obvious|everyone knows|guess|recognise)\b(?: \w{1,12}){0,5}? (?:who (?:it|he|she|they) (?:is|are)|which (?:girl|boy|child|family|baby)\b)/i,
  },
  {
    sign: ['the only one there', 1.8],
    pattern:
      /\bonly (?!\d|one )(?:[\w-]{1,14} ){0,2}(?:family|child|boy|girl|household|pupil|lad) (?:in|on|at|from)\b/i,
  },
  { sign: ['his or her number', 1.5], pattern: /\b(?:his|her) number (?:ends|starts|begins)\b/i },
  {
    sign: ['injury', 1],
    pattern:
      /\bthe (?:bruise|bite|fracture|burn|wound|scald|ligature|bite mark)\b(?! (?:policy|pathway|protocol|tool|unit))/i,
  },
  // “special guardian is 74 and can’t cope”, “adopters have pulled out”
  {
    sign: ['carer of one child', 2.3],
    pattern:
      /(?:^|[.;:,–-] )(?:special guardian|respite carer|foster (?:mum|dad|mom|carer)|connected carer|adopter) (?:is|has|says?|said|found|can['’]?t|won['’]?t|gave|wants|reports?)\b|\badopters (?:have|had) (?:pulled|withdrawn|changed|backed)\b/i,
  },
  {
    sign: ['asked for a name', 2.3],
    pattern:
      /\b(?:tell me|what['’]?s|what is|give me|find)\b.{0,12}\b(?:name|surname|address|age|school) of the (?:child|baby|boy|girl|family|mother|father)\b/i,
  },
  { sign: ['everyone knows', 0.8], pattern: /\beveryone (?:\w{1,12} ){0,4}knows\b/i },
  {
    sign: ['owed to somebody', 2],
    pattern: /\bowe it to [A-Z]/,
    when: ({ names }) => names.length > 0,
  },
  {
    sign: ['known without a name', 2.3],
    pattern:
      /\byou(?: all)? (?:all )?know (?:who i mean|the one|which one|which (?:boy|girl|family|child))\b/i,
  },
  {
    sign: ['the ones who', 2.3],
    pattern:
      /\bthe (?:pair|two|three|four) (?:who|that) (?:were|are|had|have|died|got|went|ran|drowned)\b/i,
  },
  {
    sign: ['subject of a review', 2.6],
    pattern: /\bour (?:lcspr|review|cspr)['’s]{0,2} (?:subject|child)\b/i,
  },
  // “both girls”, “the two teenagers”
  {
    sign: ['children of one case', 1.8],
    pattern:
      /\b(?:both|the (?:two|three|four)|all (?:three|four)|these) (?:of the )?(?:girls|boys|children|kids|babies|teenagers|little ones|toddlers)\b(?!['’])/i,
    when: ({ isOfPractice }) => !isOfPractice,
  },
  {
    sign: ['found somewhere', 2.3],
    pattern:
      /\bfound (?:him|her|them|(?:two|three|four|five|six) (?:children|kids|babies|siblings)) (?:locked|in|at|under|behind|on|dead|hang\w*|by|near)\b/i,
  },
  {
    sign: ['body of somebody', 1.5],
    pattern:
      /\b(?:release[ds]?|wants?|collect|bury|identify) (?:the|his|her) body\b|\bcause of death (?:is|was)\b/i,
  },
  {
    sign: ['children seen', 0.6],
    pattern:
      /\b(?:seen|saw|visited|removed|took|taken|checked on) the (?:kids|children|boys|girls)\b(?!['’])/i,
  },
  {
    sign: ['he or she on a plan', 2],
    pattern:
      /\b(?:he|she)(?:['’]?s| is| was| came| went)? (?:now )?(?:off|on|back on) (?:the|a|his|her) plan\b/i,
  },
  {
    sign: ['his or her body or things', 1.2],
    pattern:
      /\b(?:his|her) (?:school )?(?:photo|picture|image|blazer|jumper|pants|knickers|underwear|nappy|bruises?|burns|scars|thighs|uniform|cot|school bag|body|medical|remains|bedroom|injuries|wishes|feelings|experience of care)\b/i,
  },
];

/** What tells of one child by a turn of phrase: “as everyone calls him”, “both girls”. */
export const weighHints = (passage: Passage): Sign[] =>
  HINTS.filter(({ pattern, when }) => pattern.test(passage.text) && (!when || when(passage))).map(
    ({ sign }) => sign,
  );
