import type { Passage } from '../passage.ts';
import { hasClass, hasWord, isAge, type Token } from '../tokenise.ts';
import { CLASS, wordSet } from '../word-classes.ts';
import type { Name } from './find-names.ts';
import { isGivenName } from './given-names.ts';

/** A name with the tokens around it. */
export interface NameContext {
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

/** Finds what the rules for names look at. */
export function readNameContext(passage: Passage, name: Name): NameContext {
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
