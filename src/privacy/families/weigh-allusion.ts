import type { Passage } from '../passage.ts';
import type { Sign } from '../sign.ts';
import { hasWord, type Token } from '../tokenise.ts';
import { CLASS, wordSet } from '../word-classes.ts';
import { DEMONSTRATIVES, VICTIMS } from './family-words.ts';

/** The sign of somebody who may be a colleague. */
export const HE_OR_SHE = 'he or she';
const CASE_WITH = wordSet('with where from about involving');
/** “the one who was found in the bin”, “little one with the feeding tube” */
const AFTER_ONE = wordSet('who whose that from with where');
const HE_IS = wordSet('hes shes he she');
const HES = wordSet('hes shes');
const LETTERED = wordSet('child kid baby boy girl sibling twin');
const PUBLISHED = wordSet('published learning lessons briefing recommendation recommendations');
/** Children of published national reviews: Hackney 2022, Haringey 2009. */
const NATIONAL = new Set(['child q', 'baby p']);
const NOT_BEFORE_VICTIM = wordSet('a each every the of for');

/** “hes the one the helicopter came for”, “that case with the samurai sword”, “Kid B”. */
export function weighAllusion({ tokens, names, count }: Passage, at: number): Sign[] {
  const token = tokens[at] as Token;
  const [before, secondBefore, after] = [tokens[at - 1], tokens[at - 2], tokens[at + 1]];
  const [secondAfter, thirdAfter] = [tokens[at + 2], tokens[at + 3]];
  const signs: Sign[] = [];
  if (
    token.word === 'case' &&
    hasWord(before, DEMONSTRATIVES) &&
    hasWord(after, CASE_WITH) &&
    secondBefore?.word !== 'in' &&
    names.length === 0
  )
    signs.push(['that case', 2.5]);
  if (hasWord(token, HE_IS)) {
    const isThe = after?.word === 'the' || secondAfter?.word === 'the';
    if (isThe && (secondAfter?.word === 'one' || thirdAfter?.word === 'one'))
      signs.push(['is the one', 3]);
    if (hasWord(token, HES) || names.length === 0) signs.push([HE_OR_SHE, 1]);
  }
  const isTheOne = before?.word === 'the' || before?.word === 'little' || before?.word === 'that';
  if (
    token.word === 'one' &&
    isTheOne &&
    hasWord(after, AFTER_ONE) &&
    !count(CLASS.venue) &&
    names.length === 0
  )
    signs.push(['the one who', before?.word === 'little' ? 2.2 : 1.5]);
  if (
    hasWord(token, LETTERED) &&
    after?.before === ' ' &&
    /^[A-Z](?:-[A-Z])?$/.test(after.text) &&
    !NATIONAL.has(`${token.word} ${after.word}`)
  )
    signs.push(['child by letter', tokens.some((each) => hasWord(each, PUBLISHED)) ? 0.8 : 2.3]);
  if (hasWord(token, VICTIMS) && !hasWord(before, NOT_BEFORE_VICTIM)) signs.push(['victim', 1.5]);
  return signs;
}
