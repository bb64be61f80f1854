import { isOrdinaryWord } from '../names/given-names.ts';
import type { Passage } from '../passage.ts';
import type { Sign } from '../sign.ts';
import { hasClass, hasWord, type Token } from '../tokenise.ts';
import { CLASS, HIS_OR_HER, wordSet } from '../word-classes.ts';
import {
  followsDirectly,
  isChildOrFamily,
  isOfThing,
  OF_ONE_FAMILY,
  TELLS_OF,
} from './family-words.ts';

const SPECIFIC = wordSet(
  'the that this thats one those these our another same poor little late first second third only',
);
/** The sign of children of a population. */
export const CHILDREN = 'children';
/** The sign of any child: “a child who self-harms”. */
export const A_CHILD = 'a child';
const ALSO_ADULTS = wordSet('youth learner subject student minor sons unborn');
const PAST = wordSet('was had has got left brought died fell ran is went set');
const RELATIVE_PRONOUNS = wordSet('who whose');
const BOYS_AND_GIRLS = wordSet(
  'boy girl lad lass teen teenager schoolboy schoolgirl laddie lassie',
);
const FORMAL_WORDS = wordSet('child siblings pupil learner');
const CASES = wordSet('case cases review reviews');
const NUMBERS = wordSet('two three four five both');
const ARTICLE = wordSet('a an');

/** “the lad from the corner house”, “her baby brother”, “the only Year 6 pupil”, “a girl of 14”. */
export function weighChild({ tokens, isOfPractice }: Passage, at: number): Sign[] {
  const token = tokens[at] as Token;
  const [before, secondBefore, after, secondAfter] = [
    tokens[at - 1],
    tokens[at - 2],
    tokens[at + 1],
    tokens[at + 2],
  ];
  if (token.word === 'young' && hasWord(after, YOUNG))
    return [['young person', isOfPractice ? 1.2 : weighYoung(before)]];
  if (!hasClass(token, CLASS.child) || token.word.includes('-of-')) return [];
  if (before?.word === 'my' || (secondBefore?.word === 'my' && !before?.owns)) return [];
  if (isOfThing(token, after, secondAfter)) return [];
  const determiner = findDeterminer(tokens, at);
  if (hasWord(token, ALSO_ADULTS))
    return [
      ['perhaps a child', determiner === before && token.word !== 'youth' && determiner ? 2 : 0],
    ];
  if (determiner) {
    if (determiner.word === 'our' && token.word === 'kid') return [];
    const isOnly = determiner.word === 'only' && !before?.isNumber;
    if (isOnly) return [['the only one', 3.5]];
    if (token.word === 'child') {
      const isOne =
        after?.word === 'whose' ||
        (hasWord(after, RELATIVE_PRONOUNS) &&
          (hasWord(secondAfter, PAST) || secondAfter?.word.endsWith('ed') === true));
      return [['the child', isOne ? 3.5 : determiner.word === 'our' ? 2.6 : 1.2]];
    }
    if (token.word === 'pupil')
      return [['the pupil', hasWord(after, RELATIVE_PRONOUNS) || after?.word === 'that' ? 3.5 : 2]];
    if (hasWord(token, PLURALS)) return [['the ones', 2]];
    if (determiner.word === 'our' && hasWord(after, CASES) && !hasClass(secondAfter, CLASS.child))
      return [['our case', 1.5]];
    return [['the one', isOfPractice && hasWord(token, OF_ANYBODY) ? 1.2 : 3.5]];
  }
  if (hasWord(before, HIS_OR_HER)) return [['their child', 2.5]];
  if (before?.owns || before?.word === 's')
    return [['child of somebody', childOfSomebody(token, before)]];
  if (
    before?.isCapital &&
    !before.starts &&
    token.before === ' ' &&
    !isOrdinaryWord(before.word) &&
    !hasClass(before, CLASS.field)
  )
    return [['child with a surname', 3]];
  if (hasWord(before, ARTICLE) || hasWord(secondBefore, ARTICLE))
    return [[A_CHILD, hasWord(after, RELATIVE_PRONOUNS) || after?.word === 'that' ? 0.3 : 1]];
  if (before?.isNumber && Number(before.word) > 5 && hasWord(token, PLURALS))
    return [[CHILDREN, 0.3]];
  if (hasWord(before, NUMBERS) && hasWord(token, OF_ONE_FAMILY)) return [['siblings counted', 2.2]];
  if (before?.isNumber || hasWord(before, NUMBERS))
    return [['children counted', token.word.endsWith('s') ? 1.3 : 1]];
  if (hasWord(token, BOYS_AND_GIRLS))
    return [['boy or girl', hasClass(before, CLASS.nationality) || token.starts ? 2.2 : 1.6]];
  if (hasWord(token, PLURALS)) return [[CHILDREN, 0.3]];
  if (token.starts && hasWord(token, OF_ONE_FAMILY) && after?.before === ', ')
    return [['twins', 2.3]];
  if (token.starts && isOfOne(after))
    return [
      [
        'begins with a child',
        hasWord(token, FORMAL_WORDS) ? 1 : hasWord(after, TELLS_OF) ? 2.3 : 1.8,
      ],
    ];
  return [['child', 0.8]];
}

