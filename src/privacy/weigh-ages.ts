import type { Passage } from './passage.ts';
import type { Sign } from './sign.ts';
import { hasClass, hasWord, isAge, isYearAtSchool, type Token } from './tokenise.ts';
import { CHILD_OR_FAMILY, CLASS, wordSet } from './word-classes.ts';

const AGE_SUFFIXES = wordSet('yo yrs yr y');
const AGE_UNITS = wordSet('years year months weeks');
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
/** “he’s 12”, “she’ll be five”, “turned nine” */
export const PRONOUN_AGE = new RegExp(
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
export function weighAges({ text, tokens, isGeneral, isOfPast, count }: Passage): Sign[] {
  const harm = count(CLASS.harm);
  const signs: Sign[] = [];
  const isHarmed = harm > 0 && BEGINS_WITH_AGE.test(text);
  if (isHarmed || (isOfPast && !isGeneral && YEAR_OLD.test(text)))
    signs.push(['child of a stated age', 2.3]);
  if (PRONOUN_AGE.test(text)) signs.push(['his or her age', 2.2]);
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
    hasWord(after, AGE_UNITS) &&
    secondAfter?.word === 'old' &&
    !hasClass(thirdAfter, CLASS.work) &&
    !hasWord(thirdAfter, THINGS);
  return hasWord(after, AGE_SUFFIXES) || isOld || isBehindChild;
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
