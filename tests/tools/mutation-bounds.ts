import { type Plugin, PluginKind } from '@stryker-mutator/api/plugin';
import type { Reporter } from '@stryker-mutator/api/report';

type Report = Parameters<NonNullable<Reporter['onMutationTestReportReady']>>[0];

/** Who may do what, and on which day: the rules whose faults do the most harm. Of a hundred changes to them 95 are found. */
export const STRICT = [
  'access',
  'dates',
  'working-days',
  'due-range',
  'partnership-year',
  'clocks',
  'notices/running-clocks',
  'notices/owed-steps',
  'notices/clock-watch',
  'notices/steps',
].map((name) => `src/domain/${name}.ts`);
const STRICT_BOUND = 95;

/** The files of a report that are under the bound for access and dates, with their scores in words. */
export function underBound({ files }: Pick<Report, 'files'>): string[] {
  return STRICT.flatMap((name) => {
    const score = mutationScore(files[name]?.mutants.map(({ status }) => status) ?? []);
    return score < STRICT_BOUND
      ? [`${name}: ${score.toFixed(1)}%, at least ${STRICT_BOUND}% wanted`]
      : [];
  });
}

/** Of what was truly tried, how many in a hundred were found. A file without any has nothing to be found. */
function mutationScore(statuses: readonly string[]): number {
  const found = statuses.filter((status) => status === 'Killed' || status === 'Timeout').length;
  const missed = statuses.filter(
    (status) => status === 'Survived' || status === 'NoCoverage',
  ).length;
  return found + missed === 0 ? 100 : (100 * found) / (found + missed);
}

/** Stryker itself knows one bound for all files together (`thresholds.break`); this is the second. */
const bounds: Reporter = {
  onMutationTestReportReady(report) {
    for (const line of underBound(report)) {
      console.error(line);
      process.exitCode = 1;
    }
  },
};

export const strykerPlugins: Plugin<typeof PluginKind.Reporter>[] = [
  { kind: PluginKind.Reporter, name: 'bounds', value: bounds },
];
