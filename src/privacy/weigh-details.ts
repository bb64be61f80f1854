import { MONTH, POSTCODE } from '../domain/privacy-guard.ts';
import type { Passage } from './passage.ts';
import type { Sign } from './sign.ts';
import { hasClass, hasWord, isAge, isYearAtSchool, type Token } from './tokenise.ts';
import { CHILD_OR_FAMILY, CLASS, wordSet } from './word-classes.ts';

/** What the words of a passage say, on which the weight of its numbers depends. */
export interface Company {
  /** A child or family is spoken of. */
  readonly isOfFamily: boolean;
  /** A name that may be a child's. */
  readonly hasName: boolean;
}

/** Weighs numbers, dates, addresses, initials and the labels of forms by their company. */
export function weighDetails(passage: Passage, company: Company): Sign[] {
  const { text, tokens } = passage;
  const caseWords = passage.countCaseWords(0, tokens.length - 1);
  const isNumbered = /\d/.test(text);
  return [
    ...(isNumbered ? weighNumbers(passage, company, caseWords) : []),
    ...weighAddress(passage, company),
    ...weighBirth(passage, company),
    ...weighAges(passage),
    ...weighInitials(text, company, caseWords),
    ...weighLabels(text),
    ...(DICTATED.test(text) && company.isOfFamily ? ([['phone of a family', 3]] as const) : []),
    ...(SPOKEN_NUMBER.test(text) ? ([['dictated number', 2.5]] as const) : []),
    ...(FICTION.test(text) ? ([['fiction', -4]] as const) : []),
  ];
}

/** “nhs number is 618 183 9764”, “N H S num 9 2 6 7 1 5 3 0 6 4”, “nhs number ends 3456” */
const NHS_LABEL =
  /\bn\.? ?h\.? ?s\.?\W{0,3}(?:(?:no|number|num)\b\W{0,3}(?:(?:is|was|ends?|ending|starts?|of|with|in)\b\W{1,2}){0,3}\d(?:\W?\d){3}|\d(?:\W{0,2}\d){8})/i;
/** “hospital number W448120”, “patient identifier 6218 247 619” */
const PATIENT_NUMBER =
  /\b(?:patient|hospital|unit|mrn|pas|pupil|upn|nhs|district|casenote)\b\W{0,3}(?:(?:no|number|num|id|identifier|ref|k)\b\W{0,3}){0,3}(?:(?:is|was)\W)?[a-z]{0,3} ?\d(?:[ /-]?\d){5}|(?<!\b(?:order|invoice|account|charity|company|contract|ticket|job|meeting|phone|telephone|mobile|fax) )\b(?:id|number|no)\b\W{0,3}\d{10}\b/i;
