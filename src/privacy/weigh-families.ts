import { isOrdinaryWord } from './given-names.ts';
import type { Passage } from './passage.ts';
import type { Sign } from './sign.ts';
import { hasClass, hasWord, type Token } from './tokenise.ts';
import { CLASS, wordSet } from './word-classes.ts';

/** What tells of one child or family without a name, and whether one is spoken of at all. */
export interface FamilySigns {
  readonly signs: readonly Sign[];
  readonly isOfFamily: boolean;
}

const HE_OR_SHE = 'he or she';
const SINGULAR = wordSet('he she hes shes his her him himself herself now');
const FATAL = wordSet(
  'killed stabbed raped drowned hanged murdered strangled overdosed shot trafficked sectioned',
);
const OF_HIM_OR_HER = wordSet('he she hes shes his her him hed shed');
const MAX_CASE_POINTS = 2;
const CHILDREN = 'children';
const A_CHILD = 'a child';

/** Weighs the two plainest mentions, and the words of casework that stand with them. */
export function weighFamilies(passage: Passage, namesWeigh: boolean): FamilySigns {
  const { tokens, names, workWords, isGeneral } = passage;
  const mentions: Sign[] = [];
  let isOfFamily = false;
  const named = new Set(names.flatMap(({ from, to }) => range(from, to)));
  for (const [at, token] of tokens.entries()) {
    if (named.has(at) || !mayTell(token)) continue;
    const found = [
      ...weighChild(passage, at),
      ...weighKin(passage, at),
      ...weighSurname(tokens, at),
      ...weighReference(passage, at),
    ];
    isOfFamily ||= found.some(([what]) => what !== HE_OR_SHE && what !== CHILDREN);
    mentions.push(...found);
    if (token.word === 'young' && hasWord(tokens[at + 1], YOUNG)) isOfFamily = true;
  }
  const [plainest, second] = mentions.sort((one, other) => other[1] - one[1]);
  const caseWords = passage.countCaseWords(0, tokens.length - 1);
  const isOfHim = tokens.some((token) => hasWord(token, OF_HIM_OR_HER));
  const isOfHarm = workWords === 0 || passage.count(CLASS.harm) > 0;
  const isOfAny = plainest?.[0] === CHILDREN || (plainest?.[0] === A_CHILD && !passage.hasHappened);
  if (plainest)
    return {
      isOfFamily,
      signs: [
        plainest,
        ...(second && second[1] > 1 ? ([['and', second[1] * 0.6]] as const) : []),
        ...(caseWords > 0
          ? ([['casework', Math.min(isOfAny ? 0.8 : MAX_CASE_POINTS, caseWords * 0.8)]] as const)
          : []),
        ...(PUBLICATION.test(passage.text) ? ([['published', -1.5]] as const) : []),
        ...(passage.isOfWriter ? ([['of the writer', -2]] as const) : []),
        ...(isOfHim && tokens.some((token) => hasWord(token, FATAL))
          ? ([['what befell one', 1]] as const)
          : []),
        ...(names.length === 0 && workWords > 0 ? ([['work', -0.3]] as const) : []),
        ...(isGeneral ? ([['in general', plainest[1] > 3 || isOfHim ? -0.5 : -1]] as const) : []),
        // “turned 7 the day before she died”
        ...(plainest[0] === HE_OR_SHE && caseWords > 0 && isOfHarm && !isGeneral
          ? ([['of him or her', 0.8]] as const)
          : []),
      ],
    };
  if (caseWords < 2 || namesWeigh || isGeneral) return { isOfFamily, signs: [] };
  const most = tokens.some((token) => hasWord(token, SINGULAR)) ? 2.8 : 1.5;
  const points = Math.min(most, caseWords * (workWords > 0 ? 0.5 : 0.8));
  return { isOfFamily, signs: [['casework alone', points]] };
}

/** “the link to the overview report about the two brothers” */
const PUBLICATION =
  /\b(?:overview report|executive summary|(?:published|link to the) (?:report|review|lcspr))\b/i;

