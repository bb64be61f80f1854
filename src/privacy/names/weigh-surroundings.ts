import type { Sign } from '../sign.ts';
import { hasClass, hasWord, isReference } from '../tokenise.ts';
import { CLASS, wordSet } from '../word-classes.ts';
import { isAdultName } from './adult-names.ts';
import type { NameContext } from './name-context.ts';

const SENTENCE_END = /[.!?;\n]/;
const SINGULAR = wordSet('he hes she shes his her him');
/** Words this far behind a name still describe its bearer. */
const MAX_WORDS_BEHIND = 12;

/** What the words next to a name make of it. */
interface Leaning {
  readonly isChild: boolean;
  readonly isColleague: boolean;
  readonly isVague: boolean;
}

/** Words of casework about the name, and words of work that make it a colleague's. */
export function weighSurroundings(
  { passage, name }: NameContext,
  { isChild, isColleague, isVague }: Leaning,
): Sign[] {
  const { tokens, clauses, workWords } = passage;
  const clause = clauses[name.from];
  const from = clauses.indexOf(clause ?? 0);
  const to = clauses.lastIndexOf(clause ?? 0);
  let start = name.from;
  while (start > 0 && !SENTENCE_END.test(tokens[start]?.before ?? '')) start -= 1;
  let stop = name.to;
  while (stop + 1 < tokens.length && !SENTENCE_END.test(tokens[stop + 1]?.before ?? '')) stop += 1;
  const caseWords = passage.countCaseWords(from, Math.min(stop, name.to + MAX_WORDS_BEHIND));
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
  const hasWorkNear =
    passage.isOfOffice || tokens.slice(start, stop + 1).some((_, at) => passage.isWork(start + at));
  const signs: Sign[] = [];
  if (isAdultName(tokens[name.from]?.word ?? ''))
    signs.push(['name of an adult', isChild ? -0.6 : caseWords > 0 ? -1.2 : -1.6]);
  if (caseWords > 0) signs.push(['casework', isColleague ? 0.5 : Math.min(3.2, caseWords * 1.8)]);
  if (hasPronoun) signs.push(['he or she', caseWords > 0 ? 1 : 0.4]);
  if (work > 0) signs.push(['work', -Math.min(isChild || caseWords > 0 ? 1.2 : 2.2, work * 0.9)]);
  else if (caseWords === 0 && tokens.some(isReference)) signs.push(['beside a reference', -0.5]);
  else if (hasWorkNear) signs.push(['work in another clause', -0.3]);
  else if (workWords > 0) signs.push(['work in other sentences', isVague ? 0 : 0.8]);
  else signs.push(['no work', isVague ? 0.8 : 1.5]);
  return signs;
}
