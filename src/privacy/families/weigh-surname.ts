import { isOrdinaryWord } from '../names/given-names.ts';
import type { Sign } from '../sign.ts';
import { hasClass, hasWord, type Token } from '../tokenise.ts';
import { CHILD_OR_FAMILY, CIVIL_TITLES, CLASS, wordSet } from '../word-classes.ts';
import { isOfThing, OF_A_BODY } from './family-words.ts';

const HOUSEHOLDS = wordSet(
  'family families children kids boys girls lads baby parents brothers sisters twins household siblings',
);
const DETERMINERS = wordSet('the all both those');

/** “the Rowbotham children”, “outside the Begums’”, “Mr and Mrs Akhtar’s eldest”. */
export function weighSurname(tokens: readonly Token[], at: number): Sign[] {
  const token = tokens[at] as Token;
  const [before, secondBefore, after] = [tokens[at - 1], tokens[at - 2], tokens[at + 1]];
  const signs: Sign[] = [];
  if (
    hasWord(token, HOUSEHOLDS) &&
    before?.isCapital &&
    token.before === ' ' &&
    !hasWord(after, OF_A_BODY) &&
    !hasClass(before, CLASS.field | CLASS.calendar | CLASS.general | CLASS.work) &&
    (!before.starts || secondBefore?.word === 'the' || token.word === 'family') &&
    (hasWord(secondBefore, DETERMINERS) || !isOrdinaryWord(before.word.replace(/-.*/, '')))
  )
    signs.push(['family with a surname', 3.2]);
  if (
    token.word === 'the' &&
    after?.isCapital &&
    after.owns &&
    after.word.endsWith('s') &&
    !hasClass(after, CLASS.role | CLASS.work) &&
    !tokens[at + 2]?.isCapital
  )
    signs.push(['home of a surname', 3.2]);
  if (hasWord(token, COUPLE) && after?.word === 'and') signs.push(['mr and mrs', 2.5]);
  if (
    hasWord(token, CIVIL_TITLES) &&
    after?.isCapital &&
    tokens.some((_, each) => isOfHousehold(tokens, each))
  )
    signs.push(['mr or mrs of a family', 2.5]);
  return signs;
}

const COUPLE = wordSet('mr mrs');
/** “parent”, but not of “parent rep”. */
const isOfHousehold = (tokens: readonly Token[], at: number): boolean =>
  hasClass(tokens[at], CHILD_OR_FAMILY) &&
  !isOfThing(tokens[at] as Token, tokens[at + 1], tokens[at + 2]);
