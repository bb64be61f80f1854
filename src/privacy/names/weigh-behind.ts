import type { Sign } from '../sign.ts';
import { hasClass, hasWord, isAge, isYearAtSchool, type Token } from '../tokenise.ts';
import { CHILD_OR_FAMILY, CLASS, HIS_OR_HER, wordSet } from '../word-classes.ts';
import type { NameContext } from './name-context.ts';

const AGE_WORDS = wordSet('aged age b born dob yr year y');
const YEAR = wordSet('yr year');
const AGE_VERBS = wordSet('is turns turned will was');
const BEFORE_AGE = wordSet('be just only');

/** “Kayden, 14”, “Reece in yr 10”, “Sanjay will be 10”. */
export function weighAge(context: NameContext): Sign[] {
  const { hasAge, after, secondAfter, thirdAfter } = context;
  const isAged =
    (isAge(secondAfter) || (hasWord(secondAfter, BEFORE_AGE) && isAge(thirdAfter))) &&
    !hasClass(thirdAfter, CLASS.calendar | CLASS.work);
  return [
    ...(hasAge ||
    hasWord(after, AGE_WORDS) ||
    isYearAtSchool(after) ||
    (after?.word === 'in' && (hasWord(secondAfter, YEAR) || isYearAtSchool(secondAfter)))
      ? ([['age', 3]] as const)
      : []),
    ...(!hasAge && isPlainAge(context) ? ([['age', 2]] as const) : []),
    ...(hasWord(after, AGE_VERBS) && secondAfter?.word === 'born'
      ? ([['born', 2.5]] as const)
      : []),
    ...(hasWord(after, AGE_VERBS) && isAged ? ([['is of a stated age', 2.5]] as const) : []),
    ...(after?.word === 'who' && secondAfter?.word === 'is' && isAge(thirdAfter)
      ? ([['who is of a stated age', 2]] as const)
      : []),
  ];
}

/** “Nadia 11yo”, “Kyle 15, …” */
function isPlainAge({ passage, name, after }: NameContext): boolean {
  if (after?.before !== ' ' || !isAge(after)) return false;
  const behind = passage.tokens[name.to + 2];
  return /[a-z]$/.test(after.word) || (behind !== undefined && /^[,;)] ?/.test(behind.before));
}

const OWNED_OF_CHILD = wordSet(
  'file birth nhs number voice story mobile arms life body death records bank case notes poem drawing picture painting diary song artwork pep ehcp iep review funeral anniversary memorial legacy birthday first taxi s20 s17 s47 s31 clothes belongings allegation shoes phone tablet medication bottle cot passport trauma',
);
const OWNED_OF_WORK = wordSet('strategy plan order contact hearing step');
const OWNED_ANYHOW = wordSet('file plan attendance notes case interview');
const SECTION = wordSet('section s20 s17 s47 s31');
const OWNED_RECORDS = wordSet('file files interview notes');
const STRATEGY = wordSet('strategy core icpc conference');
const DISCUSSION_WORDS = wordSet('discussed mentioned identified identifiable anonymised');
const WORKERS = wordSet('worker carer carers placement tutor teacher foster sw school');

/** “Kaya’s school”, “the Osbourne case”, “Kaitlyn … her worker”. */
export function weighBehind({
  passage,
  name,
  last,
  after,
  secondAfter,
  thirdAfter,
  owns,
}: NameContext): Sign[] {
  const { tokens } = passage;
  const signs: Sign[] = [];
  if (after?.before === ' ' && after.isUpper && hasClass(after, CLASS.case))
    signs.push(['their case', 1.8]);
  else if (after?.before === ' ' && after.word === 'case') signs.push(['their case', 2.5]);
  if (isOnPlan(tokens.slice(name.to + 1, name.to + 7))) signs.push(['on a plan', 2.5]);
  if (owns && ([after, secondAfter].some(isOwnedByChild) || hasWord(thirdAfter, ALLEGATIONS)))
    signs.push(['owned by a child', 2.5]);
  if (owns && after?.word === 'return' && hasWord(secondAfter, RETURN_INTERVIEWS))
    signs.push(['their return interview', 2.5]);
  if (owns && hasWorkerOfChild(after, secondAfter)) signs.push(['their worker', 2]);
  if (owns && after?.word === 'plan' && hasWord(secondAfter, OF_A_PLAN))
    signs.push(['their plan', 1.8]);
  // “Ngozi’s plan needs to go back to conference”
  const isOfConference = tokens.slice(name.to + 2, name.to + 9).some((token) => hasWord(token, CP));
  if (owns && after?.word === 'plan' && isOfConference) signs.push(['their plan', 2.5]);
  // “Blessing, strategy meeting 2pm”
  if (!owns && hasWord(after, STRATEGY) && hasWord(secondAfter, MEETINGS))
    signs.push(['their strategy meeting', 2]);
  // “the Dhanda care proceedings”
  if (!owns && [after, secondAfter].some((token) => hasWord(token, PROCEEDINGS)))
    signs.push(['their proceedings or siblings', 2.2]);
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
  if (!last.owns && behind.slice(0, 5).some((token) => hasWord(token, DISCUSSION_WORDS)))
    signs.push(['discussed', 1.5]);
  const hasWorker = behind.some(
    (token, at) =>
      hasWord(token, HIS_OR_HER) &&
      behind.slice(at + 1, at + 3).some((next) => hasWord(next, WORKERS)),
  );
  if (hasWorker) signs.push(['their worker', 2]);
  return signs;
}

const CP = wordSet('conference icpc rcpc register');
const MEETINGS = wordSet('meeting discussion mtg disc group conference');
const RETURN_INTERVIEWS = wordSet('interview interviews home');
const ALLEGATIONS = wordSet('allegation allegations disclosure injuries bruises bruising overdose');
const OF_A_PLAN = wordSet('drifted drifting drifts stalled has ended ends was is had never');
const PROCEEDINGS = wordSet('proceedings inquest trial verdict children siblings');

/** “Zainab’s health visitor”, “Tomasz’s key worker” */
const hasWorkerOfChild = (after: Token | undefined, secondAfter: Token | undefined): boolean =>
  /^(?:health visitor|school nurse|key ?worker|social worker|foster (?:carer|mum|dad)|personal adviser|youth worker)/.test(
    `${after?.word} ${secondAfter?.word}`,
  );

/** “Lola-Mai is on a plan” */
function isOnPlan(tokens: readonly Token[]): boolean {
  const words = tokens.map(({ word }) => word).join(' ');
  return /^(?:is |was |has been |back |going |should be |not |still |now |also ){0,3}on (?:(?:a|an|the) )?(?:plan|order|tag|bail|remand|section|cp|cin|edge|register)\b/.test(
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
