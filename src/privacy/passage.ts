import { findNames, type Name } from './names/find-names.ts';
import { hasClass, hasWord, type Token, tokenise } from './tokenise.ts';
import { CLASS, wordSet } from './word-classes.ts';

/** A stretch of a text that is weighed as one, with what stands in it. */
export interface Passage {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Names of nobody whom the partnership knows. */
  readonly names: readonly Name[];
  /** Clause of each token. */
  readonly clauses: readonly number[];
  /** Whether a token is a word of the partnership's work. */
  isWork(at: number): boolean;
  /** How many words of work there are. */
  readonly workWords: number;
  /** It says who cannot come, or is an e-mail. */
  readonly isOfOffice: boolean;
  /** How many different words of casework there are. */
  readonly caseWords: number;
  /** Different words of casework from one token to another, unless something of work follows. */
  countCaseWords(from: number, to: number): number;
  /** How many tokens have one of the classes, names aside. */
  count(mask: number): number;
  /** It speaks of children in general. */
  readonly isGeneral: boolean;
  /** It says what is to be done with any child: “train midwives to look at where the baby sleeps”. */
  readonly isOfPractice: boolean;
  /** The writer speaks of a family of their own. */
  readonly isOfWriter: boolean;
  /** Whether a token is a word of the directory. */
  isKnown(at: number): boolean;
  /** It is in the past tense. */
  readonly isOfPast: boolean;
  /** It is in the past tense, or has a number. */
  readonly hasHappened: boolean;
}

/** What the words of a passage say, on which the weight of its numbers depends. */
export interface Company {
  /** A child or family is spoken of. */
  readonly isOfFamily: boolean;
  /** A name that may be a child's. */
  readonly hasName: boolean;
}

/** Whether the partnership knows a word as a name: of a colleague, an agency, a group. */
export type IsKnownWord = (word: string) => boolean;

const STOP = /[.!?;\n–—]| - /;
const ENDS = /[.!?;,\n–—]| - /;
const AFTER_COMMA = wordSet('but so because and who whose which while whereas');
const CONJUNCTIONS = wordSet(
  'because but whereas that why whether since until when after before though although',
);
const CASE = CLASS.harm | CLASS.health | CLASS.case | CLASS.home | CLASS.school;
const NOT_OF_A_CASE = wordSet('class attendance head prefect');
/** What never happens to forms and lists. */
const PLAIN_HARM = wordSet(
  'mortem inquest funeral stabbed stabbing murdered drowned hanged strangled raped molested fracture fractures fractured haemorrhage haemorrhages trafficked overdosed overdose ligature miscarried starved scalded suffocated absconded',
);
/** Words of work this near make it no harm: “hit a snag with the forms”. */
const MAX_WORDS_TO_WORK = 7;
/** “sibling group” is no group of the partnership. */
const BEFORE_GROUP = wordSet('sibling family peer friendship');
const GENERAL_TOO = wordSet(
  'number how some no parents learning practice services national all children practitioners voice',
);
/** “29 of 30 babies”, “rose from 3 to 11”: counts of a population. */
const STATISTIC =
  /\b\d{1,6} (?:(?:out )?of|in) (?:(?:the|our|every|those) )?\d{1,6}\b|\d ?%|\bper (?:cent|head|1,?000|10,?000)\b|\b(?:rose|fell|grew|dropped|up|down|increased|decreased)(?: in \w{1,20})? (?:from|by|to) \d|\b(?:across|in) the (?:region|borough|county|city|country)\b|\bnationally\b|\bin england\b|\bevery (?:quarter|month)\b|\b(?:half|(?:a|two|three) (?:third|quarter)s?|most|number|share|proportion) of\b/i;
/** “If the hospital moves its burns unit, opinions could take longer” */
const CONDITIONAL = /^\s*if\b[^.!?]{0,300}\b(?:could|would|may|might)\b/i;
/** “Never write a child’s name or date of birth here” */
export const WARNING =
  /\b(?:never|do not|don['’]?t|must not|mustn['’]?t) (?:write|put|type|name|share|include|post|paste|enter)\b/i;
