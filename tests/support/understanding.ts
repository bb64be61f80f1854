import { features } from '../../src/features/index.ts';
import { createUnderstanding } from '../../src/understanding/understanding.ts';

export const intents = features.flatMap((feature) => feature.intents);

/** What our features' intents teach: learned once for all the files that a worker runs, for it takes a second. */
export const understanding = createUnderstanding(intents);
