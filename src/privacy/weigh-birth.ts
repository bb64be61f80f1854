import { MONTH } from '../domain/privacy-guard.ts';
import { type Company, type Passage, WARNING } from './passage.ts';
import type { Sign } from './sign.ts';
import { PRONOUN_AGE } from './weigh-ages.ts';

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
export function weighBirth({ text, workWords }: Passage, company: Company): Sign[] {
  if (BIRTH_FIELD.test(text) || (WARNING.test(text) && !/\d/.test(text))) return [];
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
  if (hasDate && PRONOUN_AGE.test(text)) signs.push(['date with an age', 1]);
  return signs;
}
