import { isAdultName } from './adult-names.ts';
import type { Name } from './find-names.ts';
import { isGivenName, isOrdinaryWord } from './given-names.ts';
import type { Passage } from './passage.ts';
import { type Sign, sumPoints } from './sign.ts';
import { hasClass, hasWord, isAge, isYearAtSchool, type Token } from './tokenise.ts';
import { CLASS, wordSet } from './word-classes.ts';

/** The signs of the name that is likeliest a child's; none for a passage without names. */
export function weighNames(passage: Passage): readonly Sign[] {
  const { tokens, names } = passage;
  let best: readonly Sign[] = [];
  let previous: { readonly name: Name; readonly signs: readonly Sign[] } | undefined;
  for (const name of names) {
    let signs = weighName(passage, name);
    // “Rebecca Shaw and Iqbal Hussain to co-chair”: what one is, the other is.
    const isPair =
      previous?.name.to === name.from - 2 && tokens[name.from - 1]?.word === 'and' && previous;
    if (isPair && isOfColleague(previous?.signs ?? []))
      signs = [...signs, ['beside a colleague', -2]];
    if (isPair && isOfColleague(signs) && best === previous?.signs && sumPoints(best) < 4)
      best = signs;
    previous = { name, signs };
    if (best.length === 0 || sumPoints(signs) > sumPoints(best)) best = signs;
  }
  return best;
}

const COLLEAGUE = new Set([
  'title',
  'role',
  'work of a colleague',
  'written to',
  'signs',
  'agency',
]);
const isOfColleague = (signs: readonly Sign[]): boolean =>
  signs.some(([what, points]) => COLLEAGUE.has(what) && points <= -2);

/** A name with the tokens around it. */
interface Around {
  readonly passage: Passage;
  readonly name: Name;
  readonly first: Token;
  readonly last: Token;
  readonly before: Token | undefined;
  readonly secondBefore: Token | undefined;
  readonly after: Token | undefined;
  readonly secondAfter: Token | undefined;
  readonly thirdAfter: Token | undefined;
  /** Nothing but spaces, brackets or quotes stand between it and the token before. */
  readonly isClose: boolean;
  /** “Kayden’s”, “kaydens” */
  readonly owns: boolean;
  /** An age follows: “Kayden, 14”. */
  readonly hasAge: boolean;
}

const ADVERBS = wordSet('now still also already just never only always then finally apparently');

