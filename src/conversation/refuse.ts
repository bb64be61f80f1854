import type { Heard } from './heard.ts';
import type { Refusal } from './reader.ts';

/**
 * Which of the reasons to decline a message that is none of our business has; none when nothing in it says so. What is merely
 * strange is not declined: it was only not understood.
 */
export function refusalFor(heard: Heard): Refusal | undefined {
  const has = (name: string) => heard.concepts.some((concept) => concept.name === name);
  const ofReview = heard.reviewRefs.length > 0 || has('rapid') || has('review') || has('lcspr');
  if (has('child') && (ofReview || has('identity')) && !has('case')) return 'child identity';
  if (has('case') || has('child')) return 'named child case data';
  if (ofReview && has('identity')) return 'child identity';
  return has('elsewhere') ? 'unrelated' : undefined;
}
