import { intents } from '../../src/features/index.ts';
import { createUnderstanding } from '../../src/understanding/understanding.ts';

export { intents };

/** What our features' intents teach: learned once for all the files that a worker runs, for it takes a second. */
export const understanding = createUnderstanding(intents);