const TELLS = wordSet(
  'the case mr mrs ms miss hes shes he she young victim deceased children kids one',
);
/** Most words tell nothing, and need no closer look. */
const mayTell = (token: Token): boolean => hasClass(token, TELLING) || hasWord(token, TELLS);
const TELLING = CLASS.child | CLASS.family;

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

const SPECIFIC = wordSet(
  'the that this thats one those one these our another same poor little late first second third only',
);
/** “youth council”, “baby clinic”: no child. */
const OF_A_BODY = wordSet(
  `council forum club groups sub-group subgroup board panel work worker workers service services team court justice offending league centre group voice band
  welfare protection safeguarding death deaths health development plan plans social care support abuse practice rep reps governor
  governors carer clinic class sleep week box bank milk monitor pathway network shower home homes homelessness conference`,
);
/** “unborn baby procedure”, “crying baby film”, “infant handling session”: what is made or held for children. */
const THINGS = wordSet(
  `hub hubs court courts help liaison support solutions law therapy information partnership partnerships events involvement
  engagement programmes drop-in newsletter animation assessments audit audits bag bags basket baskets benefit boxes campaign charter checks checklist clinics consultation
  course courses data day days epilepsy event examination exploitation feedback figures film films focus framework friendly guidance guide guides
  handling helpline homelessness injuries injury inspectors interviews interview journey leaflet leaflets lead leads line loss massage minds mortality museum
  notifications obesity package pack packs parliament participation pathways places poster posters poverty premium priorities
  priority procedure procedures profile programme project protocol protocols questionnaire rate rates referral referrals report safety sessions
  message messages specialist specialists standard standards statistics story strategy strategies survey surveys theme tool toolkit training
  room rooms unit units vaccination version video visiting visitor visitors voices website weight wellbeing workforce`,
);
const ALSO_ADULTS = wordSet('youth learner subject student minor sons unborn');
const PAST = wordSet('was had has got left brought died fell ran is went set');
const WHO = wordSet('who whose');
const BOYS_AND_GIRLS = wordSet(
  'boy girl lad lass teen teenager schoolboy schoolgirl laddie lassie',
);
const SOBER = wordSet('child siblings pupil learner');
const OF_CHILD = wordSet('victim deceased');
const CASES = wordSet('case cases review reviews');
const NUMBERS = wordSet('two three four five both');
const THEIR = wordSet('his her');
const OF_ONE_FAMILY = wordSet('sisters brothers twins siblings triplets sons daughters');
const ARTICLE = wordSet('a an');

