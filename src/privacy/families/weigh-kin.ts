import type { Passage } from '../passage.ts';
import type { Sign } from '../sign.ts';
import { hasClass, hasWord, type Token } from '../tokenise.ts';
import { CLASS, HIS_OR_HER, wordSet } from '../word-classes.ts';
import {
  DEMONSTRATIVES,
  followsDirectly,
  isChildOrFamily,
  isOfThing,
  OF_ONE_FAMILY,
  TELLS_OF,
} from './family-words.ts';

const HOUSEHOLD = wordSet('family families parents');
const FAMILIAR_KIN = wordSet(
  'mum mom mam dad nan nana gran grandad grandma granny mummy mommy daddy stepdad stepmum auntie',
);
const FORMAL_KIN = wordSet(
  'mother father grandmother grandfather stepfather stepmother boyfriend brother sister sibling aunt uncle cousin mgm pgm mgf pgf grandparents',
);
/** “the family in Hill Top”, “family on Wattle Green estate” */
const PLACE_PREPOSITIONS = wordSet('in at on from near over above opposite');
const IN_GENERAL = wordSet('a if when new every each');
const CONDITIONS = wordSet('if when');
const FIRST_PERSON = wordSet('i im ill ive my me id');
const COUNTS = wordSet('two three four both');

/** “his dad is the PE teacher”, “mum insists”, “the family”; never “my mum”. */
export function weighKin({ tokens, isOfPractice }: Passage, at: number): Sign[] {
  const token = tokens[at] as Token;
  const [before, secondBefore] = [tokens[at - 1], tokens[at - 2]];
  if (!hasClass(token, CLASS.family) || before?.word === 'my' || secondBefore?.word === 'my')
    return [];
  if (isOfThing(token, tokens[at + 1], tokens[at + 2])) return [];
  return [weighRelation(tokens, at, isOfPractice), ...weighTheOne(tokens, at)];
}

function weighRelation(tokens: readonly Token[], at: number, isOfPractice: boolean): Sign {
  const token = tokens[at] as Token;
  const [before, secondBefore] = [tokens[at - 1], tokens[at - 2]];
  const isThis =
    (hasWord(before, DEMONSTRATIVES) && followsDirectly(token)) ||
    (hasWord(secondBefore, DEMONSTRATIVES) &&
      followsDirectly(token) &&
      before !== undefined &&
      followsDirectly(before));
  const after = tokens[at + 1];
  const isTheirs =
    hasWord(before, HIS_OR_HER) ||
    (hasWord(secondBefore, HIS_OR_HER) && before && followsDirectly(token));
  if (isTheirs) return ['their family', 2.5];
  if (before?.owns)
    return ['family of somebody', isOfInitials(before) ? 3.2 : isChildOrFamily(before) ? 2.6 : 2];
  if (hasWord(token, FAMILY) && hasWord(after, PLACE_PREPOSITIONS) && tokens[at + 2]?.isCapital)
    return ['family at a place', isOfPractice ? 1 : 2.6];
  if (hasWord(token, FAMILY) && after?.word === 'of' && isSmallNumber(tokens[at + 2]))
    return ['size of a family', 2.2];
  if (hasWord(token, FORMAL_KIN) && token.starts && (hasWord(after, TELLS_OF) || token.owns))
    return ['begins with kin', 2.6];
  if (isThis) return ['the family', isOfPractice ? 1 : hasWord(token, HOUSEHOLD) ? 1.5 : 2.5];
  if (
    hasWord(token, FAMILIAR_KIN) &&
    !hasWord(before, IN_GENERAL) &&
    !hasWord(secondBefore, CONDITIONS)
  ) {
    if (tokens.some((each) => hasWord(each, FIRST_PERSON)))
      return ['mum or dad, perhaps the writer’s', 1];
    return ['mum or dad', token.starts ? 3.3 : 2.5];
  }
  if (
    hasWord(token, FORMAL_KIN) &&
    !hasWord(before, IN_GENERAL) &&
    before?.word !== 'and' &&
    before?.word !== 'of'
  )
    return ['mother or father', isOfPractice && token.word.endsWith('s') ? 0.8 : 1.8];
  if (hasWord(before, COUNTS) && hasWord(token, OF_ONE_FAMILY)) return ['siblings counted', 2.2];
  if (hasWord(before, COUNTS)) return ['kin counted', before?.word === 'both' ? 2.2 : 1.3];
  return ['family', 0.5];
}

const isSmallNumber = (token: Token | undefined): boolean =>
  token !== undefined && (hasWord(token, SMALL_NUMBERS) || /^\d$/.test(token.word));
const SMALL_NUMBERS = wordSet('three four five six seven eight nine ten');
const FAMILY = wordSet('family household');
/** “KJ’s mum”, “P’s brother”, but not “ICB’s parents’ group”. */
const isOfInitials = ({ isUpper, text, classes }: Token): boolean =>
  isUpper && /^[A-Z]\.?[A-Z]?\.?$/.test(text) && !classes;

function weighTheOne(tokens: readonly Token[], at: number): Sign[] {
  const verb = tokens[at + 1]?.word;
  const isOne = [tokens[at + 2], tokens[at + 3]].some((token) => token?.word === 'one');
  return (verb === 'is' || verb === 'was') && isOne ? [['is the one', 3]] : [];
}