function lookAround(passage: Passage, name: Name): Around {
  const { tokens } = passage;
  const first = tokens[name.from] as Token;
  const last = tokens[name.to] as Token;
  // “Zainab now has an allocated social worker”
  const skipped = !last.owns && hasWord(tokens[name.to + 1], ADVERBS) ? 1 : 0;
  const [after, secondAfter, thirdAfter] = [1, 2, 3].map(
    (step) => tokens[name.to + skipped + step],
  );
  const before = tokens[name.from - 1];
  const isPossessive =
    !last.isCapital &&
    last.word.endsWith('s') &&
    !isGivenName(last.word) &&
    isGivenName(last.word.slice(0, -1));
  const isDate =
    secondAfter !== undefined && /^\d+$/.test(secondAfter.word) && /[/.-]/.test(secondAfter.before);
  return {
    passage,
    name,
    first,
    last,
    before,
    secondBefore: tokens[name.from - 2],
    after,
    secondAfter,
    thirdAfter,
    isClose: before !== undefined && /^[ ,("'“:–-]{0,3}$/.test(first.before),
    owns: last.owns || isPossessive,
    hasAge:
      isAge(after) &&
      /^,? ?\(?$/.test(after?.before ?? '') &&
      /[,(]/.test(after?.before ?? '') &&
      !hasClass(secondAfter, CLASS.calendar) &&
      !isDate,
  };
}

function weighName(passage: Passage, name: Name): Sign[] {
  const around = lookAround(passage, name);
  const { first } = around;
  // “Amber hasn’t moved since June”: a word that may be a name, where any word has a capital.
  const isVague = first.starts && isOrdinaryWord(first.word) && !name.isFull;
  const signs: Sign[] = [
    ['name', name.isFull ? 2 : 1.5],
    ...(isVague ? ([['may be no name', -0.5]] as const) : []),
    ...(!name.isKnown && !name.isFull && first.starts ? ([['in no list', -0.4]] as const) : []),
    ...weighBefore(around),
    ...weighAge(around),
    ...weighBehind(around),
    ...weighRole(around),
    ...weighVerb(around),
    ...weighAddressee(around),
  ];
  const isColleague = signs.some(
    ([what]) => what === 'title' || what === 'role' || what === 'agency',
  );
  const leaning = { isChild: sumPoints(signs) >= 3, isColleague, isVague };
  return [...signs, ...weighSurroundings(around, leaning)];
}

const CASE_FOR = wordSet('for on about of re to with regarding');
const CASE_NOUNS = wordSet(
  'case file records worried concerned worry concerns result results toxicology chronology medical genogram transfer',
);
const KIN_OF = wordSet('of to for');
const MANY = wordSet('youth families children');
const LITTLE = wordSet('little young poor wee late toddler our failed');
const ABOUT = wordSet('re about regarding concerning on');
const WAITING = wordSet('waiting wait depends depend rely relying call calling');
const OF_THEM = wordSet('for called named of');
const CALLED = wordSet('called named by as is');
const CALLED_HOW = wordSet('goes known is was boy girl child baby aka');
const MEETINGS_ON = wordSet('strategy core icpc conference legal professionals');
const CHILD_OR_FAMILY = CLASS.child | CLASS.family;

/** “baby Cosmin”, “the parents of Dylan”, “poor Oisín”, “lessons about Ayaan”. */
function weighBefore({ passage, name, first, before, secondBefore, isClose }: Around): Sign[] {
  const signs: Sign[] = [];
  if (isClose && hasClass(before, CHILD_OR_FAMILY) && before?.word !== 'youth')
    signs.push(['after child or family', 3]);
  else if (
    isClose &&
    hasWord(before, KIN_OF) &&
    hasClass(secondBefore, CHILD_OR_FAMILY) &&
    !hasWord(secondBefore, MANY)
  )
    signs.push(['family of', 2.5]);
  if (isClose && hasClass(before, CLASS.contact)) signs.push(['seen by practice', 1.5]);
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
  if (hasWord(before, LITTLE) && first.before === ' ') signs.push(['little', 1.5]);
  const isBehalf = before?.word === 'of' && secondBefore?.word === 'behalf';
  if (isClose && !isBehalf && !hasClass(secondBefore, CLASS.greeting)) {
    if (hasWord(before, ABOUT) && !hasWord(secondBefore, WAITING))
      signs.push(['about', before?.word === 'on' ? 1.65 : 1.9]);
    else if (hasWord(before, OF_THEM)) signs.push(['of', 0.5]);
  }
  if (isBehalf) signs.push(['on behalf', -2.5]);
  if (isClose && hasWord(before, LEARNT_FROM) && hasWord(secondBefore, LEARNING))
    signs.push(['learnt from', 2.2]);
  if (before?.word === 'let' && passage.tokens[name.to + 1]?.word === 'down')
    signs.push(['let down', 4]);
  // “move SA-008 (Joey)”
  if (/\($/.test(first.before) && before && /\d$/.test(before.word))
    signs.push(['of a reference', 1.5]);
  if (
    isClose &&
    (before?.word === 'surname' || (hasWord(before, CALLED) && hasWord(secondBefore, CALLED_HOW)))
  )
    signs.push(['called', 3]);
  const earlier = passage.tokens.slice(Math.max(0, name.from - 4), Math.max(0, name.from - 1));
  if (
    isClose &&
    hasWord(before, CASE_FOR) &&
    secondBefore?.word !== 'instead' &&
    earlier.some((token) => hasWord(token, MEETINGS_ON))
  )
    signs.push(['meeting on', 2.2]);
  return signs;
}

/** “Nadia 11yo”, “Kyle 15, …” */
function isPlainAge({ passage, name, after }: Around): boolean {
  if (after?.before !== ' ' || !isAge(after)) return false;
  const behind = passage.tokens[name.to + 2];
  return /[a-z]$/.test(after.word) || (behind !== undefined && /^[,;)] ?/.test(behind.before));
}

const LEARNT_FROM = wordSet('from for about of');
const LEARNING = wordSet('learning lessons lesson justice flowers candles vigil');

const AGE_WORDS = wordSet('aged age b born dob yr year y');
const YEAR = wordSet('yr year');
const IS = wordSet('is turns turned will was');
const ONLY = wordSet('be just only');

/** “Kayden, 14”, “Reece in yr 10”, “Sanjay will be 10”. */
function weighAge(around: Around): Sign[] {
  const { hasAge, after, secondAfter, thirdAfter } = around;
  const isAged =
    (isAge(secondAfter) || (hasWord(secondAfter, ONLY) && isAge(thirdAfter))) &&
    !hasClass(thirdAfter, CLASS.calendar | CLASS.work);
  return [
    ...(hasAge ||
    hasWord(after, AGE_WORDS) ||
    isYearAtSchool(after) ||
    (after?.word === 'in' && (hasWord(secondAfter, YEAR) || isYearAtSchool(secondAfter)))
      ? ([['age', 3]] as const)
      : []),
    ...(!hasAge && isPlainAge(around) ? ([['age', 2]] as const) : []),
    ...(hasWord(after, IS) && secondAfter?.word === 'born' ? ([['born', 2.5]] as const) : []),
    ...(hasWord(after, IS) && isAged ? ([['is of an age', 2.5]] as const) : []),
    ...(after?.word === 'who' && secondAfter?.word === 'is' && isAge(thirdAfter)
      ? ([['who is of an age', 2]] as const)
      : []),
  ];
}

const OWNED_OF_CHILD = wordSet(
  'file birth nhs number voice story mobile arms life body death records bank case notes poem drawing picture painting diary song artwork pep ehcp iep review funeral anniversary memorial legacy birthday first taxi s20 s17 s47 s31 clothes belongings allegation shoes phone tablet medication bottle cot passport trauma',
);
const OWNED_OF_WORK = wordSet('strategy plan order contact hearing step');
const OWNED_ANYHOW = wordSet('file plan attendance notes case interview');
const SECTION = wordSet('section s20 s17 s47 s31');
const OWNED_RECORDS = wordSet('file files interview notes');
const STRATEGY = wordSet('strategy core icpc conference');
const DISCUSSED = wordSet('discussed mentioned identified identifiable anonymised');
const THEIRS = wordSet('his her');
const WORKERS = wordSet('worker carer carers placement tutor teacher foster sw school');

/** “Kaya’s school”, “the Osbourne case”, “Kaitlyn … her worker”. */
function weighBehind({
  passage,
  name,
  last,
  after,
  secondAfter,
  thirdAfter,
  owns,
}: Around): Sign[] {
  const { tokens } = passage;
  const signs: Sign[] = [];
  if (after?.before === ' ' && after.isUpper && hasClass(after, CLASS.case))
    signs.push(['their case', 1.8]);
  else if (after?.before === ' ' && after.word === 'case') signs.push(['their case', 2.5]);
  if (isOnPlan(after, secondAfter, thirdAfter, tokens[name.to + 4])) signs.push(['on a plan', 2.5]);
  if (owns && ([after, secondAfter].some(isOwnedByChild) || hasWord(thirdAfter, ALLEGED)))
    signs.push(['owned by a child', 2.5]);
  if (owns && hasWorkerOfChild(after, secondAfter)) signs.push(['their worker', 2]);
  if (owns && after?.word === 'plan' && hasWord(secondAfter, OF_A_PLAN))
    signs.push(['their plan', 1.8]);
  // “the Dhanda care proceedings”
  if (!owns && [after, secondAfter].some((token) => hasWord(token, PROCEEDINGS)))
    signs.push(['their proceedings', 2.2]);
  if (owns && [after, secondAfter, thirdAfter].some((token) => hasWord(token, STRATEGY)))
    signs.push(['their strategy meeting', 3.2]);
  if (owns && hasWord(after, SECTION)) signs.push(['their section', 2.5]);
  if (
    owns &&
    hasClass(after, CLASS.work) &&
    !hasClass(after, CLASS.school | CLASS.case) &&
    !hasWord(after, OWNED_RECORDS)
  )
    signs.push(['owned by a colleague', -2.5]);
  const behind = tokens.slice(name.to + 1, name.to + 8);
  if (!last.owns && behind.slice(0, 5).some((token) => hasWord(token, DISCUSSED)))
    signs.push(['discussed', 1.5]);
  const hasWorker = behind.some(
    (token, at) =>
      hasWord(token, THEIRS) && behind.slice(at + 1, at + 3).some((next) => hasWord(next, WORKERS)),
  );
  if (hasWorker) signs.push(['their worker', 2]);
  return signs;
}

const ALLEGED = wordSet('allegation allegations disclosure injuries bruises bruising overdose');
const OF_A_PLAN = wordSet('drifted drifting drifts stalled has ended ends was is had never');
const PROCEEDINGS = wordSet('proceedings inquest trial verdict children siblings');

/** “Zainab’s health visitor”, “Tomasz’s key worker” */
const hasWorkerOfChild = (after: Token | undefined, secondAfter: Token | undefined): boolean =>
  /^(?:health visitor|school nurse|key ?worker|key worker|social worker|foster (?:carer|mum|dad)|personal adviser|youth worker)/.test(
    `${after?.word} ${secondAfter?.word}`,
  );

/** “Lola-Mai is on a plan” */
function isOnPlan(...tokens: readonly (Token | undefined)[]): boolean {
  const words = tokens.map((token) => token?.word ?? '').join(' ');
  return /^(?:is |was |has been |back |going |should be |not )?on (?:(?:a|an|the) )?(?:plan|order|tag|bail|remand|section|cp|cin|edge|register)\b/.test(
    words,
  );
}

function isOwnedByChild(token: Token | undefined): boolean {
  if (!token || (hasClass(token, CLASS.work) && !hasWord(token, OWNED_ANYHOW))) return false;
  return (
    hasClass(token, CHILD_OR_FAMILY | CLASS.harm | CLASS.health | CLASS.home | CLASS.school) ||
    (hasClass(token, CLASS.case) && !hasWord(token, OWNED_OF_WORK)) ||
    hasWord(token, OWNED_OF_CHILD)
  );
}

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
function weighRole({ passage, name, first, before, after, isClose, hasAge }: Around): Sign[] {
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

const HAS = wordSet('has got needs gets without with had hasnt wants');
const CARERS = wordSet(
  'worker workers visitor carer carers ehcp placement guardian tutor mentor escort taxi transport',
);
const AUXILIARIES = wordSet('has have had is was will');
const NO_MAIN_VERBS = wordSet('can could will would may has does');
const WEAK_VERBS = wordSet(
  'has to will can may did does has would could says said asks wants told thinks isnt cant',
);
const NOT_OWN_WORK = wordSet(
  'to will can may did does has would could says said asks asked wants told thinks isnt cant couldnt wont missed lead leads rang raised',
);
const NOT_AFTER_TO = wordSet('the a list agenda our my this that be');
/** “is Marek coming on Thursday” */
const COMING = wordSet('coming joining attending free available dialling chairing presenting');
/** “Petra Lindqvist is leading the peer review” */
const DOING = wordSet(
  'leading chairing presenting drafting covering organising hosting writing facilitating minuting circulating',
);
/** “Noor and Musa to co-present” */
const LEADS = wordSet(
  'present co-present chair co-chair lead draft circulate facilitate host minute',
);
const NOT_YET = wordSet('not yet already just since');
const DOES_WORK = wordSet('is has was will');
const PLANS = wordSet('order plan');

/** “Thu Trang has a new key worker”; “Pauline has drafted a response”, “Sukhi to ring NSPCC”. */
function weighVerb({ passage, name, before, after, secondAfter, owns }: Around): Sign[] {
  const behind = passage.tokens.slice(name.to + 2, name.to + 7);
  if (
    (!owns || after?.word === 'got') &&
    hasWord(after, HAS) &&
    behind.some((token) => hasWord(token, CARERS))
  )
    return [['is cared for', 1.8]];
  if (!after || owns) return [];
  const signs: Sign[] = [];
  const ofCase = CLASS.case | CLASS.harm;
  const isOfCase =
    hasClass(secondAfter, ofCase | CLASS.home | CLASS.health) && !hasClass(secondAfter, CLASS.work);
  if (
    (before?.word === 'is' && hasWord(after, COMING)) ||
    (after.word === 'to' && hasWord(secondAfter, LEADS))
  )
    signs.push(['work of a colleague', -2]);
  if ((after.word === 'is' || after.word === 'are') && hasWord(secondAfter, DOING))
    signs.push(['work of a colleague', -2]);
  // “Maggie, who retires in May”
  if (
    after.word === 'who' &&
    hasClass(secondAfter, CLASS.adultVerb) &&
    !hasWord(secondAfter, NOT_OWN_WORK)
  )
    signs.push(['work of a colleague', -2]);
  // “has not replied”
  const verb = hasWord(secondAfter, NOT_YET) ? passage.tokens[name.to + 3] : secondAfter;
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
    behind
      .slice(0, 5)
      .some((token) => hasClass(token, CLASS.adultVerb) && !hasWord(token, NOT_OWN_WORK))
  )
    signs.push(['work of a colleague perhaps', -0.8]);
  if (
    after.before === ' ' &&
    hasWord(after, DOES_WORK) &&
    [name.to + 2, name.to + 3].some((at) => passage.isWork(at)) &&
    !hasWord(secondAfter, PLANS)
  )
    signs.push(['is at work', -1]);
  return signs;
}

const NO_GREETINGS = wordSet('to from with for by about and let');
const TO = wordSet('to from with by and');
const HAPPENED = wordSet('lessons learning lesson story happened happening up wrong');
const SENT = wordSet(
  'send sent give gave copy cc thanks welcome regrets assigned allocated over it this them back that',
);
const APOLOGIES = wordSet('apologies apols email regrets assigned');
const AGREE = wordSet('agree agreed agrees liaise check sharing');
const ASSIGN = wordSet('assign reassign give hand pass allocate transfer');
const ASKING = wordSet('please could can you');
const ASKING_OR_TELLING = wordSet('please could can you i we any the');
const REQUEST = wordSet('could can please will would');

/** “Ask Bev”, “Apologies from Hugh”, “Cheers, Ravi”, “One more thing, Tanya, could you …”. */
const MODALS = wordSet('can could would will please shall should');
const OF_LIFE = wordSet(
  'be go come have stay see live return get still not and still was is has been',
);
const GIVING = wordSet('give send show tell');
const isCaseToken = (token: Token | undefined): boolean =>
  hasClass(token, CLASS.case | CLASS.harm | CLASS.health | CLASS.home | CLASS.school);
/** “SA-017” */
const isReference = (token: Token | undefined): boolean =>
  token !== undefined && /^[A-Z]{1,5}\d{0,4}-\d{1,4}(?:-\d{1,4})?$/.test(token.text);

function weighAddressee(around: Around): Sign[] {
  const { passage, name, first, before, secondBefore, after, secondAfter, isClose, owns } = around;
  const signs: Sign[] = [];
  const isAssigned =
    before?.word === 'to' &&
    (passage.tokens.slice(0, name.from).some((token) => hasWord(token, ASSIGN)) ||
      isReference(secondBefore));
  // “Can Helen sit in for me”, “please give Faye edit rights”
  if (
    !owns &&
    hasWord(before, MODALS) &&
    after?.before === ' ' &&
    !hasWord(after, OF_LIFE) &&
    !isCaseToken(after)
  )
    signs.push(['asked for something', -1.5]);
  if (!owns && before?.word === 'for' && after?.word === 'to' && !hasWord(secondAfter, OF_LIFE))
    signs.push(['arranged for', -1.5]);
  if (
    !owns &&
    (hasWord(before, GIVING) ||
      (hasClass(before, CLASS.title) &&
        (hasWord(secondBefore, GIVING) || secondBefore?.word === 'let')))
  )
    signs.push(['given something', -1]);
  if (isClose && !owns && hasClass(before, CLASS.greeting) && !hasWord(before, NO_GREETINGS))
    signs.push(['written to', -2]);
  else if (isClose && hasWord(before, TO))
    signs.push(['to or from', weighPreposition(before, secondBefore, isAssigned)]);
  const isLast = !after || /[\n|(]/.test(after.before);
  const isOwnLine = first.before.includes('\n');
  const mayBeginLine = name.from === 0 || isOwnLine || /[,.!?] ?$/.test(first.before);
  if (
    isLast &&
    mayBeginLine &&
    (hasClass(before, CLASS.greeting) || isOwnLine || passage.workWords > 0)
  )
    signs.push(['signs', -2]);
  if (after?.before.startsWith(',')) {
    if (name.from <= 1 && !isAge(after) && (passage.workWords > 0 || hasWord(after, ASKING)))
      signs.push(['spoken to', hasWord(after, ASKING_OR_TELLING) ? -1.5 : -0.3]);
    if (name.from > 0 && /, ?$/.test(first.before) && hasWord(after, REQUEST))
      signs.push(['spoken to', -2]);
  }
  return signs;
}

function weighPreposition(
  before: Token | undefined,
  secondBefore: Token | undefined,
  isAssigned: boolean,
): number {
  if (hasWord(secondBefore, HAPPENED)) return 1.2;
  if (isAssigned) return -1.5;
  if (before?.word === 'with') return hasWord(secondBefore, AGREE) ? -1.5 : 0;
  if (before?.word === 'to' && !hasWord(secondBefore, SENT)) return 0;
  return hasWord(secondBefore, APOLOGIES) ? -1.5 : -0.5;
}

const SINGULAR = wordSet('he hes she shes his her him');
/** So many words after a name still tell of it. */
const MAX_WORDS_BEHIND = 12;

/** What the words next to a name make of it. */
interface Leaning {
  readonly isChild: boolean;
  readonly isColleague: boolean;
  readonly isVague: boolean;
}

/** Words of casework about the name, and words of work that make it a colleague's. */
function weighSurroundings(
  { passage, name }: Around,
  { isChild, isColleague, isVague }: Leaning,
): Sign[] {
  const { tokens, clauses, workWords } = passage;
  const clause = clauses[name.from];
  const from = clauses.indexOf(clause ?? 0);
  const to = clauses.lastIndexOf(clause ?? 0);
  let end = name.to;
  while (
    end + 1 < tokens.length &&
    end < name.to + MAX_WORDS_BEHIND &&
    !/[.!?;\n]/.test(tokens[end + 1]?.before ?? '')
  )
    end += 1;
  const caseWords = passage.countCaseWords(from, end);
  const hasPronoun = tokens
    .slice(name.to + 1, name.to + MAX_WORDS_BEHIND)
    .some((token) => hasWord(token, SINGULAR) && !token.before.includes('('));
  let work = 0;
  for (let at = from; at <= to; at += 1)
    if (
      passage.isWork(at) &&
      !hasClass(tokens[at], CLASS.school | CLASS.case) &&
      at !== name.to + 1
    )
      work += 1;
  let start = name.from;
  while (start > 0 && !/[.!?;\n]/.test(tokens[start]?.before ?? '')) start -= 1;
  let stop = name.to;
  while (stop + 1 < tokens.length && !/[.!?;\n]/.test(tokens[stop + 1]?.before ?? '')) stop += 1;
  const hasWorkNear =
    passage.isOfOffice || tokens.slice(start, stop + 1).some((_, at) => passage.isWork(start + at));
  const signs: Sign[] = [];
  if (isAdultName(tokens[name.from]?.word ?? ''))
    signs.push(['name of an adult', isChild ? -0.6 : caseWords > 0 ? -1.2 : -1.6]);
  if (caseWords > 0) signs.push(['casework', isColleague ? 0.5 : Math.min(3.2, caseWords * 1.8)]);
  if (hasPronoun) signs.push(['he or she', caseWords > 0 ? 1 : 0.4]);
  if (work > 0) signs.push(['work', -Math.min(isChild || caseWords > 0 ? 1.2 : 2.2, work * 0.9)]);
  else if (caseWords === 0 && tokens.some(isReference)) signs.push(['beside a reference', -0.5]);
  else if (hasWorkNear) signs.push(['work elsewhere', -0.3]);
  else if (workWords > 0) signs.push(['work in other sentences', isVague ? 0 : 0.8]);
  else signs.push(['no work', isVague ? 0.8 : 1.5]);
  return signs;
}