/** “the lad from the corner house”, “her baby brother”, “the only Year 6 pupil”, “a girl of 14”. */
function weighChild({ tokens, isOfPractice }: Passage, at: number): Sign[] {
  const token = tokens[at] as Token;
  const [before, secondBefore, after, secondAfter] = [
    tokens[at - 1],
    tokens[at - 2],
    tokens[at + 1],
    tokens[at + 2],
  ];
  if (token.word === 'young' && hasWord(after, YOUNG))
    return [[YOUNG_PERSON, isOfPractice ? 1.2 : weighYoung(before)]];
  if (!hasClass(token, CLASS.child) || token.word.includes('-of-')) return [];
  if (before?.word === 'my' || (secondBefore?.word === 'my' && !before?.owns)) return [];
  if (isOfThing(token, after, secondAfter)) return [];
  const determiner = findDeterminer(tokens, at);
  if (hasWord(token, ALSO_ADULTS))
    return [
      ['a child perhaps', determiner === before && token.word !== 'youth' && determiner ? 2 : 0],
    ];
  if (determiner) {
    if (determiner.word === 'our' && token.word === 'kid') return [];
    const isOnly = determiner.word === 'only' && !before?.isNumber;
    if (isOnly) return [['the only one', 3.5]];
    if (token.word === 'child') {
      const isOne =
        after?.word === 'whose' ||
        (hasWord(after, WHO) &&
          (hasWord(secondAfter, PAST) || secondAfter?.word.endsWith('ed') === true));
      return [['the child', isOne ? 3.5 : determiner.word === 'our' ? 2.6 : 1.2]];
    }
    if (token.word === 'pupil')
      return [['the pupil', hasWord(after, WHO) || after?.word === 'that' ? 3.5 : 2]];
    if (hasWord(token, MANY)) return [['the ones', 2]];
    if (determiner.word === 'our' && hasWord(after, CASES) && !hasClass(secondAfter, CLASS.child))
      return [['our case', 1.5]];
    return [['the one', isOfPractice && hasWord(token, OF_ANYBODY) ? 1.2 : 3.5]];
  }
  if (hasWord(before, THEIR)) return [['their child', 2.5]];
  if (before?.owns || before?.word === 's')
    return [['child of somebody', childOfSomebody(token, before)]];
  if (
    before?.isCapital &&
    !before.starts &&
    token.before === ' ' &&
    !isOrdinaryWord(before.word) &&
    !hasClass(before, CLASS.field)
  )
    return [['child of a surname', 3]];
  if (hasWord(before, ARTICLE) || hasWord(secondBefore, ARTICLE))
    return [[A_CHILD, hasWord(after, WHO) || after?.word === 'that' ? 0.3 : 1]];
  if (before?.isNumber && Number(before.word) > 5 && hasWord(token, MANY)) return [[CHILDREN, 0.3]];
  if (hasWord(before, NUMBERS) && hasWord(token, OF_ONE_FAMILY))
    return [['so many of a family', 2.2]];
  if (before?.isNumber || hasWord(before, NUMBERS))
    return [['so many children', token.word.endsWith('s') ? 1.3 : 1]];
  if (hasWord(token, BOYS_AND_GIRLS))
    return [['boy or girl', hasClass(before, CLASS.nationality) || token.starts ? 2.2 : 1.6]];
  if (hasWord(token, MANY)) return [[CHILDREN, 0.3]];
  if (token.starts && hasWord(token, OF_ONE_FAMILY) && after?.before === ', ')
    return [['twins', 2.3]];
  if (token.starts && isOfOne(after))
    return [
      ['begins with a child', hasWord(token, SOBER) ? 1 : hasWord(after, TELLS_OF) ? 2.3 : 1.8],
    ];
  return [['child', 0.8]];
}

/** “the caretaker’s boy” is likelier one of a case than “the chair’s son”. */
function childOfSomebody(token: Token, owner: Token): number {
  if (isOfChild(owner)) return 2.6;
  return hasWord(token, BOYS_AND_GIRLS) ? 2.3 : 2;
}

/** “the infant handling session” */
function isOfThing(
  token: Token,
  after: Token | undefined,
  secondAfter: Token | undefined,
): boolean {
  if (!after || token.owns || !/^[ -]$/.test(after.before)) return false;
  if (hasWord(after, OF_A_BODY) || hasWord(after, THINGS)) return true;
  const isBetween = after.word.endsWith('ing') || hasClass(after, CLASS.child);
  return isBetween && (hasWord(secondAfter, THINGS) || hasWord(secondAfter, OF_A_BODY));
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
    hasWord(after, WHO) ||
    hasClass(after, CLASS.harm | CLASS.home));

const isOfChild = (token: Token): boolean =>
  hasClass(token, CLASS.child | CLASS.family) || hasWord(token, OF_CHILD);

/** Children of a population; “twins” and “sisters” are of one family. */
const MANY = wordSet(
  'adolescents babies children girls infants kids lads neonates newborns pupils teenagers toddlers youngsters boys teens',
);
/** Of whom guidance speaks as it does of anybody. */
const OF_ANYBODY = wordSet('baby infant newborn toddler unborn sibling');
/** What goes with one only: “same lessons about babies”. */
const OF_ONE = wordSet('that this thats another one same late first second third little poor our');
/** “does the policy cover siblings” */
const NO_ADJECTIVE = CLASS.work | CLASS.role | CLASS.published;
/** “the lessons about babies” */
const BETWEEN = wordSet('about of in for to on with from at by where when and or how');
const YOUNG_PERSON = 'young person';
const YOUNG = wordSet('man woman lady person mum mother dad father couple');
const DETERMINERS = wordSet('the this that our');

