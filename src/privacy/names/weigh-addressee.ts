import type { Sign } from '../sign.ts';
import { hasClass, hasWord, isAge, isReference, type Token } from '../tokenise.ts';
import { CLASS, wordSet } from '../word-classes.ts';
import type { NameContext } from './name-context.ts';

const NO_GREETINGS = wordSet('to from with for by about and let');
const ADDRESSEE_PREPOSITIONS = wordSet('to from with by and');
const LESSONS = wordSet('lessons learning lesson story happened happening up wrong');
const BEFORE_TO = wordSet(
  'send sent give gave copy cc thanks welcome regrets assigned allocated over it this them back that',
);
const APOLOGIES = wordSet('apologies apols email regrets assigned');
const AGREE = wordSet('agree agreed agrees liaise check sharing');
const ASSIGN = wordSet('assign reassign give hand pass allocate transfer');
const ASKING = wordSet('please could can you');
const ASKING_OR_TELLING = new Set([...ASKING, ...wordSet('i we any the')]);
const REQUEST = wordSet('could can please will would');
const MODALS = new Set([...REQUEST, ...wordSet('shall should')]);
const OF_LIFE = wordSet('be go come have stay see live return get still not and was is has been');
const GIVING = wordSet('give send show tell');
const isCaseToken = (token: Token | undefined): boolean =>
  hasClass(token, CLASS.case | CLASS.harm | CLASS.health | CLASS.home | CLASS.school);

/** “Ask Bev”, “Apologies from Hugh”, “Cheers, Ravi”, “One more thing, Tanya, could you …”. */
export function weighAddressee(context: NameContext): Sign[] {
  const { passage, name, first, before, secondBefore, after, secondAfter, isClose, owns } = context;
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
  else if (isClose && hasWord(before, ADDRESSEE_PREPOSITIONS))
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
  if (hasWord(secondBefore, LESSONS)) return 1.2;
  if (isAssigned) return -1.5;
  if (before?.word === 'with') return hasWord(secondBefore, AGREE) ? -1.5 : 0;
  if (before?.word === 'to' && !hasWord(secondBefore, BEFORE_TO)) return 0;
  return hasWord(secondBefore, APOLOGIES) ? -1.5 : -0.5;
}
