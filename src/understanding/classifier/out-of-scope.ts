import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import { isEnglish } from '../text/english.ts';
import { isInside } from '../text/span.ts';
import { STOP_WORDS } from '../text/word-sets.ts';

/** Why a message is none of the partnership's business. */
export type OutOfScope = 'child identity' | 'named child case data' | 'unrelated';

/** Why an out-of-scope message is declined; `undefined` when it was only not understood. */
export function whyOutOfScope(
  message: AnnotatedMessage,
  knownStems: ReadonlySet<string>,
): OutOfScope | undefined {
  const has = (...names: string[]) => message.concepts.some(({ name }) => names.includes(name));
  const { unknown, known } = sortWords(message, knownStems);
  const isAboutReview = message.reviewRefs.length > 0 || has('rapid', 'review', 'lcspr');
  if (has('child') && (isAboutReview || has('identity')) && !has('case')) return 'child identity';
  if (has('case') || (has('child') && (has('identity') || unknown.length > 0)))
    return 'named child case data';
  if (isAboutReview && has('identity')) return 'child identity';
  const isAboutOther =
    known.length === 0 &&
    unknown.length > 1 &&
    unknown.some(isEnglish) &&
    !message.tokens.some(({ word }) => OF_US.test(word));
  return has('elsewhere') || isAboutOther ? 'unrelated' : undefined;
}

const OF_US =
  /^(we|us|our|they|them|their|anyone|anybody|everyone|everybody|someone|nobody|people)$/;

/** The words that say something, by whether the utterances or the records know them. */
export function sortWords(
  { tokens, stems, entities, filterValues, concepts }: AnnotatedMessage,
  knownStems: ReadonlySet<string>,
): { known: readonly string[]; unknown: readonly string[] } {
  const explained = [...entities, ...filterValues, ...concepts];
  const known: string[] = [];
  const unknown: string[] = [];
  for (const [at, { word }] of tokens.entries()) {
    if (!/^\p{L}{3,}$/u.test(word) || STOP_WORDS.has(word)) continue;
    const isKnown = knownStems.has(stems[at] ?? '') || isInside(at, explained);
    (isKnown ? known : unknown).push(word);
  }
  return { known, unknown };
}