/** Ten digits as they are grouped on a wristband. */
const GROUPED = /(?<![\d+])[1-9]\d\d([ ./-])\d{3}\1\d{4}(?!\d)/;
const PHONE = /(?<!\d)\(?(?:\+44|0)(?:[ ()._-]{0,2}\d){9,10}(?!\d)/;
const THEIR_PHONE =
  /\b(?:his|her)(?: \w{1,10})? (?:mobile|mob|phone|number|landline|burner)\b|\bis (?:his|hers)\b/i;
const DICTATED =
  /(?:\b(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|double|treble|triple|hundred)\b[ ,-]{0,3}){6}/i;
/** “nine two nine seven one eight nine three six nine”, which begins like no telephone number. */
const DIGIT =
  '(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple)';
const SPOKEN_NUMBER = new RegExp(
  String.raw`(?<!\b${DIGIT}[ ,-]{1,2})\b(?!oh|zero|nought)${DIGIT}(?:[ ,-]{1,3}${DIGIT}){8}\b`,
  'i',
);
const CASE_REFERENCE =
  /(?<!\b(?:order|invoice|contract) )\b(?:ref|no|number|id)\b\W{0,3}[\w/-]{0,12}\d{4,}/i;
const HOUSEHOLD =
  /\bkids?\b|\bhousehold\b|\bfamily\b|\b(?:foster )?carer['’]?s?\b(?! (?:centre|support|trust|hub|strategy|forum))/i;
const FICTION =
  /fiction|(?<!\b(?:she|he|they|mum|mother|dad|has|had) )made[- ]up|role ?-?play|scenario|\bcase stud|characters?\b|\bvignette|invented/i;

/** Numbers of patients and cases, and whose telephone it is. */
function weighNumbers(
  { text, tokens, workWords }: Passage,
  company: Company,
  caseWords: number,
): Sign[] {
  const signs: Sign[] = [];
  if (NHS_LABEL.test(text)) signs.push(['labelled as NHS number', 5]);
  if (PATIENT_NUMBER.test(text)) signs.push(['number of a patient', 3]);
  if (GROUPED.test(text)) signs.push(['grouped like an NHS number', 2.5]);
  if (PHONE.test(text) && (company.isOfFamily || HOUSEHOLD.test(text) || THEIR_PHONE.test(text)))
    signs.push(['phone of a family', 3]);
  if (tokens.some((_, at) => isNumberOfSystem(tokens, at))) signs.push(['number of a system', 3]);
  if (caseWords > 0 && workWords === 0 && CASE_REFERENCE.test(text))
    signs.push(['reference of a case', 1.5]);
  return signs;
}

/** “Mosaic ID 774210” */
function isNumberOfSystem(tokens: readonly Token[], at: number): boolean {
  return (
    hasClass(tokens[at], CLASS.system) &&
    tokens[at - 1]?.word !== 'ofsted' &&
    tokens.slice(at + 1, at + 5).some(({ text }) => /\d{4,}|\d[-/]\d{2,}|[a-z]\d{6,}/i.test(text))
  );
}

const FULL_DATE = new RegExp(
  [
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?\s?[/. -]\s?\d{1,2}\s?[/. -]\s?(?:\d{4}|\d{2})\b`,
    String.raw`\b(?:19|20)\d\d-\d\d-\d\d`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?${MONTH}[ ,-]{1,2}(?:\d{4}|\d{2})\b`,
    String.raw`\b\d{1,2}[ .](?:i{1,3}|iv|v|vi{1,3}|ix|x|xi{1,2})[ .]\d{4}`,
    String.raw`\b${MONTH} \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d`,
  ].join('|'),
  'i',
);
const ORDINAL =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))';
/** “2nd of June”, “the ninth of may”, “Sept '09”, “christmas day 2019”, “03112018” */
const SOME_DATE = new RegExp(
  [
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?,? (?:of )?${MONTH}\b`,
    String.raw`\b${ORDINAL},? (?:of )?${MONTH}\b`,
    String.raw`\b${MONTH} (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?|['’]\d\d|${ORDINAL})\b`,
    String.raw`\b(?:christmas|boxing|new year['’]?s|valentine['’]?s) (?:day|eve)\b`,
    String.raw`\b\d{6}(?:\d\d)?\b`,
    String.raw`\b(?:19|20)\d\d\b`,
  ].join('|'),
  'i',
);
const BIRTH_LABEL = String.raw`(?:\bd[. ]{0,2}o[. ]{0,2}b\b|date of birth|birth ?date)`;
const BIRTH_DATE = new RegExp(
  String.raw`${BIRTH_LABEL}|\bb\.? ?\d{1,2}[/.-]\d|\bb\.? \d{1,2} [a-z]{3}|\bb\. [a-z]{3,9} \d{4}`,
  'i',
);
/** “DoB field on the form should be dd/mm/yyyy” */
const BIRTH_FIELD = new RegExp(
  String.raw`\bdd[/.-]?mm|${BIRTH_LABEL}['’s]{0,2}\W{0,3}(?:fields?|columns?|format|box(?:es)?|cells?|is (?:missing|mandatory|required)|(?:on|in|from) (?:the|all|our|each|every))`,
  'i',
);
const BIRTH =
  /\bborn\b(?! out of)|\bcame into the world\b|(?<!\b(?:the|every|each) (?:\w{1,10} )?)birthday|\bedd\b/i;
const BIRTH_WORD = new RegExp(
  String.raw`${BIRTH_LABEL}|\b(?:his|her|their|child['’]?s) (?:${ORDINAL}|\d{1,2}(?:st|nd|rd|th))? ?birthday`,
  'i',
);
const NEXT_BIRTHDAY = new RegExp(
  String.raw`\b(?:his|her) (?:${ORDINAL}|\d{1,2}(?:st|nd|rd|th)) (?:birthday|is|was|in|on|falls)\b`,
  'i',
);

/** “dob given was wrong, 02 / 09 / 2019”, “dob sixteenth of may”, “born on 3 March”. */
function weighBirth({ text, workWords }: Passage, company: Company): Sign[] {
  if (BIRTH_FIELD.test(text)) return [];
  const signs: Sign[] = [];
  const isNumbered = /\d/.test(text);
  const hasCompany = company.isOfFamily || company.hasName;
  const hasFullDate = isNumbered && FULL_DATE.test(text);
  const hasDate = hasFullDate || SOME_DATE.test(text);
  if (NEXT_BIRTHDAY.test(text)) signs.push(['his or her birthday', hasDate ? 3 : 2]);
  if (isNumbered && BIRTH_DATE.test(text)) signs.push(['date of birth', 4]);
  else {
    if (BIRTH_WORD.test(text)) signs.push(['birth', hasDate || workWords === 0 ? 3 : 1.5]);
    if (BIRTH.test(text) && (isNumbered || hasDate)) {
      if (hasDate) signs.push(['born on', hasCompany || workWords === 0 ? 4 : 1.5]);
      else signs.push(['born', hasCompany ? 2 : 1]);
    } else if (hasFullDate && hasCompany && workWords === 0) signs.push(['date of a child', 1.5]);
  }
  if (hasDate && PRONOUN_AGE.test(text)) signs.push(['day of an age', 1]);
  return signs;
}

const HOUSE =
  /\b(?:\d{1,4}[a-z]?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?: (?:one|two|three|four|five|six|seven|eight|nine))?),? (?:(?!(?:days?|weeks?|months?|years?|of|in|on|by|to|the|an?|and|their|his|her|our|more|actions?|meetings?|at|for|with|is|are|was|were|under|found|took|children|babies|families|people|pupils)\b)[A-Za-z][\w'’]{0,30},? ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|crescent|cres|terrace|grove|gardens|court|way|walk|hill|row|mews|rise|view|approach|square|place)\b/i;
const NUMBERED_HOUSE = /\b(?:number|no\.?|flat|house|caravan) \d{1,4}[a-z]?\b/i;
const STREET_NAME =
  /\b[A-Z][a-z]{2,20} (?:Road|Rd|Street|St|Avenue|Lane|Close|Drive|Crescent|Terrace|Grove|Gardens|Court|Way)\b/;
const STREET = /\b(?:road|lane|street|avenue|close|drive)\b/i;

/** “8 Ashdown Grove, toddler and newborn”; not “50 Newton Street, where the press will be”. */
function weighAddress(passage: Passage, { isOfFamily }: Company): Sign[] {
  const { text, tokens, workWords } = passage;
  const hasPostcode = POSTCODE.test(text);
  const isNumbered = NUMBERED_HOUSE.test(text);
  const isVenue = tokens.some(
    (token) => hasClass(token, CLASS.venue) && !hasClass(token, CLASS.school),
  );
  if (HOUSE.test(text) || (isNumbered && (hasPostcode || STREET.test(text)))) {
    if (isVenue && !isOfFamily && !CHILDREN_THERE.test(text)) return [['address of a venue', 0.5]];
    const isHome = isOfFamily || passage.count(CLASS.home) > 0 || /\bkids\b|children/.test(text);
    return [['address', isHome || workWords === 0 ? 3 : 2]];
  }
  if (STREET_NAME.test(text) && isOfFamily && !isVenue && passage.count(CLASS.home) > 0)
    return [['street of a family', 1.5]];
  const isOfHousehold = isOfFamily || HOUSEHOLD.test(text);
  return (hasPostcode || isNumbered) && isOfHousehold && !isVenue
    ? [['house of a family', 2.4]]
    : [];
}

/** “where the three children are sleeping in coats” */
const CHILDREN_THERE =
  /\b(?:children|kids|little ones|babies|baby|toddler) (?:are|is|were|was|sleeps?|sleeping|in|with|without|alone)\b/i;

const AGED = wordSet('yo yrs yr y');
const OLD = wordSet('years year months weeks');
const RANGE = wordSet('and to of under over');
const UNITS = wordSet('min mins minutes slides pages items');
const THINGS = wordSet(
  'pathway pathways protocol service services rule offer group groups standard threshold',
);
const PLURALS = wordSet('pupils children students groups');
const YEAR = wordSet('year yr y');
const NO_SCHOOL_YEAR = wordSet('last this next per each a every financial');
const NUMBER_WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen';
const PRONOUN_AGE = new RegExp(
  String.raw`\b(?:he|she|they)(?:'|’)?(?:ll|d|s)? (?:(?:is|was|will be|would be|would have been|only|just|nearly|be|turned|turns) ){0,4}(?:\d{1,2}|${NUMBER_WORDS})(?![\w-])(?! of| or|\d)|\baged (?:${NUMBER_WORDS})(?! to| and| or)|\bturned (?:\d{1,2}|${NUMBER_WORDS})(?! (?:cases|actions|of))\b`,
  'i',
);

/** “a three week old with eleven broken bones came in”; not “16 year olds” */
const YEAR_OLD = new RegExp(
  String.raw`\b(?:\d{1,2}|one|${NUMBER_WORDS})[ -](?:year|month|week|day)s?[ -]old\b|\b\d{1,2} ?(?:yo|y/o|yrs? old)\b`,
  'i',
);

/** “3 week old with rib fractures”; not “does anything cover a 16 year old” */
const BEGINS_WITH_AGE = new RegExp(
  String.raw`^(?:a )?(?:\d{1,2}|one|${NUMBER_WORDS})[ -](?:year|month|week|day)s?[ -]old\b(?! (?:pathway|offer|group)s?)`,
  'i',
);

/** “15 y/o”, “mum 17”, “he’s 12”, “in year 9”; not “16 and 17 year olds”. */
function weighAges({ text, tokens, isGeneral, isOfPast, count }: Passage): Sign[] {
  const harm = count(CLASS.harm);
  const signs: Sign[] = [];
  const isHarmed = harm > 0 && BEGINS_WITH_AGE.test(text);
  if (isHarmed || (isOfPast && !isGeneral && YEAR_OLD.test(text)))
    signs.push(['one of an age', 2.3]);
  if (PRONOUN_AGE.test(text)) signs.push(['age of him or her', 2.2]);
  if (tokens.some((_, at) => isAgeOfChild(tokens, at))) signs.push(['age', isGeneral ? 0.5 : 1.5]);
  if (tokens.some((_, at) => isSchoolYear(tokens, at)))
    signs.push(['school year', isGeneral ? 0.3 : 1]);
  return signs;
}

function isAgeOfChild(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (!token.isNumber) return false;
  if (/^\d{1,2}(?:yo|yrs?|mths?|y)$/.test(token.word)) return true;
  const [before, after, secondAfter] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  if (!isAge(token) || hasWord(before, RANGE)) return false;
  const isBehindChild =
    hasClass(before, CHILD_OR_FAMILY) && /^,? ?\(?$/.test(token.before) && !hasWord(after, UNITS);
  // “a 16 year old pathway”
  const thirdAfter = tokens[at + 3];
  const isOld =
    hasWord(after, OLD) &&
    secondAfter?.word === 'old' &&
    !hasClass(thirdAfter, CLASS.work) &&
    !hasWord(thirdAfter, THINGS);
  return hasWord(after, AGED) || isOld || isBehindChild;
}

function isSchoolYear(tokens: readonly Token[], at: number): boolean {
  const [token, after, secondAfter] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (isYearAtSchool(token)) return !hasWord(after, PLURALS);
  if (hasWord(tokens[at - 1], NO_SCHOOL_YEAR)) return false;
  return (
    hasWord(token, YEAR) &&
    /^\d{1,2}$/.test(after?.word ?? '') &&
    Number(after?.word) <= 13 &&
    !hasWord(secondAfter, PLURALS)
  );
}

const INITIALS = /(?:^|[\s(])(?:\p{Lu}\.){2,4}|\b\p{Lu}\.\s?\p{Lu}['’]?\p{Lu}?\./u;
const OWNED_INITIALS = /\b[A-Z]{2}['’]s\b/;
const AGED_INITIALS = /\b[A-Z]{2} ?\((?:aged? )?\d{1,2}\)/;
const CALLED_INITIALS = /\b[Ii]nitials?(?: are| were| is)?\W{1,3}[A-Z.]{2,4}\b/;
/** “GS and LS are sisters” */
const TWO_WITH_INITIALS = /\b[A-Z]{2} (?:and|&) [A-Z]{2} (?:are|were|have|both)\b/;
const KIN = /\b(?:sisters|brothers|siblings|twins|cousins)\b/i;
const ONE_INITIAL =
  /(?<!\b[Cc]hild)(?:^|[\s.])(?!I )[A-Z]\.? (?:was|is|has|said|told|went|ran|needs|lives)\b/;

/** “M.O'C., 16”, “SM’s foster placement”, “LM (13)”, “K. was seen on his own”. */
function weighInitials(text: string, { isOfFamily }: Company, caseWords: number): Sign[] {
  const signs: Sign[] = [];
  if (INITIALS.test(text))
    signs.push([
      'initials',
      caseWords > 0 || isOfFamily || /\bcase of\b|\bnot seen\b|\bmissing\b/i.test(text) ? 3 : 0.5,
    ]);
  if (CALLED_INITIALS.test(text)) signs.push(['initials', 2.5]);
  if (AGED_INITIALS.test(text)) signs.push(['initials with age', 3]);
  if (caseWords > 0 && OWNED_INITIALS.test(text)) signs.push(['initials', 2.5]);
  if ((caseWords > 0 || isOfFamily || KIN.test(text)) && TWO_WITH_INITIALS.test(text))
    signs.push(['two with initials', 2.5]);
  if (ONE_INITIAL.test(text) && (caseWords > 0 || /\b(?:his|her|she|he)\b/.test(text)))
    signs.push(['one initial', 3]);
  return signs;
}

const LABEL =
  /(?:^|[\n|,;(/]|\. |(?<!\b(?:the|a|each|every|any))\s)"?(?:forenames?|surname|fname|sname|dob|d\.o\.b|nhs ?no|yp|victim|patient|child|pupil|ethnicity|legal ?status|gender|lang|name|age)"? ?[:=|;]/gi;

/** “Ayaan,M,7,Y3”, “15, male” */
const ROW_OF_PERSON =
  /(?:^|[,|;\t/]) ?(?:m|f|male|female) ?[,|;\t/] ?\d{1,2}\b|\b\d{1,2}(?:yrs?|y)? ?[,|;/\t] ?(?:m|f|male|female)\b(?!['’.])/i;
/** “NAME Gruffydd SEX m AGE 2” */
const SPACED_LABELS = /\b(?:name|yp|child)\b.{2,40}\b(?:sex|age|dob)\b:? ?(?:\d|[mf]\b)/i;

/** “Forename: Suraya | Outcome: WNB”: a form or table of people. */
function weighLabels(text: string): Sign[] {
  const labels = text.match(LABEL)?.length ?? 0;
  if (ROW_OF_PERSON.test(text) || SPACED_LABELS.test(text)) return [['row of a person', 2.5]];
  return labels === 0 ? [] : [['form of a person', labels > 1 ? 3 : 1.5]];
}
