import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import quick from './vitest.config.ts';

/** Half of the time is theirs. */
const LONGEST = [
  'notifications/faults',
  'stories/every-press-kept',
  'stories/access-matrix',
  'storage/reviews-race',
];

/** The longest begin first, so that no worker is left alone with one of them at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`${name}.long.test.ts`));
      return place < 0 ? LONGEST.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** What takes long: many records or people, processes that are killed, every button pressed by everybody: `npm run test:long`. */
export default defineConfig({
  test: {
    ...quick.test,
    include: ['tests/**/*.long.test.ts'],
    exclude: ['node_modules/**'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    sequence: { sequencer: LongestFirst },
  },
});
