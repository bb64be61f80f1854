import type { Passage } from '../passage.ts';
import type { Sign } from '../sign.ts';
import { hasClass, hasWord, type Token } from '../tokenise.ts';
import { CHILD_OR_FAMILY, CLASS, wordSet } from '../word-classes.ts';
import { HE_OR_SHE, weighAllusion } from './weigh-allusion.ts';
import { A_CHILD, CHILDREN, weighChild } from './weigh-child.ts';
import { weighKin } from './weigh-kin.ts';
import { weighSurname } from './weigh-surname.ts';

/** What tells of one child or family without a name, and whether one is spoken of at all. */
export interface FamilySigns {
  readonly signs: readonly Sign[];
  readonly isOfFamily: boolean;
}

const SINGULAR = wordSet('he she hes shes his her him himself herself now');
const FATAL = wordSet(
  'killed stabbed raped drowned hanged murdered strangled overdosed shot trafficked sectioned',
);
const OF_HIM_OR_HER = wordSet('he she hes shes his her him hed shed');
const MAX_CASE_POINTS = 2;

/** Weighs the two plainest mentions, and the words of casework that stand with them. */
export function weighFamilies(passage: Passage, namesWeigh: boolean): FamilySigns {
  const { tokens, names, workWords, caseWords, isGeneral } = passage;
  const mentions: Sign[] = [];
  let isOfFamily = false;
  const isNamed = (at: number) => names.some(({ from, to }) => from <= at && at <= to);
  for (const [at, token] of tokens.entries()) {
    if (!mayTell(token) || isNamed(at)) continue;
    const found = [
      ...weighChild(passage, at),
      ...weighKin(passage, at),
      ...weighSurname(tokens, at),
      ...weighAllusion(passage, at),
    ];
    isOfFamily ||= found.some(([what]) => what !== HE_OR_SHE && what !== CHILDREN);
    mentions.push(...found);
  }
  const [plainest, second] = mentions.sort((one, other) => other[1] - one[1]);
  const isOfHim = tokens.some((token) => hasWord(token, OF_HIM_OR_HER));
  const isOfHarm = workWords === 0 || passage.count(CLASS.harm) > 0;
  const isOfAny = plainest?.[0] === CHILDREN || (plainest?.[0] === A_CHILD && !passage.hasHappened);
  if (plainest)
    return {
      isOfFamily,
      signs: [
        plainest,
        ...(second && second[1] > 1 ? ([['second mention', second[1] * 0.6]] as const) : []),
        ...(caseWords > 0
          ? ([['casework', Math.min(isOfAny ? 0.8 : MAX_CASE_POINTS, caseWords * 0.8)]] as const)
          : []),
        ...(PUBLICATION.test(passage.text) ? ([['published', -1.5]] as const) : []),
        ...(passage.isOfWriter ? ([['of the writer', -2]] as const) : []),
        ...(isOfHim && tokens.some((token) => hasWord(token, FATAL))
          ? ([['severe harm to one', 1]] as const)
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
const mayTell = (token: Token): boolean =>
  hasClass(token, CHILD_OR_FAMILY) || hasWord(token, TELLS);
