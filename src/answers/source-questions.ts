import { ask } from './questions.ts';

/** One source by its id, or all that are kept. */
export const aboutSource = (source?: string) =>
  source ? ask('source_detail', {}, { source }) : ask('list_sources');

/** “tell me about recommendation OF15-04” */
export const aboutRecommendation = (recommendation: string) =>
  ask('recommendation_detail', {}, { recommendation });