/** “the caretaker’s boy” is likelier one of a case than “the chair’s son”. */
function childOfSomebody(token: Token, owner: Token): number {
  if (isChildOrFamily(owner)) return 2.6;
  return hasWord(token, BOYS_AND_GIRLS) ? 2.3 : 2;
}

/** “Baby left outside”, “Girl, 12”, but not “Newborn red book”. */
const isOfOne = (after: Token | undefined): boolean =>
  after !== undefined &&
  (after.before !== ' ' ||
    after.isCapital ||
    after.isUpper ||
    after.isNumber ||
    after.word.endsWith('ed') ||
    hasWord(after, TELLS_OF) ||
    hasWord(after, RELATIVE_PRONOUNS) ||
    hasClass(after, CLASS.harm | CLASS.home));

/** Children of a population; “twins” and “sisters” are of one family. */
const PLURALS = wordSet(
  'adolescents babies children girls infants kids lads neonates newborns pupils teenagers toddlers youngsters boys teens',
);
/** Children whom guidance mentions in the singular: “the baby sleeps”. */
const OF_ANYBODY = wordSet('baby infant newborn toddler unborn sibling');
/** Words that go with one child only, not with a plural: “same lessons about babies”. */
const OF_ONE = wordSet('that this thats another one same late first second third little poor our');
/** “does the policy cover siblings” */
const NO_ADJECTIVE = CLASS.work | CLASS.role | CLASS.published;
/** “the lessons about babies” */
const PREPOSITIONS = wordSet('about of in for to on with from at by where when and or how');
const YOUNG = wordSet('man woman lady person mum mother dad father couple');
const DETERMINERS = wordSet('the this that our');

function weighYoung(before: Token | undefined): number {
  if (hasWord(before, DETERMINERS)) return 3;
  return before?.word === 'a' ? 1.2 : 1.8;
}

/** “the” of “the other little girl”; none for “the first 12 babies”. */
function findDeterminer(tokens: readonly Token[], at: number): Token | undefined {
  const isPlural = hasWord(tokens[at], PLURALS);
  for (let back = 1; back <= 3; back += 1) {
    const token = tokens[at - back];
    if (!token || !followsDirectly(tokens[at - back + 1] as Token)) return undefined;
    if (back <= 2 && token.isNumber && Number(token.word) > 3) return undefined;
    if (hasWord(token, SPECIFIC)) return isPlural && hasWord(token, OF_ONE) ? undefined : token;
    if (hasWord(token, PREPOSITIONS) || hasClass(token, NO_ADJECTIVE)) return undefined;
  }
  return undefined;
}
