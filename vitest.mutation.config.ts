import { defineConfig } from 'vitest/config';

/** The tests of the rules alone: plain and quick, without the storage that all others share. */
export default defineConfig({
  test: {
    include: ['tests/domain/**/*.test.ts'],
    isolate: false,
  },
});
