import { toReferenceKey } from '../../domain/reference-key.ts';
import { isEnglish } from '../text/english.ts';
import { overlapsAny, type Span } from '../text/span.ts';
import { type Token, tokenise } from '../text/tokenise.ts';
import type { AnnotatedMessage, Reference } from './annotated-message.ts';
import type { TitleSearch } from './find-title.ts';

const MAX_LOOKED_FOR = 5;
const NOUN = /^(actions?|tasks?|items?|refs?|references?|numbers?|no)$/;
const AROUND = /^["'“‘(]+(?=[^()]*$)|["'”’.,:;?!]+$/g;

/**
 * References to actions that look like no others, found by being spelled like one that there is: “5(a)”,
 * “scp 12” for SCP#12. A number alone is one only behind a noun: “action 1.1”.
 */
export async function findKnownReferences(
  text: string,
  {
    tokens,
    actionRefs,
    reviewRefs,
  }: Pick<AnnotatedMessage, 'tokens' | 'actionRefs' | 'reviewRefs'>,
  searchTitles: TitleSearch,
): Promise<readonly Reference[]> {
  const found: Reference[] = [];
  let looked = 0;
  for (const { said, whole } of listCandidates(text)) {
    const span = findSpan(tokens, whole);
    if (!span || overlapsAny(span, [...actionRefs, ...reviewRefs, ...found])) continue;
    looked += 1;
    if (looked > MAX_LOOKED_FOR) break;
    const [named] = await searchTitles(said, 1);
    if (named && toReferenceKey(named.ref) === toReferenceKey(said))
      found.push({ ...span, ref: named.ref });
  }
  return found;
}

/** What may be a reference, longest first: with the word before it where that is no English one. */
function listCandidates(text: string): { readonly said: string; readonly whole: string }[] {
  const words = text.split(/\s+/).map((word) => word.replace(AROUND, ''));
  return words.flatMap((word, at) => {
    if (!/\d/.test(word)) return [];
    const before = words[at - 1] ?? '';
    const behindNoun = NOUN.test(before.toLowerCase().replace(/\W/g, ''));
    const pair = `${before} ${word}`;
    const isLettered = /^\p{L}{1,6}$/u.test(before) && !isEnglish(before.toLowerCase());
    if (/\p{L}/u.test(word)) return [{ said: word, whole: behindNoun ? pair : word }];
    if (behindNoun) return [pair, word].map((said) => ({ said, whole: pair }));
    return isLettered ? [{ said: pair, whole: pair }] : [];
  });
}

/** Where these words stand among the tokens. */
function findSpan(tokens: readonly Token[], words: string): Span | undefined {
  const wanted = tokenise(words).map(({ typed }) => typed.toLowerCase());
  const start = tokens.findIndex((_, at) =>
    wanted.every((typed, offset) => tokens[at + offset]?.typed.toLowerCase() === typed),
  );
  return start < 0 || wanted.length === 0 ? undefined : { start, end: start + wanted.length };
}
