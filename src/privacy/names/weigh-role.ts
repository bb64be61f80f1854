import type { Sign } from '../sign.ts';
import { hasClass, hasWord } from '../tokenise.ts';
import { CIVIL_TITLES, CLASS, wordSet } from '../word-classes.ts';
import type { NameContext } from './name-context.ts';

/** “Bogdan from the interpreting service” */
const BODIES = wordSet(
  'service services team company charity trust committee board office council mosque church union forum group agency firm press ministry',
);
/** “Rebwar Karimi (UASC)” */
const OF_A_CHILD = wordSet('uasc lac cla cin cp cme sen');
/** “Ayesha from housing” */
const AGENCIES = wordSet(
  'housing health education police probation legal finance comms hr it icb wmp smbc nhs yjs cafcass nspcc barnardos ambulance fire camhs mash ofsted dfe',
);
const NO_TITLES = wordSet('staff sister father mother coach');
const PRONOUNS = wordSet('he him she her they them');
const NO_ROLES = new Set([...PRONOUNS, ...wordSet('police health')]);
/** “Sam (they/them)” */
const FIRST_PRONOUNS = wordSet('he she they');

/** “Dr Patel”, “my line manager Aisha”, “Evie Marsh, consultant social worker”. */
export function weighRole({
  passage,
  name,
  first,
  before,
  secondBefore,
  after,
  isClose,
  hasAge,
}: NameContext): Sign[] {
  const signs: Sign[] = [];
  if (isClose && hasClass(before, CLASS.title) && !hasWord(before, NO_TITLES))
    signs.push(['title', hasWord(before, CIVIL_TITLES) ? -1 : -4]);
  if (
    first.before === ' ' &&
    hasClass(before, CLASS.role) &&
    !hasClass(before, CLASS.child | CLASS.title) &&
    !hasWord(before, NO_ROLES)
  )
    signs.push(['role', -3]);
  // “Head teacher Meera Joshi”
  if (first.before === ' ' && before?.word === 'teacher' && secondBefore?.word === 'head')
    signs.push(['role', -3]);
  // “Ms J. Fitzwilliam”
  if (before && /^[A-Z]$/.test(before.text) && hasClass(secondBefore, CLASS.title))
    signs.push(['title', -1.5]);
  if (isCalledByRole(passage, name)) signs.push(['role', -3]);
  if (after && !hasAge && /^ ?[,(|–-]+ ?\(?$/.test(after.before)) {
    const { tokens } = passage;
    let end = name.to + 1;
    while (end < name.to + 5 && tokens[end + 1] && !/[,;.)|–]/.test(tokens[end + 1]?.before ?? ''))
      end += 1;
    const apposition = tokens.slice(name.to + 1, end + 1);
    const isRole = apposition.some(
      (token) => hasClass(token, CLASS.role) && !hasWord(token, PRONOUNS),
    );
    if (isRole || (hasWord(after, FIRST_PRONOUNS) && after.before.includes('(')))
      signs.push(['role', -3]);
  }
  const where = name.to + 2;
  const isFromThe = passage.tokens[where]?.word === 'the';
  const isAtWork =
    (after?.word === 'from' || after?.word === 'at' || after?.word === 'in') &&
    !hasClass(before, CLASS.contact) &&
    (isFromThe
      ? passage.tokens.slice(where + 1, where + 4).some((token) => hasWord(token, BODIES))
      : passage.isKnown(where) || hasWord(passage.tokens[where], AGENCIES));
  const isOfAgency =
    after?.before.includes('(') &&
    hasClass(after, CLASS.field) &&
    !hasWord(after, OF_A_CHILD) &&
    !hasAge;
  if (isOfAgency || isAtWork) signs.push(['agency', -2.5]);
  // “Present: T Ashworth, P Shah, D Nwosu”
  if (first.before === ' ' && before && /^[A-Z]$/.test(before.text) && before.before !== ' ')
    signs.push(['initial and surname', -0.8]);
  return signs;
}

const LINKING_VERBS = wordSet('is was remains becomes');
/** No role tells of one who is in care: “Zoe is the police’s missing girl”. */
const NO_ROLE_OF = CLASS.child | CLASS.case | CLASS.harm;

/** “Harry is the named GP now”, “Bronagh, who leaves us as lay member” */
function isCalledByRole({ tokens }: NameContext['passage'], { to }: NameContext['name']): boolean {
  const isRole = (at: number) =>
    hasClass(tokens[at], CLASS.role) &&
    !hasClass(tokens[at], NO_ROLE_OF) &&
    !hasWord(tokens[at], NO_ROLES) &&
    !tokens[at]?.owns;
  if (hasWord(tokens[to + 1], LINKING_VERBS) && hasWord(tokens[to + 2], ARTICLES))
    return [to + 3, to + 4, to + 5].some(isRole);
  for (let at = to + 1; at < to + 12; at += 1)
    if (tokens[at]?.word === 'as' && [at + 1, at + 2, at + 3].some(isRole)) return true;
  return false;
}

const ARTICLES = wordSet('the our a an');