/** Who does the work, in the plural, or what an action begins with: then no one child is meant. */
const PRACTITIONERS = wordSet(
  `agencies carers clinics clinicians councillors doctors foster gps hospitals interviews midwives nurseries nurses officers
  practices practitioners professionals schools services staff surgeries teachers teams units visitors wards workers`,
);
const PROGRAMME = wordSet(
  `add agree all any build should does commission design develop embed ensure every extend give improve include introduce invite keep
  launch make map measure no offer pilot produce promote provide publish put remind roll show teach test train use write`,
);
const HAPPENED = wordSet(
  'was were had did didnt wasnt werent hadnt got came went took left fell ran broke found died told said hit gave saw has hasnt been',
);
const AT_SOMETHING = /\bi(?:['’]m| am) (?:at|going to) (?:a|an|the|my)\b/i;
const AWAY =
  /\b(?:can'?t|can not|cannot|won'?t|unable to|not able to) (?:make|join|come|attend|stay|be)\b|\brunning late\b|\bon (?:annual )?leave\b|\boff (?:sick|for|until|till|this|next|today|tomorrow|with)\b|\bstuck (?:in|on|behind|at)\b|\bon holiday\b|\b(?:start|without|begin) without me\b|\bwithout me\b|\bworking from home\b|\bwfh\b|\bout of (?:the )?office\b|\bautomatic reply\b|\b(?:dentist|boiler|plumber|puncture|flat tyre|traffic|migraine|jury service|poorly|feeling (?:rough|ill)|no signal|dial(?:ling)? in|camera (?:is |will be )?off|on mute|double[- ]?booked|childminder|school run|sports day|inset day|train (?:is |was )?(?:late|delayed|cancelled))\b/i;

const OWN_FAMILY =
  /\bmy (?:own |little |late )?(?:wife|husband|partner|son|daughter|kids?|boys?|girls?|lad|eldest|youngest|mum|mom|dad|nan|grand\w{2,9}|baby|child|children|family|sister|brother)\b(?!['’]s)|\b(?:paternity|maternity|parental|compassionate) leave\b|\b(?:i|i['’]m|i['’]ll|sorry)\b.{0,30}\b(?:drop|collect|pick|fetch)(?:p?ing)?(?: up)? the (?:kids|children|little ones?)\b/i;

/** “From: …”, “Cc: …” */
const MAIL = /^(?:from|to|cc|bcc|sent|subject): /im;

export function readPassage(text: string, isKnown: IsKnownWord): Passage {
  const tokens = tokenise(text);
  const found = findNames(tokens);
  const names = found.names.filter(({ from, to }) => {
    for (let at = from; at <= to; at += 1) if (!isKnown(tokens[at]?.word ?? '')) return true;
    return false;
  });
  const isNamed = new Uint8Array(tokens.length + 2);
  for (const { from, to } of names) isNamed.fill(1, from, to + 1);
  for (const at of found.places) isNamed[at] = 1;
  const isWork = (at: number): boolean => {
    const token = tokens[at];
    return hasClass(token, CLASS.work) && !token?.isCasework;
  };
  const isCase = tokens.map((token, at) => !isNamed[at] && isCaseWord(token, isWork(at)));
  const leadsToWork = (at: number): boolean => {
    for (let next = at + 1; next <= at + MAX_WORDS_TO_WORK; next += 1) {
      const token = tokens[next];
      if (!token || (token.before !== ' ' && ENDS.test(token.before))) return false;
      if (hasWord(token, CONJUNCTIONS)) return false;
      const isGroup = hasWord(tokens[next - 1], BEFORE_GROUP);
      if (isWork(next) && !hasClass(token, CLASS.school) && !isGroup) return true;
    }
    return false;
  };
  const countCaseWords = (from: number, to: number): number => {
    const words = new Set<string>();
    for (let at = from; at <= to; at += 1)
      if (isCase[at] && (hasWord(tokens[at], PLAIN_HARM) || !leadsToWork(at)))
        words.add(tokens[at]?.word ?? '');
    return words.size;
  };
  const count = (mask: number): number =>
    tokens.filter((token, at) => !isNamed[at] && hasClass(token, mask)).length;
  const isOfOffice = AWAY.test(text) || AT_SOMETHING.test(text) || MAIL.test(text);
  const isOfPast = tokens.some(
    ({ word }, at) => HAPPENED.has(word) && tokens[at - 1]?.word !== 'be',
  );
  const hasHappened = isOfPast || tokens.some(({ isNumber }) => isNumber);
  const isDirectoryWord = ({ isUpper, word }: Token) => isUpper && isKnown(word);
  return {
    text,
    tokens,
    names,
    clauses: findClauses(tokens),
    isWork: (at) => !isNamed[at] && isWork(at),
    workWords:
      tokens.filter((token, at) => !isNamed[at] && (isWork(at) || isDirectoryWord(token))).length +
      (isOfOffice ? 1 : 0),
    isOfOffice,
    caseWords: countCaseWords(0, tokens.length - 1),
    countCaseWords,
    count,
    isGeneral:
      STATISTIC.test(text) ||
      CONDITIONAL.test(text) ||
      WARNING.test(text) ||
      tokens.some((token) => hasClass(token, CLASS.general) && !hasWord(token, GENERAL_TOO)),
    isOfPractice:
      names.length === 0 &&
      (hasWord(tokens[0], PROGRAMME) ||
        tokens.some(({ word }) => PRACTITIONERS.has(word) || word === 'ask')) &&
      !hasHappened,
    isOfPast,
    hasHappened,
    get isOfWriter() {
      return OWN_FAMILY.test(text);
    },
    isKnown: (at) => isKnown(tokens[at]?.word ?? ''),
  };
}

function isCaseWord(token: Token, isWork: boolean): boolean {
  if (!(token.classes & CASE) || token.classes & CLASS.role || isWork) return false;
  if (token.classes & CLASS.school) return !hasWord(token, NOT_OF_A_CASE);
  return !(token.classes & CLASS.venue);
}

function findClauses(tokens: readonly Token[]): number[] {
  let clause = 0;
  return tokens.map(({ word, before }, at) => {
    const isSpaced = before === ' ';
    const begins =
      (!isSpaced && STOP.test(before)) ||
      CONJUNCTIONS.has(word) ||
      (!isSpaced && before.includes(',') && AFTER_COMMA.has(word));
    if (at > 0 && begins) clause += 1;
    return clause;
  });
}
