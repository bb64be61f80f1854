import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The quick tests: `npm test`. What takes long is in vitest.long.config.ts. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/**/*.long.test.ts', 'tests/browser/**', 'node_modules/**'],
    globalSetup: 'tests/global-setup.ts',
    // No test is about time: these only end one that hangs, on the slowest machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A test that asserts nothing, such as a loop over an empty list, fails.
    expect: { requireAssertions: true, poll: { timeout: 60_000 } },
    // A third of a story is waiting for storage and for live cards: two cores are busy with three files at once.
    maxWorkers: 3,
    // Modules keep no state, so the files of a worker read them once; the bots that tests start as processes are compiled once.
    isolate: false,
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') },
  },
});
