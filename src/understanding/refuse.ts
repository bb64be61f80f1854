import { isEnglish } from './english.ts';
import type { Heard } from './heard.ts';
import type { Refusal } from './reader.ts';
import { strangeWords } from './strange-words.ts';
import type { Understanding } from './understanding.ts';

/**
 * Which of the reasons to decline a message that is none of our business has; none when nothing in it says so. What is merely
 * strange is not declined: it was only not understood.
 */
export function refusalFor(heard: Heard, understanding: Understanding): Refusal | undefined {
  const has = (name: string) => heard.concepts.some((concept) => concept.name === name);
  const { strange } = strangeWords(heard, understanding);
  const ofReview = heard.reviewRefs.length > 0 || has('rapid') || has('review') || has('lcspr');
  if (has('child') && (ofReview || has('identity')) && !has('case')) return 'child identity';
  if (has('case') || (has('child') && (has('identity') || strange.length > 0)))
    return 'named child case data';
  if (ofReview && has('identity')) return 'child identity';
  return has('elsewhere') || isOfOtherThings(heard, understanding) ? 'unrelated' : undefined;
}

/** Two words of other things, none of ours, and nobody of ours spoken of. */
function isOfOtherThings(heard: Heard, understanding: Understanding): boolean {
  const { strange, ours } = strangeWords(heard, understanding);
  return (
    ours === 0 &&
    strange.length > 1 &&
    strange.some(isEnglish) &&
    !heard.tokens.some(({ word }) => OF_US.test(word))
  );
}

const OF_US =
  /^(we|us|our|they|them|their|anyone|anybody|everyone|everybody|someone|nobody|people)$/;
