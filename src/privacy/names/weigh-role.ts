import type { Sign } from '../sign.ts';
import { hasClass, hasWord } from '../tokenise.ts';
import { CLASS, wordSet } from '../word-classes.ts';
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
const TITLES_OF_FAMILY = wordSet('mr mrs ms miss');
const NO_TITLES = wordSet('staff sister father mother coach');
const NO_ROLES = wordSet('he him she her they them police health');
const PRONOUNS = wordSet('he she they');
const NOT_IN_APPOSITION = wordSet('he she him her they them');

/** “Dr Patel”, “my line manager Aisha”, “Evie Marsh, consultant social worker”. */
export function weighRole({
  passage,
  name,
  first,
  before,
  after,
  isClose,
  hasAge,
}: NameContext): Sign[] {
  const signs: Sign[] = [];
  if (isClose && hasClass(before, CLASS.title) && !hasWord(before, NO_TITLES))
    signs.push(['title', hasWord(before, TITLES_OF_FAMILY) ? -1 : -4]);
  if (
    first.before === ' ' &&
    hasClass(before, CLASS.role) &&
    !hasClass(before, CLASS.child | CLASS.title) &&
    !hasWord(before, NO_ROLES)
  )
    signs.push(['role', -3]);
  if (after && !hasAge && /^ ?[,(|–-]+ ?\(?$/.test(after.before)) {
    const { tokens } = passage;
    let end = name.to + 1;
    while (end < name.to + 5 && tokens[end + 1] && !/[,;.)|–]/.test(tokens[end + 1]?.before ?? ''))
      end += 1;
    const apposition = tokens.slice(name.to + 1, end + 1);
    const isRole = apposition.some(
      (token) => hasClass(token, CLASS.role) && !hasWord(token, NOT_IN_APPOSITION),
    );
    if (isRole || (hasWord(after, PRONOUNS) && after.before.includes('(')))
      signs.push(['role', -3]);
  }
  const where = name.to + 2;
  const isFromThe = passage.tokens[where]?.word === 'the';
  const isAtWork =
    (after?.word === 'from' || after?.word === 'at') &&
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
