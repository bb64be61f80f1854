import { hasClass, hasWord, type Token } from '../tokenise.ts';
import { CHILD_OR_FAMILY, CLASS, wordSet } from '../word-classes.ts';

/** “youth council”, “baby clinic”: no child. */
export const OF_A_BODY = wordSet(
  `council forum club groups sub-group subgroup board panel work worker workers service services team court justice offending league centre group voice band
  welfare protection safeguarding death deaths health development plan plans social care support abuse practice rep reps representative representatives champion champions advocates navigator navigators ambassador ambassadors mentors mentor scheme governor
  governors carer clinic class sleep week box bank milk monitor pathway network shower home homes homelessness conference`,
);
/** What is made or held for children: “unborn baby procedure”, “infant handling session”. */
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

const EVENTS = wordSet('evening evenings forum forums council councils day');

/** Whether a word for a child or kin only says for whom a thing or body is. */
export function isOfThing(
  token: Token,
  after: Token | undefined,
  secondAfter: Token | undefined,
): boolean {
  // “parents’ evenings”
  if (token.owns && hasWord(after, EVENTS)) return true;
  if (!after || token.owns || !/^[ -]$/.test(after.before)) return false;
  if (hasWord(after, OF_A_BODY) || hasWord(after, THINGS)) return true;
  const isBetween = after.word.endsWith('ing') || hasClass(after, CLASS.child);
  return isBetween && (hasWord(secondAfter, THINGS) || hasWord(secondAfter, OF_A_BODY));
}

/** Children of one family, not of a population. */
export const OF_ONE_FAMILY = wordSet('sisters brothers twins siblings triplets sons daughters');
/** What follows a mention of one person: “Sister says”, “aunt in Lagos”. */
export const TELLS_OF = wordSet(
  'says said is was has had wants wanted in of on from rang rings reports denies admits refuses refused insists lives thinks wont cant claims knew left told and with',
);
/** “that family”, “this case” */
export const DEMONSTRATIVES = wordSet('the that this');
/** A child, where the words around them are of a case. */
export const VICTIMS = wordSet('victim deceased');

/** “the victim’s”, “baby’s”, “mum’s” */
export const isChildOrFamily = (token: Token): boolean =>
  hasClass(token, CHILD_OR_FAMILY) || hasWord(token, VICTIMS);

/** Nothing but a space, a quote or a hyphen stands before it. */
export const followsDirectly = ({ before }: Token): boolean => /^[ "'“-]?$/.test(before);
