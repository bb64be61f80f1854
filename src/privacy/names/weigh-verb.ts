import type { Sign } from '../sign.ts';
import { hasClass, hasWord } from '../tokenise.ts';
import { CLASS, wordSet } from '../word-classes.ts';
import type { NameContext } from './name-context.ts';

const NEEDING_VERBS = wordSet('has got needs gets without with had hasnt wants');
const CARERS = wordSet(
  'worker workers visitor carer carers ehcp placement guardian tutor mentor escort taxi transport',
);
const AUXILIARIES = wordSet('has have had is was will');
const NO_MAIN_VERBS = wordSet('can could will would may has does');
const WEAK_VERBS = wordSet(
  'has to will can may did does would could says said asks wants told thinks isnt cant',
);
const NOT_OWN_WORK = new Set([
  ...WEAK_VERBS,
  ...wordSet('asked couldnt wont missed lead leads rang raised'),
]);
const NOT_AFTER_TO = wordSet('the a list agenda our my this that be');
/** “is Marek coming on Thursday” */
const ATTENDING = wordSet('coming joining attending free available dialling chairing presenting');
/** “Petra Lindqvist is leading the peer review” */
const WORK_PARTICIPLES = wordSet(
  'leading chairing presenting drafting covering organising hosting writing facilitating minuting circulating',
);
/** “Noor and Musa to co-present” */
const WORK_INFINITIVES = wordSet(
  'present co-present chair co-chair lead draft circulate facilitate host minute',
);
const ADVERBS = wordSet('not yet already just since');
const DOES_WORK = wordSet('is has was will');
const PASSIVE_AUXILIARIES = wordSet('is has was had');
const PLANS = wordSet('order plan');
const HAPPENED_TO = wordSet('found born admitted discharged bailed arrested');

/** “Thu Trang has a new key worker”; “Pauline has drafted a response”, “Sukhi to ring NSPCC”. */
export function weighVerb({
  passage,
  name,
  before,
  after,
  secondAfter,
  owns,
}: NameContext): Sign[] {
  const behind = passage.tokens.slice(name.to + 2, name.to + 7);
  if (
    (!owns || after?.word === 'got') &&
    hasWord(after, NEEDING_VERBS) &&
    behind.some((token) => hasWord(token, CARERS))
  )
    return [['has a carer or worker', 1.8]];
  if (!after || owns) return [];
  const signs: Sign[] = [];
  const ofCase = CLASS.case | CLASS.harm;
  const isOfCase =
    hasClass(secondAfter, ofCase | CLASS.home | CLASS.health) && !hasClass(secondAfter, CLASS.work);
  if (
    (before?.word === 'is' && hasWord(after, ATTENDING)) ||
    (after.word === 'to' && hasWord(secondAfter, WORK_INFINITIVES))
  )
    signs.push(['work of a colleague', -2]);
  if ((after.word === 'is' || after.word === 'are') && hasWord(secondAfter, WORK_PARTICIPLES))
    signs.push(['work of a colleague', -2]);
  // “the night Ruby was found”
  const participle = secondAfter?.word === 'been' ? passage.tokens[name.to + 3] : secondAfter;
  const isSeenBy = participle?.word === 'seen' && passage.tokens[name.to + 4]?.word === 'by';
  if (hasWord(after, PASSIVE_AUXILIARIES) && (isSeenBy || hasWord(participle, HAPPENED_TO)))
    signs.push(['what happened to them', 1.8]);
  // “nobody owns it since Hannah left”
  if (before?.word === 'since' && after.word === 'left' && !secondAfter)
    signs.push(['has left', -2]);
  // “Maggie, who retires in May”
  if (
    after.word === 'who' &&
    hasClass(secondAfter, CLASS.adultVerb) &&
    !hasWord(secondAfter, NOT_OWN_WORK)
  )
    signs.push(['work of a colleague', -2]);
  // “has not replied”
  const verb = hasWord(secondAfter, ADVERBS) ? passage.tokens[name.to + 3] : secondAfter;
  if (
    hasWord(after, AUXILIARIES) &&
    hasClass(verb, CLASS.adultVerb) &&
    !hasWord(verb, NO_MAIN_VERBS) &&
    !hasClass(verb, ofCase)
  )
    signs.push(['work of a colleague', -2]);
  else if (
    after.before === ' ' &&
    hasClass(after, CLASS.adultVerb) &&
    !hasClass(after, ofCase) &&
    !(isOfCase && hasWord(after, WEAK_VERBS)) &&
    !(
      after.word === 'to' &&
      (hasWord(secondAfter, NOT_AFTER_TO) || secondAfter?.isCapital === true)
    )
  )
    signs.push(['work of a colleague', hasWord(after, WEAK_VERBS) ? -1 : -2]);
  else if (
    behind.some((token) => hasClass(token, CLASS.adultVerb) && !hasWord(token, NOT_OWN_WORK))
  )
    signs.push(['perhaps work of a colleague', -0.8]);
  if (
    after.before === ' ' &&
    hasWord(after, DOES_WORK) &&
    [name.to + 2, name.to + 3].some((at) => passage.isWork(at)) &&
    !hasWord(secondAfter, PLANS)
  )
    signs.push(['is at work', -1]);
  return signs;
}