function weighYoung(before: Token | undefined): number {
  if (hasWord(before, DETERMINERS)) return 3;
  return before?.word === 'a' ? 1.2 : 1.8;
}

/** “the” of “the other little girl”; none for “the first 12 babies”. */
function findDeterminer(tokens: readonly Token[], at: number): Token | undefined {
  const isPlural = hasWord(tokens[at], MANY);
  for (let back = 1; back <= 3; back += 1) {
    const token = tokens[at - back];
    if (!token || !/^[ "'“-]?$/.test(tokens[at - back + 1]?.before ?? '')) return undefined;
    if (back <= 2 && token.isNumber && Number(token.word) > 3) return undefined;
    if (hasWord(token, SPECIFIC)) return isPlural && hasWord(token, OF_ONE) ? undefined : token;
    if (hasWord(token, BETWEEN) || hasClass(token, NO_ADJECTIVE)) return undefined;
  }
  return undefined;
}

const HOUSEHOLD = wordSet('family families parents');
const BY_HEART = wordSet(
  'mum mom mam dad nan nana gran grandad grandma granny mummy mommy daddy stepdad stepmum auntie',
);
const BY_LAW = wordSet(
  'mother father grandmother grandfather stepfather stepmother boyfriend brother sister sibling aunt uncle cousin mgm pgm mgf pgf grandparents',
);
/** “the family in Hill Top”, “family on Wattle Green estate” */
const AT = wordSet('in at on from near over above opposite');
/** Of a sentence that tells of one: “Sister says”, “aunt in Lagos”, “grandfather of the child”. */
const TELLS_OF = wordSet(
  'says said is was has had wants wanted in of on from rang rings reports denies admits refuses refused insists lives thinks wont cant claims knew left told and with',
);
const IN_GENERAL = wordSet('a if when new every each');
const CONDITIONS = wordSet('if when');
const FIRST_PERSON = wordSet('i im ill ive my me id');
const PAIR = wordSet('two three four both');
const THIS = wordSet('the that this');

/** “his dad is the PE teacher”, “mum insists”, “the family”; never “my mum”. */
function weighKin({ tokens, isOfPractice }: Passage, at: number): Sign[] {
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
    (hasWord(before, THIS) && isJoined(token)) ||
    (hasWord(secondBefore, THIS) && isJoined(token) && before !== undefined && isJoined(before));
  const after = tokens[at + 1];
  const isTheirs =
    hasWord(before, THEIR) || (hasWord(secondBefore, THEIR) && before && isJoined(token));
  if (isTheirs) return ['their family', 2.5];
  if (before?.owns)
    return ['family of somebody', isOfInitials(before) ? 3.2 : isOfChild(before) ? 2.6 : 2];
  if (hasWord(token, FAMILY) && hasWord(after, AT) && tokens[at + 2]?.isCapital)
    return ['the family at', isOfPractice ? 1 : 2.6];
  if (hasWord(token, FAMILY) && after?.word === 'of' && isSmallNumber(tokens[at + 2]))
    return ['family of so many', 2.2];
  if (hasWord(token, BY_LAW) && token.starts && (hasWord(after, TELLS_OF) || token.owns))
    return ['begins with kin', 2.6];
  if (isThis) return ['the family', isOfPractice ? 1 : hasWord(token, HOUSEHOLD) ? 1.5 : 2.5];
  if (
    hasWord(token, BY_HEART) &&
    !hasWord(before, IN_GENERAL) &&
    !hasWord(secondBefore, CONDITIONS)
  ) {
    if (tokens.some((each) => hasWord(each, FIRST_PERSON)))
      return ['mum or dad, of the writer perhaps', 1];
    return ['mum or dad', token.starts ? 3.3 : 2.5];
  }
  if (
    hasWord(token, BY_LAW) &&
    !hasWord(before, IN_GENERAL) &&
    before?.word !== 'and' &&
    before?.word !== 'of'
  )
    return ['mother or father', isOfPractice && token.word.endsWith('s') ? 0.8 : 1.8];
  if (hasWord(before, PAIR) && hasWord(token, OF_ONE_FAMILY)) return ['so many of a family', 2.2];
  if (hasWord(before, PAIR)) return ['both', before?.word === 'both' ? 2.2 : 1.3];
  return ['family', 0.5];
}

const isSmallNumber = (token: Token | undefined): boolean =>
  token !== undefined && (hasWord(token, SMALL) || /^\d$/.test(token.word));
const SMALL = wordSet('three four five six seven eight nine ten');
const FAMILY = wordSet('family household');
/** “KJ’s mum”, “P’s brother”, but not “ICB’s parents’ group”. */
const isOfInitials = ({ isUpper, text, classes }: Token): boolean =>
  isUpper && /^[A-Z]\.?[A-Z]?\.?$/.test(text) && !classes;

const isJoined = ({ before }: Token): boolean => /^[ "'“-]?$/.test(before);

function weighTheOne(tokens: readonly Token[], at: number): Sign[] {
  const verb = tokens[at + 1]?.word;
  const isOne = [tokens[at + 2], tokens[at + 3]].some((token) => token?.word === 'one');
  return (verb === 'is' || verb === 'was') && isOne ? [['is the one', 3]] : [];
}

const HOUSEHOLDS = wordSet(
  'family families children kids boys girls lads baby parents brothers sisters twins household siblings',
);
const ALL = wordSet('the all both those');

/** “the Rowbotham children”, “outside the Begums’”, “Mr and Mrs Akhtar’s eldest”. */
function weighSurname(tokens: readonly Token[], at: number): Sign[] {
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
    (hasWord(secondBefore, ALL) || !isOrdinaryWord(before.word.replace(/-.*/, '')))
  )
    signs.push(['family of a surname', 3.2]);
  if (
    token.word === 'the' &&
    after?.isCapital &&
    after.owns &&
    after.word.endsWith('s') &&
    !hasClass(after, CLASS.role | CLASS.work) &&
    !tokens[at + 2]?.isCapital
  )
    signs.push(['at theirs', 3.2]);
  if (hasWord(token, COUPLE) && after?.word === 'and') signs.push(['mr and mrs', 2.5]);
  if (
    hasWord(token, TITLES) &&
    after?.isCapital &&
    tokens.some((_, each) => isOfHousehold(tokens, each))
  )
    signs.push(['mr or mrs of a family', 2.5]);
  return signs;
}

const COUPLE = wordSet('mr mrs');
const TITLES = wordSet('mr mrs ms miss');
/** “parent”, but not of “parent rep”. */
const isOfHousehold = (tokens: readonly Token[], at: number): boolean =>
  hasClass(tokens[at], CLASS.family | CLASS.child) &&
  !isOfThing(tokens[at] as Token, tokens[at + 1], tokens[at + 2]);
const CASE_WITH = wordSet('with where from about involving');
/** “the one who was found in the bin”, “little one with the feeding tube” */
const AFTER_ONE = wordSet('who whose that from with where');
const HE_IS = wordSet('hes shes he she');
const HES = wordSet('hes shes');
const LETTERED = wordSet('child kid baby boy girl sibling twin');
const PUBLISHED = wordSet('published learning lessons briefing recommendation recommendations');
const NOT_BEFORE_VICTIM = wordSet('a each every the of for');

/** “hes the one the helicopter came for”, “that case with the samurai sword”, “Kid B”. */
function weighReference({ tokens, names, count }: Passage, at: number): Sign[] {
  const token = tokens[at] as Token;
  const [before, secondBefore, after] = [tokens[at - 1], tokens[at - 2], tokens[at + 1]];
  const [secondAfter, thirdAfter] = [tokens[at + 2], tokens[at + 3]];
  const signs: Sign[] = [];
  if (
    token.word === 'case' &&
    hasWord(before, THIS) &&
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
  if (hasWord(token, LETTERED) && after?.before === ' ' && /^[A-Z](?:-[A-Z])?$/.test(after.text))
    signs.push(['child by letter', tokens.some((each) => hasWord(each, PUBLISHED)) ? 0.8 : 1.8]);
  if (hasWord(token, OF_CHILD) && !hasWord(before, NOT_BEFORE_VICTIM)) signs.push(['victim', 1.5]);
  return signs;
}
