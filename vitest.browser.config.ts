import { defineConfig } from 'vitest/config';

/** What needs Debian's chromium: `npm run test:browser`. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    // Each rehearsal has ports of its own.
    maxWorkers: 2,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
