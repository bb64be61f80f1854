import { intents, messages } from '../../src/features/index.ts';
import { createTaughtCache } from '../../src/taught-cache.ts';
import { createReader } from '../../src/understanding/create-reader.ts';

export { intents };

/** Learned once for all the files that a worker runs, for it takes a second. */
export const reader = createReader(intents, messages, createTaughtCache(messages));
