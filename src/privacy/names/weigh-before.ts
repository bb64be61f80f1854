import type { Sign } from '../sign.ts';
import { hasClass, hasWord } from '../tokenise.ts';
import { CHILD_OR_FAMILY, CLASS, wordSet } from '../word-classes.ts';
import type { NameContext } from './name-context.ts';

const CASE_FOR = wordSet('for on about of re to with regarding');
const CASE_NOUNS = wordSet(
  'case file records worried concerned worry concerns result results toxicology chronology medical genogram transfer',
);
const KIN_OF = wordSet('of to for');
const POPULATIONS = wordSet('youth families children');
const REFER = wordSet('refer refers referred referring signpost signposted');
const BEFORE_CHILD = wordSet('little young poor wee late toddler our failed');
const TOPIC_PREPOSITIONS = wordSet('re about regarding concerning on');
const WAITING = wordSet('waiting wait depends depend rely relying call calling');
const OF_THEM = wordSet('for called named of');
const NAMING_WORDS = wordSet('called named by as is');
const BEFORE_NAMING = wordSet('goes known is was boy girl child baby aka');
const MEETINGS_ON = wordSet('strategy core icpc conference legal professionals');
const LEARNT_FROM = wordSet('from for about of');
const LEARNING = wordSet('learning lessons lesson justice flowers candles vigil');

/** “baby Cosmin”, “the parents of Dylan”, “poor Oisín”, “lessons about Ayaan”. */
export function weighBefore({
  passage,
  name,
  first,
  before,
  secondBefore,
  isClose,
}: NameContext): Sign[] {
  const signs: Sign[] = [];
  if (isClose && hasClass(before, CHILD_OR_FAMILY) && before?.word !== 'youth')
    signs.push(['after child or family', 3]);
  else if (
    isClose &&
    hasWord(before, KIN_OF) &&
    hasClass(secondBefore, CHILD_OR_FAMILY) &&
    !hasWord(secondBefore, POPULATIONS)
  )
    signs.push(['family of them', 2.5]);
  if (isClose && hasClass(before, CLASS.contact)) signs.push(['seen by practitioners', 1.5]);
  const isCaseNoun =
    hasClass(secondBefore, CLASS.harm | CLASS.case | CLASS.health | CLASS.school) ||
    hasWord(secondBefore, CASE_NOUNS);
  if (
    isClose &&
    hasWord(before, CASE_FOR) &&
    isCaseNoun &&
    !hasClass(secondBefore, CLASS.work | CLASS.role)
  )
    signs.push(['case of', 1.5]);
  // “Refer Oisin to CAMHS”
  const [to, ...whereto] = passage.tokens.slice(name.to + 1, name.to + 6);
  if (
    hasWord(before, REFER) &&
    to?.word === 'to' &&
    whereto.some((token) => hasClass(token, CLASS.case | CLASS.health | CLASS.school))
  )
    signs.push(['referred', 2.5]);
  // “Section 47 on Hamza”
  const isSection = secondBefore?.isNumber && passage.tokens[name.from - 3]?.word === 'section';
  if (isClose && hasWord(before, CASE_FOR) && isSection) signs.push(['case of', 2.5]);
  if (hasWord(before, BEFORE_CHILD) && first.before === ' ')
    signs.push(['adjective of a child', 1.5]);
  const isBehalf = before?.word === 'of' && secondBefore?.word === 'behalf';
  if (isClose && !isBehalf && !hasClass(secondBefore, CLASS.greeting)) {
    if (hasWord(before, TOPIC_PREPOSITIONS) && !hasWord(secondBefore, WAITING))
      signs.push(['topic', before?.word === 'on' ? 1.65 : 1.9]);
    else if (hasWord(before, OF_THEM)) signs.push(['after “of” or “for”', 0.5]);
  }
  if (isBehalf) signs.push(['on behalf', -2.5]);
  if (isClose && hasWord(before, LEARNT_FROM) && hasWord(secondBefore, LEARNING))
    signs.push(['learnt from', 2.2]);
  if (before?.word === 'let' && passage.tokens[name.to + 1]?.word === 'down')
    signs.push(['let down', 4]);
  // “move SA-008 (Joey)”
  if (/\($/.test(first.before) && before && /\d$/.test(before.word))
    signs.push(['behind a reference', 1.5]);
  if (
    isClose &&
    (before?.word === 'surname' ||
      (hasWord(before, NAMING_WORDS) && hasWord(secondBefore, BEFORE_NAMING)))
  )
    signs.push(['called by name', 3]);
  const earlier = passage.tokens.slice(Math.max(0, name.from - 4), Math.max(0, name.from - 1));
  if (
    isClose &&
    hasWord(before, CASE_FOR) &&
    secondBefore?.word !== 'instead' &&
    earlier.some((token) => hasWord(token, MEETINGS_ON))
  )
    signs.push(['meeting about them', 2.2]);
  return signs;
}
