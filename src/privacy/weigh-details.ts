import { POSTCODE, TEAM_MOVES } from '../domain/privacy-guard.ts';
import type { Company, Passage } from './passage.ts';
import type { Sign } from './sign.ts';
import { hasClass, type Token } from './tokenise.ts';
import { weighAges } from './weigh-ages.ts';
import { weighBirth } from './weigh-birth.ts';
import { weighInitials } from './weigh-initials.ts';
import { CLASS } from './word-classes.ts';

/** Weighs numbers, dates, addresses, initials and the labels of forms by their company. */
export function weighDetails(passage: Passage, company: Company): Sign[] {
  const { text } = passage;
  const isNumbered = /\d/.test(text);
  return [
    ...(isNumbered ? weighNumbers(passage, company) : []),
    ...weighAddress(passage, company),
    ...weighBirth(passage, company),
    ...weighAges(passage),
    ...weighInitials(passage, company),
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
  /(?<!\b(?:business|support|policy|performance) )\b(?:patient|hospital|unit|mrn|pas|pupil|upn|nhs|district|casenote)\b\W{0,3}(?:(?:no|number|num|id|identifier|ref|k)\b\W{0,3}){0,3}(?:(?:is|was)\W)?[a-z]{0,3} ?\d(?:[ /-]?\d){5}|(?<!\b(?:order|po|purchase|invoice|account|charity|company|contract|ticket|job|meeting|phone|telephone|mobile|fax) )\b(?:id|number|no)\b\W{0,3}\d{10}\b/i;
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
function weighNumbers({ text, tokens, workWords, caseWords }: Passage, company: Company): Sign[] {
  const signs: Sign[] = [];
  if (NHS_LABEL.test(text)) signs.push(['labelled as NHS number', 5]);
  if (PATIENT_NUMBER.test(text)) signs.push(['patient number', 3]);
  if (GROUPED.test(text)) signs.push(['grouped like an NHS number', 2.5]);
  if (PHONE.test(text) && (company.isOfFamily || HOUSEHOLD.test(text) || THEIR_PHONE.test(text)))
    signs.push(['phone of a family', 3]);
  if (tokens.some((_, at) => isNumberOfSystem(tokens, at))) signs.push(['system number', 3]);
  if (caseWords > 0 && workWords === 0 && CASE_REFERENCE.test(text))
    signs.push(['case reference', 1.5]);
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

const HOUSE =
  /\b(?:\d{1,4}[a-z]?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?: (?:one|two|three|four|five|six|seven|eight|nine))?),? (?:(?!(?:days?|weeks?|months?|years?|of|in|on|by|to|the|an?|and|their|his|her|our|more|actions?|meetings?|at|for|with|is|are|was|were|under|found|took|children|babies|families|people|pupils)\b)[A-Za-z][\w'’]{0,30},? ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|crescent|cres|terrace|grove|gardens|court|way|walk|hill|row|mews|rise|view|approach|square|place|yard|cottages?|parade|croft|villas|fold|mount)\b/i;
const NUMBERED_HOUSE = /\b(?:number|no\.?|flat|house|caravan) \d{1,4}[a-z]?\b/i;
const STREET_NAME =
  /\b[A-Z][a-z]{2,20} (?:Road|Rd|Street|St|Avenue|Lane|Close|Drive|Crescent|Terrace|Grove|Gardens|Court|Way)\b/;
const STREET = /\b(?:road|lane|street|avenue|close|drive)\b/i;

/** “8 Ashdown Grove, toddler and newborn”; not “50 Newton Street, where the press will be”. */
function weighAddress(passage: Passage, { isOfFamily }: Company): Sign[] {
  const { text, tokens, workWords } = passage;
  const hasPostcode = POSTCODE.test(text);
  const isNumbered = NUMBERED_HOUSE.test(text);
  const isVenue =
    OFFICE.test(text) ||
    TEAM_MOVES.test(text) ||
    tokens.some((token) => hasClass(token, CLASS.venue) && !hasClass(token, CLASS.school));
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

/** Where bodies have their post sent. */
const OFFICE =
  /\b(?:council house|town hall|invoices?|courier|step[- ]free|parking|disabled access)\b/i;

/** “where the three children are sleeping in coats” */
const CHILDREN_THERE =
  /\b(?:children|kids|little ones|babies|baby|toddler) (?:are|is|were|was|sleeps?|sleeping|in|with|without|alone)\b|\b(?:two|three|four|five|\d) (?:under[- ](?:twos|threes|fours|fives|\ds)|kids|children|little ones)\b/i;

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
  if (ROW_OF_PERSON.test(text) || SPACED_LABELS.test(text)) return [['row about a person', 2.5]];
  return labels === 0 ? [] : [['form about a person', labels > 1 ? 3 : 1.5]];
}
