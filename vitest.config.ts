import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half of the time is theirs. */
const LONGEST = [
  'notifications/faults',
  'stories/access-matrix',
  'storage/request-cost',
  'storage/reviews-race',
  'storage/killed',
  'stories/quarter',
];

/** The longest begin first, so that no worker is left alone with one of them at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
      return place < 0 ? LONGEST.length : place;
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'node_modules/**'],
    globalSetup: 'tests/global-setup.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Most of a story is waiting for storage: a machine of two cores has both of them busy with two files at once.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Modules keep no state, so the files of a worker read them once; the bots that tests start as processes are compiled once.
    isolate: false,
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') },
  },
});
