import type { AnnotatedMessage } from '../entities/annotated-message.ts';

/** Why a message that asks after a child is declined. */
export type OutOfScope = 'child identity' | 'named child case data';

/** Who the child of a review is, or what is known of somebody's case. */
export function whyOutOfScope({ reviewRefs, concepts }: AnnotatedMessage): OutOfScope {
  const has = (...names: string[]) => concepts.some(({ name }) => names.includes(name));
  const isAboutReview = reviewRefs.length > 0 || has('rapid', 'review', 'lcspr');
  const asksWho = has('child') && has('identity') && !has('case');
  return isAboutReview || asksWho ? 'child identity' : 'named child case data';
}
