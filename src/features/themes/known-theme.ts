import { isSettled, type KnownRecommendation } from '../../domain/recommendation.ts';
import type { Source } from '../../domain/source.ts';
import type { Theme } from '../../domain/theme.ts';

/** A theme with what recommends something on it, the earliest source first. */
export interface KnownTheme {
  readonly theme: Theme;
  readonly found: readonly KnownRecommendation[];
  /** Those whose day is recorded, by that day; then the others. */
  readonly sources: readonly Source[];
  /** The recommendations of all but the latest source of which nothing was left to do. */
  readonly settledBefore: readonly KnownRecommendation[];
}

/** A theme with its recommendations among all. */
export function toKnownTheme(theme: Theme, all: readonly KnownRecommendation[]): KnownTheme {
  const found = all.filter(({ recommendation }) => recommendation.themes.includes(theme.id));
  const when = ({ on }: Source) => on ?? '9999';
  const sources = [...new Map(found.map(({ source }) => [source.id, source])).values()].sort(
    (a, b) => when(a).localeCompare(when(b)),
  );
  const latest = sources.at(-1);
  const settledBefore = found.filter(
    ({ source, state }) =>
      source.id !== latest?.id && (isSettled(state) || state === 'actions complete'),
  );
  return { theme, found, sources, settledBefore };
}

/** Whether a later source names again what an earlier one did; of a year, in that year or since. */
export const hasReturned = ({ sources }: KnownTheme, since = ''): boolean =>
  sources.length > 1 && (sources.at(-1)?.on ?? '9999') >= since;
