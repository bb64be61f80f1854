import type { Company, Passage } from './passage.ts';
import type { Sign } from './sign.ts';
import { hasWord, isAge, type Token } from './tokenise.ts';
import { wordSet } from './word-classes.ts';

const INITIALS = /(?:^|[\s(])(?:\p{Lu}\.){2,4}|\b\p{Lu}\.\s?\p{Lu}['’]?\p{Lu}?\./u;
const OWNED_INITIALS = /\b[A-Z]{2}['’]s\b/;
const AGED_INITIALS = /\b[A-Z]{2} ?\((?:aged? )?\d{1,2}\)|\b[A-Z]{1,3}-[A-Z]{1,3},? \(?aged? \d/;
const CALLED_INITIALS = /\b[Ii]nitials?(?: are| were| is)?\W{1,3}[A-Z.]{2,4}\b/;
/** “GS and LS are sisters” */
const TWO_WITH_INITIALS = /\b[A-Z]{2} (?:and|&) [A-Z]{2} (?:are|were|have|both)\b/;
const KIN = /\b(?:sisters|brothers|siblings|twins|cousins)\b/i;
const ONE_INITIAL =
  /(?<!\b[Cc]hild)(?:^|[\s.])(?!I )[A-Z]\.? (?:was|is|has|said|told|went|ran|needs|lives)\b/;

/** “M.O'C., 16”, “SM’s foster placement”, “LM (13)”, “K. was seen on his own”. */
export function weighInitials(passage: Passage, { isOfFamily }: Company): Sign[] {
  const { text, tokens, caseWords } = passage;
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
  return [...signs, ...tokens.flatMap((_, at) => weighTwoInitials(passage, at))];
}

const NOT_INITIALS = wordSet(
  'it hr ai da dv eh mh qa ce cm cn sv sw hv gp la cp tv pr ip ot sen ok id pm am uk eu un nhs vs dr mr ms st pc di ds ci ed ae ne nw se re cc',
);
const STATE_VERBS = wordSet('is was has had went');
const ADVERBS = wordSet('still now again also never not has have');
/** What a child of a case does: “RW still refusing the placement”. */
const CASE_VERBS = wordSet(
  'refusing refuses refused missing absconded absconding ran runs self-harming disclosed disclosing living placed residing staying attending asking wants wanted scared settled unsettled',
);
const SEX = wordSet('m f male female girl boy yo yrs years');
const DISCUSSED_CASE =
  /^(?:strategy (?:meeting|discussion|mtg)|chronology|core group|(?:was |is |not |now )?(?:seen|missing|placed|absconded|disclosed|bailed|self-harm\w*|found (?:at|safe|in|by|dead|with))\b)/;
/** “core group minutes for KD” */
const BEFORE_INITIALS = wordSet('for on re');
const MEETINGS = wordSet(
  'strategy icpc rcpc conference chronology placement pep s20 s47 section core',
);
const hasMeeting = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word }) => MEETINGS.has(word));

/** “TB strategy meeting minutes”, “ES discussed, …”, “LB seen alone twice” */
function weighTwoInitials(passage: Passage, at: number): Sign[] {
  const { tokens, isKnown } = passage;
  const token = tokens[at] as Token;
  if (!token.isUpper || !/^[A-Z]{2}$/.test(token.text)) return [];
  if (token.classes || hasWord(token, NOT_INITIALS) || isKnown(at)) return [];
  const [before, after, secondAfter] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  if (hasWord(before, BEFORE_INITIALS) && hasMeeting(tokens.slice(Math.max(0, at - 4), at)))
    return [['meeting on initials', 2.3]];
  if (after?.before !== ' ' || before?.word === 'and' || before?.word === 'by') return [];
  const verb = hasWord(after, ADVERBS) ? secondAfter : after;
  const isOfCase =
    (hasWord(verb, STATE_VERBS) || hasWord(verb, CASE_VERBS)) &&
    token.starts &&
    passage.workWords === 0 &&
    passage.countCaseWords(at, Math.min(at + 12, tokens.length - 1)) > 0;
  if (isOfCase) return [['case of initials', 2.3]];
  if (after.word === 'aged') return [['initials with age', 2.5]];
  if (isAge(after) && hasWord(secondAfter, SEX)) return [['initials with age', 2.5]];
  const behind = `${after.word}${secondAfter?.before === ' ' ? ` ${secondAfter.word}` : ''}`;
  const isDiscussed =
    after.word === 'discussed' &&
    (!secondAfter || secondAfter.before.startsWith(',')) &&
    token.starts;
  return isDiscussed || DISCUSSED_CASE.test(behind) ? [['case of initials', 2.3]] : [];
}
