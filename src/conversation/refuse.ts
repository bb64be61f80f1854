import type { Heard } from './hear.ts';
import type { Refusal } from './reader.ts';

/** Which of the reasons a message that is none of our business has. */
export function refusalFor(heard: Heard): Refusal {
  const has = (name: string) => heard.concepts.some((concept) => concept.name === name);
  const ofReview = heard.reviewRefs.length > 0 || has('rapid') || has('review') || has('lcspr');
  if (has('child') && (ofReview || has('identity')) && !has('case')) return 'child identity';
  if (has('case') || has('child')) return 'named child case data';
  return ofReview && has('identity') ? 'child identity' : 'unrelated';
}
